import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Core } from '../../electron/core/core'
import { finishedJob, testFounding } from '../../electron/core/test-vault'
import { inlineWorker, ThreadWorker } from '../../electron/core/worker-port'
import { startServer } from '../../electron/http/server'
import { damagedJson, valueFor, type Schema } from './json-damage'
import type { FuzzSubject } from './subject'

interface Operation {
  name: string
  kind: string
  input: Schema
}
interface Answer {
  ok: boolean
  value?: unknown
  error?: { code: string; message: string }
}

/** What ends the session the other calls need, or asks for a password again and again. */
const endsTheSession = new Set(['vault.lock', 'session.changePassword', 'vault.renewKeys'])

/** Every operation of the contract through the loopback host, as its schema has it and spoiled. */
export async function contract(options: { threads: boolean }): Promise<FuzzSubject> {
  const programDir = resolve(import.meta.dirname, '../..')
  const dataDir = mkdtempSync(join(tmpdir(), 'sangyu-fuzz-'))
  const worker = options.threads
    ? new ThreadWorker(join(programDir, 'out/main/worker.js'))
    : inlineWorker()
  const core = new Core({ dataDir, programDir, worker, now: () => new Date('2026-11-21T09:00:00') })
  const token = randomBytes(16).toString('hex')
  const { server, url } = await startServer({ core, token, pagesDir: dataDir, port: 0 })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const send = async (name: string, body: string): Promise<Answer> =>
    (await fetch(`${url}api/${name}`, { method: 'POST', headers, body })).json() as Promise<Answer>
  const valueOf = async (name: string, input: unknown): Promise<unknown> => {
    const { ok, value, error } = await send(name, JSON.stringify(input))
    if (!ok) throw new Error(`${name}: ${error?.code} ${error?.message}`)
    return value
  }

  await valueOf('vault.create', testFounding)
  const villages = (await valueOf('villages.list', {})) as { id: number }[]
  const person = (await valueOf('recipients.create', {
    facts: { name: '尉迟彩霞' },
    villageId: villages[0]!.id,
    from: '2026-01-01',
    allowSimilar: true,
  })) as { id: number }
  const ids = [person.id, ...villages.map(({ id }) => id)]
  const described = (await (await fetch(`${url}api`, { headers })).json()) as {
    operations: Operation[]
  }
  const operations = described.operations.filter(({ name }) => !endsTheSession.has(name))
  /** The last act recorded: a refused call must leave it as it was. */
  const lastAct = async (): Promise<string> =>
    JSON.stringify(await valueOf('audit.list', { limit: 1 }))

  async function feed(operation: Operation, body: string): Promise<'taken' | 'refused'> {
    const before = await lastAct()
    const answer = await send(operation.name, body)
    const { error } = operation.kind === 'job' && answer.ok ? await ended(answer) : answer
    if (!error) return 'taken'
    if (error.code === 'INTERNAL') throw new Error(error.message)
    if ((await lastAct()) !== before) throw new Error(`refused (${error.code}), and wrote`)
    return 'refused'
  }

  async function ended(answer: Answer): Promise<Answer> {
    const { error } = await finishedJob(core, (answer.value as { jobId: number }).jobId)
    return error ? { ok: false, error } : { ok: true }
  }

  return {
    input(chance) {
      const operation = chance.pick(operations)
      const body = damagedJson(valueFor(operation.input, chance, ids), chance)
      return {
        made: `${operation.name} ${body.slice(0, 200)}`,
        feed: () => feed(operation, body),
      }
    },
    /** What is taken may write; what is refused is looked at call by call. */
    fingerprint: async () => '',
    async close() {
      server.closeAllConnections()
      server.close()
      await core.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
