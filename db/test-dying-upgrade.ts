import { migrate } from './migrate'
import { openConnection, storeOn } from './open'

/*
 * A program of its own, for a test: upgrades the database it is given and is gone, as in a power
 * cut, where a migration says `select die()`.
 */

const [database = '', key = '', migrations = ''] = process.argv.slice(2)
const connection = openConnection(database, Buffer.from(key, 'hex'), { mustExist: true })
// Too small for the change, so that half of it has reached the disk by then.
connection.pragma('cache_size=2')
connection.function('die', () => {
  process.kill(process.pid, 'SIGKILL')
  return 0
})
migrate(storeOn(connection), migrations, () => {})
