import { allVillages } from '@db/repositories/villages'
import { enterPeople } from '@electron/core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

let vault: TestVault
let people: number[]

beforeEach(async () => {
  vault = await openTestVault('2026-11-21')
  const [villageId] = vault.write((ctx) => allVillages(ctx).map(({ id }) => id))
  people = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: villageId! },
    { name: '解旺', villageId: villageId! },
    { name: '单小妹', villageId: villageId!, group: 'child' },
  ])
  await vault.must('contacts.record', {
    recipientIds: people,
    dates: ['2026-10-20', '2026-11-03'],
    kind: 'phone',
  })
})
afterAll(closeTestVaults)

const states = async (): Promise<Record<string, number>> => {
  const { overdue, due } = await vault.must('home.summary', {})
  return { overdue, due }
}

describe('cadence rules', () => {
  it('begin with the national monthly visit', async () => {
    const { rules, presets } = await vault.must('rules.list', {})
    expect(rules).toMatchObject([{ preset: 'nationalMonthlyVisit', standing: 'inForce', count: 1 }])
    expect(presets.map(({ title, inForce }) => [title, inForce])).toEqual([
      ['全国月探访', true],
      ['镇方案', false],
      ['分级探访', false],
      ['高龄生存认证', false],
    ])
    expect(await states()).toEqual({ overdue: 0, due: 0 })
  })

  it('show what adopting a set would do, and then do exactly that', async () => {
    const change = { preset: 'townshipSet', from: '2026-01-01' }
    const preview = await vault.must('rules.preview', { change: 'adopt', ...change })
    expect(preview).toMatchObject({ asOf: '2026-11-21', before: { bound: 2, overdue: 0, due: 0 } })
    expect(await states()).toEqual({ overdue: 0, due: 0 })
    await vault.must('rules.adoptPreset', change)
    const { overdue, due } = preview.after
    // No home visit last quarter: both elders are overdue; the child is not bound.
    expect([overdue, due]).toEqual([2, 0])
    expect(await states()).toEqual({ overdue, due })
    expect(await vault.core.do('rules.adoptPreset', change)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
  })

  it('look ahead where the change lies ahead', async () => {
    const preview = await vault.must('rules.preview', {
      change: 'adopt',
      preset: 'townshipSet',
      from: '2026-12-01',
      replaceOthers: true,
    })
    expect(preview).toMatchObject({ asOf: '2026-12-01', before: { due: 2 }, after: { due: 2 } })
  })

  it('replace the others from a day, so that old months keep theirs', async () => {
    await vault.must('rules.adoptPreset', {
      preset: 'townshipSet',
      from: '2026-11-01',
      replaceOthers: true,
    })
    const { rules } = await vault.must('rules.list', {})
    expect(rules.map(({ duty, to, standing }) => [duty, to, standing])).toEqual([
      ['visit', '2026-10-31', 'ended'],
      ['phone', null, 'inForce'],
      ['home', null, 'inForce'],
      ['child', null, 'inForce'],
      ['checkup', null, 'inForce'],
    ])
  })

  it('are added and ended by hand', async () => {
    const rule = {
      title: '独居老人每周一次',
      duty: 'visit' as const,
      group: null,
      category: null,
      riskLevel: null,
      kinds: ['phone' as const, 'home' as const],
      count: 1,
      period: 'week' as const,
      from: '2026-11-01',
    }
    const preview = await vault.must('rules.preview', { change: 'add', ...rule })
    const { id } = await vault.must('rules.add', rule)
    expect(await states()).toMatchObject({ overdue: preview.after.overdue })
    expect(preview.after).toMatchObject({ bound: 3, overdue: 3 })
    await vault.must('rules.end', { id, on: '2026-11-20' })
    expect(await states()).toEqual({ overdue: 0, due: 0 })
    expect(await vault.core.do('rules.add', { ...rule, to: '2026-10-01' })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION' },
    })
    expect(await vault.core.do('rules.add', { ...rule, kinds: ['phone', 'phone'] })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('同一种方式写了两次') },
    })
  })
})

