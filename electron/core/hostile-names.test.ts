import ExcelJS from 'exceljs'
import { afterEach, describe, expect, it } from 'vitest'
import { openPackage, partText } from '@electron/documents/package'
import type { RegisterDefinition } from '@shared/domain/registers/definition'
import { fieldOfKind } from '@shared/domain/registers/arbitrary'
import { header, row, TestDesk } from '../services/imports/test-desk'
import { xlsx } from '../services/imports/test-workbooks'
import { ArtifactShelf } from './artifacts'
import { enterPeople } from './test-people'
import { closeTestVaults, finishedJob, openTestVault, type TestVault } from './test-vault'

/* What people are called, where it goes: into cells of Excel and names of files. */

afterEach(closeTestVaults)

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  `=cmd|'/c calc'!A0`,
  '=HYPERLINK("http://x","点")',
]

/** The files of what a job wrote, opened: all cells with text. */
async function textsIn(vault: TestVault, started: { jobId: number }): Promise<string[]> {
  const { status, result, error } = await finishedJob(vault.core, started.jobId)
  expect([status, error ?? null]).toEqual(['done', null])
  return textsOf(vault, (result as { artifactId: number }).artifactId)
}

async function textsOf(vault: TestVault, artifactId: number): Promise<string[]> {
  const texts: string[] = []
  for (const { bytes } of vault.core.artifacts.get(artifactId).files) {
    const parts = openPackage(bytes)
    for (const path of parts.keys())
      if (path.startsWith('xl/worksheets/')) expect(partText(parts, path)).not.toMatch(/<f[ >]/)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    for (const sheet of book.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)
          expect(cell.type).not.toBe(ExcelJS.ValueType.Hyperlink)
          if (typeof cell.value === 'string') texts.push(cell.value)
        }),
      )
  }
  return texts
}

/** Without the marks of space, which a cell may hold otherwise than the record does. */
const bare = (texts: readonly string[]): string[] => texts.map((text) => text.trim())

async function township() {
  const vault = await openTestVault()
  const [village] = await vault.must('villages.list', {})
  const people = enterPeople(
    vault,
    formulas.map((name) => ({ name, villageId: village!.id })),
  )
  return { vault, people }
}

const register = (name: string): RegisterDefinition => ({
  name,
  purpose: '',
  fields: [fieldOfKind('text', '事由', true)],
  states: [{ code: '登记', label: '登记', open: true, dueDays: null, dueField: null }],
  moves: [],
  numbering: null,
  groups: null,
  listed: ['事由'],
  figures: [],
})

// A bug these catch: whoever opens the list of a village runs what somebody wrote as a name.
describe('a name that Excel would calculate stays words', () => {
  it('in the list of people', async () => {
    const { vault } = await township()
    const started = await vault.must('recipients.export', {
      columns: ['name', 'village'],
      sort: 'entered',
    })
    expect(bare(await textsIn(vault, started))).toEqual(expect.arrayContaining(bare(formulas)))
  })

  it('in a ledger, with what was noted', async () => {
    const { vault, people } = await township()
    for (const [at, recipientId] of people.entries())
      await vault.must('needs.open', {
        recipientId,
        kind: 'medical',
        content: `${formulas[at]!}注`,
        openedOn: '2026-11-10',
      })
    const texts = bare(await textsIn(vault, await vault.must('needs.export', {})))
    expect(texts).toEqual(expect.arrayContaining(bare(formulas)))
    expect(texts).toEqual(expect.arrayContaining(bare(formulas.map((text) => `${text}注`))))
  })

  it('in a register of the office, whose own name is one', async () => {
    const { vault } = await township()
    const { id } = await vault.must('registers.create', { definition: register('=1+1簿') })
    for (const 事由 of formulas)
      await vault.must('registers.addEntry', {
        registerId: id,
        openedOn: '2026-11-10',
        values: { 事由 },
      })
    const started = await vault.must('registers.export', { filter: { registerId: id } })
    expect(bare(await textsIn(vault, started))).toEqual(expect.arrayContaining(bare(formulas)))
  })

  it('in the list of helpers', async () => {
    const { vault } = await township()
    const names = formulas.filter((name) => name === name.trim())
    for (const name of names) await vault.must('helpers.create', { name })
    const started = await vault.must('helpers.export', {})
    expect(bare(await textsIn(vault, started))).toEqual(expect.arrayContaining(names))
  })

  it('in the rows an import left out, whose file was called after a folder', async () => {
    const { vault } = await township()
    const desk = new TestDesk(vault)
    const bytes = await xlsx({
      rows: [
        header,
        ...formulas.map((text) =>
          row('盛玉兰', '女', '61099919380211', null, '下河村', '三组', null, null, text),
        ),
      ],
    })
    const importId = await desk.open(bytes, '..\\..\\nul.xlsx')
    const { artifact } = await desk.job<{ artifact: { artifactId: number } }>(
      vault.must('imports.saveLeftOut', { importId }),
    )
    const { artifactId } = artifact
    const texts = bare(await textsOf(vault, artifactId))
    expect(texts).toEqual(expect.arrayContaining(bare(formulas)))
    expect(vault.core.artifacts.get(artifactId).files[0]!.name).toBe('台账-nul-未入库.xlsx')
  })
})

