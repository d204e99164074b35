import type { StoreContext } from '@db/context'
import { categoryRulesToday } from '@db/repositories/category-rules'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import type { TurningInput, TurningRow } from '@shared/contract/benefits'
import { failure } from '@shared/contract/failure'
import { amountWords, entitlementOf } from '@shared/domain/benefits/entitlement'
import { mayFallBetween, turnsAgeOn } from '@shared/domain/benefits/turning'
import { addDays } from '@shared/domain/calendar/days'
import { isComplete } from '@shared/domain/calendar/partial-date'
import type { Day } from '@shared/domain/calendar/types'
import { criterionFactsOn } from '../classification/criterion-facts'
import { whoOf } from './lists'
import { catalogueAsOf } from './standings'

/** Who turns which age between two days, in the order of the days, with what becomes due. */
export function turningRows(ctx: StoreContext, input: TurningInput): TurningRow[] {
  const { ages, from, to, villageId } = input
  if (to < from)
    throw failure('VALIDATION', '结束日期早于开始日期，没有查到名单。', { to: '不能早于开始日期' })
  const { ageTurns } = categoryRulesToday(ctx)
  const people = loadRoster(ctx).filter(
    (person) =>
      person.status === 'active' && (villageId === undefined || person.villageId === villageId),
  )
  const rows = people.flatMap((person) =>
    ages.flatMap((age): TurningRow[] => {
      const on = person.birthDate && turnsAgeOn(person.birthDate, age, ageTurns)
      if (!on || !mayFallBetween(on, from, to)) return []
      const due = isComplete(on) ? becomingDue(ctx, person, on) : []
      return [{ ...whoOf(ctx, person), turns: age, on, due }]
    }),
  )
  return rows.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)) || a.turns - b.turns)
}

/** What a person should have from that day on and should not have had, or less of, the day before. */
function becomingDue(ctx: StoreContext, person: RosterPerson, on: Day): string[] {
  const eve = addDays(on, -1)
  const before = criterionFactsOn(ctx, person, eve)
  const after = criterionFactsOn(ctx, person, on)
  return catalogueAsOf(ctx, on).flatMap((benefit) => {
    const then = entitlementOf(benefit, before, eve)
    const now = entitlementOf(benefit, after, on)
    const isNew = now.entitled === true && (!then.entitled || then.amount !== now.amount)
    return isNew ? [benefit.title + amountWords(benefit, now.amount)] : []
  })
}
