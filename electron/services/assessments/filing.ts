import type { StoreContext } from '@db/context'
import { storedDueRules } from '@db/repositories/assessments'
import type { RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import {
  defaultDueRules,
  nextDue,
  type DueRule,
  type ReviewKind,
} from '@shared/domain/assessments/due'
import type { Day } from '@shared/domain/calendar/types'
import { diedBefore } from '@shared/domain/death'

/** 复评周期 in force: the office's own, or the program's. */
export const dueRulesOf = (ctx: StoreContext): readonly DueRule[] =>
  storedDueRules(ctx) ?? defaultDueRules

/** Refuses a day that has not come, or on which the person no longer lived. */
export function checkDay(ctx: StoreContext, person: RosterPerson, date: Day): void {
  if (date > ctx.today) {
    throw failure('VALIDATION', `${date} 还没到，没有登记。评估做过之后再登记。`, {
      date: '不能晚于今天',
    })
  }
  const death = diedBefore(person.statuses, date)
  if (death !== null) {
    throw failure(
      'VALIDATION',
      `${person.name}已于 ${death} 去世，不能登记 ${date} 的评估，没有登记。请核对日期或人名。`,
      { date: `${person.name}已于 ${death} 去世` },
    )
  }
}

/** A level set by hand needs its reason; a level as computed needs none and keeps none. */
export function finalReasonFor(
  level: { computed: string; final: string },
  reason: string | null,
): string | null {
  if (level.final === level.computed) return null
  if (reason === null) {
    throw failure('VALIDATION', '最终等级与计算结果不同，请写明理由。没有登记。', {
      finalReason: '请写明理由',
    })
  }
  return reason
}

/** When it is due again: as typed, or by the rules in force on its day. */
export function nextDueFor(
  ctx: StoreContext,
  kind: ReviewKind,
  found: { date: Day; level: string },
  typed: Day | null | undefined,
): Day | null {
  if (typed === undefined) return nextDue(dueRulesOf(ctx), kind, found.level, found.date)
  if (typed !== null && typed <= found.date) {
    throw failure('VALIDATION', '下次评估应在本次之后，没有登记。请核对日期。', {
      nextDue: `应晚于 ${found.date}`,
    })
  }
  return typed
}

/** The person as forms and results head their page. */
export const headingOf = ({
  id,
  name,
  birthDate,
  villageName,
  villageGroupName,
}: RosterPerson): Pick<
  RosterPerson,
  'id' | 'name' | 'birthDate' | 'villageName' | 'villageGroupName'
> => ({ id, name, birthDate, villageName, villageGroupName })
