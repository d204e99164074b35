import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { composeResidentId } from '@shared/domain/identity/resident-id'
import { closeTestVaults, finishedJob, openTestVault, type TestVault } from '../../core/test-vault'

let vault: TestVault
let ids: number[] = []
const idNumber = composeResidentId('610999', '1934-12-21', 2)

beforeAll(async () => {
  vault = await openTestVault()
  const [village] = await vault.must('villages.list', {})
  const people: InputOf<'recipients.create'>['facts'][] = [
    { name: '尉迟彩霞', idNumber, phones: ['13900001111'], allergies: '=青霉素' },
    { name: '解旺', familyDoctor: '周医生' },
    { name: '仇大山' },
  ]
  for (const facts of people) {
    const { id } = await vault.must('recipients.create', {
      facts,
      villageId: village!.id,
      from: '2024-01-01',
    })
    ids.push(id)
  }
})
afterAll(closeTestVaults)

const recordOf = (id: number) => vault.must('recipients.file', { id })
const doctors = () => Promise.all(ids.map(async (id) => (await recordOf(id)).facts.familyDoctor))
const setDoctor = { facts: { familyDoctor: '周医生' } }

async function applyAll(change: InputOf<'recipients.bulkEdit'>['change']) {
  const { lines } = await vault.must('recipients.bulkPreview', { ids, change })
  const people = lines.map(({ id, revision }) => ({ id, revision }))
  return vault.must('recipients.bulkEdit', { people, change })
}

