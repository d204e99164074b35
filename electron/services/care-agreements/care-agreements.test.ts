import { afterEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { enterPeople } from '../../core/test-people'
import { closeTestVaults, finishedJob, openTestVault, type TestVault } from '../../core/test-vault'

afterEach(closeTestVaults)

async function township() {
  const vault = await openTestVault()
  const [lower] = await vault.must('villages.list', {})
  const [cai, da] = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: lower!.id },
    { name: '仇大山', villageId: lower!.id },
  ]) as [number, number]
  return { vault, cai, da }
}

const draft = (
  vault: TestVault,
  recipientId: number,
  more: Partial<InputOf<'careAgreements.open'>> = {},
) =>
  vault.must('careAgreements.open', {
    recipientId,
    kind: 'entrusted',
    entrustor: '解强',
    entrustorRelation: '儿子',
    responsible: '邻居李大嫂',
    duties: '每天做午饭，夜里照看',
    openedOn: '2026-01-05',
    ...more,
  })

async function act(
  vault: TestVault,
  id: number,
  move: InputOf<'careAgreements.move'>['move'],
  more: Partial<InputOf<'careAgreements.move'>> = {},
) {
  const { revision } = await vault.must('careAgreements.file', { id })
  return vault.core.do('careAgreements.move', { id, revision, move, day: '2026-01-10', ...more })
}

const signed = { until: '2026-11-30', willing: true }

describe('a care agreement', () => {
  it('is signed, reported, renewed from the day after its term, and ended with a reason', async () => {
    const { vault, cai } = await township()
    const { id } = await draft(vault, cai)
    expect(await act(vault, id, 'sign', signed)).toMatchObject({ ok: true })
    await act(vault, id, 'report', { day: '2026-01-11', toWhom: '下河村委会' })
    await act(vault, id, 'renew', { day: '2026-11-20', until: '2027-11-30', willing: true })
    expect(await vault.must('careAgreements.file', { id })).toMatchObject({
      state: 'active',
      termFrom: '2026-12-01',
      dueOn: '2027-11-30',
      signedOn: '2026-11-20',
    })
    await act(vault, id, 'end', { day: '2026-11-21', note: '儿子返乡，自己照料' })
    const file = await vault.must('careAgreements.file', { id })
    expect(file).toMatchObject({ state: 'ended', endReason: '儿子返乡，自己照料' })
    expect(file.steps.map(({ label }) => label)).toEqual([
      '登记',
      '签订',
      '报村（居）委会备案',
      '续签',
      '终止',
    ])
  })

  it('is not signed against the will of the person, without an end, or with nobody to care', async () => {
    const { vault, cai } = await township()
    const { id } = await draft(vault, cai)
    expect(await act(vault, id, 'sign', { until: '2026-11-30' })).toMatchObject({
      error: { fields: { willing: '请填写老人本人同意' } },
    })
    expect(await act(vault, id, 'sign', { willing: true })).toMatchObject({
      error: { fields: { until: '请填写期满日期' } },
    })
    expect(await act(vault, id, 'sign', { until: '2026-01-09', willing: true })).toMatchObject({
      error: { fields: { until: '早于起始日期' } },
    })
    const nobody = await draft(vault, cai, { responsible: null })
    expect(await act(vault, nobody.id, 'sign', signed)).toMatchObject({
      error: { code: 'VALIDATION' },
    })
  })

  it('reminds before its term ends, and stands as overdue once it ran out', async () => {
    const { vault, cai, da } = await township()
    const soon = await draft(vault, cai)
    await act(vault, soon.id, 'sign', signed)
    const over = await draft(vault, da, { kind: 'extremePoverty' })
    await act(vault, over.id, 'sign', { until: '2026-11-01', willing: true })
    const ids = async (filter: InputOf<'careAgreements.list'>['filter']) =>
      (await vault.must('careAgreements.list', { filter })).rows.map((row) => row.id)
    expect(await ids({ endingWithin: 30 })).toEqual([soon.id])
    expect(await ids({ overdue: true })).toEqual([over.id])
    const { items } = await vault.must('calendar.days', { from: '2026-11-20', to: '2026-11-30' })
    expect(items.map(({ path }) => path)).toContain(`/care-agreements/${soon.id}`)
  })

  it('keeps one appraisal a period, of a carer who works, and adds up its points', async () => {
    const { vault, cai } = await township()
    const { id: agreementId } = await draft(vault, cai)
    const scores = { presence: 20, meals: 25, hygiene: 15, medical: 15, safety: 10 }
    const month = { agreementId, period: '2026-10', day: '2026-11-02', scores }
    expect(await vault.core.do('careAgreements.appraise', month)).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    await act(vault, agreementId, 'sign', signed)
    const { id, total } = await vault.must('careAgreements.appraise', month)
    expect(total).toBe(85)
    expect(await vault.core.do('careAgreements.appraise', month)).toMatchObject({
      error: { fields: { period: '已经考核过' } },
    })
    await vault.must('careAgreements.voidAppraisal', { id, reason: '打错分' })
    await vault.must('careAgreements.appraise', month)
    const { appraisals } = await vault.must('careAgreements.file', { id: agreementId })
    expect(appraisals).toMatchObject([{ period: '2026-10', total: 85, grade: 'sound' }])
  })

  it('is owed an appraisal after a quarter that nobody appraised, by the month or as a whole', async () => {
    const { vault, cai, da } = await township()
    const { id: agreementId } = await draft(vault, cai, { kind: 'extremePoverty' })
    await act(vault, agreementId, 'sign', signed)
    const other = await draft(vault, da)
    await act(vault, other.id, 'sign', signed)
    const owed = async () =>
      (await vault.must('careAgreements.list', { filter: { appraisalOwed: true } })).rows.map(
        (row) => row.id,
      )
    expect(await owed()).toEqual([agreementId])
    const scores = { presence: 20, meals: 25, hygiene: 15, medical: 15, safety: 10 }
    const month = { agreementId, period: '2026-10', day: '2026-11-02', scores }
    await vault.must('careAgreements.appraise', month)
    expect(await owed()).toEqual([agreementId])
    const { id } = await vault.must('careAgreements.appraise', { ...month, period: '2026-08' })
    expect(await owed()).toEqual([])
    await vault.must('careAgreements.voidAppraisal', { id, reason: '打错月份' })
    expect(await owed()).toEqual([agreementId])
  })

  it('is printed with one Word file for each kind, and goes to Excel', async () => {
    const { vault, cai, da } = await township()
    const one = await draft(vault, cai)
    const two = await draft(vault, da, { kind: 'family' })
    const print = await vault.must('careAgreements.paper', { ids: [one.id, two.id] })
    expect((await finishedJob(vault.core, print.jobId)).result).toMatchObject({ files: 2 })
    const { jobId } = await vault.must('careAgreements.export', {})
    expect((await finishedJob(vault.core, jobId)).result).toMatchObject({ files: 1 })
  })
})