const leadingOut = [
  '../../../启动',
  'C:\\Windows\\x',
  '\\\\主机\\共享',
  'nul',
  '名单\u0000.exe',
  '...',
  '长'.repeat(300),
]
// oxlint-disable-next-line no-control-regex -- control characters are among them
const unsafe = /[\\/:\u0000-\u001f]|^\.|[. ]$|^nul(\.|$)/

// A bug these catch: opening the paper of a register called `../../启动/x` writes outside the folder.
describe('a name that leads out of a folder names a file inside it', () => {
  it('whatever is put on the shelf of papers, under any title', () => {
    const shelf = new ArtifactShelf()
    for (const name of leadingOut) {
      const files = [name, name, `${name}.docx`].map((one) => ({
        name: one,
        bytes: new Uint8Array(1),
      }))
      const kept = shelf.get(shelf.put(name, files).artifactId)
      const names = [kept.title, ...kept.files.map((file) => file.name)]
      for (const one of names) {
        expect(one).not.toMatch(unsafe)
        expect(Buffer.byteLength(one)).toBeLessThanOrEqual(255)
      }
      expect(new Set(kept.files.map((file) => file.name)).size).toBe(3)
    }
  })

  it('in the export of a register and in its definition handed on', async () => {
    const { vault } = await township()
    for (const name of ['../../启动/x', 'C:\\x', 'nul']) {
      const { id } = await vault.must('registers.create', { definition: register(name) })
      const { fileName } = await vault.must('registers.definitionFile', { registerId: id })
      expect(fileName).not.toMatch(unsafe)
      await vault.must('registers.addEntry', {
        registerId: id,
        openedOn: '2026-11-10',
        values: { 事由: '火灾' },
      })
      const { jobId } = await vault.must('registers.export', { filter: { registerId: id } })
      const { artifactId } = (await finishedJob(vault.core, jobId)).result as {
        artifactId: number
      }
      expect(vault.core.artifacts.get(artifactId).files[0]!.name).not.toMatch(unsafe)
    }
  })

  it('in an attachment, as it is kept and as it is saved', async () => {
    const { vault, people } = await township()
    for (const name of leadingOut.map((one) => `${one.slice(0, 100)}.pdf`)) {
      const base64 = Buffer.from(`%PDF-1.7 ${name}`).toString('base64')
      const added = { entity: 'recipient' as const, recordId: people[0]!, name, base64 }
      const { id, name: kept } = await vault.must('attachments.add', added)
      expect(kept).not.toMatch(unsafe)
      const { artifactId } = await vault.must('attachments.download', { id })
      expect(vault.core.artifacts.get(artifactId).files[0]!.name).toBe(kept)
    }
  })
})
