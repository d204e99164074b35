import type { StoreContext } from '@db/context'
import { categoryRulesToday } from '@db/repositories/category-rules'
import { ageOn, formatAge, type AgeSpan } from '@shared/domain/calendar/age'
import type { PartialDate } from '@shared/domain/calendar/types'

/** 周岁 today by the office's own rule of when a year is complete. */
export function ageToday(ctx: StoreContext, birthDate: PartialDate | null): AgeSpan | null {
  if (birthDate === null) return null
  const { ageTurns } = categoryRulesToday(ctx)
  return ageOn(birthDate, ctx.today, ageTurns)
}

/** `91岁`, `82–83岁`; null where the year of birth is not known. */
export function statedAge(ctx: StoreContext, birthDate: PartialDate | null): string | null {
  const span = ageToday(ctx, birthDate)
  return span && formatAge(span)
}
