import { findOperator } from '@db/repositories/operators'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestVault, type TestVault } from '../../core/test-vault'

let vault: TestVault
let lower = 0
let willow = 0

beforeEach(async () => {
  vault = await openTestVault()
  const villages = await vault.must('villages.list', {})
  lower = villages.find(({ name }) => name === '下河村')!.id
  willow = villages.find(({ name }) => name === '柳林村')!.id
})
afterEach(() => vault.close())

async function enter(name: string, villageGroupId?: number): Promise<number> {
  const { id } = await vault.must('recipients.create', {
    facts: { name },
    villageId: lower,
    villageGroupId,
    from: '2020-01-01',
  })
  return id
}

describe('合村并居', () => {
  it('moves people and groups on the day after, and keeps where they were before', async () => {
    const add = (villageId: number, name: string) =>
      vault.must('villageGroups.add', { villageId, name, from: '2019-01-01' })
    const first = await add(lower, '一组')
    await add(willow, '一组')
    const third = await add(lower, '三组')
    const person = await enter('尉迟彩霞', first.id)
    await enter('解旺', third.id)
    await enter('单秀兰')

    const merged = await vault.must('villages.merge', {
      id: lower,
      intoId: willow,
      on: '2026-06-30',
    })
    expect(merged).toEqual({ moved: 3 })
    const villages = await vault.must('villages.list', {})
    expect(villages).toHaveLength(1)
    expect(villages[0]).toMatchObject({ name: '柳林村', active: 3 })
    expect(villages[0]!.groups.map(({ name }) => name).sort()).toEqual(['一组', '三组', '下河一组'])
    const file = await vault.must('recipients.file', { id: person })
    expect(file.villageGroupName).toBe('下河一组')
    expect(file.residences.map(({ villageName, from, to }) => [villageName, from, to])).toEqual([
      ['下河村', '2020-01-01', '2026-06-30'],
      ['柳林村', '2026-07-01', null],
    ])
    const closed = await vault.must('villages.list', { withClosed: true })
    expect(closed.find(({ id }) => id === lower)).toMatchObject({
      to: '2026-06-30',
      mergedIntoName: '柳林村',
    })
  })

  // A bug this catches: after a merge helpers stay with a village that is no more, and its clerk
  // sees nobody.
  it('takes along the helpers and the operators of the village', async () => {
    const { id } = await vault.must('helpers.create', { name: '张吉祥', villageId: lower })
    const worker = await vault.must('operators.add', {
      name: '李村办',
      role: 'village',
      villages: [lower],
      groups: null,
      password: '柳林村-2026-村级',
    })
    await vault.must('villages.merge', { id: lower, intoId: willow, on: '2026-06-30' })
    expect(await vault.must('helpers.file', { id })).toMatchObject({ villageId: willow })
    expect(vault.write(({ db }) => findOperator(db, worker.id))).toMatchObject({
      scopeVillages: [lower, willow],
    })
  })

  it('takes along somebody who moved in after the day of a merge entered late', async () => {
    const { id } = await vault.must('recipients.create', {
      facts: { name: '仇大山' },
      villageId: willow,
      from: '2020-01-01',
    })
    await vault.must('recipients.move', {
      id,
      villageId: lower,
      from: '2026-08-01',
      reason: '搬家',
    })
    await vault.must('villages.merge', { id: lower, intoId: willow, on: '2026-06-30' })
    const file = await vault.must('recipients.file', { id })
    expect(file.residences.every(({ villageName }) => villageName === '柳林村')).toBe(true)
  })

  it('refuses to merge a village twice, into itself, or into one that is gone', async () => {
    const merge = { id: lower, intoId: willow, on: '2026-06-30' }
    expect(await vault.core.do('villages.merge', { ...merge, intoId: lower })).toMatchObject({
      ok: false,
    })
    await vault.must('villages.merge', merge)
    expect(await vault.core.do('villages.merge', merge)).toMatchObject({ ok: false })
    expect(
      await vault.core.do('villages.merge', { id: willow, intoId: lower, on: '2026-07-31' }),
    ).toMatchObject({ ok: false })
    expect(
      await vault.core.do('recipients.create', { facts: { name: '朴英子' }, villageId: lower }),
    ).toMatchObject({ ok: false, error: { message: expect.stringContaining('柳林村') as string } })
  })
})

describe('names', () => {
  it('keeps the old name for the days before, and corrects a misspelt one for all', async () => {
    await vault.must('villages.rename', { id: lower, name: '夏河村', from: null })
    await vault.must('villages.rename', { id: lower, name: '夏河社区', from: '2026-01-01' })
    const village = (await vault.must('villages.list', {})).find(({ id }) => id === lower)
    expect(village?.name).toBe('夏河社区')
    expect(village?.names.map(({ name, to }) => [name, to])).toEqual([
      ['夏河村', '2025-12-31'],
      ['夏河社区', null],
    ])
    expect(
      await vault.core.do('villages.rename', { id: willow, name: '夏河社区', from: null }),
    ).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
  })

  it('renames and merges groups with their people', async () => {
    const first = await vault.must('villageGroups.add', {
      villageId: lower,
      name: '一组',
      from: '2019-01-01',
    })
    const second = await vault.must('villageGroups.add', {
      villageId: lower,
      name: '二组',
      from: '2019-01-01',
    })
    const person = await enter('冼凤', first.id)
    const renamed = await vault.must('villageGroups.rename', {
      id: first.id,
      name: '东沟组',
      from: '2026-01-01',
    })
    await vault.must('villageGroups.merge', { id: renamed.id, intoId: second.id, on: '2026-09-30' })
    const { residences } = await vault.must('recipients.file', { id: person })
    expect(residences.map(({ villageGroupName, to }) => [villageGroupName, to])).toEqual([
      ['一组', '2025-12-31'],
      ['东沟组', '2026-09-30'],
      ['二组', null],
    ])
  })
})
