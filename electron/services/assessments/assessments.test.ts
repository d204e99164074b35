import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type InputOf, type OpName } from '@shared/contract'
import type { Failure } from '@shared/contract/failure'
import { answersTotalling, onlyYes } from '@shared/domain/assessments/arbitraries'
import { currentScale, findScale } from '@shared/domain/assessments/scales'
import { maskerFor } from '../../core/masking'
import { finishedJob, openTestVault, type TestVault } from '../../core/test-vault'

let vault: TestVault
let village = 0

beforeAll(async () => {
  vault = await openTestVault()
  village = (await vault.must('villages.list', {}))[0]!.id
})
afterAll(() => vault.close())

const scale = currentScale('gbt42195')

async function person(name: string): Promise<number> {
  const facts = { name, birthDate: '1940-05-05' }
  const { id } = await vault.must('recipients.create', {
    facts,
    villageId: village,
    from: '2024-01-01',
    allowSimilar: true,
  })
  return id
}

/** An assessment with that total, every question answered no unless said otherwise. */
const filed = (
  recipientId: number,
  total: number,
  more: Partial<InputOf<'assessments.record'>> = {},
): InputOf<'assessments.record'> => ({
  recipientId,
  scale: 'gbt42195',
  date: '2026-11-20',
  reason: 'first',
  source: 'screening',
  assessors: ['周评估'],
  answers: answersTotalling(scale, total),
  changes: onlyYes(scale),
  ...more,
})

async function refusal<Name extends OpName>(name: Name, input: InputOf<Name>): Promise<Failure> {
  const result = await vault.core.do(name, input)
  if (result.ok) throw new Error(`${name} was not refused`)
  return result.error
}

const incapacity = async (id: number) =>
  (await vault.must('recipients.file', { id })).categories.find(
    ({ category }) => category === 'incapacitated',
  )

