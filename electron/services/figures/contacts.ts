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
    shares(at, [at.to === at.ctx.today ? complianceOf(at.ctx).rated : ratedBy(at, at.to)]),
  'visits.rate': (at) =>
    shares(
      at,
      monthEnds(at).map((day) => ratedBy(at, day)),
    ),
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
  return keptBySpan(ctx, 'figures.contacts', contactTables, `${from}..${to}`, () => {
    const ranges = textRangesUntil({ from, to: endOf('month', to) }, to)
    return countContacts(
      ctx,
      kinds.map((kind) => ({ parts: [{ kind, ranges }], typedAfter: null })),
    )
  })
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
const ratedBy = ({ ctx }: Counting, day: Day): readonly RatedPerson[] =>
  keptBySpan(ctx, 'figures.rated', complianceTables, `${day} ${askedOf(ctx)}`, () =>
    ratedIn(ctx, day),
  )

/** Spans whose counts are kept: two years of months. */
const SPANS_KEPT = 24

/** A span that is over is counted once, until something it rests on is written. */
function keptBySpan<Value>(
  ctx: StoreContext,
  name: string,
  tables: RecordTable[],
  span: string,
  build: () => Value,
): Value {
  const spans = ctx.memo.derive(name, tables, () => new Map<string, Value>())
  const known = spans.get(span)
  if (known !== undefined) return known
  const value = build()
  const [oldest] = spans.keys()
  if (spans.size >= SPANS_KEPT) spans.delete(oldest!)
  spans.set(span, value)
  return value
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
