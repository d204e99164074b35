import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import {
  addFeedback,
  allFeedback,
  feedbackPeriod,
  findFeedback,
  setFeedbackPeriod,
  updateFeedback,
  voidFeedback,
  type Feedback,
} from '@db/repositories/feedback'
import { allHelpers, pairKey, pairingsByRecipient } from '@db/repositories/helpers'
import {
  derivedFromRoster,
  findInRoster,
  loadRoster,
  type RosterPerson,
} from '@db/repositories/roster'
import { loadVillages } from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import type { feedbackContract } from '@shared/contract/feedback'
import { earliestDay } from '@shared/domain/calendar/partial-date'
import type { Day } from '@shared/domain/calendar/types'
import { askingPeriodOn } from '@shared/domain/feedback/period'
import { compareGroupNames } from '@shared/domain/group-order'
import { ranksOf } from '@shared/domain/ranks'
import { initialsOf } from '@shared/domain/names/pinyin-index'
import type { HandlersOf } from '../../core/context'
import { helperOnFile } from '../helpers/access'
import { requirePerson } from '../recipients/person'

export const feedbackHandlers: HandlersOf<typeof feedbackContract> = {
  'feedback.pending': (ctx, { villageId, helperId }) => {
    if (helperId !== undefined) helperOnFile(ctx, helperId)
    const period = askingPeriodOn(feedbackPeriod(ctx), ctx.today)
    const answered = answeredIn(ctx, period.from, period.to)
    const helpers = new Map(allHelpers(ctx).map((helper) => [helper.id, helper]))
    const initials = initialsOfAll(ctx)
    // Village by village and group by group, as the cards are handed out.
    const order = new Map(loadVillages(ctx).map(({ id }, position) => [id, position]))
    const place = ({ villageId }: RosterPerson): number => order.get(villageId ?? 0) ?? Infinity
    const people = loadRoster(ctx).filter(
      (person) =>
        person.status === 'active' && (villageId === undefined || person.villageId === villageId),
    )
    const groups = ranksOf(
      people.map(({ villageGroupName }) => villageGroupName),
      compareGroupNames,
    )
    const groupPlace = (person: RosterPerson): number => groups.get(person.villageGroupName)!
    const askings = people
      .toSorted((a, b) => place(a) - place(b) || groupPlace(a) - groupPlace(b) || a.id - b.id)
      .flatMap((person) =>
        person.helpers
          .filter((one) => helperId === undefined || one.helperId === helperId)
          .map((one) => ({
            recipientId: person.id,
            archiveNo: person.archiveNo,
            recipientName: person.name,
            initials: initials.get(person.id)!,
            villageId: person.villageId,
            villageName: person.villageName || null,
            groupName: person.villageGroupName || null,
            helperId: one.helperId,
            helperName: one.helperName,
            unit: helpers.get(one.helperId)?.unit ?? null,
          })),
      )
    const unanswered = askings.filter(
      (one) => !answered.has(pairKey(one.recipientId, one.helperId)),
    )
    const { name, phone } = getCentre(ctx)
    return {
      period: period.title,
      from: period.from,
      to: period.to,
      asked: askings.length - unanswered.length,
      centre: { name, phone },
      people: unanswered,
    }
  },

  'feedback.list': (ctx, { recipientId, helperId, villageId, from }) => {
    if (recipientId !== undefined) requirePerson(ctx, recipientId)
    if (helperId !== undefined) helperOnFile(ctx, helperId)
    const names = new Map(allHelpers(ctx).map((helper) => [helper.id, helper.name]))
    return allFeedback(ctx).flatMap((row) => {
      const person = findInRoster(ctx, row.recipientId)
      if (!person) return []
      if (recipientId !== undefined && row.recipientId !== recipientId) return []
      if (helperId !== undefined && row.helperId !== helperId) return []
      if (villageId !== undefined && person.villageId !== villageId) return []
      if (from !== undefined && row.date < from) return []
      const { id, revision, date, enteredAt, rating, words, way, askedBy } = row
      return [
        {
          id,
          revision,
          recipientId: row.recipientId,
          recipientName: person.name,
          villageName: person.villageName || null,
          helperId: row.helperId,
          helperName: names.get(row.helperId) ?? '',
          date,
          enteredAt,
          rating,
          words,
          way,
          askedBy,
        },
      ]
    })
  },

  'feedback.record': (ctx, { entries }) => {
    const seen = new Set<string>()
    const helped = pairingsByRecipient(ctx)
    const kept = new Set(
      allFeedback(ctx).map((row) => `${pairKey(row.recipientId, row.helperId)} ${row.date}`),
    )
    entries.forEach((entry, at) => {
      const person = requirePerson(ctx, entry.recipientId)
      refuseFuture(ctx, entry.date, `entries.${at}.date`)
      const key = pairKey(entry.recipientId, entry.helperId)
      const pairings = (helped.get(entry.recipientId) ?? []).filter(
        (one) => one.helperId === entry.helperId,
      )
      if (pairings.length === 0) {
        throw failure('VALIDATION', `${person.name}没有由这位帮扶人帮扶过，没有保存。`, {
          [`entries.${at}.helperId`]: '没有结对过',
        })
      }
      // A pairing whose beginning is known to the month may have begun on its first day.
      if (!pairings.some(({ from }) => (earliestDay(from) ?? from) <= entry.date)) {
        throw failure('VALIDATION', `${person.name}那天还没有由这位帮扶人帮扶，没有保存。`, {
          [`entries.${at}.date`]: '那天还没有结对',
        })
      }
      if (seen.has(key) || kept.has(`${key} ${entry.date}`)) {
        throw failure('CONFLICT', `${person.name}这一天的反馈已经登记过，这一批都没有保存。`, {
          [`entries.${at}.date`]: '已登记过',
        })
      }
      seen.add(key)
    })
    return { ids: entries.map((entry) => addFeedback(ctx, entry)) }
  },

  'feedback.update': (ctx, { id, revision, ...said }) => {
    feedbackOnFile(ctx, id)
    refuseFuture(ctx, said.date, 'date')
    updateFeedback(ctx, id, said, revision)
    return {}
  },

  'feedback.void': (ctx, { id, reason }) => {
    feedbackOnFile(ctx, id)
    voidFeedback(ctx, id, reason)
    return {}
  },

  'feedback.settings': (ctx) => ({ period: feedbackPeriod(ctx) }),

  'feedback.setSettings': (ctx, { period }) => {
    setFeedbackPeriod(ctx, period)
    return {}
  },
}

/** Everybody's pinyin initials: worked out once for thousands of rows, not at every asking. */
const initialsOfAll = (ctx: StoreContext): ReadonlyMap<number, string> =>
  derivedFromRoster(
    ctx,
    'feedback.initials',
    (people) => new Map(people.map(({ id, name, initials }) => [id, initials ?? initialsOf(name)])),
  )

/** Pairs that answered between two days. */
function answeredIn(ctx: StoreContext, from: Day, to: Day): ReadonlySet<string> {
  return new Set(
    allFeedback(ctx)
      .filter(({ date }) => from <= date && date <= to)
      .map(({ recipientId, helperId }) => pairKey(recipientId, helperId)),
  )
}

function feedbackOnFile(ctx: StoreContext, id: number): Feedback {
  const row = findFeedback(ctx, id)
  if (!row) throw failure('NOT_FOUND', '找不到这条反馈，可能已被更正隐去。请刷新后再试。')
  requirePerson(ctx, row.recipientId)
  return row
}

function refuseFuture(ctx: StoreContext, date: Day, field: string): void {
  if (date <= ctx.today) return
  throw failure('VALIDATION', '反馈日期在今天以后，没有保存。', { [field]: '不能晚于今天' })
}
