import type { StoreContext } from '@db/context'
import { contactTables, countContacts } from '@db/repositories/contacts'
import { loadRoster, rosterTables } from '@db/repositories/roster'
import { loadPolicy, ruleTables } from '@db/repositories/rules'
import type { OutputOf } from '@shared/contract'
import { addDays, addMonths, endOf, startOf } from '@shared/domain/calendar/days'
import { textRangesUntil } from '@shared/domain/cadence/windows'
import { codesOf, contactKindLabel } from '@shared/domain/vocabulary'
import { complianceOf, complianceUnder } from '../compliance/standings'

/** This month's contacts beside last month's, of the people the operator may see. */
export function monthsCompared(ctx: StoreContext): OutputOf<'home.months'> {
  const now = { from: startOf('month', ctx.today), to: endOf('month', ctx.today) }
  const last = { from: startOf('month', addDays(now.from, -1)), to: addDays(now.from, -1) }
  const until = [
    { window: now, day: ctx.today },
    { window: last, day: addMonths(ctx.today, -1) },
    { window: last, day: last.to },
  ]
  const kinds = codesOf(contactKindLabel)
  const counts = countContacts(
    ctx,
    kinds.flatMap((kind) =>
      until.map(({ window, day }) => ({
        parts: [{ kind, ranges: textRangesUntil(window, day) }],
        typedAfter: null,
      })),
    ),
  )
  const sums = kinds.flatMap(() => until.map(() => 0))
  for (const { id } of loadRoster(ctx)) {
    counts.get(id)?.forEach((count, at) => {
      sums[at]! += count
    })
  }
  return {
    month: now.from.slice(0, 7),
    rows: kinds.map((kind, at) => {
      const [thisMonth = 0, sameDay = 0, lastMonth = 0] = sums.slice(at * 3)
      return { kind, now: thisMonth, sameDay, lastMonth }
    }),
    visitRate: { now: complianceOf(ctx).visitRate.rate, lastMonth: rateOn(ctx, last.to) },
  }
}

/** The visit rate of the month that ended on a day. */
function rateOn(ctx: StoreContext, day: string): number | null {
  return ctx.memo.derive(
    'lastMonthsRate',
    [...contactTables, ...ruleTables, ...rosterTables],
    () => complianceUnder(ctx, loadPolicy(ctx), day).visitRate.rate,
    JSON.stringify([day, ctx.scope]),
  )
}
