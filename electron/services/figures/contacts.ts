import type { RecordTable } from '@db/changes'
import type { StoreContext } from '@db/context'
import { contactTables, countContacts, type ContactCounts } from '@db/repositories/contacts'
import { addDays, endOf, startOf } from '@shared/domain/calendar/days'
import { textRangesUntil } from '@shared/domain/cadence/windows'
import { visitKinds, type FigureKey } from '@shared/domain/figures/registry'
import type { Tally } from '@shared/domain/figures/tally'
import { codesOf, contactKindLabel, type ContactKind } from '@shared/domain/vocabulary'
import type { Day } from '@shared/domain/calendar/types'
import {
  complianceOf,
  complianceTables,
  askedOf,
  ratedIn,
  type RatedPerson,
} from '../compliance/standings'
import type { Counting } from './counting'

const kinds = codesOf(contactKindLabel)

/** Figures of contacts. Their rows are the people, each with how often. */
export const contactFigures = {
  'contacts.visits': (at) => times(at, visitKinds),
  'contacts.phone': (at) => times(at, ['phone']),
  'contacts.home': (at) => times(at, ['home']),
  'contacts.video': (at) => times(at, ['video']),
  'contacts.proxy': (at) => times(at, ['proxy']),
  'contacts.child': (at) => times(at, ['child']),
  'contacts.checkup': (at) => times(at, ['checkup']),
  'contacts.alive': (at) => times(at, ['alive']),
  'people.visited': (at) => times(at, visitKinds),
  'visits.monthRate': (at) =>
    shares(at, at.to === at.ctx.today ? [complianceOf(at.ctx).rated] : ratedBy(at, [at.to])),
  'visits.rate': (at) => shares(at, ratedBy(at, monthEnds(at))),
} satisfies Partial<Record<FigureKey, (at: Counting) => Tally[]>>

function times(at: Counting, wanted: readonly ContactKind[]): Tally[] {
  const positions = wanted.map((kind) => kinds.indexOf(kind))
  const tallies: Tally[] = []
  for (const [id, counts] of countsByKind(at)) {
    if (!at.sees(id)) continue
    const amount = positions.reduce((sum, position) => sum + counts[position]!, 0)
    if (amount > 0) tallies.push({ id, recipientId: id, amount })
  }
  return tallies
}

/** Everybody's contacts of the period, one number for each kind in the order of the vocabulary. */
function countsByKind({ ctx, from, to }: Counting): ContactCounts {
  const kept = keptSpans<ContactCounts>(ctx, 'figures.contacts', contactTables)
  const span = `${from}..${to}`
  const known = kept.get(span)
  if (known) return known
  const ranges = textRangesUntil({ from, to: endOf('month', to) }, to)
  const counts = countContacts(
    ctx,
    kinds.map((kind) => ({ parts: [{ kind, ranges }], typedAfter: null })),
  )
  keep(kept, span, counts)
  return counts
}

/** The last day of every month of the period; of its last month the period's own. */
function monthEnds({ from, to }: Pick<Counting, 'from' | 'to'>): Day[] {
  const days: Day[] = []
  for (let month = startOf('month', from); month <= to;) {
    const end = endOf('month', month)
    days.push(end < to ? end : to)
    month = addDays(end, 1)
  }
  return days
}

/** Told from today's roster: what the rules ask rests on periods alone, so any day can be asked. */
function ratedBy({ ctx }: Counting, days: readonly Day[]): (readonly RatedPerson[])[] {
  const kept = keptSpans<readonly RatedPerson[]>(ctx, 'figures.rated', complianceTables)
  const asked = askedOf(ctx)
  const known = new Map(days.map((day) => [day, kept.get(`${day} ${asked}`)]))
  const unknown = days.filter((day) => known.get(day) === undefined)
  for (const [at, rated] of ratedIn(ctx, unknown).entries()) {
    known.set(unknown[at]!, rated)
    keep(kept, `${unknown[at]!} ${asked}`, rated)
  }
  return days.map((day) => known.get(day)!)
}

/** Spans whose counts are kept: the months of this year and the last, and some days between. */
const SPANS_KEPT = 36

/** Counts of spans: one that is over is counted once, until something it rests on is written. */
const keptSpans = <Value>(
  ctx: StoreContext,
  name: string,
  tables: RecordTable[],
): Map<string, Value> => ctx.memo.derive(name, tables, () => new Map<string, Value>())

function keep<Value>(kept: Map<string, Value>, span: string, value: Value): void {
  const [oldest] = kept.keys()
  if (kept.size >= SPANS_KEPT) kept.delete(oldest!)
  kept.set(span, value)
}

function shares(at: Counting, months: readonly (readonly RatedPerson[])[]): Tally[] {
  const sums = new Map<number, { visited: number; scope: number }>()
  for (const { id, visited } of months.flat()) {
    if (!at.sees(id)) continue
    const sum = sums.get(id) ?? { visited: 0, scope: 0 }
    sum.scope += 1
    if (visited) sum.visited += 1
    sums.set(id, sum)
  }
  return [...sums].map(([id, { visited, scope }]) => ({
    id,
    recipientId: id,
    amount: visited,
    whole: scope,
  }))
}
