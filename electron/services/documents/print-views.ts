import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import { allHelpers } from '@db/repositories/helpers'
import type { RosterPerson } from '@db/repositories/roster'
import { loadVillages } from '@db/repositories/villages'
import { cardContacts } from '@electron/documents/forms/card-contacts'
import type { OutputOf } from '@shared/contract'
import type { PrintedPerson, VisitSheet } from '@shared/contract/documents'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import { leadingStandings, type Standing } from '@shared/domain/cadence/compliance'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { genderLabel, relationLabel, type Period } from '@shared/domain/vocabulary'
import { completenessOfPerson } from '../completeness/files'
import { standingsOfAll } from '../compliance/standings'
import { helperOnFile } from '../helpers/access'
import { statedAge } from '../recipients/age'
import { recordsOf } from './records'

/** Data of the HTML print views; what the operator may not read in full is masked in dispatch. */

export function printedPeople(
  ctx: StoreContext,
  people: readonly RosterPerson[],
): OutputOf<'documents.printedPeople'> {
  const { name, township, phone } = getCentre(ctx)
  const records = recordsOf(ctx, people, { disclosure: 'full', complete: false })
  return {
    centre: { name, township, phone },
    people: records.map((record): PrintedPerson => ({
      id: record.recipientId,
      name: record.name,
      gender: record.gender && genderLabel[record.gender],
      age: record.age,
      birthDate: record.birthDate && formatPartialDate(record.birthDate),
      idNumber: record.idNumber,
      villageName: record.village ?? '',
      villageGroupName: record.villageGroup ?? '',
      address: record.homeAddress ?? `${record.village ?? ''}${record.villageGroup ?? ''}`,
      phones: record.phones,
      categories: record.categories.map(({ label }) => label),
      supporters: record.family
        .filter(({ isSupporter }) => isSupporter)
        .map(({ name, relation }) => (relation ? `${name}（${relationLabel[relation]}）` : name))
        .join('、'),
      helpers: record.pairings.map(({ helper, phone }) => ({ name: helper, phone })),
      emergency: cardContacts(record),
      doctor: record.familyDoctor,
      doctorPhone: record.familyDoctorPhone,
    })),
  }
}

/** 任务单 of every helper who has somebody to see, then of the people nobody helps, by village. */
export function visitSheets(
  ctx: StoreContext,
  input: { helperId?: number; villageId?: number; onlyOwed: boolean },
): OutputOf<'documents.visitSheets'> {
  const { helperId, villageId, onlyOwed } = input
  if (helperId !== undefined) helperOnFile(ctx, helperId)
  const order = new Map(loadVillages(ctx).map(({ id }, position) => [id, position]))
  const helpers = new Map(allHelpers(ctx).map((helper) => [helper.id, helper]))
  const sheets = new Map<string, { place: number; sheet: VisitSheet }>()
  for (const { person, standings } of standingsOfAll(ctx)) {
    if (person.status !== 'active') continue
    if (villageId !== undefined && person.villageId !== villageId) continue
    const owed = owedWords(standings)
    if (onlyOwed && owed.length === 0) continue
    const row = rowOf(ctx, person, owed)
    const helping = person.helpers.length > 0 ? person.helpers : [null]
    for (const one of helping) {
      if (helperId !== undefined && one?.helperId !== helperId) continue
      const key = one ? `helper ${one.helperId}` : `village ${person.villageId}`
      const helper = one && helpers.get(one.helperId)
      const place = order.get(person.villageId ?? 0) ?? Infinity
      const known = sheets.get(key)
      if (known) known.sheet.rows.push(row)
      else {
        const sheet: VisitSheet = {
          helper: one && {
            id: one.helperId,
            name: one.helperName,
            unit: helper?.unit ?? null,
            phone: helper?.phones[0] ?? null,
          },
          villageName: person.villageName,
          rows: [row],
        }
        sheets.set(key, { place, sheet })
      }
    }
  }
  const helped = ({ sheet }: { sheet: VisitSheet }): number => Number(sheet.helper === null)
  return {
    centre: getCentre(ctx).name,
    today: ctx.today,
    sheets: [...sheets.values()]
      .sort((a, b) => helped(a) - helped(b) || a.place - b.place)
      .map(({ sheet }) => sheet),
  }
}

/** More than a few questions are not asked at one visit: the rest waits for the next. */
const mostQuestions = 3

function rowOf(
  ctx: StoreContext,
  person: RosterPerson,
  owed: VisitSheet['rows'][number]['owed'],
): VisitSheet['rows'][number] {
  const { villageName, villageGroupName } = person
  return {
    recipientId: person.id,
    name: person.name,
    gender: person.gender && genderLabel[person.gender],
    age: statedAge(ctx, person.birthDate),
    villageName,
    villageGroupName,
    address: person.homeAddress ?? `${villageName}${villageGroupName}`,
    phones: person.phones,
    owed,
    ask: completenessOfPerson(ctx, person)
      .missing.slice(0, mostQuestions)
      .map(({ question }) => question),
  }
}

const thisPeriod: Record<Period, string> = {
  week: '本周',
  halfMonth: '本半月',
  month: '本月',
  quarter: '本季',
  halfYear: '本半年',
  year: '今年',
}

/** 入户 本季 2/3, done of needed; what is overdue comes first, as in the due list. */
function owedWords(standings: readonly Standing[]): VisitSheet['rows'][number]['owed'] {
  return leadingStandings(standings)
    .flatMap(({ duty, period, state, open }) => {
      if (state !== 'due' && state !== 'overdue') return []
      return [
        { state, words: `${dutyLabel[duty]} ${thisPeriod[period]} ${open.done}/${open.needed}` },
      ]
    })
    .sort((a, b) => Number(b.state === 'overdue') - Number(a.state === 'overdue'))
}
