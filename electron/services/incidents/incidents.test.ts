import { afterEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { enterPeople } from '../../core/test-people'
import { closeTestVaults, finishedJob, openTestVault, type TestVault } from '../../core/test-vault'

afterEach(closeTestVaults)

/** Nine in the morning of 2026-11-21 is now. */
async function township() {
  const vault = await openTestVault()
  const [lower] = await vault.must('villages.list', {})
  const [cai, ying] = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: lower!.id, birthDate: '1934-12-21' },
    { name: '仇小英', villageId: lower!.id, group: 'child', birthDate: '2016-03-01' },
  ]) as [number, number]
  return { vault, cai, ying }
}

const found = {
  kind: 'criticalIllness',
  openedOn: '2026-11-21',
  discoveredAt: '06:30',
  discoveredBy: '邻居解旺',
  place: '家中',
  situation: '早上叫门不应，倒在灶房',
}

const open = (
  vault: TestVault,
  recipientId: number,
  more: Partial<InputOf<'incidents.open'>> = {},
) => vault.must('incidents.open', { recipientId, ...found, ...more })

const step = (
  name: string,
  time: string | null,
  more: Partial<InputOf<'incidents.recordStep'>> = {},
) => ({
  step: name,
  day: '2026-11-21',
  time,
  by: '李主任',
  ...more,
})

