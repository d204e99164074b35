import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Core } from '../core/core'
import { explainFailure } from '../core/failures'
import { Log } from '../core/log'
import type { ArtifactDescription, CoreMessage, CoreRequest } from '../core/process-messages'
import { vaultPaths } from '../core/vault/files'
import { ThreadWorker } from '../core/worker-port'

/** Entry of the utility process: the core, away from the window's process. */
const argument = (name: string): string | null =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null

let dataDir = argument('data')
const core = new Core({
  dataDir,
  sampleDir: argument('sample'),
  programDir: resolve(import.meta.dirname, '../..'),
  worker: new ThreadWorker(join(import.meta.dirname, 'worker.js')),
  automaticBackups: true,
})
const log = new Log(() => (dataDir ? vaultPaths(dataDir).logs : null))

const send = (message: CoreMessage): void => process.parentPort.postMessage(message)

core.on((event) => {
  if (event.type === 'vault') dataDir = event.dataDir
  send({ kind: 'event', event })
})

process.parentPort.on('message', ({ data }) => {
  void serve(data as CoreRequest)
})
send({ kind: 'ready' })

async function serve(request: CoreRequest): Promise<void> {
  switch (request.kind) {
    case 'call':
      send({ kind: 'reply', id: request.id, result: await core.call(request.name, request.input) })
      break
    case 'describeArtifact':
      reply(request.id, 'artifact', () => describe(request.artifactId))
      break
    case 'writeArtifact':
      reply(request.id, 'artifact', () => write(request.artifactId, request.target))
      break
    case 'unpackArtifact':
      reply(request.id, 'artifact', () => unpack(request.artifactId))
      break
    case 'close':
      await core.close()
      process.exit(0)
  }
}

function reply(id: number, op: string, work: () => unknown): void {
  try {
    send({ kind: 'reply', id, result: { ok: true, value: work() } })
  } catch (error) {
    send({ kind: 'reply', id, result: { ok: false, error: explainFailure(error, op, log) } })
  }
}

function describe(artifactId: number): ArtifactDescription {
  const { title, files } = core.artifacts.get(artifactId)
  return { title, fileNames: files.map((file) => file.name) }
}

function write(artifactId: number, target: string): string {
  const { files } = core.artifacts.get(artifactId)
  if (files.length === 1) {
    writeFileSync(target, files[0]!.bytes)
    return target
  }
  mkdirSync(target, { recursive: true })
  for (const file of files) writeFileSync(join(target, file.name), file.bytes)
  return target
}

function unpack(artifactId: number): string {
  const { title, files } = core.artifacts.get(artifactId)
  if (!dataDir) throw new Error('no data folder')
  const folder = join(vaultPaths(dataDir).opened, `${Date.now()}`)
  mkdirSync(folder, { recursive: true })
  return files.length === 1
    ? write(artifactId, join(folder, files[0]!.name))
    : write(artifactId, join(folder, title))
}
