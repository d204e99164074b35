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
