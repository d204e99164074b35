import { afterEach, describe, expect, it } from 'vitest'
import { assignOperator } from '@db/repositories/operators'
import type { Paper } from '@shared/domain/papers/model'
import { inlineText } from '@shared/domain/papers/model'
import {
  closeTestVaults,
  finishedJob,
  openTestVault,
  testFounding,
  type TestVault,
} from '../../core/test-vault'

afterEach(closeTestVaults)

const facts = {
  kind: 'unannounced' as const,
  title: '十一月四不两直督查',
  from: '2026-11-10',
  to: '2026-11-30',
  leader: '解旺',
}

/** An inspection of both villages, of which none has been visited yet. */
async function planned() {
  const vault = await openTestVault()
  const [lower, willow] = await vault.must('villages.list', {})
  const villageIds = [lower!.id, willow!.id]
  const { id } = await vault.must('inspections.plan', { ...facts, villageIds })
  const { rows, checklist } = await vault.must('inspections.file', { id })
  return { vault, id, lower: lower!, willow: willow!, sheets: rows, checklist }
}

type Planned = Awaited<ReturnType<typeof planned>>

const fireExits = '消防通道畅通，灭火器在有效期内'

/** The first village's sheet as it came back: all met but the fire exits. */
async function visited() {
  const made = await planned()
  const { vault, sheets, checklist } = made
  const broken = checklist.find(({ text }) => text === fireExits)!.key
  await vault.must('inspections.enterSheet', {
    id: sheets[0]!.id,
    revision: sheets[0]!.revision,
    visitedOn: '2026-11-12',
    inspectors: '解旺、尉迟宏',
    results: checklist.map(({ key }) => ({ key, mark: key === broken ? 'problem' : 'met' })),
    findings: [
      {
        itemKey: broken,
        content: '灭火器过期两年',
        severity: 'grave',
        responsible: '下河村委会',
      },
    ],
  })
  const { rows } = await vault.must('findings.list', {})
  return { ...made, broken, findingId: rows[0]!.id }
}

async function moveFinding(
  vault: TestVault,
  id: number,
  move: 'start' | 'finish' | 'pass' | 'fail' | 'extend' | 'withdraw',
  more: { day?: string; note?: string; dueOn?: string } = {},
) {
  const { revision } = await vault.must('findings.file', { id })
  return vault.core.do('findings.move', { id, revision, move, day: '2026-11-20', ...more })
}

const sheetOf = ({ vault, sheets }: Planned, at: number) =>
  vault.must('inspections.sheet', { id: sheets[at]!.id })

