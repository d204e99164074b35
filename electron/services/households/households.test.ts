import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { closeTestVaults, openTestVault, type TestVault } from '../../core/test-vault'

let vault: TestVault
let lower = 0
let willow = 0

beforeAll(async () => {
  vault = await openTestVault()
  const villages = await vault.must('villages.list', {})
  lower = villages.find(({ name }) => name === '下河村')!.id
  willow = villages.find(({ name }) => name === '柳林村')!.id
})
afterAll(closeTestVaults)

type Facts = InputOf<'recipients.create'>['facts']
const create = async (facts: Facts, more: Partial<InputOf<'recipients.create'>> = {}) =>
  (
    await vault.must('recipients.create', {
      facts,
      villageId: lower,
      from: '2024-01-01',
      allowSimilar: true,
      ...more,
    })
  ).id
const fileOf = (id: number) => vault.must('recipients.file', { id })
const homeOf = async (id: number) => (await fileOf(id)).household.map(({ name }) => name)
const join = (id: number, ...memberIds: number[]) =>
  vault.must('households.join', { id, memberIds, from: '2025-05-01', reason: '入户核实' })
const undoLast = async () => {
  const last = await vault.must('changes.latestOwn', {})
  await vault.must('changes.undo', { changeSetId: last!.changeSetId })
}

let wife = 0
let husband = 0
let son = 0
let sister = 0
beforeEach(async () => {
  wife = await create(
    { name: '覃秀', homeAddress: '旧屋' },
    { family: [{ name: '解小旺', relation: 'son' }] },
  )
  husband = await create({ name: '解旺', spouseRecipientId: wife })
  son = await create({ name: '解小旺' })
  sister = await create({ name: '覃英' })
})

it('is a couple until more is written, then of any size, told from each file with the relation', async () => {
  expect(await homeOf(wife)).toEqual(['解旺'])
  await join(wife, son, sister)
  expect(await homeOf(wife)).toEqual(['解旺', '解小旺', '覃英'])
  expect(await homeOf(sister)).toEqual(['覃秀', '解旺', '解小旺'])
  expect((await fileOf(wife)).household.map(({ relation }) => relation)).toEqual([
    'spouse',
    'son',
    null,
  ])
  await expect(join(wife, son)).rejects.toThrow('已经在这一户')
  await expect(join(wife, wife)).rejects.toThrow('本人')
})

it('edits the home of all who are named in one act, with a history for each, and takes it back as one', async () => {
  await join(wife, son, sister)
  const { revision } = await fileOf(wife)
  await vault.must('recipients.update', {
    id: wife,
    revision,
    facts: { homeAddress: '下河村三组12号', phones: ['0917-3217777'], health: 'poor' },
    alsoFor: [husband, son],
  })
  const addresses = async () =>
    Promise.all(
      [wife, husband, son, sister].map(async (id) => (await fileOf(id)).facts.homeAddress),
    )
  const moved = '下河村三组12号'
  expect(await addresses()).toEqual([moved, moved, moved, null])
  expect((await fileOf(son)).facts).toMatchObject({ health: null, phones: ['0917-3217777'] })
  const [latest] = await vault.must('recipients.history', { id: son })
  expect(latest).toMatchObject({ operation: 'recipients.update', kind: 'update' })
  await undoLast()
  expect(await addresses()).toEqual(['旧屋', null, null, null])
})

it('takes nobody along who lives elsewhere, and saves nothing then', async () => {
  const { revision } = await fileOf(wife)
  await expect(
    vault.must('recipients.update', {
      id: wife,
      revision,
      facts: { homeAddress: '新屋' },
      alsoFor: [sister],
    }),
  ).rejects.toThrow('没有登记在这一户')
  expect((await fileOf(wife)).facts.homeAddress).toBe('旧屋')
})

it('leaves one who moved out alone, also of a couple about whom nothing was written', async () => {
  await vault.must('households.leave', { id: husband, from: '2026-03-01', reason: '随儿子住' })
  expect(await homeOf(wife)).toEqual([])
  expect(await homeOf(husband)).toEqual([])
  await undoLast()
  expect(await homeOf(wife)).toEqual(['解旺'])
  await join(wife, son)
  await vault.must('households.leave', { id: son, from: '2026-03-01', reason: '分户' })
  expect([await homeOf(wife), await homeOf(son)]).toEqual([['解旺'], []])
  await expect(
    vault.must('households.leave', { id: son, from: '2026-03-01', reason: '分户' }),
  ).rejects.toThrow('无需分户')
})

it('moves to another village together where that is asked', async () => {
  await join(wife, son)
  await vault.must('recipients.move', {
    id: wife,
    villageId: willow,
    from: '2026-02-01',
    reason: '搬迁安置',
    alsoFor: [son],
  })
  const [mother, child, father] = [await fileOf(wife), await fileOf(son), await fileOf(husband)]
  expect([mother, child, father].map(({ villageName }) => villageName)).toEqual([
    '柳林村',
    '柳林村',
    '下河村',
  ])
  expect(child.residences.map(({ villageName }) => villageName)).toEqual(['下河村', '柳林村'])
})

it('goes over to the file that stays when two files of one person are united', async () => {
  const twin = await create({ name: '解小旺' })
  await join(sister, twin)
  const [kept, other] = [await fileOf(son), await fileOf(twin)]
  await vault.must('recipients.merge', {
    keptId: son,
    otherId: twin,
    keptRevision: kept.revision,
    otherRevision: other.revision,
    reason: '同一人建了两份档案',
  })
  expect(await homeOf(sister)).toEqual(['解小旺'])
  expect(await homeOf(son)).toEqual(['覃英'])
})

it('suggests who is named as family or has the same house number, in the village only', async () => {
  const neighbour = await create({ name: '单大勇', homeAddress: '三组 8 号' })
  const lodger = await create({ name: '单秀兰', homeAddress: '三组8号' })
  const elsewhere = await create({ name: '乜红', homeAddress: '三组8号' }, { villageId: willow })
  const likely = async (id: number) =>
    (await vault.must('households.likely', { id })).map((one) => [one.id, one.why])
  expect(await likely(neighbour)).toEqual([[lodger, 'sameAddress']])
  expect(await likely(elsewhere)).toEqual([])
  expect(await likely(wife)).toContainEqual([son, 'namedAsFamily'])
})

it('holds only those who live there: a dead husband is no housemate any more', async () => {
  await vault.must('recipients.changeStatus', {
    id: husband,
    status: 'deceased',
    from: '2026-06-01',
    reason: '病故',
  })
  expect(await homeOf(wife)).toEqual([])
  await expect(join(wife, husband)).rejects.toThrow('死亡')
})
