import type { StoreContext } from '@db/context'
import type { OutputOf } from '@shared/contract'
import { addDays, addMonths, startOf } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { codesOf, contactKindLabel } from '@shared/domain/vocabulary'
import { FigureDesk } from '../figures/desk'

/** This month's contacts beside last month's, of the people the operator may see. */
export function monthsCompared(ctx: StoreContext): OutputOf<'home.months'> {
  const desk = new FigureDesk(ctx)
  const first = startOf('month', ctx.today)
  const eve = addDays(first, -1)
  const lastFirst = startOf('month', eve)
  const rateOn = (to: Day): number | null =>
    desk.answer({ figure: 'visits.monthRate', from: to, to, slice: {} }).value
  return {
    month: first.slice(0, 7),
    rows: codesOf(contactKindLabel).map((kind) => {
      const made = (from: Day, to: Day): number =>
        desk.answer({ figure: `contacts.${kind}`, from, to, slice: {} }).value ?? 0
      return {
        kind,
        now: made(first, ctx.today),
        sameDay: made(lastFirst, addMonths(ctx.today, -1)),
        lastMonth: made(lastFirst, eve),
      }
    }),
    visitRate: { now: rateOn(ctx.today), lastMonth: rateOn(eve) },
  }
}
