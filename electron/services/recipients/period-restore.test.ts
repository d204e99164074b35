import { afterAll, beforeAll, expect, it } from 'vitest'
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

const create = async (name: string) =>
  (
    await vault.must('recipients.create', {
      facts: { name },
      villageId: lower,
      from: '2024-01-01',
      allowSimilar: true,
    })
  ).id
const fileOf = (id: number) => vault.must('recipients.file', { id })

/** Gives back the last value of a dated fact's field. */
async function giveBack(id: number, entity: string, field: string): Promise<void> {
  const history = await vault.must('recipients.history', { id })
  const entry = history.find(
    (one) =>
      one.entity === entity && one.fields.some((each) => each.field === field && each.restorable),
  )
  await vault.must('recipients.restoreValue', { id, changeId: entry!.id, field })
}

it('lets a level go on that was ended by mistake, as a change of its own', async () => {
  const id = await create('覃秀')
  const begin = { id, reason: '体检' }
  await vault.must('recipients.setRisk', { ...begin, level: 'high', from: '2026-01-01' })
  await vault.must('recipients.setRisk', { ...begin, level: null, from: '2026-06-01' })
  expect((await fileOf(id)).riskLevel).toBeNull()
  await giveBack(id, 'risk_period', 'to')
  expect((await fileOf(id)).risks).toMatchObject([{ level: 'high', from: '2026-01-01', to: null }])
  const [latest] = await vault.must('recipients.history', { id })
  expect(latest).toMatchObject({ operation: 'recipients.restoreValue', entity: 'risk_period' })
})

it('refuses days that another entry tells about by now, and says which: a person lives in one village', async () => {
  const id = await create('覃英')
  await vault.must('recipients.move', { id, villageId: willow, from: '2026-02-01', reason: '搬迁' })
  await expect(giveBack(id, 'residence_period', 'to')).rejects.toThrow(
    /与 2026-02-01 起的另一条所在村组登记重叠.*没有恢复/,
  )
  expect((await fileOf(id)).residences).toMatchObject([{ to: '2026-01-31' }, { to: null }])
})

it('gives a pairing back with its end reason taken away, but not to somebody who died', async () => {
  const helperId = (await vault.must('helpers.create', { name: '张吉祥' })).id
  const pairWith = async (id: number) => {
    await vault.must('pairings.create', { helperId, recipientIds: [id], from: '2025-01-01' })
    const pairing = (await fileOf(id)).pairings[0]!
    await vault.must('pairings.end', { ids: [pairing.id], on: '2026-03-31', reason: '录错了' })
  }
  const living = await create('解旺')
  await pairWith(living)
  await giveBack(living, 'pairing', 'to')
  expect((await fileOf(living)).pairings).toMatchObject([{ to: null, endReason: null }])

  const dead = await create('解福')
  await pairWith(dead)
  const died = { id: dead, status: 'deceased' as const, from: '2026-05-01', reason: '病故' }
  await vault.must('recipients.changeStatus', died)
  await expect(giveBack(dead, 'pairing', 'to')).rejects.toThrow('请先重新在册')
})

it('takes back the return of a child who went on being away', async () => {
  const id = await create('单大勇')
  const away = { place: '东莞', scope: 'outsideProvince' as const, since: '2020' }
  const { id: memberId } = await vault.must('recipients.saveFamilyMember', {
    recipientId: id,
    member: { name: '单小勇', relation: 'son', absence: away },
  })
  await vault.must('recipients.saveFamilyMember', {
    recipientId: id,
    id: memberId,
    member: { name: '单小勇', relation: 'son', absence: null, returnedOn: '2026-10-01' },
  })
  expect((await fileOf(id)).family[0]?.absence).toBeNull()
  await giveBack(id, 'absence_period', 'to')
  expect((await fileOf(id)).family[0]?.absence).toMatchObject({
    place: '东莞',
    since: '2020',
    to: null,
  })
})

it('keeps every village, status and reason of a file that moved, was closed and opened again', async () => {
  const id = await create('乐平安')
  await vault.must('recipients.move', { id, villageId: willow, from: '2026-02-01', reason: '搬迁' })
  const change = (status: 'movedOut' | 'active', from: string, reason: string) =>
    vault.must('recipients.changeStatus', { id, status, from, reason })
  await change('movedOut', '2026-04-01', '随女儿迁往外县')
  await change('active', '2026-07-01', '回村居住')
  const file = await fileOf(id)
  expect(file.status).toBe('active')
  expect(file.residences.map(({ villageName, to }) => [villageName, to])).toEqual([
    ['下河村', '2026-01-31'],
    ['柳林村', null],
  ])
  expect(file.statuses.map(({ status, to, reason }) => [status, to, reason])).toEqual([
    ['active', '2026-03-31', '建档'],
    ['movedOut', '2026-06-30', '随女儿迁往外县'],
    ['active', null, '回村居住'],
  ])
})
