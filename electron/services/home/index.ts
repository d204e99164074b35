import type { StoreContext } from '@db/context'
import { loadRoster } from '@db/repositories/roster'
import { writeSetting } from '@db/repositories/settings'
import type { homeContract } from '@shared/contract/home'
import { diffDays, yearOf } from '@shared/domain/calendar/days'
import { festivalsOf, formatLunar, toLunar } from '@shared/domain/calendar/lunar'
import type { HandlersOf } from '../../core/context'
import { completenessOfPerson } from '../completeness/files'
import { complianceOf } from '../compliance/standings'
import { unhelped } from '../helpers/pairings'
import { comingBirthdays } from './birthdays'
import { dueNow, owedCounts, progressByHelper, progressByVillage } from './due'
import { monthsCompared } from './months'
import { HOME_SETTINGS, homeSettings } from './settings'
import { unseenFor, unseenRows } from './unseen'

const FESTIVALS_SHOWN = 4

export const homeHandlers: HandlersOf<typeof homeContract> = {
  'home.summary': (ctx) => {
    const { visitRate } = complianceOf(ctx)
    const onFile = loadRoster(ctx).filter(({ status }) => status === 'active')
    const { unseenDays } = homeSettings(ctx)
    return {
      today: ctx.today,
      lunarToday: formatLunar(toLunar(ctx.today)),
      onFile: onFile.length,
      ...owedCounts(ctx),
      unhelped: unhelped(ctx).length,
      unseen: unseenFor(ctx, unseenDays).length,
      unseenDays,
      incomplete: onFile.filter((one) => completenessOfPerson(ctx, one).score < 100).length,
      visitRate,
      birthdays: [...comingBirthdays(ctx)],
      festivals: comingFestivals(ctx),
    }
  },
  'home.unseen': (ctx, { villageId, days = homeSettings(ctx).unseenDays }) => ({
    days,
    rows: unseenRows(ctx, days, villageId),
  }),
  'home.months': (ctx) => monthsCompared(ctx),
  'home.settings': (ctx) => homeSettings(ctx),
  'home.saveSettings': (ctx, settings) => {
    writeSetting(ctx, HOME_SETTINGS, settings)
    return {}
  },
  'home.due': (ctx, { limit, ...filter }) => dueNow(ctx, filter, limit),
  'home.progress': (ctx, { by }) =>
    by === 'village' ? progressByVillage(ctx) : progressByHelper(ctx),
}

function comingFestivals({ today }: StoreContext) {
  const year = yearOf(today)
  return [...festivalsOf(year), ...festivalsOf(year + 1)]
    .filter(({ to }) => to >= today)
    .slice(0, FESTIVALS_SHOWN)
    .map(({ key, name, from, to }) => ({
      key,
      name,
      from,
      to,
      daysLeft: Math.max(0, diffDays(today, from)),
    }))
}
