import { addHelper, addPairing } from '@db/repositories/helpers'
import { archiveNumbers, enterRecipient } from '@db/repositories/recipients'
import type { ImportResult } from '@shared/contract/imports'
import { latestDay } from '@shared/domain/calendar/partial-date'
import type { HelperDraft } from '@shared/domain/imports/draft'
import type { WritingContext } from './apply'
import { takenChain, writeChain, type ChainOfPerson } from './apply-chain'
import { findHelper, helperKey, isPaired } from './evaluate-pairings'
import { villageIdOf, type EvaluatedRow, type Office } from './office'
import { writeTaken } from './row-difference'

/** Helpers, each once, and whom they help; with the clerk's word also files of people found here. */
export function writePairings(
  writing: WritingContext,
  rows: readonly EvaluatedRow<'pairings'>[],
): { people: number; helpers: ImportResult['helpers']; pairings: ImportResult['pairings'] } {
  const { ctx, office, batchId, from } = writing
  const helpers = knownHelpers(office, rows)
  const paired = pairsOnFile(office, rows, helpers)
  const nextArchiveNo = archiveNumbers(ctx)
  const opened = new Map<string, number>()
  const result = {
    people: 0,
    helpers: { created: 0, updated: 0 },
    pairings: { created: 0, updated: 0, unchanged: 0 },
  }
  const chains: ChainOfPerson[] = []
  for (const row of rows) {
    const whose = newPersonKey(row)
    let recipientId = row.person?.id ?? opened.get(whose)
    if (recipientId === undefined) {
      recipientId = openFile(writing, row, nextArchiveNo())
      opened.set(whose, recipientId)
      result.people += 1
    }
    const { village } = row.draft.recipient
    chains.push({
      recipientId,
      villageId: row.person ? row.person.villageId : writing.places.villageId(village ?? ''),
      chain: takenChain(row),
    })
    const updated = writeTaken(ctx, row.differences)
    if (updated.has('helper')) result.helpers.updated += 1
    for (const draft of row.draft.helpers) {
      const key = helperKey(draft)
      let helperId = helpers.get(key)
      if (helperId === undefined) {
        helperId = enterHelper(writing, draft)
        helpers.set(key, helperId)
        result.helpers.created += 1
      }
      if (paired.has(`${helperId}>${recipientId}`)) {
        result.pairings[updated.has('pairing') ? 'updated' : 'unchanged'] += 1
        continue
      }
      const { since, until, mode, commitment, frequency, hours } = row.draft
      addPairing(ctx, {
        helperId,
        recipientId,
        from: since ?? from,
        // `2026` as an end means up to the last day it can mean; the beginning may stay partial.
        to: until && latestDay(until),
        mode,
        commitment,
        frequency,
        hours,
        importId: batchId,
      })
      result.pairings.created += 1
    }
  }
  writeChain(writing, chains)
  return result
}

function knownHelpers(
  office: Office,
  rows: readonly EvaluatedRow<'pairings'>[],
): Map<string, number> {
  const known = new Map<string, number>()
  for (const { draft } of rows)
    for (const helper of draft.helpers) {
      const found = known.has(helperKey(helper)) ? undefined : findHelper(office, helper)
      if (found) known.set(helperKey(helper), found.id)
    }
  return known
}

function pairsOnFile(
  office: Office,
  rows: readonly EvaluatedRow<'pairings'>[],
  helpers: ReadonlyMap<string, number>,
): Set<string> {
  const pairs = new Set<string>()
  for (const { person, draft } of rows)
    for (const helper of draft.helpers) {
      const id = helpers.get(helperKey(helper))
      if (person && id !== undefined && isPaired(office, id, person.id))
        pairs.add(`${id}>${person.id}`)
    }
  return pairs
}

function enterHelper({ ctx, office, batchId }: WritingContext, draft: HelperDraft): number {
  const { name, gender, kind, unit, position, phones, phoneLabels, capacity, address } = draft
  const served = draft.serves.map((written) => [written, villageIdOf(office, written)] as const)
  const unknown = served.flatMap(([written, id]) => (id === null ? [written] : []))
  return addHelper(ctx, {
    name,
    gender,
    kind,
    unit,
    post: position,
    phones,
    phoneLabels,
    capacity,
    servedVillageIds: served.flatMap(([, id]) => id ?? []),
    // A village the office does not have is kept in words.
    note: unknown.length > 0 ? `服务的村（社区）：${unknown.join('、')}` : null,
    address,
    ...placeNamedIn(office, address ?? ''),
    importId: batchId,
  })
}

/** The village that an address names, and the group after it: 青石镇下河村三组12号. */
function placeNamedIn(
  office: Office,
  address: string,
): { villageId: number | null; villageGroupId: number | null } {
  const named = [...office.villages]
    .filter(([name]) => address.includes(name))
    .sort(([a], [b]) => b.length - a.length)
  const [village] = named
  if (!village) return { villageId: null, villageGroupId: null }
  const [name, { id, groups }] = village
  const rest = address.slice(address.indexOf(name) + name.length)
  const group = [...groups].find(([one]) => one !== '' && rest.startsWith(one))
  return { villageId: id, villageGroupId: group?.[1] ?? null }
}

/** Rows of several helpers about one person who is not on file yet are about one person. */
function newPersonKey({ draft: { recipient } }: EvaluatedRow<'pairings'>): string {
  const { idNumber, name, birthDate, village, villageGroup } = recipient
  return idNumber ?? [name, birthDate, village, villageGroup].join('/')
}

/** A file of what the register knows of somebody who was not on file. */
function openFile(
  { ctx, office, places, batchId, from }: WritingContext,
  { draft: { recipient } }: EvaluatedRow<'pairings'>,
  archiveNo: string,
): number {
  const village = recipient.village ?? ''
  return enterRecipient(ctx, {
    facts: {
      archiveNo,
      name: recipient.name,
      gender: recipient.gender,
      idNumber: recipient.idNumber,
      birthDate: recipient.birthDate,
      phones: recipient.phones,
      importId: batchId,
    },
    villageId: places.villageId(village),
    villageGroupId: places.groupId(village, recipient.villageGroup),
    groups: ['elder'],
    from,
    reason: `导入：${office.staged.fileName}`,
  })
}
