import { afterEach, describe, expect, it } from 'vitest'
import type { Paper } from '@shared/domain/papers/model'
import { inlineText } from '@shared/domain/papers/model'
import { closeTestVaults, finishedJob, openTestVault, type TestVault } from '../../core/test-vault'

afterEach(closeTestVaults)

const facts = { kind: 'regular' as const, title: '十一月下旬例会', day: '2026-11-20' }

/** A meeting that was held, of a township with one elder nobody helps and one raised need. */
async function held() {
  const vault = await openTestVault()
  const [village] = await vault.must('villages.list', {})
  const { id: recipientId } = await vault.must('recipients.create', {
    facts: { name: '尉迟彩霞', birthDate: '1940-01-01' },
    villageId: village!.id,
    from: '2026-01-01',
  })
  const { id: needId } = await vault.must('needs.open', {
    recipientId,
    kind: 'medical',
    content: '降压药快用完',
    source: 'own',
    openedOn: '2026-11-01',
  })
  const need = await vault.must('needs.file', { id: needId })
  await vault.must('needs.move', {
    id: needId,
    revision: need.revision,
    move: 'raise',
    day: '2026-11-05',
    note: '村里没有车',
  })
  await vault.must('organization.saveLeadingGroup', {
    members: [{ title: '组长', name: '解旺', post: '副镇长' }],
  })
  const { id } = await vault.must('meetings.create', facts)
  await step(vault, id, 'hold')
  return { vault, id, village: village!, needId }
}

async function step(vault: TestVault, id: number, move: 'hold' | 'cancel' | 'reopen') {
  const { revision } = await vault.must('meetings.file', { id })
  await vault.must('meetings.move', { id, revision, move, note: '改期' })
}

