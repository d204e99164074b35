import type { SampleAssociation, SampleStation } from '@shared/domain/sample/stations'
import type { ChangeWriter } from '../changes'
import { association, fireCheck, station } from '../schema'

/** Writes the sample's stations with their checks, and its associations of elders. */
export function writeSampleStations(
  writer: ChangeWriter,
  villageIds: readonly number[],
  stations: readonly SampleStation[],
  associations: readonly SampleAssociation[],
): void {
  for (const { villageIndex, checks, ...facts } of stations) {
    const villageId = villageIndex === null ? null : villageIds[villageIndex]!
    const stationId = writer.create(station, { ...facts, villageId })
    for (const check of checks) writer.create(fireCheck, { stationId, ...check })
  }
  for (const { villageIndex, ...facts } of associations)
    writer.create(association, { ...facts, villageId: villageIds[villageIndex]! })
}
