import type { StoreContext } from '@db/context'
import { readSetting } from '@db/repositories/settings'
import type { RoundBirthdayCustom } from '@shared/domain/calendar/age'

/** What the office decided about its home page. */
export interface HomeSettings {
  /** 整寿: kept at 虚岁 60, 70 … (做十) or the year before (做九). */
  roundBirthday: RoundBirthdayCustom
  /** Days without anybody having seen a person, after which the home page names them. */
  unseenDays: number
}

export const HOME_SETTINGS = 'home'

const usual: HomeSettings = { roundBirthday: 'atTen', unseenDays: 60 }

export const homeSettings = (ctx: StoreContext): HomeSettings => ({
  ...usual,
  ...readSetting<Partial<HomeSettings>>(ctx, HOME_SETTINGS),
})
