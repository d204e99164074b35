import { join } from 'node:path'
import { todayLocal } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { sampleCentre } from '@shared/domain/sample/wording'
import type { SampleRequest } from '@shared/domain/sample/township'
import { foundSample, sampleAccess } from '../services/sample'
import { createVault, type OpenVault } from './vault/vault'

export { sampleAccess, standardSample } from '../services/sample'

/** A township of another day was written in the morning of that day: a trial stands on it. */
function writtenAt(until: Day): Date {
  const now = new Date()
  return until === todayLocal(now) ? now : new Date(`${until}T08:00:00`)
}

/** Makes a vault with a sample township of any size; it opens with `sampleAccess`. */
export async function createSampleVault(options: {
  dataDir: string
  programDir: string
  request: SampleRequest
}): Promise<{ vault: OpenVault; operatorId: number }> {
  const now = writtenAt(options.request.until).toISOString()
  const { vault, operatorId } = await createVault({
    dataDir: options.dataDir,
    migrations: join(options.programDir, 'db', 'migrations'),
    centreName: sampleCentre.name,
    operatorName: sampleAccess.operatorName,
    password: sampleAccess.password,
    now,
    // Always the same ids: two sample townships of one size are equal to the last record.
    replica: 1,
    found: (opened) => foundSample(opened, options.request, now),
  })
  return { vault, operatorId }
}
