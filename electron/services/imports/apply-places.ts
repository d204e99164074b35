import { BEGINNING_OF_RECORDS } from '@db/repositories/founding'
import { addVillage, addVillageGroup, allVillages } from '@db/repositories/villages'
import type { CommandContext } from '../../core/context'
import { villageIdOf, type EvaluatedRow, type Office } from './office'

/** Where the people of an import live, by the names of the file. */
export interface Places {
  createdVillages: number
  villageId(name: string): number
  groupId(village: string, group: string | null): number | null
}

export function placeOf({ draft }: EvaluatedRow): { village: string | null; group: string | null } {
  const { village, villageGroup } = 'recipient' in draft ? draft.recipient : draft
  return { village, group: villageGroup }
}

/** Whether the row puts somebody into a village: a new file, or one that moves. */
function settles({ person, differences }: EvaluatedRow): boolean {
  return !person || differences.some(({ fact, taken }) => taken && fact.startsWith('village'))
}

/** Creates the villages the clerk confirmed and the groups named in them, each once. */
export function settlePlaces(
  ctx: CommandContext,
  office: Office,
  rows: readonly EvaluatedRow[],
): Places {
  const villages = new Map<string, number>()
  const groups = new Map<string, number>()
  for (const { id, groups: known } of office.villages.values())
    for (const [name, groupId] of known) groups.set(`${id}/${name}`, groupId)
  let position = Math.max(0, ...allVillages(ctx).map((village) => village.position + 1))
  let createdVillages = 0
  for (const row of rows) {
    if (row.kind === 'contacts' || !settles(row)) continue
    const { village: named, group } = placeOf(row)
    const village = named ?? row.person?.villageName ?? null
    if (village === null) continue
    let villageId = villages.get(village) ?? villageIdOf(office, village)
    if (villageId === null) {
      const kind = office.staged.work.villages[village]?.createAs ?? 'village'
      villageId = addVillage(ctx, { name: village, kind, from: BEGINNING_OF_RECORDS, position })
      position += 1
      createdVillages += 1
    }
    villages.set(village, villageId)
    const key = `${villageId}/${group}`
    if (group !== null && !groups.has(key))
      groups.set(key, addVillageGroup(ctx, { villageId, name: group, from: BEGINNING_OF_RECORDS }))
  }
  const villageId = (name: string): number => villages.get(name) ?? villageIdOf(office, name) ?? 0
  return {
    createdVillages,
    villageId,
    groupId: (village, group) =>
      group === null ? null : (groups.get(`${villageId(village)}/${group}`) ?? null),
  }
}
