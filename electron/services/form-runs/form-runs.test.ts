import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf, OutputOf } from '@shared/contract'
import type { JobState } from '@shared/contract/jobs'
import { lintWord } from '@electron/documents/lint'
import { openPackage, partText } from '@electron/documents/package'
import { enterPeople } from '../../core/test-people'
import {
  coreOn,
  closeTestVaults,
  finishedJob,
  openTestVault,
  testFounding,
  type TestVault,
} from '../../core/test-vault'
import type { Core } from '../../core/core'

const crowd = 45

let vault: TestVault
let people: number[]

beforeAll(async () => {
  vault = await openTestVault()
  const villages = await vault.must('villages.list', {})
  people = enterPeople(
    vault,
    Array.from({ length: crowd }, (_, at) => ({
      name: `测试${String(at + 1).padStart(2, '0')}`,
      villageId: villages[at % 2]!.id,
    })),
  )
})
afterAll(closeTestVaults)

type Start = InputOf<'formRuns.start'>
type Made = OutputOf<'formRuns.start'>

async function begin(core: Core, input: Start): Promise<number> {
  const answer = await core.do('formRuns.start', input)
  if (!answer.ok) throw new Error(answer.error.message)
  return (answer.value as { jobId: number }).jobId
}

async function whole(input: Partial<Start>): Promise<{ made: Made; names: string[] }> {
  const state = await finishedJob(
    vault.core,
    await begin(vault.core, { people: { ids: people }, form: 'wallCard', ...input }),
  )
  return outcome(vault.core, state)
}

function outcome(core: Core, state: JobState): { made: Made; names: string[] } {
  if (state.status !== 'done') throw new Error(JSON.stringify(state.error ?? state.status))
  const made = state.result as Made
  return { made, names: core.artifacts.get(made.artifactId).files.map(({ name }) => name) }
}

/** Starts a run and cancels it once this many files are made. */
async function cutShort(files: number): Promise<number> {
  const jobId = await begin(vault.core, {
    people: { ids: people },
    form: 'wallCard',
    mode: 'separate',
  })
  const stop = vault.core.on((event) => {
    if (event.type === 'job' && event.job.id === jobId && event.job.done >= files)
      vault.core.do('jobs.cancel', { jobId }).catch(() => {})
  })
  const state = await finishedJob(vault.core, jobId)
  stop()
  expect(state.status).toBe('cancelled')
  const [run] = await vault.must('formRuns.list', {})
  return run!.id
}

const staged = (id: number): string[] => {
  const folder = join(vault.dataDir, 'staged', String(id))
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('a run over many people', () => {
  it('makes a file each, named by the pattern, in the order chosen', async () => {
    const { names, made } = await whole({ mode: 'separate', fileName: '{序号}_{村}_{姓名}' })
    expect(names).toHaveLength(crowd)
    expect(names[0]).toBe('001_下河村_测试01.docx')
    expect(names[1]).toBe('002_柳林村_测试02.docx')
    const results = await vault.must('formRuns.results', { id: made.runId })
    expect(results.map(({ file }) => file)).toEqual(names)
  })

  it('makes one sound file for each village', async () => {
    const { names, made } = await whole({ mode: 'perVillage' })
    expect(names).toEqual([
      '便民联系卡（A5墙贴）_下河村_23人.docx',
      '便民联系卡（A5墙贴）_柳林村_22人.docx',
    ])
    for (const { bytes } of vault.core.artifacts.get(made.artifactId).files)
      expect(lintWord(bytes)).toEqual([])
  })

  it('begins each person on an odd page for printing on both sides, where asked', async () => {
    const { made } = await whole({ newSheets: true })
    const [file] = vault.core.artifacts.get(made.artifactId).files
    const xml = partText(openPackage(file!.bytes), 'word/document.xml')
    expect(xml.match(/<w:type w:val="oddPage"\/>/g)!.length).toBeGreaterThanOrEqual(crowd - 1)
  })

  it('refuses a slip in the pattern before anything is made', async () => {
    const jobId = await begin(vault.core, {
      people: { ids: people },
      fileName: '{姓明}',
    })
    expect(await finishedJob(vault.core, jobId)).toMatchObject({
      status: 'failed',
      error: { code: 'VALIDATION', fields: { fileName: expect.stringContaining('{姓明}') } },
    })
  })
})

describe('a run that was cut short', () => {
  it('goes on where it stopped and makes nothing twice', async () => {
    const id = await cutShort(20)
    const before = staged(id)
    expect(before.length).toBeGreaterThanOrEqual(20)
    expect(before.length).toBeLessThan(crowd)
    const [run] = await vault.must('formRuns.list', {})
    expect(run).toMatchObject({ id, doneFiles: before.length, files: crowd, finishedAt: null })
    const kept = readFileSync(join(vault.dataDir, 'staged', String(id), before[0]!))
    expect(kept.toString('latin1')).not.toContain('[Content_Types].xml')

    const { jobId } = (await vault.must('formRuns.resume', { id })) as { jobId: number }
    const { names } = outcome(vault.core, await finishedJob(vault.core, jobId))
    expect(names).toHaveLength(crowd)
    expect(new Set(names).size).toBe(crowd)
    expect(staged(id)).toEqual([])
    expect(await vault.core.do('formRuns.resume', { id })).toMatchObject({ ok: true })
    expect((await vault.must('formRuns.list', {}))[0]!.finishedAt).not.toBeNull()
  })

  it('goes on after the program was closed, and leaves out who was hidden meanwhile', async () => {
    const id = await cutShort(20)
    await vault.core.close()
    const core = coreOn(vault.dataDir)
    const status = await core.do('vault.status', {})
    const operatorId = (status as { value: OutputOf<'vault.status'> }).value.operators[0]!.id
    await core.do('vault.unlock', { operatorId, password: testFounding.operator.password })
    await core.do('recipients.void', { id: people[0]!, reason: '录错', confirmed: true })
    const resumed = await core.do('formRuns.resume', { id })
    const { jobId } = (resumed as { value: { jobId: number } }).value
    const { made, names } = outcome(core, await finishedJob(core, jobId))
    expect(names).toHaveLength(crowd - 1)
    expect(made.leftOut).toBe(1)
    const results = await core.do('formRuns.results', { id })
    const { value } = results as { value: OutputOf<'formRuns.results'> }
    expect(value.find((one) => one.id === people[0])).toMatchObject({ file: null })
  })
})
