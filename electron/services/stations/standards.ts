import type { StoreContext, WriteContext } from '@db/context'
import { readSetting, writeSetting } from '@db/repositories/settings'
import { stationStandards } from '@shared/contract/stations'
import { usualStationStandards, type StationStandards } from '@shared/domain/stations/standards'

const key = 'stationStandards'

/** What the office's plan asks of stations; the usual where it set nothing. */
export function stationStandardsOf(ctx: StoreContext): StationStandards {
  const kept = stationStandards.safeParse(readSetting(ctx, key))
  return kept.success ? kept.data : usualStationStandards
}

export const saveStationStandards = (ctx: WriteContext, standards: StationStandards): void =>
  writeSetting(ctx, key, standards)
