import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterPeople } from '../../core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '../../core/test-vault'

let vault: TestVault
let elder = 0
let child = 0

beforeAll(async () => {
  vault = await openTestVault()
  const [first, second] = await vault.must('villages.list', {})
  const ids = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: first!.id, birthDate: '1934-12-21' },
    { name: '仇小宝', villageId: second!.id, birthDate: '2015-11-21', group: 'child' },
  ])
  elder = ids[0]!
  child = ids[1]!
})
afterAll(closeTestVaults)

const of = (id: number) => vault.must('completeness.of', { id })
const factsOf = async (id: number) => (await of(id)).missing.map(({ fact }) => fact)
async function tell(id: number, facts: object): Promise<void> {
  const { revision } = await vault.must('recipients.file', { id })
  await vault.must('recipients.update', { id, revision, facts })
}

it('asks less with every answer, a known “none” included, and never asks it again', async () => {
  const before = await of(elder)
  expect(before.missing[0]).toMatchObject({ fact: 'idNumber', part: 'identity' })
  await tell(elder, { hasNoPhone: true, chronicDiseases: ['无'] })
  const after = await of(elder)
  expect(after.score).toBeGreaterThan(before.score)
  expect(after.missing).toHaveLength(before.missing.length - 2)
  await vault.must('recipients.saveFamilyMember', {
    recipientId: elder,
    member: { name: '尉迟强', relation: 'son', isSupporter: true, phones: ['13900001111'] },
  })
  const facts = await factsOf(elder)
  expect(facts).not.toContain('children')
  expect(facts).not.toContain('childPhone')
  expect(facts).toContain('childrenWhereabouts')
})

it('asks each group its own questions', async () => {
  expect(await factsOf(child)).toEqual(expect.arrayContaining(['guardian', 'parents']))
  expect(await factsOf(elder)).not.toContain('guardian')
})

it('counts the same people in the summary, on the home page and in the list', async () => {
  const summary = await vault.must('completeness.summary', {})
  expect(summary).toMatchObject({ people: 2, incomplete: 2 })
  expect(summary.villages.map(({ name, people }) => [name, people])).toEqual([
    ['下河村', 1],
    ['柳林村', 1],
  ])
  expect((await vault.must('home.summary', {})).incomplete).toBe(summary.incomplete)
  for (const { fact, count } of summary.facts) {
    const list = await vault.must('recipients.list', { filter: { missing: fact as 'any' } })
    expect([fact, list.total]).toEqual([fact, count])
  }
  const { rows } = await vault.must('recipients.list', { sort: 'missing', descending: true })
  expect(rows.map(({ missing }) => missing)).toEqual(
    await Promise.all([child, elder].map(async (id) => (await of(id)).missing.length)).then(
      (counts) => counts.sort((a, b) => b - a),
    ),
  )
})

it('prints the weightiest questions on the visit sheet', async () => {
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const { ids } = await vault.must('visitSheets.prepare', { ...period, onlyOwed: false })
  const { sheets } = await vault.must('visitSheets.read', { ids })
  const row = sheets.flatMap(({ lines }) => lines).find(({ recipientId }) => recipientId === elder)!
  const { missing } = await of(elder)
  expect(row.ask).toEqual(missing.slice(0, 3).map(({ question }) => question))
})

it('leaves closed files out of the figures', async () => {
  await vault.must('recipients.changeStatus', {
    id: child,
    status: 'movedOut',
    from: '2026-11-20',
    reason: '随父母进城',
  })
  expect(await vault.must('completeness.summary', {})).toMatchObject({ people: 1, incomplete: 1 })
  expect((await vault.must('home.summary', {})).incomplete).toBe(1)
})
