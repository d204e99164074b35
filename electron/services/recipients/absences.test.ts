import { afterAll, beforeEach, expect, it } from 'vitest'
import { enterPeople } from '../../core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '../../core/test-vault'

let vault: TestVault
let parent: number
let child: number

beforeEach(async () => {
  vault = await openTestVault('2026-11-21')
  const [village] = await vault.must('villages.list', {})
  ;[parent] = enterPeople(vault, [{ name: '尉迟彩霞', villageId: village!.id }]) as [number]
  const away = { scope: 'outsideCounty' as const, since: '2024-05' }
  const member = { name: '解大山', absence: away }
  child = (await vault.must('recipients.saveFamilyMember', { recipientId: parent, member })).id
})
afterAll(closeTestVaults)

const save = (change: object) =>
  vault.core.call('recipients.saveFamilyMember', {
    recipientId: parent,
    id: child,
    member: { name: '解大山', ...change },
  })

const absences = async (): Promise<[string | null, string | null][]> => {
  const [member] = (await vault.must('recipients.file', { id: parent })).family
  return [...member!.pastAbsences, member!.absence]
    .filter((one) => one !== null)
    .map(({ since, to }) => [since, to])
}

it.each([
  ['a return before the departure', { absence: null, returnedOn: '2019-01-01' }],
  ['a return that has not come', { absence: null, returnedOn: '2026-12-01' }],
  [
    'a new absence that began before the present one',
    { absence: { scope: 'unknown', since: '2020' } },
  ],
])('refuses %s and leaves the absence as it was', async (_, change) => {
  expect(await save(change)).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
  expect(await absences()).toEqual([['2024-05', null]])
})

it('refuses to correct a past absence into one that began after its end', async () => {
  expect((await save({ absence: null, returnedOn: '2025-03-01' })).ok).toBe(true)
  const [member] = (await vault.must('recipients.file', { id: parent })).family
  const { id } = member!.pastAbsences[0]!
  const late = { absence: { id, scope: 'unknown', since: '2025-06' } }
  expect(await save(late)).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
  expect(await absences()).toEqual([['2024-05', '2025-02-28']])
})

it('takes one absence after the other', async () => {
  expect((await save({ absence: { scope: 'unknown', since: '2026-03' } })).ok).toBe(true)
  expect(await absences()).toEqual([
    ['2024-05', '2026-02-28'],
    ['2026-03', null],
  ])
})