describe('an assessment', () => {
  it('is kept with its scale, version, sub-scores, level and next due day', async () => {
    const id = await person('尉迟彩霞')
    const result = await vault.must('assessments.record', filed(id, 60))
    expect(result).toMatchObject({ score: 60, computedLevel: 'moderate', nextDue: '2027-11-20' })
    const { assessment, previous } = await vault.must('assessments.get', { id: result.id })
    expect(previous).toBeNull()
    expect(assessment).toMatchObject({
      scale: 'gbt42195',
      version: '2022',
      score: 60,
      levelLabel: '中度失能',
      subtotals: { selfCare: 32, mobility: 15, mind: 13, participation: 0 },
      source: 'screening',
      assessors: ['周评估'],
      finalReason: null,
    })
    expect(assessment.reasons[0]).toBe('总分 60 分，对应中度失能')
  })

  it('shows those who may not read health that there is one, and nothing of it', async () => {
    const id = await person('尉迟秀')
    await vault.must('assessments.record', filed(id, 60, { note: '左侧偏瘫' }))
    const list = await vault.must('assessments.list', { recipientId: id })
    const [masked] = maskerFor(contract['assessments.list'].output)!(list) as typeof list
    expect(masked).toMatchObject({ date: '2026-11-20', scale: 'gbt42195' })
    expect([masked!.score, masked!.answers, masked!.changes, masked!.subtotals]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(JSON.stringify(masked)).not.toMatch(/moderate|失能|60|偏瘫/)
  })

  it('decides 失能 by the score in force, and no longer once it is hidden', async () => {
    const id = await person('解旺')
    expect((await incapacity(id))?.holds).toBe(false)
    await vault.must('assessments.record', filed(id, 66, { date: '2026-03-01' }))
    expect((await incapacity(id))?.holds).toBe(false)
    const later = await vault.must('assessments.record', filed(id, 65))
    expect(await incapacity(id)).toMatchObject({ holds: true, reason: '能力评估得分65分' })
    await vault.must('assessments.void', { id: later.id, reason: '录错了人' })
    expect(await incapacity(id)).toMatchObject({ holds: false, reason: '能力评估得分66分' })
    expect(await refusal('assessments.get', { id: later.id })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('takes a level set by hand only with a reason', async () => {
    const id = await person('仇广')
    const both = onlyYes(scale, 'mentalDisorder', 'careEvents')
    const byHand = filed(id, 80, { changes: both, finalLevel: 'severe' })
    expect(await refusal('assessments.record', byHand)).toMatchObject({
      code: 'VALIDATION',
      fields: { finalReason: '请写明理由' },
    })
    expect(
      await vault.must('assessments.record', { ...byHand, finalReason: '两项变更分别升级' }),
    ).toMatchObject({ computedLevel: 'moderate', finalLevel: 'severe', nextDue: '2027-05-20' })
  })

  it.each([
    ['a missing answer', { answers: {} }, 'answers.eating'],
    ['an answer the item does not have', { answers: { vision: 4 } }, 'answers.vision'],
    ['an unanswered question', { changes: {} }, 'changes.coma'],
    ['a level of another scale', { finalLevel: 'halfCare', finalReason: '…' }, 'finalLevel'],
    ['a day to come', { date: '2026-11-22' }, 'date'],
    ['a next time before this one', { nextDue: '2026-11-20' }, 'nextDue'],
    ['a version nobody knows', { version: '1999' }, 'version'],
  ] as const)('is refused with %s, beside the field', async (_, wrong, field) => {
    const id = await person('查清')
    const answers = 'answers' in wrong ? { ...wrong.answers } : undefined
    const error = await refusal('assessments.record', {
      ...filed(id, 70),
      ...wrong,
      ...(answers && {
        answers: Object.keys(answers).length ? { ...filed(id, 70).answers, ...answers } : {},
      }),
    })
    expect(error.code).toBe('VALIDATION')
    expect(Object.keys(error.fields ?? {})).toContain(field)
    expect(await vault.must('assessments.list', { recipientId: id })).toEqual([])
  })

  it('is not filed twice for one day, and says which it was', async () => {
    const id = await person('区少')
    const first = await vault.must('assessments.record', filed(id, 70))
    expect(await refusal('assessments.record', filed(id, 71))).toMatchObject({
      code: 'CONFLICT',
      details: { id: first.id },
    })
    await vault.must('assessments.record', filed(id, 71, { date: '2026-11-19' }))
  })

  it('can be corrected, graded by its own version, and not from a stale form', async () => {
    const id = await person('单雄')
    const barthel = findScale('barthel', 'five-75-50-25')!
    const input = (total: number, date = '2026-11-20') => ({
      date,
      reason: 'regular' as const,
      source: 'self' as const,
      answers: answersTotalling(barthel, total),
    })
    const made = await vault.must('assessments.record', {
      recipientId: id,
      scale: 'barthel',
      version: barthel.version,
      ...input(20),
    })
    expect(made.finalLevel).toBe('complete')
    await vault.must('assessments.update', { id: made.id, revision: 1, ...input(70) })
    const [now] = await vault.must('assessments.list', { recipientId: id })
    expect(now).toMatchObject({ version: 'five-75-50-25', score: 70, finalLevel: 'moderate' })
    expect(
      await refusal('assessments.update', { id: made.id, revision: 1, ...input(75) }),
    ).toMatchObject({ code: 'CONFLICT' })
  })

  it('is never worked out again when versions or rules change', async () => {
    const id = await person('朴实')
    const six = answersTotalling(currentScale('barthel'), 60)
    const facts = { recipientId: id, scale: 'barthel', reason: 'first', source: 'self' } as const
    await vault.must('assessments.record', { ...facts, date: '2026-10-01', answers: six })
    const before = await vault.must('assessments.list', { recipientId: id })
    await vault.must('assessments.chooseVersion', { scale: 'barthel', version: 'five-75-50-25' })
    const { dueRules } = await vault.must('assessments.scales', {})
    await vault.must('assessments.saveDueRules', {
      rules: [
        ...dueRules,
        { kind: 'barthel', level: null, months: 1, from: '2000-01-01', to: null },
      ],
    })
    expect(await vault.must('assessments.list', { recipientId: id })).toEqual(before)
    await vault.must('assessments.record', { ...facts, date: '2026-10-02', answers: six })
    const [after, old] = await vault.must('assessments.list', { recipientId: id })
    expect(after).toMatchObject({ version: 'five-75-50-25', nextDue: '2026-11-02' })
    expect(old).toMatchObject({ version: 'four-61-41', nextDue: '2027-10-01' })
  })
})

describe('评估到期', () => {
  it('lists whom it is for by how they stand, and nobody whose file is closed', async () => {
    const [overdue, soon, later, never, closed] = await Promise.all(
      ['到期甲', '临近乙', '未到丙', '从未丁', '迁出戊'].map(person),
    )
    for (const [id, nextDue] of [
      [overdue, '2026-11-20'],
      [soon, '2026-11-21'],
      [later, '2026-12-22'],
      [closed, '2026-11-20'],
    ] as const) {
      const input = filed(id!, 70, { date: '2026-01-05', nextDue })
      await vault.must('assessments.record', input)
    }
    await vault.must('recipients.changeStatus', {
      id: closed!,
      status: 'movedOut',
      from: '2026-06-01',
      reason: '随子女迁走',
    })
    const stateOf = new Map(
      (await vault.must('assessments.due', {})).rows.map((row) => [row.recipientId, row.state]),
    )
    expect([overdue, soon, later, never, closed].map((id) => stateOf.get(id!))).toEqual([
      'overdue',
      'soon',
      'later',
      'never',
      undefined,
    ])
    const { rows, counts } = await vault.must('assessments.due', { state: 'overdue' })
    expect(rows).toMatchObject([{ name: '到期甲', daysLeft: -1, lastLevel: '轻度失能' }])
    expect(counts.overdue).toBe(1)
  })
})

describe('a risk review', () => {
  const answers = (...yes: string[]) =>
    [
      'livingAlone',
      'aged80',
      'incapacitated',
      'severeIllness',
      'noPhone',
      'unsafeHome',
      'noRelatives',
      'poverty',
      'recentEvents',
    ].map((code) => ({ code, holds: yes.includes(code) }))
  const levelOf = async (id: number) => (await vault.must('recipients.file', { id })).riskLevel

  it('suggests answers from the file and asks where it is silent', async () => {
    const id = await person('尉迟大山')
    await vault.must('assessments.record', filed(id, 40))
    const { suggestions, last } = await vault.must('riskReviews.form', { recipientId: id })
    const of = (code: string) => suggestions.find((one) => one.code === code)
    expect(of('aged80')).toMatchObject({ holds: true, note: '86 周岁' })
    expect(of('incapacitated')).toMatchObject({ holds: true, note: '能力评估得分40分' })
    expect(of('recentEvents')).toMatchObject({ holds: null })
    expect(last).toBeNull()
  })

  it('gives the person its level from its day on, and takes it back when hidden', async () => {
    const id = await person('曾有')
    const record = (date: string, ...yes: string[]) =>
      vault.must('riskReviews.record', { recipientId: id, date, answers: answers(...yes) })
    await record('2026-01-10', 'livingAlone', 'poverty')
    expect(await levelOf(id)).toBe('key')
    const high = await record('2026-06-10', 'livingAlone', 'aged80', 'poverty', 'unsafeHome')
    expect(high).toMatchObject({ score: 7, finalLevel: 'high', nextDue: '2026-09-10' })
    expect(await levelOf(id)).toBe('high')
    // Typed in late: it must not push out the one after it.
    await record('2026-03-10')
    expect(await levelOf(id)).toBe('high')
    await vault.must('riskReviews.void', { id: high.id, reason: '录错了人' })
    expect(await levelOf(id)).toBe('general')
    const dates = (await vault.must('riskReviews.list', { recipientId: id })).map((one) => one.date)
    expect(dates).toEqual(['2026-03-10', '2026-01-10'])
  })

  it('is refused with a factor left open', async () => {
    const id = await person('覃乐')
    const input = { recipientId: id, date: '2026-11-20', answers: answers().slice(1) }
    expect(await refusal('riskReviews.record', input)).toMatchObject({
      code: 'VALIDATION',
      fields: { 'answers.livingAlone': '“独居”还没有答' },
    })
  })

  it('keeps the weights of its day when the office changes them', async () => {
    const id = await person('乐覃')
    const made = await vault.must('riskReviews.record', {
      recipientId: id,
      date: '2026-10-01',
      answers: answers('livingAlone'),
    })
    expect(made).toMatchObject({ score: 2, finalLevel: 'general' })
    await vault.must('riskReviews.saveScheme', {
      from: '2026-11-01',
      factors: [{ code: 'livingAlone', title: '独居', weight: 9 }],
      highFrom: 8,
      keyFrom: 4,
    })
    const one = { recipientId: id, answers: [{ code: 'livingAlone', holds: true }] }
    const now = await vault.must('riskReviews.record', { ...one, date: '2026-11-20' })
    expect(now).toMatchObject({ score: 9, finalLevel: 'high' })
    const [, before] = await vault.must('riskReviews.list', { recipientId: id })
    expect(before).toMatchObject({ score: 2, reasons: ['独居（2）'] })
    expect(await vault.must('riskReviews.schemes', {})).toHaveLength(2)
  })
})

it('prints stored assessments and risk reviews as Word forms, and refuses ids that are not there', async () => {
  const recipientId = await person('单小岚')
  const { id } = await vault.must('assessments.record', filed(recipientId, 58))
  const { scheme } = await vault.must('riskReviews.form', { recipientId })
  const review = await vault.must('riskReviews.record', {
    recipientId,
    date: '2026-11-20',
    answers: scheme.factors.map(({ code }) => ({ code, holds: code === 'noPhone', note: null })),
  })
  const papers = [
    await vault.must('assessments.papers', { ids: [id] }),
    await vault.must('riskReviews.papers', { ids: [review.id] }),
  ]
  const [ability, risk] = await Promise.all(
    papers.map(({ jobId }) => finishedJob(vault.core, jobId)),
  )
  expect(ability).toMatchObject({ status: 'done', result: { title: '能力评估表', files: 1 } })
  expect(risk).toMatchObject({ status: 'done', result: { title: '风险评估表', files: 1 } })
  const { jobId } = await vault.must('assessments.papers', { ids: [id + 99_999] })
  expect(await finishedJob(vault.core, jobId)).toMatchObject({
    status: 'failed',
    error: { code: 'NOT_FOUND' },
  })
})
