import { afterAll, beforeAll, expect, it } from 'vitest'
import { assignOperator } from '@db/repositories/operators'
import type { OpName } from '@shared/contract'
import { composeResidentId } from '@shared/domain/identity/resident-id'
import { openTestVault, testFounding, type TestVault } from '../../core/test-vault'

const idNumber = composeResidentId('610999', '1948-02-03', 5)

let vault: TestVault
let own = 0
let foreign = 0
let lower = 0
let willow = 0

beforeAll(async () => {
  vault = await openTestVault()
  const villages = await vault.must('villages.list', {})
  lower = villages.find(({ name }) => name === '下河村')!.id
  willow = villages.find(({ name }) => name === '柳林村')!.id
  const create = async (name: string, villageId: number, idNumber?: string) =>
    (await vault.must('recipients.create', { facts: { name, idNumber }, villageId })).id
  own = await create('尉迟彩霞', lower)
  foreign = await create('仇大山', willow, idNumber)

  const { operator } = await vault.must('session.me', {})
  vault.write((ctx) =>
    assignOperator(ctx, operator.id, {
      role: 'village',
      scope: { villages: [lower], groups: null },
    }),
  )
  await vault.must('vault.lock', {})
  const { password } = testFounding.operator
  await vault.must('vault.unlock', { operatorId: operator.id, password })
})
afterAll(() => vault.close())

it('shows an operator of one village only its people, wherever they are asked for', async () => {
  const { rows, total } = await vault.must('recipients.list', {})
  expect(rows.map(({ id }) => id)).toEqual([own])
  expect(total).toBe(1)
  expect((await vault.must('recipients.list', { filter: { villageId: willow } })).total).toBe(0)
  expect(await vault.must('recipients.lookup', { text: '仇大山' })).toEqual([])
  expect((await vault.must('search.global', { text: '仇大山' })).hits).toEqual([])
  expect((await vault.must('search.global', { text: '柳林' })).hits).toEqual([])
  expect(await vault.must('recipients.similar', { name: '仇大山', villageId: willow })).toEqual([])
  expect((await vault.must('villages.list', {})).map(({ id }) => id)).toEqual([lower])
})

it.each<[OpName, object]>([
  ['recipients.file', {}],
  ['recipients.history', {}],
  ['recipients.photo', {}],
  ['recipients.update', { revision: 1, facts: { remark: '改动' } }],
  ['recipients.changeStatus', { status: 'deceased', from: '2026-11-20', reason: '试' }],
  ['recipients.setGroups', { groups: ['woman'], from: '2026-11-20', reason: '试' }],
])('answers %s about a foreign person as if there were none', async (name, input) => {
  expect(await vault.core.call(name, { id: foreign, ...input })).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  })
})

it('neither moves anybody out of the scope nor names the foreign owner of an ID', async () => {
  const move = { id: own, villageId: willow, from: '2026-11-21', reason: '试' }
  expect(await vault.core.do('recipients.move', move)).toMatchObject({ ok: false })
  const taken = await vault.core.do('recipients.create', {
    facts: { name: '仇大山', idNumber },
    villageId: lower,
  })
  expect(taken).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
  expect(JSON.stringify(taken)).not.toContain('仇大山')
})
