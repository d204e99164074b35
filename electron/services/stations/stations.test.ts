import { afterEach, describe, expect, it } from 'vitest'
import { closeTestVaults, finishedJob, openTestVault } from '../../core/test-vault'

afterEach(closeTestVaults)

const station = {
  kind: 'station' as const,
  name: '下河村管护站',
  from: '2025-03-01',
  services: ['social', 'meals'] as ('social' | 'meals')[],
}

async function openWithVillages() {
  const vault = await openTestVault()
  const [first, second] = await vault.must('villages.list', {})
  return { vault, villageId: first!.id, otherId: second!.id, otherName: second!.name }
}

describe('站点', () => {
  it('says which stations offer too little by the number the office asks, not by a fixed one', async () => {
    const { vault, villageId } = await openWithVillages()
    const { id } = await vault.must('stations.create', { ...station, villageId })
    const lacking = async () => {
      const rows = await vault.must('stations.list', { filter: { wanting: 'services' } })
      return rows.map((row) => [row.id, row.lackingServices])
    }
    expect(await lacking()).toEqual([[id, 3]])
    const standards = await vault.must('stations.standards', {})
    await vault.must('stations.saveStandards', { ...standards, leastServices: 2 })
    expect(await lacking()).toEqual([])
  })

  it('asks for a fire check until one was done, and again when its next day has passed or it failed', async () => {
    const { vault, villageId } = await openWithVillages()
    const { id: stationId } = await vault.must('stations.create', { ...station, villageId })
    const standing = async () =>
      (await vault.must('stations.file', { id: stationId })).fire.standing
    expect(await standing()).toBe('never')
    const passed = { stationId, result: 'passed' as const }
    const old = await vault.must('stations.recordFireCheck', { ...passed, day: '2026-01-10' })
    expect(old.nextOn).toBe('2026-07-10')
    expect(await standing()).toBe('overdue')
    const failed = await vault.must('stations.recordFireCheck', {
      stationId,
      day: '2026-11-20',
      result: 'failed',
    })
    expect(failed.nextOn).toBe('2026-12-05')
    expect(await standing()).toBe('due')
    const { items } = await vault.must('calendar.days', { from: '2026-12-01', to: '2026-12-31' })
    expect(items).toContainEqual(
      expect.objectContaining({ day: '2026-12-05', kind: 'fireCheck', who: station.name }),
    )
    await vault.must('stations.recordFireCheck', { ...passed, day: '2026-11-21' })
    expect(await standing()).toBe('met')
    for (const [check, field] of [
      [{ ...passed, day: '2026-11-22' }, 'day'],
      [{ ...passed, day: '2025-02-28' }, 'day'],
      [{ ...passed, day: '2026-11-21', nextOn: '2026-11-21' }, 'nextOn'],
    ] as const)
      expect(await vault.core.do('stations.recordFireCheck', check)).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION', fields: { [field]: expect.any(String) } },
      })
  })

  it('refuses more beds taken than there are, a second of one name, and a stale save', async () => {
    const { vault, villageId, otherId } = await openWithVillages()
    const facts = { ...station, villageId }
    expect(
      await vault.core.do('stations.create', { ...facts, bedsTotal: 4, bedsUsed: 5 }),
    ).toMatchObject({ error: { fields: { bedsUsed: '比总床位多' } } })
    const { id } = await vault.must('stations.create', { ...facts, bedsTotal: 4, bedsUsed: 4 })
    expect(await vault.core.do('stations.create', facts)).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    await vault.must('stations.create', { ...facts, villageId: otherId })
    await vault.must('stations.update', { ...facts, id, revision: 1, manager: '解旺' })
    expect(await vault.core.do('stations.update', { ...facts, id, revision: 1 })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    const history = await vault.must('stations.history', { id })
    expect(history[0]!.fields).toContainEqual(
      expect.objectContaining({ field: 'manager', to: '解旺' }),
    )
  })

  it('leaves the list when it closes, keeps its record, and goes on under the village that took its own in', async () => {
    const { vault, villageId, otherId, otherName } = await openWithVillages()
    const { id } = await vault.must('stations.create', { ...station, villageId })
    const { id: group } = await vault.must('villageGroups.add', { villageId, name: '三组' })
    await vault.must('associations.create', {
      kind: 'mutualHelp',
      name: '三组互助协会',
      villageId,
      villageGroupId: group,
      from: '2026-11-21',
      members: 12,
    })
    await vault.must('villages.merge', { id: villageId, intoId: otherId, on: '2026-11-21' })
    const [association] = await vault.must('associations.list', {})
    expect(association).toMatchObject({ villageId: otherId, villageGroupName: '三组' })
    const { revision, villageName } = await vault.must('stations.file', { id })
    expect(villageName).toBe(otherName)
    await vault.must('stations.close', { id, revision, on: '2026-11-20', reason: '并入镇中心' })
    expect(await vault.must('stations.list', {})).toEqual([])
    expect(await vault.must('stations.list', { filter: { withClosed: true } })).toMatchObject([
      { id, to: '2026-11-20', endReason: '并入镇中心' },
    ])
    await vault.must('stations.reopen', { id, revision: revision + 1 })
    expect(await vault.must('stations.list', {})).toHaveLength(1)
  })

  it('is listed in Excel, and an empty list says so', async () => {
    const { vault, villageId } = await openWithVillages()
    const exported = async (name: 'stations.export' | 'associations.export') => {
      const { jobId } = await vault.must(name, {})
      return finishedJob(vault.core, jobId)
    }
    expect(await exported('stations.export')).toMatchObject({ error: { code: 'VALIDATION' } })
    await vault.must('stations.create', { ...station, villageId })
    const elders = {
      kind: 'elders' as const,
      name: '下河村老年协会',
      villageId,
      from: '2020-01-01',
    }
    await vault.must('associations.create', elders)
    expect(await exported('stations.export')).toMatchObject({ status: 'done' })
    expect(await exported('associations.export')).toMatchObject({ status: 'done' })
  })
})
