import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { flipBits } from './flips'
import { fillDisk } from './full-disk'
import { killUnderLoad } from './kills'
import { inFolder } from './trial'

/** `npm run faults -- [--kills N] [--rooms N] [--flips N]`: prints what became of the records as JSON. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    /** Full disks to try, each with four kilobytes more room than the one before. */
    rooms: { type: 'string', default: '100' },
    flips: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
  },
})
const [kills, rooms, flips] = [values.kills, values.rooms, values.flips].map(Number) as [
  number,
  number,
  number,
]
const say = (line: string): void => void process.stderr.write(`${line}\n`)

const killed =
  kills > 0 &&
  (await inFolder((folder) =>
    killUnderLoad({
      entry: [resolve(import.meta.dirname, '../../out/main/serve.js')],
      dataDir: join(folder, 'data'),
      kills,
      longest: 700,
      say,
    }),
  ))
const filled =
  rooms > 0 && (await fillDisk(Array.from({ length: rooms }, (_, at) => at * 4 * 1024)))
if (filled === null) say('full disk: not tried, making a small disk needs root on Linux')
const flipped = flips > 0 && (await flipBits(flips, Number(values.seed)))

process.stdout.write(
  `${JSON.stringify(
    {
      ...(killed && { killed }),
      ...(filled && { filled }),
      ...(flipped && { flipped }),
    },
    null,
    2,
  )}\n`,
)
const bad =
  (killed ? killed.lost + killed.corrupt : 0) +
  (filled ? filled.lost + filled.corrupt + filled.unexplained.length : 0) +
  (flipped ? flipped.silent.length + flipped.altered.length : 0)
process.exitCode = bad > 0 ? 1 : 0