describe('会议', () => {
  it('draws its agenda from what stands open and calls the leading group and every village', async () => {
    const { vault, id, needId, village } = await held()
    const { agenda, attendance } = await vault.must('meetings.file', { id })
    expect(agenda.map(({ key, kept }) => [key, kept])).toEqual([
      [`need:${needId}`, true],
      [`overdue:${village.id}`, true],
      [`withoutHelper:${village.id}`, true],
    ])
    expect(agenda[0]!.text).toMatch(/^尉迟彩霞：医疗/)
    expect(attendance[0]).toEqual({
      kind: 'leadingGroup',
      name: '解旺',
      unit: '副镇长',
      presence: 'invited',
    })
    const villages = await vault.must('villages.list', {})
    expect(attendance.filter(({ kind }) => kind === 'village')).toHaveLength(villages.length)
  })

  it('turns a decision into a task that stands on the next agenda until it is done', async () => {
    const { vault, id, needId } = await held()
    const { taskId } = await vault.must('meetings.decide', {
      id,
      matterKey: `need:${needId}`,
      content: '卫生院每月送药上门',
      responsible: '镇卫生院',
      dueOn: '2026-11-20',
    })
    const next = await vault.must('meetings.create', { ...facts, title: '十二月上旬例会' })
    const textOf = async (meetingId: number) =>
      (await vault.must('meetings.file', { id: meetingId })).agenda.find(
        ({ key }) => key === `task:${taskId}`,
      )?.text
    expect(await textOf(next.id)).toBe('卫生院每月送药上门，镇卫生院，逾期 1 天')
    expect((await vault.must('tasks.list', {})).rows).toMatchObject([
      { id: taskId, overdue: true, meetingTitle: '十一月下旬例会', recipientId: null },
    ])

    const task = await vault.must('tasks.file', { id: taskId })
    expect(task.moves).toEqual(['progress', 'finish', 'drop'])
    await vault.must('tasks.move', {
      id: taskId,
      revision: task.revision,
      move: 'finish',
      day: '2026-11-21',
      note: '已送第一次药',
    })
    expect(await vault.must('tasks.file', { id: taskId })).toMatchObject({
      state: 'done',
      closedOn: '2026-11-21',
      result: '已送第一次药',
      overdue: false,
    })
    const third = await vault.must('meetings.create', { ...facts, title: '第三次例会' })
    expect(await textOf(third.id)).toBeUndefined()
    // What an earlier agenda said stays as it was.
    expect(await textOf(next.id)).toBeDefined()
    expect((await vault.must('meetings.list', {})).find((row) => row.id === id)).toMatchObject({
      decisions: 1,
      openDecisions: 0,
    })
    const exported = await finishedJob(vault.core, (await vault.must('tasks.export', {})).jobId)
    expect(exported).toMatchObject({ status: 'done' })
  })

  it('keeps what the clerk dropped out of the agenda when it is drawn again', async () => {
    const { vault, needId } = await held()
    const { id } = await vault.must('meetings.create', facts)
    const { agenda, revision } = await vault.must('meetings.file', { id })
    await vault.must('meetings.saveAgenda', {
      id,
      revision,
      agenda: agenda.map((item) => ({ ...item, kept: item.key !== `need:${needId}` })),
    })
    const saved = await vault.must('meetings.file', { id })
    const { added } = await vault.must('meetings.redrawAgenda', { id, revision: saved.revision })
    expect(added).toBe(0)
    const after = await vault.must('meetings.file', { id })
    expect(after.agenda.find(({ key }) => key === `need:${needId}`)?.kept).toBe(false)
    expect(
      await vault.core.do('meetings.saveAgenda', { id, revision, agenda }),
      'a stale save does not win',
    ).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
  })

  it('freezes the minutes as handed in, though decisions are changed afterwards', async () => {
    const { vault, id } = await held()
    const { taskId } = await vault.must('meetings.decide', {
      id,
      content: '卫生院每月送药上门',
      responsible: '镇卫生院',
      dueOn: '2026-12-05',
    })
    const { attendance, revision } = await vault.must('meetings.file', { id })
    await vault.must('meetings.saveAttendance', {
      id,
      revision,
      attendance: attendance.map((one, at) => ({
        ...one,
        presence: at === 0 ? ('present' as const) : ('absent' as const),
      })),
    })
    const done = await finishedJob(vault.core, (await vault.must('meetings.minutes', { id })).jobId)
    const { documentId, missing } = done.result as { documentId: number; missing: string[] }
    expect(missing).toEqual(['主持人', '会议地点', '记录人'])
    expect(await vault.must('meetings.file', { id })).toMatchObject({
      state: 'minuted',
      documentId,
    })
    const task = await vault.must('tasks.file', { id: taskId })
    await vault.must('tasks.update', {
      id: taskId,
      revision: task.revision,
      content: '改由村医送药',
    })
    const kept = (await vault.must('documents.get', { id: documentId })).paper as Paper
    const text = kept.body
      .map((block) =>
        block.kind === 'table' ? block.rows.flat().map(inlineText).join() : inlineText(block.text),
      )
      .join('\n')
    expect(text).toContain('1,卫生院每月送药上门,镇卫生院,2026年12月5日')
    expect(text).toContain('出席：解旺（副镇长）。')
    expect(text).not.toMatch(/undefined|null/)
  })

  it('neither holds nor minutes a meeting before its day, nor decides on one that was cancelled', async () => {
    const { vault } = await held()
    const { id } = await vault.must('meetings.create', { ...facts, day: '2026-12-05' })
    const { revision } = await vault.must('meetings.file', { id })
    expect(await vault.core.do('meetings.move', { id, revision, move: 'hold' })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION' },
    })
    const minutes = await finishedJob(
      vault.core,
      (await vault.must('meetings.minutes', { id })).jobId,
    )
    expect(minutes.status).toBe('failed')
    await step(vault, id, 'cancel')
    expect(await vault.core.do('meetings.decide', { id, content: '试' })).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
    await step(vault, id, 'reopen')
    expect((await vault.must('meetings.file', { id })).state).toBe('planned')
  })
})
