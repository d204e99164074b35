import { allVillages } from '@db/repositories/villages'
import { enterPeople } from '@electron/core/test-people'
import {
  closeTestVaults,
  finishedJob,
  openTestVault,
  type TestVault,
} from '@electron/core/test-vault'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const today = '2026-11-21'
let vault: TestVault
let lower: number
let willow: number
let zhang: number
let liu: number

beforeEach(async () => {
  vault = await openTestVault(today)
  ;[lower, willow] = vault.write((ctx) => allVillages(ctx).map(({ id }) => id)) as [number, number]
  zhang = (await vault.must('helpers.create', { name: '张吉祥', villageId: lower })).id
  liu = (await vault.must('helpers.create', { name: '刘爱华' })).id
})
afterAll(closeTestVaults)

describe('teams', () => {
  it('begin with the four usual ones, each once', async () => {
    expect(await vault.must('teams.addPresets', {})).toEqual({ added: 4 })
    expect(await vault.must('teams.addPresets', {})).toEqual({ added: 0 })
    expect((await vault.must('teams.list', {})).map(({ name }) => name)).toEqual([
      '生产互助队',
      '生活互助队',
      '慰问关爱队',
      '文化关爱队',
    ])
  })

  it('keep who was in which role when, and count whom they help once', async () => {
    const { id } = await vault.must('teams.create', { name: '慰问关爱队', from: '2026-01-01' })
    const people = enterPeople(vault, [{ name: '解旺', villageId: lower }])
    for (const helperId of [zhang, liu])
      await vault.must('pairings.create', { helperId, recipientIds: people, from: '2026-03-01' })
    await vault.must('teams.addMembers', { id, helperIds: [zhang, liu], from: '2026-02-01' })
    const { members } = await vault.must('teams.file', { id })
    const memberId = members.find((one) => one.helperId === liu)!.memberId
    await vault.must('teams.setRole', { memberId, role: 'leader', from: '2026-06-01' })
    expect((await vault.must('teams.file', { id })).members).toMatchObject([
      { helperName: '刘爱华', role: 'leader', from: '2026-06-01', to: null },
      { helperName: '张吉祥', role: 'member', current: true },
      { helperName: '刘爱华', role: 'member', to: '2026-05-31', current: false },
    ])
    expect(await vault.must('teams.list', {})).toMatchObject([
      { leaders: ['刘爱华'], members: 2, helped: 1 },
    ])
    expect(await vault.must('helpers.list', {})).toMatchObject([
      { teams: [{ name: '慰问关爱队' }] },
      { teams: [{ name: '慰问关爱队' }] },
    ])
  })

  // A bug this catches: somebody who left service stays on the team's roster.
  it('lose whoever leaves service, and everybody when dissolved', async () => {
    const { id } = await vault.must('teams.create', { name: '慰问关爱队', from: '2026-01-01' })
    await vault.must('teams.addMembers', { id, helperIds: [zhang, liu], from: '2026-02-01' })
    await vault.must('helpers.leave', { id: zhang, on: '2026-11-20', reason: '调离' })
    const current = async (): Promise<string[]> =>
      (await vault.must('teams.file', { id })).members
        .filter((member) => member.current)
        .map(({ helperName }) => helperName)
    expect(await current()).toEqual(['刘爱华'])
    await vault.must('teams.dissolve', { id, on: '2026-11-20', reason: '并入志愿服务队' })
    expect(await current()).toEqual([])
    expect(await vault.must('teams.list', {})).toEqual([])
  })

  it('print their roster, with phones only for a reason that stays on record', async () => {
    const { id: teamId } = await vault.must('teams.create', { name: '慰问关爱队', from: today })
    await vault.must('teams.addMembers', { id: teamId, helperIds: [liu], from: today })
    const job = await vault.must('helpers.exportFull', { teamId, reason: '发放通讯录' })
    expect(await finishedJob(vault.core, job.jobId)).toMatchObject({
      status: 'done',
      result: { title: '慰问关爱队花名册_1人_完整' },
    })
    expect(await vault.must('recipients.disclosures', {})).toMatchObject([
      { people: 1, reason: '发放通讯录' },
    ])
  })
})

describe('the responsible chain', () => {
  const names = async (recipientId: number) =>
    (await vault.must('chain.ofRecipient', { recipientId })).map(({ level, name, own }) => [
      level,
      name,
      own,
    ])

  it('is that of the village, unless somebody was named for the person', async () => {
    const [person] = enterPeople(vault, [{ name: '解旺', villageId: lower }]) as [number]
    const set = (level: 'supervisor' | 'firstResponsible', name: string, more: object) =>
      vault.must('chain.set', { level, name, from: '2026-01-01', ...more })
    await set('supervisor', '赵所长', { villageIds: [lower, willow] })
    await set('firstResponsible', '钱书记', { villageIds: [lower] })
    await set('firstResponsible', '孙主任', { recipientId: person, from: '2026-05-01' })
    expect(await names(person)).toEqual([
      ['supervisor', '赵所长', false],
      ['firstResponsible', '孙主任', true],
    ])
    await vault.must('chain.clear', {
      level: 'firstResponsible',
      recipientId: person,
      from: today,
    })
    expect((await names(person))[1]).toEqual(['firstResponsible', '钱书记', false])
  })

  it('keeps who answered before, and ends with a village that is merged', async () => {
    const set = (name: string, from: string) =>
      vault.must('chain.set', { level: 'supervisor', name, villageIds: [lower], from })
    await set('赵所长', '2025-01-01')
    await set('周所长', '2026-07-01')
    const [village] = await vault.must('chain.list', {})
    expect(village).toMatchObject({
      links: [{ name: '周所长' }],
      others: [{ name: '赵所长', to: '2026-06-30' }],
    })
    await vault.must('helpers.create', { name: '王秀英', servedVillageIds: [lower] })
    await vault.must('villages.merge', { id: lower, intoId: willow, on: '2026-11-20' })
    expect(await vault.must('chain.list', {})).toMatchObject([{ villageName: '柳林村', links: [] }])
    expect((await vault.must('helpers.list', {})).at(-1)).toMatchObject({
      servedVillages: [{ name: '柳林村' }],
    })
  })
})
