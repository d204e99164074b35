import type { StoreContext } from '@db/context'
import type { RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import { earliestDay, formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { PartialDate } from '@shared/domain/calendar/types'
import { diedBefore } from '@shared/domain/death'
import { helperOnFile } from '../helpers/access'

/** What no contact may say, whichever way it is entered. */

export function refuseFuture(ctx: StoreContext, date: PartialDate, field: string): void {
  const begun = earliestDay(date)
  if (begun === null || begun <= ctx.today) return
  throw failure('VALIDATION', `${formatPartialDate(date)}还没到，没有登记。走访做过之后再登记。`, {
    [field]: '不能晚于今天',
  })
}

/** Nobody is visited after their death. Other closed files may still be written to, late. */
export function refuseAfterClosing(person: RosterPerson, date: PartialDate): void {
  const begun = earliestDay(date)
  const death = begun && diedBefore(person.statuses, begun)
  if (death === null) return
  throw failure(
    'VALIDATION',
    `${person.name}已于 ${death} 去世，不能登记 ${formatPartialDate(date)} 的走访，没有登记任何人。请核对日期或人名。`,
    { recipientIds: `${person.name}已去世` },
  )
}

export function checkVisitor(ctx: StoreContext, { helperId }: { helperId: number | null }): void {
  if (helperId !== null) helperOnFile(ctx, helperId)
}