describe('exemptions', () => {
  it('take a person off the due list until they end', async () => {
    await vault.must('rules.adoptPreset', { preset: 'townshipSet', from: '2026-01-01' })
    const { id } = await vault.must('exemptions.add', {
      recipientId: people[0]!,
      reason: 'hospital',
      from: '2026-11-10',
      to: '2026-12-31',
    })
    expect(await states()).toEqual({ overdue: 1, due: 0 })
    expect(await vault.must('exemptions.list', {})).toMatchObject([
      { recipientName: '尉迟彩霞', current: true },
    ])
    expect(
      await vault.core.do('exemptions.add', {
        recipientId: people[0]!,
        reason: 'away',
        from: '2026-12-20',
        to: '2027-02-01',
      }),
    ).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    await vault.must('exemptions.end', { id, on: '2026-11-20' })
    expect(await states()).toEqual({ overdue: 2, due: 0 })
  })

  it('are never moved over one another', async () => {
    const of = { recipientId: people[0]!, reason: 'away' as const }
    const first = { ...of, from: '2026-10-01', to: '2026-10-10' }
    const { id } = await vault.must('exemptions.add', first)
    await vault.must('exemptions.add', { ...of, from: '2026-10-20', to: '2026-10-31' })
    expect(await vault.core.do('exemptions.end', { id, on: '2026-10-20' })).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
    await vault.must('exemptions.end', { id, on: '2026-10-19' })
  })
})

describe('an exemption until further notice', () => {
  const open = { reason: 'withChildren' as const, from: '2026-11-01', to: null }

  it('needs a day to ask again, shows when that comes near, and is asked again', async () => {
    const of = { ...open, recipientId: people[0]! }
    expect(await vault.core.do('exemptions.add', of)).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fields: { reviewOn: expect.any(String) } },
    })
    const { id } = await vault.must('exemptions.add', { ...of, reviewOn: '2026-12-01' })
    expect(await vault.must('exemptions.list', {})).toMatchObject([
      { current: true, expiring: true, to: null, reviewOn: '2026-12-01' },
    ])
    await vault.must('exemptions.review', { id, reviewOn: '2027-03-01' })
    expect(await vault.must('exemptions.list', {})).toMatchObject([{ expiring: false }])
    expect(await vault.core.do('exemptions.add', { ...of, to: '2027-01-01' })).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
    await vault.must('exemptions.end', { id, on: '2026-11-30' })
    expect(await vault.must('exemptions.list', {})).toMatchObject([
      { to: '2026-11-30', reviewOn: null, expiring: true },
    ])
  })

  it('lifts the visits but never the proof of being alive', async () => {
    await vault.must('rules.add', {
      title: '每季生存认证',
      duty: 'alive',
      group: 'elder',
      category: null,
      riskLevel: null,
      kinds: ['alive'],
      count: 1,
      period: 'quarter',
      from: '2020-01-01',
    })
    await vault.must('exemptions.add', {
      ...open,
      recipientId: people[0]!,
      reviewOn: '2026-12-01',
    })
    const { standings } = await vault.must('recipients.file', { id: people[0]! })
    expect(standings.map(({ duty, state }) => [duty, state])).toEqual([
      ['visit', 'exempt'],
      ['alive', 'overdue'],
    ])
  })
})

describe('what counts for what', () => {
  const doneOf = async (id: number): Promise<number | undefined> =>
    (await vault.must('recipients.file', { id })).standings.find(({ duty }) => duty === 'phone')
      ?.open.done

  it('is a dated table whose effect is shown before it is saved', async () => {
    await vault.must('rules.adoptPreset', { preset: 'townshipSet', from: '2026-01-01' })
    await vault.must('contacts.record', {
      recipientIds: [people[0]!],
      dates: ['2026-11-05', '2026-11-12'],
      kind: 'home',
    })
    expect(await doneOf(people[0]!)).toBe(1)
    const credit = { kind: 'home' as const, duty: 'phone' as const, from: '2026-11-10' }
    const preview = await vault.must('rules.preview', { change: 'addCredit', ...credit })
    expect(preview.before.owed - preview.after.owed).toBe(1)
    const { id } = await vault.must('credits.add', credit)
    expect(await doneOf(people[0]!)).toBe(2)
    // A visit to one of two never counts for the other.
    expect(await doneOf(people[1]!)).toBe(1)
    expect(await vault.core.do('credits.add', credit)).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    await vault.must('credits.end', { id, on: '2026-11-11' })
    expect(await doneOf(people[0]!)).toBe(1)
  })
})

