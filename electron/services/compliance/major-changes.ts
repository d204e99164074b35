import { addMajorChange, findMajorChange, voidMajorChange } from '@db/repositories/major-changes'
import { loadRoster } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { majorChangesContract } from '@shared/contract/major-changes'
import { majorChangeLabel } from '@shared/domain/cadence/vocabulary'
import { compareDays } from '@shared/domain/calendar/days'
import { diedBefore } from '@shared/domain/death'
import type { HandlersOf } from '../../core/context'
import { requirePerson } from '../recipients/person'
import { changesOf } from './cadence-facts'

export const majorChangesHandlers: HandlersOf<typeof majorChangesContract> = {
  'majorChanges.list': (ctx, { recipientId, since }) => {
    const people = recipientId === undefined ? loadRoster(ctx) : [requirePerson(ctx, recipientId)]
    return people
      .flatMap((person) =>
        changesOf(ctx, person)
          .filter(({ date }) => since === undefined || date >= since)
          .map(({ date, kind }) => {
            const recorded = person.recordedChanges.find(
              (one) => one.date === date && one.kind === kind,
            )
            return {
              recipientId: person.id,
              recipientName: person.name,
              villageName: person.villageName || null,
              date,
              kind,
              id: recorded?.id ?? null,
              note: recorded?.note ?? null,
            }
          }),
      )
      .sort((a, b) => compareDays(b.date, a.date))
  },

  'majorChanges.record': (ctx, { recipientId, date, kind, note }) => {
    const person = requirePerson(ctx, recipientId)
    if (date > ctx.today) {
      throw failure('VALIDATION', '这一天还没到，没有登记。', { date: '不能晚于今天' })
    }
    if (diedBefore(person.statuses, date) !== null) {
      throw failure('VALIDATION', `${person.name}这天已经去世，没有登记。请核对日期或人名。`, {
        date: '晚于去世日期',
      })
    }
    if (changesOf(ctx, person).some((one) => one.date === date && one.kind === kind)) {
      throw failure(
        'CONFLICT',
        `${person.name} ${date} 的“${majorChangeLabel[kind]}”已经记着，没有重复登记。`,
      )
    }
    return { id: addMajorChange(ctx, { recipientId, date, kind, note }) }
  },

  'majorChanges.void': (ctx, { id, reason }) => {
    const change = findMajorChange(ctx, id)
    if (!change) throw failure('NOT_FOUND', '找不到这条重大变化，可能已被撤销。请刷新后再试。')
    requirePerson(ctx, change.recipientId)
    voidMajorChange(ctx, id, reason)
    return {}
  },
}
