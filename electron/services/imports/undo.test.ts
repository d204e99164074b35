import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { father, header, mother, row, TestDesk } from './test-desk'
import { xlsx } from './test-workbooks'

let vault: TestVault
let desk: TestDesk
beforeEach(async () => {
  vault = await openTestVault()
  desk = new TestDesk(vault)
})
afterAll(closeTestVaults)

const two = () =>
  xlsx({
    rows: [
      header,
      row('祁秀云', '女', mother, null, '下河村', '三组', '13900002222', '良好', '五保'),
      row('马福来', '男', father, null, '石桥村', '一组', null, null, null),
    ],
  })

async function importTwo(): Promise<number> {
  const importId = await desk.open(await two())
  const villages = [{ name: '石桥村', createAs: 'village' as const }]
  await vault.must('imports.setOptions', { importId, villages })
  await desk.apply(importId)
  return (await vault.must('imports.history', {}))[0]!.id
}

const people = async () => (await vault.must('recipients.list', {})).rows
const undo = (id: number) => desk.job(vault.must('imports.undo', { id }))

test('a whole import is taken back, stands in the list as such, and can be imported again', async () => {
  const id = await importTwo()
  const preview = await vault.must('imports.undoPreview', { id })
  expect(preview).toMatchObject({ refusal: null, obstructions: [], more: false })
  expect(preview.records).toContainEqual({ entity: 'recipient', kind: 'create', count: 2 })
  await undo(id)
  expect(await people()).toEqual([])
  expect((await vault.must('villages.list', {})).map(({ name }) => name)).not.toContain('石桥村')
  const [past] = await vault.must('imports.history', {})
  expect(past).toMatchObject({ id, state: 'undone', undoneBy: '王经办', undoUntil: '2026-12-21' })
  await expect(undo(id)).rejects.toThrow('已经撤销过')

  await importTwo()
  expect(await people()).toHaveLength(2)
  const history = await vault.must('imports.history', {})
  expect(history.map(({ state }) => state)).toEqual(['standing', 'undone'])
})

test('what an import changed is as it was before', async () => {
  await importTwo()
  const importId = await desk.open(
    await xlsx({
      rows: [
        header,
        row('祁秀云', '女', mother, null, '下河村', '三组', '13900003333', '较差', null),
      ],
    }),
  )
  const decision = { kind: 'take' as const, facts: ['health'] }
  await vault.must('imports.decide', { importId, rows: [{ sheet: 0, row: 1 }], decision })
  await desk.apply(importId)
  const id = (await people()).find(({ name }) => name === '祁秀云')!.id
  const facts = async () => (await vault.must('recipients.file', { id })).facts
  expect(await facts()).toMatchObject({ health: 'poor', phones: ['13900002222', '13900003333'] })
  const history = await vault.must('recipients.history', { id })
  expect(history[0]).toMatchObject({ operation: 'imports.apply', cause: '台账.xlsx' })
  await undo((await vault.must('imports.history', {}))[0]!.id)
  expect(await facts()).toMatchObject({ health: 'good', phones: ['13900002222'] })
})

// A bug this catches: an undo counted as a change, so that of two imports only the last came back.
test('two imports about the same people are taken back one after the other', async () => {
  const first = await importTwo()
  const again = await desk.open(
    await xlsx({
      rows: [header, row('祁秀云', '女', mother, null, '下河村', null, null, '良好', '新')],
    }),
  )
  const phone = { importId: again, sheet: 0, row: 1, column: 6, text: '13900007777' }
  await vault.must('imports.fixCell', phone)
  await desk.apply(again)
  const [second] = await vault.must('imports.history', {})
  await expect(undo(first)).rejects.toThrow('又有改动')
  await undo(second!.id)
  await undo(first)
  expect(await people()).toEqual([])
})

test('what was changed or built on it since is named, by whom, and keeps the import', async () => {
  const id = await importTwo()
  const [first, second] = await people()
  const file = await vault.must('recipients.file', { id: first!.id })
  await vault.must('recipients.update', {
    id: first!.id,
    revision: file.revision,
    facts: { remark: '改过' },
  })
  await vault.must('contacts.record', {
    kind: 'home',
    recipientIds: [second!.id],
    dates: ['2026-11-20'],
  })
  const preview = await vault.must('imports.undoPreview', { id })
  expect(preview.refusal).toContain('又有改动')
  expect(preview.obstructions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        why: 'changedSince',
        entity: 'recipient',
        name: first!.name,
        operatorName: '王经办',
      }),
      expect.objectContaining({ why: 'builtOn', entity: 'contact', name: second!.name }),
    ]),
  )
  await expect(undo(id)).rejects.toThrow('不能整体撤销')
  expect(await people()).toHaveLength(2)
})

// A bug this catches: rows once applied were gone for good from a file that still had others waiting.
test('rows of an import taken back wait again beside those left over', async () => {
  const importId = await desk.open(await two())
  await desk.apply(importId)
  expect(await vault.must('imports.waiting', {})).toMatchObject([
    { importId, rest: { applied: 1, left: 1 } },
  ])
  const [past] = await vault.must('imports.history', {})
  expect(past?.rest).toEqual({ importId, left: 1 })
  await undo(past!.id)
  expect(await vault.must('imports.waiting', {})).toMatchObject([{ importId, rest: null }])
  expect((await desk.state(importId)).counts).toMatchObject({ new: 1, error: 1 })
})

test('a village outside the list is no village to count a name as', async () => {
  const importId = await desk.open(await two())
  const villages = [{ name: '石桥村', useId: 999_999 }]
  const answer = await vault.core.call('imports.setOptions', { importId, villages })
  expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
})

// A bug this catches: 在册 from the month's first, the ledger's village voided where they live now.
test('a village from a ledger does not hide a later move', async () => {
  await importTwo()
  const person = (await people()).find(({ name }) => name === '祁秀云')!
  const villages = await vault.must('villages.list', {})
  const willow = villages.find(({ name }) => name === '柳林村')!
  await vault.must('recipients.move', {
    id: person.id,
    villageId: willow.id,
    from: '2026-11-10',
    reason: '搬到女儿家',
  })
  const importId = await desk.open(
    await xlsx({
      rows: [header, row('祁秀云', '女', mother, null, '下河村', null, null, null, null)],
    }),
  )
  const decision = { kind: 'take' as const, facts: ['village'] }
  await vault.must('imports.decide', { importId, rows: [{ sheet: 0, row: 1 }], decision })
  await desk.apply(importId)
  const { residences } = await vault.must('recipients.file', { id: person.id })
  expect(residences.map(({ villageName, from }) => [villageName, from])).toEqual(
    expect.arrayContaining([
      ['柳林村', '2026-11-10'],
      ['下河村', '2026-11-21'],
    ]),
  )
})
