import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterPeople } from '@electron/core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { usualCriteria } from '@shared/domain/warnings/at-risk'

let vault: TestVault
let people: number[]

beforeAll(async () => {
  vault = await openTestVault('2026-07-20')
  const [village] = await vault.must('villages.list', {})
  const from = '2026-07-01'
  people = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: village!.id, from, birthDate: '1934-12-21' },
    { name: '解旺', villageId: village!.id, from, birthDate: '1936-02-03' },
    { name: '单桂兰', villageId: village!.id, from, birthDate: '1961-06-01' },
  ])
})
afterAll(closeTestVaults)

const heat = {
  ...usualCriteria.heat,
  categories: [...usualCriteria.heat.categories],
  riskLevels: [...usualCriteria.heat.riskLevels],
}

it('warns those at risk and nobody else, and makes each of them due by the next day', async () => {
  const { rows, ruleInForce } = await vault.must('warnings.atRisk', { criteria: heat })
  expect(rows.map(({ recipientName, reasons }) => [recipientName, reasons])).toEqual([
    ['尉迟彩霞', ['高龄']],
    ['解旺', ['高龄']],
  ])
  expect(ruleInForce).toBe(false)
  await vault.must('rules.adoptPreset', { preset: 'tieredSet', from: '2026-07-01' })

  const recipientIds = rows.map(({ recipientId }) => recipientId)
  const raised = await vault.must('warnings.raise', {
    kind: 'heat',
    day: '2026-07-20',
    recipientIds,
  })
  const due = await vault.must('home.due', {})
  const owed = due.rows.filter((row) =>
    row.standings.some(({ change }) => change?.kind === 'heatWarning'),
  )
  expect(owed.map(({ recipientId }) => recipientId).sort()).toEqual([...recipientIds].sort())

  await vault.must('contacts.record', {
    recipientIds: [people[0]!],
    kind: 'phone',
    dates: ['2026-07-20'],
  })
  expect(await vault.must('warnings.list', {})).toMatchObject([{ people: 2, reached: 1 }])
  const { people: warned } = await vault.must('warnings.file', { id: raised.id })
  expect(warned.map(({ reached }) => reached?.date ?? null)).toEqual(['2026-07-20', null])
})

it('does not warn somebody twice on one day, and takes a warning back as a whole', async () => {
  const again = { kind: 'heat' as const, day: '2026-07-20', recipientIds: people.slice(0, 2) }
  expect(await vault.core.do('warnings.raise', again)).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT' },
  })
  const [raised] = await vault.must('warnings.list', {})
  await vault.must('warnings.void', { id: raised!.id, reason: '发错了' })
  expect(await vault.must('warnings.list', {})).toEqual([])
  const due = await vault.must('home.due', {})
  expect(JSON.stringify(due.rows)).not.toContain('heatWarning')
})

it.each([
  [{ kind: 'flood', day: '2026-07-21', recipientIds: [1] }, 'VALIDATION'],
  [{ kind: 'flood', day: '2026-07-20', recipientIds: [] }, 'VALIDATION'],
  [{ kind: 'flood', day: '2026-07-20', recipientIds: [1] }, 'NOT_FOUND'],
] as const)('refuses %j and writes nothing', async (input, code) => {
  expect(await vault.core.call('warnings.raise', input)).toMatchObject({
    ok: false,
    error: { code },
  })
  expect(await vault.must('warnings.list', {})).toEqual([])
})
