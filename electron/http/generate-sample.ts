import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { todayLocal } from '@shared/domain/calendar/days'
import { createSampleVault, sampleAccess, standardSample } from '../core/sample-vault'

/**
 * Entry of `npm run sample`: writes a sample township of any size into an empty folder and prints
 * one JSON line that says how to open it.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    recipients: { type: 'string', default: String(standardSample.recipients) },
    contacts: { type: 'string', default: String(standardSample.contacts) },
    years: { type: 'string', default: '10' },
    until: { type: 'string', default: todayLocal(new Date()) },
  },
})
const [recipients, contacts, years] = [values.recipients, values.contacts, values.years].map(Number)
const whole = (value: number | undefined, least: number): value is number =>
  value !== undefined && Number.isInteger(value) && value >= least
if (
  !values.data ||
  !whole(recipients, 1) ||
  !whole(contacts, 0) ||
  !whole(years, 1) ||
  !/^\d{4}-\d{2}-\d{2}$/.test(values.until)
) {
  process.stderr.write(
    '用法：npm run sample -- --data 文件夹 [--recipients 300] [--contacts 18000] [--years 10] [--until 2026-11-21]\n',
  )
  process.exit(2)
}
const dataDir = resolve(values.data)
const { vault, operatorId } = await createSampleVault({
  dataDir,
  programDir: resolve(import.meta.dirname, '../..'),
  request: { recipients, contacts, years, until: values.until },
})
vault.close()
process.stdout.write(
  `${JSON.stringify({ dataDir, operatorId, ...sampleAccess, recipients, contacts, until: values.until })}\n`,
)