describe('whose month is measured', () => {
  it('changes from a month on, is shown before, and says so as 口径', async () => {
    const change = { who: 'specialHardship' as const, fromMonth: '2026-11' }
    const preview = await vault.must('rules.preview', { change: 'scope', ...change })
    expect(preview.rate).toMatchObject({ before: { scope: 2, visited: 2 }, after: { scope: 0 } })
    await vault.must('rateScopes.set', change)
    const { visitRate } = await vault.must('home.summary', {})
    expect(visitRate).toMatchObject({ scope: 0, rate: null })
    expect(visitRate.basis).toContain('六类')
    await vault.must('recipients.overrideCategory', {
      id: people[0]!,
      category: 'livingAlone',
      holds: true,
      reason: '入户核实独居',
      from: '2026-11-20',
    })
    expect((await vault.must('home.summary', {})).visitRate).toMatchObject({ scope: 1, visited: 1 })
    expect(await vault.must('rateScopes.list', {})).toMatchObject({
      who: 'specialHardship',
      scopes: [{ from: '2026-11-01', to: null }],
    })
  })
})

describe('a rule by category', () => {
  it('holds from the day the category began, not for the whole of the window before', async () => {
    await vault.must('rules.add', {
      title: '独居每月电话 30 次',
      duty: 'phone',
      group: null,
      category: 'livingAlone',
      riskLevel: null,
      kinds: ['phone'],
      count: 30,
      period: 'month',
      from: '2026-01-01',
    })
    await vault.must('recipients.overrideCategory', {
      id: people[0]!,
      category: 'livingAlone',
      holds: true,
      reason: '入户核实独居',
      from: '2026-11-16',
    })
    const { standings } = await vault.must('recipients.file', { id: people[0]! })
    const phone = standings.find(({ duty }) => duty === 'phone')
    // 15 of 30 days at 30 a month; October, before it, asked for nothing.
    expect([phone?.open.needed, phone?.lastClosed.needed]).toEqual([15, 0])
  })
})

describe('the day after a major change', () => {
  beforeEach(() => vault.must('rules.adoptPreset', { preset: 'tieredSet', from: '2026-01-01' }))

  const changeOf = async (id: number) =>
    (await vault.must('recipients.file', { id })).standings.find(({ change }) => change !== null)

  it('asks for a visit, is overdue like the rest, and answered by a visit', async () => {
    const of = { recipientId: people[0]!, date: '2026-11-18', kind: 'illness' as const }
    const { id } = await vault.must('majorChanges.record', of)
    expect(await vault.core.do('majorChanges.record', of)).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    expect(await changeOf(people[0]!)).toMatchObject({
      state: 'overdue',
      open: { to: '2026-11-19' },
    })
    const due = await vault.must('home.due', { state: 'overdue' })
    expect(due.rows.map(({ recipientId }) => recipientId)).toEqual([people[0]])
    await vault.must('majorChanges.void', { id, reason: '记错了人' })
    expect(await changeOf(people[0]!)).toBeUndefined()
    await vault.must('majorChanges.record', of)
    await vault.must('contacts.record', {
      recipientIds: [people[0]!],
      dates: ['2026-11-20'],
      kind: 'home',
    })
    expect(await changeOf(people[0]!)).toBeUndefined()
  })

  it('reads the way home from hospital off the exemption', async () => {
    await vault.must('exemptions.add', {
      recipientId: people[0]!,
      reason: 'hospital',
      from: '2026-11-05',
      to: '2026-11-20',
    })
    expect(await changeOf(people[0]!)).toMatchObject({
      state: 'due',
      change: { kind: 'discharge', date: '2026-11-20' },
    })
    const [listed] = await vault.must('majorChanges.list', { recipientId: people[0]! })
    expect(listed).toMatchObject({ kind: 'discharge', id: null })
  })
})