describe('many people at once', () => {
  it('shows what changes for whom, changes that, and takes it back as one act', async () => {
    const before = await doctors()
    const preview = await vault.must('recipients.bulkPreview', { ids, change: setDoctor })
    expect(preview.unchanged).toBe(1)
    expect(preview.lines).toMatchObject([
      { name: '尉迟彩霞', from: '家庭医生：空', to: '家庭医生：周医生' },
      { name: '仇大山' },
    ])
    expect(await doctors()).toEqual(before)
    const { changed, changeSetId } = await applyAll(setDoctor)
    expect(changed).toBe(2)
    expect(await doctors()).toEqual(['周医生', '周医生', '周医生'])
    expect(await vault.must('changes.latestOwn', {})).toMatchObject({
      changeSetId,
      operation: 'recipients.bulkEdit',
      records: 2,
      obstacle: null,
    })
    await vault.must('changes.undo', { changeSetId })
    expect(await doctors()).toEqual(before)
    expect(await vault.must('changes.latestOwn', {})).toBeNull()
    expect(await vault.core.do('changes.undo', { changeSetId })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
  })

  it('changes nobody when one of them was saved after the preview', async () => {
    const { lines } = await vault.must('recipients.bulkPreview', { ids, change: setDoctor })
    const last = ids[2]!
    const { revision } = await recordOf(last)
    await vault.must('recipients.update', { id: last, revision, facts: { remark: '改过' } })
    const people = lines.map(({ id, revision }) => ({ id, revision }))
    const before = await doctors()
    expect(await vault.core.do('recipients.bulkEdit', { people, change: setDoctor })).toMatchObject(
      {
        error: { code: 'CONFLICT', message: expect.stringContaining('仇大山') },
      },
    )
    expect(await doctors()).toEqual(before)
  })

  it('sets risk levels and groups from today on, and nobody is left without a group', async () => {
    const risk = { riskLevel: 'high' as const, reason: '汛期排查' }
    const { changeSetId } = await applyAll(risk)
    expect((await recordOf(ids[0]!)).riskLevel).toBe('high')
    await vault.must('changes.undo', { changeSetId })
    expect((await recordOf(ids[0]!)).riskLevel).toBeNull()

    await applyAll({ group: 'extremePoverty', joins: true, reason: '新认定' })
    expect((await recordOf(ids[0]!)).groups).toEqual(['elder', 'extremePoverty'])
    await applyAll({ group: 'elder', joins: false, reason: '误列' })
    const { lines } = await vault.must('recipients.bulkPreview', {
      ids,
      change: { group: 'extremePoverty', joins: false, reason: '试' },
    })
    expect(lines).toEqual([])
  })

  it('takes back only the last own act', async () => {
    const { changeSetId } = await applyAll({ facts: { medicalInsurance: '城乡居民医保' } })
    const { revision } = await recordOf(ids[0]!)
    await vault.must('recipients.update', {
      id: ids[0]!,
      revision,
      facts: { remark: '之后改的' },
    })
    expect(await vault.core.do('changes.undo', { changeSetId })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    expect((await recordOf(ids[0]!)).facts.medicalInsurance).toBe('城乡居民医保')
  })

  it('refuses what it cannot read, and what is no safe field', async () => {
    const facts = { familyDoctorPhone: '12' }
    expect(
      await vault.core.call('recipients.bulkPreview', { ids, change: { facts } }),
    ).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    expect(
      await vault.core.call('recipients.bulkPreview', { ids, change: { facts: { name: '同名' } } }),
    ).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
  })
})

it('keeps views and columns of an operator, and replaces a view of the same name', async () => {
  expect(await vault.must('recipientLists.own', {})).toEqual({ columns: null, views: [] })
  const columns = ['name' as const, 'familyDoctor' as const]
  await vault.must('recipientLists.setColumns', { columns })
  const view = { name: '独居老人', conditions: { category: 'livingAlone' }, columns }
  await vault.must('recipientLists.saveView', { ...view, conditions: {} })
  await vault.must('recipientLists.saveView', view)
  expect(await vault.must('recipientLists.own', {})).toEqual({ columns, views: [view] })
  await vault.must('recipientLists.removeView', { name: view.name })
  expect((await vault.must('recipientLists.own', {})).views).toEqual([])
})

it('answers the facts of the file that a list asks for', async () => {
  const { rows } = await vault.must('recipients.list', { fields: ['idNumber'], sort: 'entered' })
  expect(rows.map(({ facts }) => facts)).toEqual([
    { idNumber },
    { idNumber: null },
    { idNumber: null },
  ])
})

describe('export', () => {
  const columns = ['name', 'idNumber', 'phone', 'allergies', 'village'] as const
  async function cellsOf(name: 'recipients.export' | 'recipients.exportFull', more: object = {}) {
    const input = { columns: [...columns], sort: 'entered' as const, ...more }
    const answer = await vault.core.call(name, input)
    if (!answer.ok) throw new Error(answer.error.message)
    const state = await finishedJob(vault.core, (answer.value as { jobId: number }).jobId)
    expect(state).toMatchObject({ status: 'done' })
    const { artifactId } = state.result as { artifactId: number }
    const [file] = vault.core.artifacts.get(artifactId).files
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(file!.bytes as never)
    const row = book.worksheets[0]!.getRow(3)
    return columns.map((_, at) => row.getCell(at + 1))
  }

  it('masks ID, phone and health even for those who may read them', async () => {
    const cells = await cellsOf('recipients.export')
    expect(cells.map(({ value }) => value)).toEqual([
      '尉迟彩霞',
      '610999************',
      '139****1111',
      '（未导出）',
      '下河村',
    ])
    expect(await vault.must('recipients.disclosures', {})).toEqual([])
  })

  it('in full is an act of its own, on record with its reason, and its numbers stay text', async () => {
    expect(
      await vault.core.call('recipients.exportFull', { columns: [...columns], reason: ' ' }),
    ).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    const cells = await cellsOf('recipients.exportFull', { reason: '县民政局要求报送' })
    expect(cells.map(({ value }) => value)).toEqual([
      '尉迟彩霞',
      idNumber,
      '13900001111',
      '=青霉素',
      '下河村',
    ])
    expect(cells[1]!.numFmt).toBe('@')
    expect(await vault.must('recipients.disclosures', {})).toEqual([
      {
        at: expect.any(String),
        operatorName: '王经办',
        people: 3,
        columns: [...columns],
        reason: '县民政局要求报送',
      },
    ])
  })
})
