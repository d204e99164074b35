import { countContactsByDay } from '@db/repositories/contacts'
import type { StoreContext } from '@db/context'
import { loadRoster } from '@db/repositories/roster'
import type { calendarContract } from '@shared/contract/calendar'
import { addDays, compareDays } from '@shared/domain/calendar/days'
import { formatLunar, toLunar } from '@shared/domain/calendar/lunar'
import type { Day } from '@shared/domain/calendar/types'
import type { HandlersOf } from '../../core/context'
import { calendarSources } from './sources'

export const calendarHandlers: HandlersOf<typeof calendarContract> = {
  'calendar.days': (ctx, { from, to, villageId }) => {
    const people = peopleOf(ctx, villageId)
    const counts = countContactsByDay(ctx, people && [...people], from, to)
    const days = []
    for (let day = from; day <= to; day = addDays(day, 1)) {
      days.push({ day, lunar: lunarWord(day), contacts: counts.get(day) ?? 0 })
    }
    const asked = loadRoster(ctx).filter(({ id }) => people === null || people.has(id))
    const items = calendarSources
      .flatMap((source) => source(ctx, { from, to, people: asked }))
      .sort((a, b) => compareDays(a.day, b.day))
    return { days, items }
  },
}

/** Whose days are shown; null is everybody's, where everybody may be seen. */
function peopleOf(ctx: StoreContext, villageId: number | undefined): ReadonlySet<number> | null {
  const { villages, groups } = ctx.scope
  if (villageId === undefined && villages === null && groups === null) return null
  const people = loadRoster(ctx).filter(
    (person) => villageId === undefined || person.villageId === villageId,
  )
  return new Set(people.map(({ id }) => id))
}

/** 初十; the name of the month on its first day. */
function lunarWord(day: Day): string {
  const lunar = toLunar(day)
  const words = formatLunar(lunar).replace('农历', '')
  const [month = '', date = ''] = words.split('月')
  return lunar.day === 1 ? `${month}月` : date
}
