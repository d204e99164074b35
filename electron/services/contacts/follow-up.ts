import type { StoreContext, WriteContext } from '@db/context'
import { allHelpers } from '@db/repositories/helpers'
import type { EntryLine, FollowUp } from '@shared/contract/contacts'
import { failure } from '@shared/contract/failure'
import { compareDays } from '@shared/domain/calendar/days'
import { isComplete } from '@shared/domain/calendar/partial-date'
import type { Day } from '@shared/domain/calendar/types'
import { mayDo, type Right } from '@shared/domain/rights'
import { openHazard } from '../hazards'
import { checkIncident, openIncident } from '../incidents'
import { openNeed } from '../needs'

/** What a contact says that its 去向 is made of. */
export type Found = Pick<
  EntryLine,
  'dates' | 'problem' | 'helperId' | 'visitor' | 'startTime' | 'followUp'
>

const ledgers: Record<FollowUp['ledger'], { word: string; right: Right }> = {
  need: { word: '需求', right: 'needs.write' },
  hazard: { word: '隐患', right: 'hazards.write' },
  incident: { word: '强制报告', right: 'incidents.write' },
}

/** A case is told in the words of the problem, and its clock runs from a day known in full. */
export function checkFollowUp(ctx: StoreContext, found: Found): void {
  const { followUp, problem, dates, startTime } = found
  if (followUp === null) return
  const { word, right } = ledgers[followUp.ledger]
  if (!mayDo(ctx.operator.role, right))
    throw refused('FORBIDDEN', `您没有登记${word}的权限，走访没有登记。请去掉“去向”。`)
  if (problem === null) throw refused('VALIDATION', `转为${word}要先写明发现的问题，没有登记。`)
  if (!dates.every(isComplete))
    throw refused('VALIDATION', `转为${word}要写到哪一天，没有登记。请补上日期。`)
  if (followUp.ledger === 'incident') {
    const { kind } = followUp
    checkIncident(ctx, { kind, openedOn: lastOf(dates), discoveredAt: startTime })
  }
}

const lastOf = (dates: Found['dates']): Day => dates.toSorted(compareDays).at(-1)!

const refused = (code: 'FORBIDDEN' | 'VALIDATION', message: string) =>
  failure(code, message, { followUp: message })

/**
 * Opens the case in the change set of the contact, so that one undo takes both back.
 * @param contactIds the contacts just written, one for each of the days
 */
export function openFollowUp(
  ctx: WriteContext,
  recipientId: number,
  found: Found,
  contactIds: readonly number[],
): void {
  const { followUp, dates, problem, helperId, visitor, startTime } = found
  if (followUp === null) return
  const openedOn = lastOf(dates)
  const contactId = contactIds[dates.indexOf(openedOn)]
  const foundBy = (): string | null =>
    visitor ?? allHelpers(ctx).find(({ id }) => id === helperId)?.name ?? null
  switch (followUp.ledger) {
    case 'need': {
      const { kind, urgency } = followUp
      const facts = { kind, urgency, content: problem!, openedOn, contactId }
      openNeed(ctx, { recipientId, ...facts, source: 'visit' })
      return
    }
    case 'hazard': {
      const { kind, grade } = followUp
      const facts = { kind, grade, content: problem!, openedOn, contactId, foundBy: foundBy() }
      openHazard(ctx, { recipientId, ...facts, source: 'visit' })
      return
    }
    case 'incident':
      openIncident(ctx, {
        recipientId,
        kind: followUp.kind,
        openedOn,
        discoveredAt: startTime,
        discoveredBy: foundBy(),
        place: null,
        situation: problem!,
      })
  }
}