describe('督查', () => {
  it('turns what a sheet brought back into findings with the office’s days to mend them', async () => {
    const { vault, id, findingId } = await visited()
    expect(await vault.must('findings.file', { id: findingId })).toMatchObject({
      villageName: '下河村',
      item: fireExits,
      severity: 'grave',
      openedOn: '2026-11-12',
      dueOn: '2026-11-15',
      overdue: true,
      state: 'issued',
    })
    expect((await vault.must('inspections.list', {}))[0]).toMatchObject({
      id,
      state: 'visiting',
      sheets: 2,
      visited: 1,
      found: 1,
      overdue: 1,
    })
  })

  it('takes no × without its finding, and no finding without its ×: nothing of the sheet is kept', async () => {
    const made = await planned()
    const { vault, sheets, checklist } = made
    const key = checklist[0]!.key
    const sheet = { id: sheets[0]!.id, revision: sheets[0]!.revision, visitedOn: '2026-11-12' }
    const cross = [{ key, mark: 'problem' as const }]
    const found = [{ itemKey: key, content: '台账三个月没有更新' }]
    const refused = async (input: object) =>
      expect(
        await vault.core.do('inspections.enterSheet', { ...sheet, results: [], ...input }),
      ).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    await refused({ results: cross })
    await refused({ findings: found })
    await refused({ results: [{ key, mark: 'met' }], findings: found })
    await refused({ results: [{ key: 'elsewhere', mark: 'met' }] })
    await refused({ results: cross, findings: found, visitedOn: '2026-11-22' })
    await refused({ results: cross, findings: found, visitedOn: '2026-11-09' })
    await refused({ results: cross, findings: [{ ...found[0], dueOn: '2026-11-01' }] })
    expect(await sheetOf(made, 0)).toMatchObject({ visitedOn: null, results: [] })
    expect((await vault.must('findings.list', {})).rows).toEqual([])
  })

  it('follows a finding until it passes the re-check; what fails gets a new day and its reason', async () => {
    const { vault, findingId } = await visited()
    expect(await moveFinding(vault, findingId, 'pass')).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
    await moveFinding(vault, findingId, 'finish', { note: '换了新灭火器' })
    expect(await moveFinding(vault, findingId, 'fail', { note: '还缺一具' })).toMatchObject({
      ok: false,
      error: { fields: { dueOn: '请填写重新整改期限' } },
    })
    await moveFinding(vault, findingId, 'fail', { note: '还缺一具', dueOn: '2026-11-25' })
    expect(await vault.must('findings.file', { id: findingId })).toMatchObject({
      state: 'failed',
      dueOn: '2026-11-25',
      overdue: false,
      closedOn: null,
    })
    expect(
      await moveFinding(vault, findingId, 'extend', { note: '在路上', dueOn: '2026-11-19' }),
    ).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    await moveFinding(vault, findingId, 'finish', { note: '补齐了' })
    await moveFinding(vault, findingId, 'pass', { day: '2026-11-21' })
    const file = await vault.must('findings.file', { id: findingId })
    expect(file).toMatchObject({ state: 'passed', closedOn: '2026-11-21', result: '补齐了' })
    expect(file.steps.map(({ label }) => label)).toEqual([
      '登记',
      '整改完成',
      '复查不合格',
      '整改完成',
      '复查合格',
    ])
  })

  it('lets a sheet be corrected, but not so that a finding stands beside a √', async () => {
    const made = await visited()
    const { vault, broken, findingId } = made
    const sheet = await sheetOf(made, 0)
    const again = {
      id: sheet.id,
      revision: sheet.revision,
      visitedOn: '2026-11-12',
      results: [{ key: broken, mark: 'met' as const }],
    }
    expect(await vault.core.do('inspections.enterSheet', again)).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION' },
    })
    await moveFinding(vault, findingId, 'withdraw', { note: '看错了日期' })
    await vault.must('inspections.enterSheet', again)
    expect(await sheetOf(made, 0)).toMatchObject({ problems: 0, found: 0 })
    expect(await vault.core.do('inspections.enterSheet', again)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
  })

  it('takes the × back with a finding that was typed in by mistake', async () => {
    const made = await visited()
    await made.vault.must('findings.void', { id: made.findingId, reason: '录错了村' })
    const sheet = await sheetOf(made, 0)
    expect(sheet).toMatchObject({ problems: 0, found: 0 })
    expect(sheet.results.map(({ key }) => key)).not.toContain(made.broken)
  })

  it('keeps the items of the sheets as they were once one has come back', async () => {
    const { vault, id, checklist } = await visited()
    const { revision } = await vault.must('inspections.file', { id })
    const items = checklist.slice(0, 3)
    expect(await vault.core.do('inspections.saveChecklist', { id, revision, items })).toMatchObject(
      { ok: false, error: { code: 'CONFLICT' } },
    )
    const standards = await vault.must('inspections.standards', {})
    await vault.must('inspections.saveStandards', { ...standards, items })
    expect((await vault.must('inspections.file', { id })).checklist).toEqual(checklist)
    expect(await vault.core.do('inspections.void', { id, reason: '试' })).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
  })

  it('tells a village what was found there, never a visit that is still to come', async () => {
    const made = await visited()
    const { vault, id, lower, willow, sheets, findingId } = made
    const { operator } = await vault.must('session.me', {})
    const answersFor = async (villageId: number) => {
      vault.write((ctx) =>
        assignOperator(ctx, operator.id, {
          role: 'clerk',
          scope: { villages: [villageId], groups: null },
        }),
      )
      await vault.must('vault.lock', {})
      const { password } = testFounding.operator
      await vault.must('vault.unlock', { operatorId: operator.id, password })
    }
    await answersFor(willow.id)
    expect(await vault.must('inspections.list', {})).toEqual([])
    expect(await vault.core.do('inspections.file', { id })).toMatchObject({ ok: false })
    expect(await vault.core.do('inspections.sheet', { id: sheets[1]!.id })).toMatchObject({
      ok: false,
    })
    expect((await vault.must('findings.list', {})).rows).toEqual([])
    expect(await vault.core.do('findings.file', { id: findingId })).toMatchObject({ ok: false })
    await answersFor(lower.id)
    expect((await vault.must('inspections.file', { id })).rows).toHaveLength(1)
    expect((await vault.must('findings.list', {})).rows).toHaveLength(1)
    expect(await vault.core.do('tasks.list', {})).toMatchObject({ ok: true })
  })

  it('puts open findings on the next agenda and their days on the calendar', async () => {
    const { vault, findingId } = await visited()
    const matters = await vault.must('meetings.matters', {})
    expect(matters).toContainEqual({
      key: `finding:${findingId}`,
      kind: 'finding',
      text: '下河村：灭火器过期两年，下河村委会，逾期 6 天',
    })
    const calendar = await vault.must('calendar.days', { from: '2026-11-01', to: '2026-11-30' })
    expect(JSON.stringify(calendar)).toContain(`/findings/${findingId}`)
  })

  it('writes the 通报 from the sheets that came back, with figures that open their findings', async () => {
    const { vault, id } = await visited()
    const done = await finishedJob(
      vault.core,
      (await vault.must('inspections.report', { id })).jobId,
    )
    const { documentId, missing } = done.result as { documentId: number; missing: string[] }
    expect(missing).toEqual(['督查组成员'])
    const paper = (await vault.must('documents.get', { id: documentId })).paper as Paper
    const text = paper.body
      .map((block) => (block.kind === 'table' ? '' : inlineText(block.text)))
      .join('\n')
    expect(text).toContain('对1个村（社区）的留守老人关爱服务工作进行了“四不两直”督查')
    expect(text).toContain('柳林村的督查表没有收回')
    expect(text).toContain('共发现问题1个，其中严重1个')
    expect(text).toContain('1. 下河村：灭火器过期两年。')
    expect(text).not.toMatch(/undefined|null/)
    expect(paper.figures['found']).toMatchObject({ value: 1, source: { list: 'findings' } })
    expect(await vault.must('inspections.file', { id })).toMatchObject({
      state: 'reported',
      documentId,
    })
    const exported = await finishedJob(vault.core, (await vault.must('findings.export', {})).jobId)
    expect(exported).toMatchObject({ status: 'done' })
  })

  it('writes no 通报 of an inspection for which nobody went out', async () => {
    const { vault, id } = await planned()
    const { jobId } = await vault.must('inspections.report', { id })
    expect(await finishedJob(vault.core, jobId)).toMatchObject({ status: 'failed' })
    expect((await vault.must('inspections.file', { id })).state).toBe('planned')
  })
})
