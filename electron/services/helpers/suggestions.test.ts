import { allVillages } from '@db/repositories/villages'
import { enterPeople } from '@electron/core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const today = '2026-11-21'
let vault: TestVault
let lower: number
let willow: number
let people: number[]

beforeEach(async () => {
  vault = await openTestVault(today)
  ;[lower, willow] = vault.write((ctx) => allVillages(ctx).map(({ id }) => id)) as [number, number]
  people = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: lower },
    { name: '解旺', villageId: lower },
    { name: '单桂兰', villageId: willow },
  ])
})
afterAll(closeTestVaults)

const helper = async (name: string, facts: object = {}): Promise<number> =>
  (await vault.must('helpers.create', { name, villageId: lower, ...facts })).id
const suggested = async (input = {}) =>
  (await vault.must('pairings.suggest', input)).map(({ recipientName, proposal, unplaced }) => [
    recipientName,
    proposal?.helperName ?? unplaced,
    proposal?.reasons.join('、') ?? '',
  ])
const undo = async (): Promise<void> => {
  const latest = await vault.must('changes.latestOwn', {})
  await vault.must('changes.undo', { changeSetId: latest!.changeSetId })
}

describe('suggested pairings', () => {
  it('propose by nearness and surname within what a helper takes, and say why nobody fits', async () => {
    await helper('解小军', { capacity: 1 })
    await helper('张吉祥', { kind: 'neighbour' })
    expect(await suggested()).toEqual([
      ['尉迟彩霞', '张吉祥', '同村'],
      ['解旺', '解小军', '同村、同姓'],
      ['单桂兰', 'far', ''],
    ])
    await helper('刘爱华', { servedVillageIds: [willow] })
    expect((await suggested()).at(-1)).toEqual(['单桂兰', '刘爱华', '服务本村'])
    expect(await suggested({ villageId: willow })).toHaveLength(1)
  })

  // A bug this catches: a bath offered by somebody of the other sex, or of unknown sex.
  it('propose for bathing only the same sex, by the latest assessment', async () => {
    await helper('张吉祥', { gender: 'male' })
    await helper('刘爱华')
    const { revision } = await vault.must('recipients.file', { id: people[0]! })
    await vault.must('recipients.update', {
      id: people[0]!,
      revision,
      facts: { gender: 'female', serviceNeeds: ['助浴'] },
    })
    expect((await suggested())[0]).toEqual(['尉迟彩霞', 'sex', ''])
    await helper('王秀英', { gender: 'female' })
    expect((await suggested())[0]).toEqual(['尉迟彩霞', '王秀英', '同村、需助浴，同性'])
  })

  it('are taken all at once in one act that one undo takes back', async () => {
    const zhang = await helper('张吉祥')
    const all = (await vault.must('pairings.suggest', { villageId: lower })).map((one) => ({
      recipientId: one.recipientId,
      helperId: one.proposal!.helperId,
    }))
    await vault.must('pairings.assign', { assignments: all, from: today })
    expect(await suggested({ villageId: lower })).toEqual([])
    expect(await vault.must('helpers.list', {})).toMatchObject([{ id: zhang, caseload: 2 }])
    await undo()
    expect(await suggested({ villageId: lower })).toHaveLength(2)
  })

  it('keep nothing of a batch where one was paired meanwhile or somebody is overloaded', async () => {
    const zhang = await helper('张吉祥', { capacity: 1 })
    const assignments = people.slice(0, 2).map((recipientId) => ({ recipientId, helperId: zhang }))
    const over = await vault.core.do('pairings.assign', { assignments, from: today })
    expect(over).toMatchObject({
      error: { code: 'CONFLICT', message: /张吉祥（最多 1 人，将到 2 人）/ },
    })
    await vault.must('pairings.create', {
      helperId: zhang,
      recipientIds: [people[1]!],
      from: today,
    })
    const taken = await vault.core.do('pairings.assign', {
      assignments,
      from: today,
      allowOverload: true,
    })
    expect(taken).toMatchObject({ error: { code: 'CONFLICT', message: /解旺已经由这一位帮扶/ } })
    expect(await vault.must('pairings.ofRecipient', { recipientId: people[0]! })).toEqual([])
  })

  it('do not come back once turned down, until that is undone', async () => {
    const zhang = await helper('张吉祥')
    await vault.must('pairings.dismiss', { recipientId: people[1]!, helperId: zhang })
    expect((await suggested())[1]).toEqual(['解旺', 'dismissed', ''])
    await undo()
    expect((await suggested())[1]).toEqual(['解旺', '张吉祥', '同村'])
  })

  it('name who would be left when a helper leaves, and hand each to their own successor', async () => {
    const zhang = await helper('张吉祥')
    const liu = await helper('刘爱华')
    const wang = await helper('王秀英', { capacity: 0 })
    const promise = { mode: 'oneToOne', commitment: '每周一次电话', hours: 4 } as const
    await vault.must('pairings.create', {
      ...promise,
      helperId: zhang,
      recipientIds: people.slice(0, 2),
      from: '2026-03-01',
    })
    expect(await suggested({ leavingHelperId: zhang })).toEqual([
      ['尉迟彩霞', '刘爱华', '同村'],
      ['解旺', '刘爱华', '同村'],
    ])
    const { left } = await vault.must('helpers.leave', {
      id: zhang,
      on: '2026-11-20',
      reason: '调离',
      successors: [
        { recipientId: people[0]!, helperId: liu },
        { recipientId: people[1]!, helperId: wang },
      ],
    })
    expect(left).toEqual([])
    const [moved] = await vault.must('pairings.ofRecipient', { recipientId: people[1]! })
    expect(moved).toMatchObject({
      ...promise,
      helperName: '王秀英',
      from: today,
      beginReason: '接替张吉祥：调离',
    })
    await undo()
    expect(await vault.must('helpers.list', {})).toMatchObject([
      { name: '张吉祥', caseload: 2 },
      { name: '刘爱华', caseload: 0 },
      { name: '王秀英', caseload: 0, capacity: 0 },
    ])
  })

  it('take how many a helper of each kind carries from the office', async () => {
    await helper('张吉祥', { kind: 'neighbour' })
    const usual = await vault.must('helpers.capacities', {})
    await vault.must('helpers.setCapacities', { ...usual, neighbour: 0 })
    expect((await suggested())[0]).toEqual(['尉迟彩霞', 'full', ''])
  })
})
