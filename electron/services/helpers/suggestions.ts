import type { StoreContext } from '@db/context'
import { latestAnswers } from '@db/repositories/assessments'
import { dictionariesOf } from '@db/repositories/dictionaries'
import {
  addPairing,
  dismissPair,
  dismissedPairs,
  helperCapacities,
  pairKey,
  pairingsByRecipient,
  pairingsOfRecipient,
  reachesBeyond,
  servesOn,
  type Helper,
} from '@db/repositories/helpers'
import { allRecipients } from '@db/repositories/recipients'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import { allVillages, villageNameOn } from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import type {
  PairingSuggestion,
  pairingSuggestionsContract,
} from '@shared/contract/pairing-suggestions'
import { itemsOf } from '@shared/domain/assessments/scale'
import { findScale } from '@shared/domain/assessments/scales'
import { addDays } from '@shared/domain/calendar/days'
import { initialsOf } from '@shared/domain/names/pinyin-index'
import { surnameOf } from '@shared/domain/names/surname'
import { needsBathing } from '@shared/domain/pairings/bathing'
import type { Candidate, Needing, Offering } from '@shared/domain/pairings/candidates'
import { capacityOf } from '@shared/domain/pairings/capacity'
import { suggestPairings } from '@shared/domain/pairings/suggest'
import type { HandlersOf } from '../../core/context'
import { statedAge } from '../recipients/age'
import { requirePerson } from '../recipients/person'
import { helperOnFile, helperServing, visibleHelpers } from './access'
import { caseloads } from './caseloads'
import { helperNames, lastPairing, refuseClosed, unhelped } from './pairings'

const shownCandidates = 8

export const pairingSuggestionsHandlers: HandlersOf<typeof pairingSuggestionsContract> = {
  'pairings.suggest': (ctx, { villageId, recipientIds, leavingHelperId }) => {
    const people = whoNeedsOne(ctx, { recipientIds, leavingHelperId })
    // Placed all together before a village is picked out: the figures of a list must not depend on
    // how it is filtered.
    return suggestionsFor(ctx, people, leavingHelperId).filter(
      (one) => villageId === undefined || one.villageId === villageId,
    )
  },

  'pairings.assign': (ctx, { assignments, from, reason, allowOverload }) => {
    const people = new Map(
      assignments.map(({ recipientId }) => [recipientId, requirePerson(ctx, recipientId)]),
    )
    if (people.size < assignments.length) {
      throw failure('VALIDATION', '同一位老人选了两位帮扶人，没有保存。多人帮扶请用“结对”。')
    }
    const helpers = new Map<number, Helper>()
    for (const { helperId } of assignments)
      helpers.set(helperId, helpers.get(helperId) ?? helperServing(ctx, helperId, from))
    for (const person of people.values()) refuseClosed(person)
    for (const { recipientId, helperId } of assignments) {
      const taken = pairingsOfRecipient(ctx, recipientId).find((row) =>
        reachesBeyond(row, addDays(from, -1)),
      )
      if (!taken) continue
      const name = people.get(recipientId)!.name
      const same = taken.helperId === helperId ? '这一位' : '别人'
      throw failure(
        'CONFLICT',
        `${name}已经由${same}帮扶，这一批都没有保存。请刷新后再选。`,
        undefined,
        { recipientId },
      )
    }
    if (!allowOverload) refuseOverload(ctx, [...helpers.values()], assignments)
    return {
      ids: assignments.map(({ recipientId, helperId }) =>
        addPairing(ctx, { recipientId, helperId, from, mode: 'oneToOne', beginReason: reason }),
      ),
    }
  },

  'pairings.dismiss': (ctx, { recipientId, helperId }) => {
    requirePerson(ctx, recipientId)
    helperOnFile(ctx, helperId)
    if (!dismissedPairs(ctx).has(pairKey(recipientId, helperId)))
      dismissPair(ctx, recipientId, helperId)
    return {}
  },
}

function whoNeedsOne(
  ctx: StoreContext,
  asked: { recipientIds?: number[]; leavingHelperId?: number },
): RosterPerson[] {
  const { recipientIds, leavingHelperId } = asked
  if (recipientIds) return [...new Set(recipientIds)].map((id) => requirePerson(ctx, id))
  if (leavingHelperId === undefined) return unhelped(ctx)
  helperOnFile(ctx, leavingHelperId)
  return loadRoster(ctx).filter(
    ({ status, helpers }) =>
      status === 'active' &&
      helpers.length > 0 &&
      helpers.every(({ helperId }) => helperId === leavingHelperId),
  )
}

