import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Core } from '../core/core'
import { ThreadWorker } from '../core/worker-port'
import { startServer } from './server'

/**
 * Entry of the loopback host. Prints one JSON line `{"url","token"}` when ready and runs until it
 * is told to stop. `--today` lets a trial stand on another day.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    today: { type: 'string' },
  },
})
const port = Number(values.port ?? 0)
if (!values.data || !Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write('用法：npm run serve -- --data 文件夹 [--port 端口] [--today 2026-01-31]\n')
  process.exit(2)
}
const today = values.today
if (today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(today)) {
  process.stderr.write('--today 要写成 2026-01-31 的样子\n')
  process.exit(2)
}

const programDir = resolve(import.meta.dirname, '../..')
const core = new Core({
  dataDir: resolve(values.data),
  sampleDir: join(resolve(values.data), '样例镇'),
  programDir,
  worker: new ThreadWorker(join(import.meta.dirname, 'worker.js')),
  automaticBackups: true,
  ...(today && { now: () => new Date(`${today}T12:00:00`) }),
  checkOutput: process.env['SANGYU_CHECK_OUTPUT'] === '1',
})
const token = randomBytes(24).toString('base64url')
const { server, url } = await startServer({
  core,
  token,
  pagesDir: join(programDir, 'out', 'renderer'),
  port,
})
process.stdout.write(`${JSON.stringify({ url, token })}\n`)

let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  server.closeAllConnections()
  server.close()
  void core.close().then(() => process.exit(0))
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
