import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { openTestVault, type TestVault } from '../../core/test-vault'

let vault: TestVault
let villageId = 0

beforeAll(async () => {
  vault = await openTestVault()
  villageId = (await vault.must('villages.list', {}))[0]!.id
})
afterAll(() => vault.close())

async function enter(facts: Partial<InputOf<'recipients.create'>['facts']> & { name: string }) {
  const { id } = await vault.must('recipients.create', {
    facts: { birthDate: '1944-05-01', hasNoChildren: true, livingArrangement: 'alone', ...facts },
    villageId,
    from: '2024-01-01',
  })
  return id
}
const tierOf = (recipientId: number, day?: string) =>
  vault.must('serviceTiers.person', { recipientId, day })
const inForce = async () => (await vault.must('serviceTiers.schemes', {})).at(-1)!

async function saveReading(reading: 'everyGroup' | 'subsistenceAllowance', from: string) {
  const { rules, volunteerFirst } = await inForce()
  const scheme = { from, reading, rules, volunteerFirst }
  const preview = await vault.must('serviceTiers.preview', scheme)
  await vault.must('serviceTiers.saveScheme', scheme)
  return preview
}

describe('服务类别 of people on file', () => {
  it('says which rule gave it, why no better one, and what is missing', async () => {
    const id = await enter({
      name: '尉迟彩霞',
      selfCare: 'unable',
      reliefKinds: ['subsistenceAllowance'],
    })
    expect(await tierOf(id)).toMatchObject({
      tier: 'free',
      rule: '低保、重点优抚、三无、五老和百岁老人',
      reason: expect.stringContaining('现年82岁'),
      better: [],
    })
    const open = await enter({
      name: '解旺',
      selfCare: 'unable',
      hasNoChildren: false,
      reliefKinds: ['subsistenceAllowance'],
    })
    expect(await tierOf(open)).toMatchObject({
      tier: null,
      unknown: expect.arrayContaining(['子女情况']),
    })
    const missing = await vault.must('completeness.of', { id: open })
    expect(missing.missing.map(({ fact }) => fact)).toContain('serviceTier')
  })

  it('changes when the reading changes, from its day on, as the preview said', async () => {
    const id = await enter({
      name: '仇大山',
      selfCare: 'able',
      reliefKinds: ['specialCare'],
      serviceNeeds: ['无'],
    })
    expect(await tierOf(id)).toMatchObject({ tier: null, volunteer: { holds: true } })
    const preview = await saveReading('subsistenceAllowance', '2026-11-01')
    expect(preview.examples).toContainEqual(
      expect.objectContaining({ name: '仇大山', from: 'volunteer', to: 'free' }),
    )
    expect(preview.after.free).toBe(preview.before.free + preview.changed)
    expect(await tierOf(id)).toMatchObject({ tier: 'free' })
    expect(await tierOf(id, '2026-10-31')).toMatchObject({ tier: null })
    const list = await vault.must('recipients.list', { filter: { tier: 'free' } })
    expect(list.rows.map(({ name }) => name)).toContain('仇大山')
    await saveReading('everyGroup', '2026-11-01')
    expect((await vault.must('serviceTiers.schemes', {})).length).toBe(2)
  })

  it('keeps the word of the office with its reason and its days, and takes it back', async () => {
    const id = await enter({ name: '单小岚', selfCare: 'able', serviceNeeds: ['无'] })
    const word = {
      recipientId: id,
      tier: 'lowCost' as const,
      reason: '党委会议定',
      from: '2026-06-01',
    }
    await vault.must('serviceTiers.override', { ...word, to: '2026-08-31' })
    expect(await tierOf(id, '2026-07-01')).toMatchObject({
      tier: 'lowCost',
      reason: '人工认定：党委会议定',
      overridden: { from: '2026-06-01', to: '2026-08-31', computed: { tier: null } },
    })
    expect((await tierOf(id)).overridden).toBeNull()
    await vault.must('serviceTiers.override', { ...word, from: '2026-09-01' })
    expect((await tierOf(id)).tier).toBe('lowCost')
    await vault.must('serviceTiers.override', { ...word, tier: 'rules', from: '2026-11-01' })
    expect((await tierOf(id)).tier).toBeNull()
    expect((await tierOf(id, '2026-10-31')).tier).toBe('lowCost')
  })

  it('refuses a decision of tomorrow and one that ends before it begins', async () => {
    const id = await enter({ name: '曾有', selfCare: 'able' })
    const word = { recipientId: id, tier: 'free', reason: '试试' }
    for (const days of [{ from: '2026-11-22' }, { from: '2026-11-10', to: '2026-11-01' }])
      expect(await vault.core.call('serviceTiers.override', { ...word, ...days })).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION' },
      })
  })

  it('counts the people of a day by village, closed files left out', async () => {
    const before = await vault.must('serviceTiers.summary', {})
    const id = await enter({ name: '查山', selfCare: 'able', serviceNeeds: ['无'] })
    await vault.must('recipients.changeStatus', {
      id,
      status: 'movedOut',
      from: '2026-11-20',
      reason: '随女儿',
    })
    expect((await vault.must('serviceTiers.summary', {})).total).toEqual(before.total)
    const then = await vault.must('serviceTiers.summary', { day: '2026-11-19' })
    expect(then.total.volunteer).toBe(before.total.volunteer + 1)
  })
})
