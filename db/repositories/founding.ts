import type { Day } from '@shared/domain/calendar/types'
import { nationalMonthlyVisit } from '@shared/domain/cadence/rules'
import type { VillageKind } from '@shared/domain/vocabulary'
import type { ChangeWriter } from '../changes'
import { cadenceRule, centre, operator, village, villageName } from '../schema'

/** The day from which facts hold that a new centre simply knows: older than any record. */
export const BEGINNING_OF_RECORDS: Day = '1900-01-01'

/** The first records of a vault: centre, first operator (admin), villages, the national visit rule. */
export function foundCentre(
  writer: ChangeWriter,
  facts: {
    centre: {
      name: string
      province?: string
      county: string
      township: string
      regionCode?: string
    }
    villages: { name: string; kind: VillageKind }[]
    operatorName: string
  },
): { operatorId: number; villageIds: number[] } {
  writer.create(centre, facts.centre)
  const operatorId = writer.create(operator, { name: facts.operatorName, role: 'admin' })
  const villageIds = facts.villages.map(({ name, kind }, position) => {
    const villageId = writer.create(village, { kind, position, from: BEGINNING_OF_RECORDS })
    writer.create(villageName, { villageId, name, from: BEGINNING_OF_RECORDS })
    return villageId
  })
  for (const rule of nationalMonthlyVisit.rules) {
    writer.create(cadenceRule, {
      ...rule,
      kinds: [...rule.kinds],
      from: BEGINNING_OF_RECORDS,
      preset: nationalMonthlyVisit.key,
    })
  }
  return { operatorId, villageIds }
}