function suggestionsFor(
  ctx: StoreContext,
  people: readonly RosterPerson[],
  leavingHelperId: number | undefined,
): PairingSuggestion[] {
  const helpers = visibleHelpers(ctx).filter(
    (helper) =>
      helper.id !== leavingHelperId &&
      servesOn(helper, ctx.today) &&
      (helper.from === null || helper.from <= ctx.today),
  )
  const dismissed = dismissedPairs(ctx)
  const suggestions = new Map(
    suggestPairings(needings(ctx, people), offerings(ctx, helpers), (personId, helperId) =>
      dismissed.has(pairKey(personId, helperId)),
    ).map((one) => [one.personId, one]),
  )
  const onFile = new Map(helpers.map((helper) => [helper.id, helper]))
  const villages = new Map(allVillages(ctx).map((one) => [one.id, villageNameOn(one, ctx.today)]))
  const names = helperNames(ctx)
  const pairings = pairingsByRecipient(ctx)
  const told = ({ helper, reasons }: Candidate): PairingSuggestion['candidates'][number] => {
    const { unit, villageId } = onFile.get(helper.id)!
    return {
      helperId: helper.id,
      helperName: helper.name,
      unit,
      villageName: villageId === null ? null : (villages.get(villageId) ?? null),
      caseload: helper.caseload,
      capacity: helper.capacity,
      reasons: [...reasons],
    }
  }
  return people.map((person): PairingSuggestion => {
    const { proposal, unplaced, candidates } = suggestions.get(person.id)!
    const last = lastPairing(pairings.get(person.id) ?? [])
    // The proposal may be no favourite where others were full: it is shown all the same.
    const best = candidates.slice(0, shownCandidates)
    return {
      recipientId: person.id,
      recipientName: person.name,
      initials: person.initials ?? initialsOf(person.name),
      gender: person.gender,
      age: statedAge(ctx, person.birthDate),
      villageId: person.villageId,
      villageName: person.villageName || null,
      groupName: person.villageGroupName || null,
      needsBathing: bathes(ctx, person),
      lastHelper: last && (names.get(last.helperId) ?? null),
      proposal: proposal && told(proposal),
      unplaced,
      candidates: (proposal && !best.includes(proposal) ? [...best, proposal] : best).map(told),
    }
  })
}

function needings(ctx: StoreContext, people: readonly RosterPerson[]): Needing[] {
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    surname: surnameOf(person.name),
    gender: person.gender,
    villageId: person.villageId,
    villageGroupId: person.villageGroupId,
    needsBathing: bathes(ctx, person),
    family: person.family.map(({ name, phones, relation }) => ({
      name,
      phones,
      relation: relation && dictionariesOf(ctx).label('relation', relation),
    })),
  }))
}

function offerings(ctx: StoreContext, helpers: readonly Helper[]): Offering[] {
  const loads = caseloads(ctx)
  const capacities = helperCapacities(ctx)
  const villagesOf = new Map<number, Set<number>>()
  for (const person of loadRoster(ctx)) {
    if (person.status !== 'active' || person.villageId === null) continue
    for (const { helperId } of person.helpers)
      villagesOf.set(helperId, (villagesOf.get(helperId) ?? new Set()).add(person.villageId))
  }
  return helpers.map((helper) => ({
    id: helper.id,
    name: helper.name,
    surname: surnameOf(helper.name),
    gender: helper.gender,
    isRelative: helper.kind === 'relative',
    phones: helper.phones,
    villageId: helper.villageId,
    villageGroupId: helper.villageGroupId,
    servedVillageIds: helper.servedVillageIds,
    helpsInVillageIds: [...(villagesOf.get(helper.id) ?? [])],
    caseload: loads.get(helper.id)?.caseload ?? 0,
    capacity: capacityOf(helper, capacities),
  }))
}

function bathes(ctx: StoreContext, person: RosterPerson): boolean {
  return needsBathing({
    selfCare: person.selfCare,
    serviceNeeds: allRecipients(ctx).get(person.id)?.serviceNeeds ?? [],
    assessed: assessedForBathing(ctx, person.id),
  })
}

/** Whether the latest assessment that asks about 洗澡 found that help is needed. */
function assessedForBathing(ctx: StoreContext, recipientId: number): boolean | null {
  for (const { scale, version, answers } of latestAnswers(ctx).get(recipientId) ?? []) {
    const asked = findScale(scale, version)
    const item = asked && itemsOf(asked).find(({ code }) => code === 'bathing')
    const points = answers['bathing']
    if (item && points !== undefined) return points < item.anchors[0]!.points
  }
  return null
}

/** Nobody is given more than they take unless the clerk says so. */
function refuseOverload(
  ctx: StoreContext,
  helpers: readonly Helper[],
  assignments: readonly { helperId: number }[],
): void {
  const loads = caseloads(ctx)
  const capacities = helperCapacities(ctx)
  const over = helpers.flatMap((helper) => {
    const added = assignments.filter(({ helperId }) => helperId === helper.id).length
    const after = (loads.get(helper.id)?.caseload ?? 0) + added
    const capacity = capacityOf(helper, capacities)
    return after > capacity ? [`${helper.name}（最多 ${capacity} 人，将到 ${after} 人）`] : []
  })
  if (over.length === 0) return
  throw failure(
    'CONFLICT',
    `超过最多帮扶人数：${over.slice(0, 5).join('、')}${over.length > 5 ? ` 等 ${over.length} 人` : ''}。这一批都没有保存。`,
    { assignments: '超过最多帮扶人数' },
    { overload: over.length },
  )
}