describe('an incident', () => {
  it('counts its duties from the discovery, and shouts what was missed', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault, cai)
    await vault.must('incidents.recordStep', { id, ...step('rescue', '07:00') })
    await vault.must('incidents.recordStep', { id, ...step('tellVillage', '08:45') })
    const { duties, overdue, missedDuties } = await vault.must('incidents.file', { id })
    expect(duties.map(({ label, deadline, state }) => [label, deadline.slice(11), state])).toEqual([
      ['紧急处置', '07:30', 'done'],
      ['通知子女', '08:30', 'overdue'],
      ['报村', '08:30', 'late'],
      ['报镇', '12:30', 'pending'],
      ['报县', '06:30', 'pending'],
    ])
    expect([overdue, missedDuties]).toEqual([true, ['通知子女']])
    expect(await vault.must('incidents.pressing', {})).toMatchObject({ open: 1, missed: 1 })
    const list = await vault.must('incidents.list', { filter: { overdue: true } })
    expect(list.rows.map((row) => row.id)).toEqual([id])
    expect(await vault.must('incidents.summary', {})).toMatchObject({ open: 1, overdue: 1 })
  })

  it('is not closed over a gap: each duty is done or explained, and an outcome is told', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault, cai)
    const close = async (note: string | null) => {
      const { revision } = await vault.must('incidents.file', { id })
      const input = { id, revision, move: 'close' as const, day: '2026-11-21', note }
      return vault.core.do('incidents.move', input)
    }
    for (const name of ['rescue', 'tellVillage', 'tellTown', 'tellCounty'])
      await vault.must('incidents.recordStep', { id, ...step(name, '08:00') })
    expect(await close('送医后好转')).toMatchObject({
      error: { code: 'CONFLICT', details: { undone: ['tellChildren'] } },
    })
    const skip = { id, ...step('tellChildren', null, { outcome: 'skipped' as const }) }
    expect(await vault.core.do('incidents.recordStep', skip)).toMatchObject({
      error: { code: 'VALIDATION' },
    })
    await vault.must('incidents.recordStep', { ...skip, note: '无子女，已告知侄子' })
    expect(await close(null)).toMatchObject({ error: { code: 'VALIDATION' } })
    expect(await close('送医后好转')).toMatchObject({ ok: true })
    const file = await vault.must('incidents.file', { id })
    expect(file).toMatchObject({ state: 'closed', result: '送医后好转', overdue: false })
    expect(await vault.must('incidents.pressing', {})).toMatchObject({ open: 0, missed: 0 })
    const late = { id, ...step('progress', '08:30') }
    expect(await vault.core.do('incidents.recordStep', late)).toMatchObject({
      error: { code: 'CONFLICT' },
    })
  })

  it('is never edited silently: a correction tells what was and why, and nothing undoes it', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault, cai)
    const { revision } = await vault.must('incidents.file', { id })
    const facts = { ...found, discoveredAt: '08:30', place: '灶房' }
    const correction = { id, revision, ...facts }
    expect(await vault.core.do('incidents.correct', { ...correction, reason: '' })).toMatchObject({
      error: { code: 'VALIDATION' },
    })
    await vault.must('incidents.correct', { ...correction, reason: '邻居记错时间' })
    const { steps, duties } = await vault.must('incidents.file', { id })
    expect(steps.at(-1)).toMatchObject({
      label: '更正',
      by: '王经办',
      note: '邻居记错时间。发现时间由“06:30”改为“08:30”；地点由“家中”改为“灶房”',
    })
    expect(duties[0]!.deadline).toBe('2026-11-21T09:30')
    const { stepId } = await vault.must('incidents.recordStep', { id, ...step('rescue', '08:40') })
    const done = { stepId, revision: 1, day: '2026-11-21', time: '08:50', by: '李主任' }
    await vault.must('incidents.correctStep', { ...done, reason: '时间看错' })
    expect((await vault.must('incidents.file', { id })).steps.map(({ note }) => note)).toContain(
      '时间看错。紧急处置：时间由“08:40”改为“08:50”',
    )
    expect(await vault.must('changes.latestOwn', {})).toBeNull()
  })

  it('keeps the deadlines it began with when the office sets others', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault, cai)
    const protocol = await vault.must('incidents.protocol', {})
    const duties = protocol.duties.map((duty) => ({ ...duty, withinHours: 48 }))
    const kinds = [...protocol.kinds, { code: '走失', label: '走失' }]
    await vault.must('incidents.setProtocol', { kinds, duties })
    const hours = async (of: number) =>
      (await vault.must('incidents.file', { id: of })).duties.map((duty) => duty.withinHours)
    expect(await hours(id)).toEqual([1, 2, 2, 6, 24])
    const own = await open(vault, cai, { kind: '走失' })
    expect(await hours(own.id)).toEqual([48, 48, 48, 48, 48])
    const struck = { kinds: kinds.slice(1), duties }
    expect(await vault.core.do('incidents.setProtocol', struck)).toMatchObject({
      error: { code: 'VALIDATION' },
    })
  })

  it('tells the police of a child, and counts as a major change of the person', async () => {
    const { vault, ying } = await township()
    const { id } = await open(vault, ying)
    const { duties } = await vault.must('incidents.file', { id })
    expect(duties.map(({ label }) => label)).toContain('报公安')
    const changes = async () =>
      (await vault.must('majorChanges.list', { recipientId: ying })).map(({ kind, date }) => [
        kind,
        date,
      ])
    expect(await changes()).toEqual([['incident', '2026-11-21']])
    const { revision } = await vault.must('incidents.file', { id })
    const untrue = { id, revision, move: 'mistake' as const, day: '2026-11-21', note: '误报' }
    await vault.must('incidents.move', untrue)
    expect(await changes()).toEqual([])
  })

  it('refuses an hour that has not come, and a kind nobody knows', async () => {
    const { vault, cai } = await township()
    for (const more of [{ discoveredAt: '09:01' }, { openedOn: '2026-11-22' }, { kind: 'x' }]) {
      const asked = vault.core.do('incidents.open', { recipientId: cai, ...found, ...more })
      expect(await asked, JSON.stringify(more)).toMatchObject({ error: { code: 'VALIDATION' } })
    }
  })

  it('is reported in Word, with what was missed and a blank for what nobody knows', async () => {
    const { vault, cai } = await township()
    const { id } = await open(vault, cai, { place: null })
    await vault.must('incidents.recordStep', { id, ...step('rescue', '07:00') })
    const { jobId } = await vault.must('incidents.report', { id })
    const { result, error } = await finishedJob(vault.core, jobId)
    expect(error).toBeUndefined()
    expect(result).toMatchObject({ title: '关于尉迟彩霞发生危重病情的报告', files: 1 })
    expect((result as { missing: string[] }).missing).toContain('事发地点')
  })
})
