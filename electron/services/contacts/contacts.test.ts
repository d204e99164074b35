import { allVillages } from '@db/repositories/villages'
import { closeFile, enterPeople } from '@electron/core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const today = '2026-11-21'
let vault: TestVault
let villages: number[]
let wife: number
let husband: number
let neighbour: number

beforeEach(async () => {
  vault = await openTestVault(today)
  villages = vault.write((ctx) => allVillages(ctx).map(({ id }) => id))
  ;[wife, husband, neighbour] = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: villages[0]! },
    { name: '解旺', villageId: villages[0]! },
    { name: '单桂兰', villageId: villages[1]! },
  ]) as [number, number, number]
})
afterAll(closeTestVaults)

const due = async (filter = {}): Promise<string[]> =>
  (await vault.must('home.due', filter)).rows.map(({ recipientName }) => recipientName)

describe('recording contacts', () => {
  it('shrinks the due list; voiding brings it back', async () => {
    // Nobody was visited in October either, so all three are overdue.
    expect(await due({ state: 'overdue' })).toEqual(['尉迟彩霞', '解旺', '单桂兰'])
    const { ids } = await vault.must('contacts.record', {
      recipientIds: [wife, husband],
      dates: ['2026-11-20'],
      kind: 'home',
    })
    expect(ids).toHaveLength(2)
    expect(await due()).toEqual(['单桂兰'])
    expect((await vault.must('home.summary', {})).visitRate).toMatchObject({ scope: 3, visited: 2 })

    await vault.must('contacts.void', { ids: [ids[1]!], reason: '当天没见到人' })
    expect(await due()).toEqual(['解旺', '单桂兰'])
  })

  it('says due, not overdue, once the last month was met', async () => {
    await vault.must('contacts.record', {
      recipientIds: [wife],
      dates: ['2026-10'],
      kind: 'phone',
    })
    const { rows } = await vault.must('home.due', {})
    expect(rows.map(({ recipientName, state }) => [recipientName, state])).toEqual([
      ['解旺', 'overdue'],
      ['单桂兰', 'overdue'],
      ['尉迟彩霞', 'due'],
    ])
    expect(rows.at(-1)).toMatchObject({ until: '2026-11-30' })
  })

  it('makes one record for each person and day, and keeps when it was typed', async () => {
    const { ids } = await vault.must('contacts.record', {
      recipientIds: [wife, husband],
      dates: ['2026-11-03', '2026-11-10'],
      kind: 'phone',
      visitor: '村里的网格员',
      checks: { health: 'fine', safety: 'concern' },
      problem: '电线老化',
    })
    expect(ids).toHaveLength(4)
    const { rows } = await vault.must('contacts.list', { recipientId: wife })
    expect(rows).toMatchObject([
      { date: '2026-11-10', lateDays: 11, visitor: '村里的网格员', problem: '电线老化' },
      { date: '2026-11-03', lateDays: 18, checks: { health: 'fine', safety: 'concern' } },
    ])
  })

  it('pages through the list of a village, a month and a helper', async () => {
    const { id: helperId } = await vault.must('helpers.create', { name: '张吉祥' })
    await vault.must('contacts.record', {
      recipientIds: [wife, neighbour],
      dates: ['2026-09-05', '2026-10-05', '2026-10-06', '--03-05'],
      kind: 'home',
      helperId,
    })
    const first = await vault.must('contacts.list', { helperId, limit: 3 })
    expect(first.rows.map(({ date }) => date)).toEqual(['2026-10-06', '2026-10-06', '2026-10-05'])
    const rest = await vault.must('contacts.list', { helperId, limit: 100, after: first.next! })
    expect(rest.rows).toHaveLength(5)
    expect(rest.next).toBeNull()

    const ofVillage = await vault.must('contacts.list', { villageId: villages[1]! })
    expect(ofVillage.rows.map(({ recipientName }) => recipientName)).toEqual(
      Array.from({ length: 4 }, () => '单桂兰'),
    )
    const october = await vault.must('contacts.list', { within: '2026-10', limit: 3 })
    expect(october.rows.map(({ date }) => date)).toEqual(['2026-10-06', '2026-10-06', '2026-10-05'])
    const undated = await vault.must('contacts.list', { within: '--' })
    expect(undated.rows).toHaveLength(2)
  })

  it.each([
    ['a day ahead', { dates: ['2026-11-22'] }, '还没到'],
    ['a month ahead', { dates: ['2026-12'] }, '还没到'],
    ['no day', { dates: [] }, '请填写日期'],
    ['a day that is none', { dates: ['2026-02-30'] }, '日期'],
    ['nobody', { recipientIds: [] }, '请选择'],
    ['a stranger', { recipientIds: [4711] }, '找不到这位关爱对象'],
    ['an unknown helper', { helperId: 4711 }, '找不到这位帮扶人'],
  ])('refuses %s and writes nothing', async (_, wrong, words) => {
    const result = await vault.core.call('contacts.record', {
      recipientIds: [wife],
      dates: ['2026-11-20'],
      kind: 'home',
      ...wrong,
    })
    expect(result.ok).toBe(false)
    expect(JSON.stringify(result)).toContain(words)
    expect((await vault.must('contacts.list', {})).rows).toEqual([])
  })

  it('refuses the same day twice until told that it is meant', async () => {
    const input = { recipientIds: [wife, husband], dates: ['2026-11-20'], kind: 'phone' as const }
    await vault.must('contacts.record', { ...input, recipientIds: [wife] })
    expect(await vault.core.do('contacts.record', input)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', message: expect.stringContaining('尉迟彩霞 2026年11月20日') },
    })
    await vault.must('contacts.record', { ...input, allowSame: true })
    expect((await vault.must('contacts.list', {})).rows).toHaveLength(3)
  })

  it('refuses a visit after the death, welcomes one before it', async () => {
    closeFile(vault, wife, 'deceased', '2026-11-10')
    const visit = { recipientIds: [wife], kind: 'home' as const }
    expect(
      await vault.core.do('contacts.record', { ...visit, dates: ['2026-11-15'] }),
    ).toMatchObject({ ok: false, error: { message: expect.stringContaining('去世') } })
    await vault.must('contacts.record', { ...visit, dates: ['2026-11-05'] })
    expect(await due()).not.toContain('尉迟彩霞')
  })

  it('welcomes a visit to somebody whose reported death was a mistake', async () => {
    const change = { id: wife, reason: '误报' }
    await vault.must('recipients.changeStatus', {
      ...change,
      status: 'deceased',
      from: '2026-11-10',
    })
    await vault.must('recipients.changeStatus', { ...change, status: 'active', from: '2026-11-13' })
    const visit = { recipientIds: [wife], kind: 'home' as const }
    await vault.must('contacts.record', { ...visit, dates: ['2026-11-20'] })
    expect(await due()).not.toContain('尉迟彩霞')
  })

  it('changes a record once, and refuses a stale save', async () => {
    await vault.must('contacts.record', {
      recipientIds: [wife],
      dates: ['2026-11-20'],
      kind: 'phone',
    })
    const [row] = (await vault.must('contacts.list', {})).rows
    const change = { id: row!.id, revision: row!.revision, kind: 'home' as const }
    await vault.must('contacts.update', { ...change, date: '2026-11-19' })
    expect((await vault.must('contacts.list', {})).rows).toMatchObject([
      { date: '2026-11-19', kind: 'home' },
    ])
    expect(await vault.core.do('contacts.update', { ...change, date: '2026-11-18' })).toMatchObject(
      { ok: false, error: { code: 'CONFLICT' } },
    )
  })
})
