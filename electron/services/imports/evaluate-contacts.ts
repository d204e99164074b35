import { contactsOn, type KnownContact } from '@db/repositories/imports'
import { earliestDay, formatPartialDate, withYear } from '@shared/domain/calendar/partial-date'
import type { PartialDate } from '@shared/domain/calendar/types'
import { diedBefore } from '@shared/domain/death'
import type { ContactDraft } from '@shared/domain/imports/draft'
import { isBlocked, serving, type EvaluatedRow, type Office } from './office'
import { contactTold } from './register-differences'
import { decided, isOpen } from './row-difference'
import { checkOpenFile, findPerson, forgiveIdNumber } from './whose-row'

/** Visit records: each row waits until it is known whom it was about. */
export function evaluateContacts(office: Office, rows: EvaluatedRow<'contacts'>[]): void {
  for (const row of rows) {
    completeDate(office, row)
    findPerson(office, row, row.draft.recipient)
    if (row.person) forgiveIdNumber(row)
    checkAlive(office, row)
  }
  const known = knownContacts(office, rows)
  const seen = new Map<string, EvaluatedRow>()
  for (const row of rows) {
    const key = contactKey(row)
    const earlier = seen.get(key)
    if (earlier) row.duplicateOf = { sheet: earlier.sheet, row: earlier.row }
    else seen.set(key, row)
    const onFile = datesOf(row.draft).map((date) => onFileOn(known, row, date))
    // A line that names several days tells the same of each: it completes none of them.
    const only = onFile.length === 1 ? onFile[0] : undefined
    if (only) row.differences = decided(office, contactTold(only, row.draft), row.word.choices)
    row.newDates = datesOf(row.draft).filter((_, at) => onFile[at] === undefined)
    row.state = stateOf(row, row.newDates.length === 0)
  }
}

/** The year the clerk gives to days without one; a day that did not exist that year is told. */
function completeDate(office: Office, row: EvaluatedRow<'contacts'>): void {
  const { year } = office.staged.work
  const { date, moreDates } = row.draft
  if (date === null || year === null) return
  const all = [date, ...moreDates].map((one) => completed(office, row, one, year))
  const [first = null, ...more] = all
  if (first !== null && more.every((one) => one !== null))
    row.draft = { ...row.draft, date: first, moreDates: more }
}

/** Null where there is no such day, which is told. */
function completed(
  office: Office,
  row: EvaluatedRow<'contacts'>,
  date: PartialDate,
  year: number,
): PartialDate | null {
  if (!date.startsWith('--')) return date
  const complete = withYear(date, year)
  const problem =
    complete === null
      ? `${year}年没有${formatPartialDate(date)}`
      : complete > office.ctx.today
        ? `${formatPartialDate(complete)}还没到`
        : null
  if (complete !== null && problem === null) return complete
  row.problems.push({
    field: 'contact.date',
    column: null,
    code: 'DATE',
    message: `日期：${problem}，请核对年份`,
    blocking: true,
    raw: date,
  })
  return null
}

/** Every day a line tells of. */
const datesOf = ({ date, moreDates }: ContactDraft): PartialDate[] =>
  date === null ? [] : [date, ...moreDates]

const onFileOn = (
  known: ReadonlyMap<number, KnownContact[]>,
  { person, draft }: EvaluatedRow<'contacts'>,
  date: PartialDate,
): KnownContact | undefined =>
  person ? known.get(person.id)?.find((one) => isSame(one, { ...draft, date })) : undefined

/** A visit before the death is welcome, late as it is; other closed files may be written to. */
function checkAlive({ ctx }: Office, row: EvaluatedRow<'contacts'>): void {
  const begun = row.draft.date === null ? null : earliestDay(row.draft.date)
  if (row.person && diedBefore(row.person.statuses, begun ?? ctx.today)) checkOpenFile(row)
}

function knownContacts(
  office: Office,
  rows: readonly EvaluatedRow<'contacts'>[],
): ReadonlyMap<number, KnownContact[]> {
  const people = new Set(rows.flatMap(({ person }) => person?.id ?? []))
  const dates = new Set(rows.flatMap(({ draft }) => datesOf(draft)))
  if (people.size === 0 || dates.size === 0) return new Map()
  return contactsOn(office.ctx, [...people], [...dates])
}

function contactKey({ person, draft }: EvaluatedRow<'contacts'>): string {
  const { recipient, date, kind, visitor, summary } = draft
  const who = person?.id ?? `${recipient.idNumber}/${recipient.name}/${recipient.village}`
  return [who, date, ...draft.moreDates, kind, visitor, summary].join('|')
}

function stateOf(row: EvaluatedRow<'contacts'>, onFile: boolean): EvaluatedRow['state'] {
  if (row.word.skip) return 'skipped'
  if (isBlocked(row)) return 'error'
  if (row.duplicateOf && !row.word.create) return 'duplicate'
  if (!row.person) return 'pending'
  if (isOpen(row)) return 'conflict'
  return onFile ? 'same' : 'new'
}

/** The same kind on the same day by the same visitor was typed in before. */
function isSame(known: KnownContact, draft: ContactDraft): boolean {
  return (
    known.kind === draft.kind &&
    known.date === (draft.date as PartialDate) &&
    (known.visitor === null || draft.visitor === null || known.visitor === draft.visitor)
  )
}

/** A visitor is a helper on file if name and telephone say so, or a helper of this very person. */
export function visitorHelper(office: Office, row: EvaluatedRow<'contacts'>): number | null {
  const { visitor, visitorPhone } = row.draft
  if (visitor === null) return null
  const namesakes = serving(office.ctx).filter(({ name }) => name === visitor)
  const byPhone = namesakes.filter(
    ({ phones }) => visitorPhone !== null && phones.includes(visitorPhone),
  )
  if (byPhone.length === 1) return byPhone[0]?.id ?? null
  const own = new Set(row.person?.helpers.map(({ helperId }) => helperId) ?? [])
  const helping = namesakes.filter(({ id }) => own.has(id))
  if (helping.length === 1) return helping[0]?.id ?? null
  const near = namesakes.filter(
    ({ villageId }) => villageId !== null && villageId === row.person?.villageId,
  )
  return near.length === 1 ? (near[0]?.id ?? null) : null
}
