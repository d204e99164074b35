import type { StoreContext } from '@db/context'
import { writeSetting } from '@db/repositories/settings'
import type { homeContract } from '@shared/contract/home'
import { diffDays, yearOf } from '@shared/domain/calendar/days'
import { festivalsOf, formatLunar, toLunar } from '@shared/domain/calendar/lunar'
import { inYearTo } from '@shared/domain/figures/question'
import type { FigureKey } from '@shared/domain/figures/registry'
import type { HandlersOf } from '../../core/context'
import { complianceOf } from '../compliance/standings'
import { FigureDesk } from '../figures/desk'
import { comingBirthdays } from './birthdays'
import { closingSoon, dueNow, progressByHelper, progressByVillage } from './due'
import { monthsCompared } from './months'
import { HOME_SETTINGS, homeSettings } from './settings'
import { unseenRows } from './unseen'

const FESTIVALS_SHOWN = 4

export const homeHandlers: HandlersOf<typeof homeContract> = {
  'home.summary': (ctx) => {
    const { visitRate } = complianceOf(ctx)
    const desk = new FigureDesk(ctx)
    const figure = (key: FigureKey): number => desk.answer(inYearTo(key, ctx.today)).value ?? 0
    return {
      today: ctx.today,
      lunarToday: formatLunar(toLunar(ctx.today)),
      onFile: figure('people.onFile'),
      overdue: figure('people.overdue'),
      due: figure('people.due'),
      ...closingSoon(ctx),
      unhelped: figure('people.unpaired'),
      unseen: figure('people.unseen'),
      unseenDays: homeSettings(ctx).unseenDays,
      incomplete: figure('people.incomplete'),
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
