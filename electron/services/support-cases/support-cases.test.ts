import { afterEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { closeTestVaults, finishedJob, openTestVault, type TestVault } from '../../core/test-vault'

afterEach(closeTestVaults)

async function township() {
  const vault = await openTestVault()
  const villageId = (await vault.must('villages.list', {}))[0]!.id
  const enter = async (name: string, facts: Partial<InputOf<'recipients.create'>['facts']> = {}) =>
    (
      await vault.must('recipients.create', {
        facts: { name, birthDate: '1940-01-01', ...facts },
        villageId,
        from: '2020-01-01',
        family: [{ name: '解强', relation: 'son', isSupporter: true }],
      })
    ).id
  return { vault, enter }
}

async function act(
  vault: TestVault,
  id: number,
  move: InputOf<'supportCases.move'>['move'],
  day: string,
  more: Partial<InputOf<'supportCases.move'>> = {},
) {
  const { revision } = await vault.must('supportCases.file', { id })
  return vault.must('supportCases.move', { id, revision, move, day, note: '电话里答应', ...more })
}

describe('赡养与纠纷', () => {
  it('goes from urging over mediation, the township and legal aid to court, each step with day and doer', async () => {
    const { vault, enter } = await township()
    const recipientId = await enter('尉迟彩霞')
    const [son] = (await vault.must('recipients.file', { id: recipientId })).family
    const { id } = await vault.must('supportCases.open', {
      recipientId,
      supporter: '解强',
      familyMemberId: son!.id,
      content: '三年不给生活费，不来看望',
      openedOn: '2026-10-01',
      responsible: '村委会',
    })
    await act(vault, id, 'urge', '2026-10-03', { by: '村主任' })
    await act(vault, id, 'mediate', '2026-10-10', { by: '调解委员会', note: '没有谈成' })
    await act(vault, id, 'report', '2026-10-12', { toWhom: '镇民政所' })
    await act(vault, id, 'aid', '2026-10-20')
    await act(vault, id, 'sue', '2026-10-25', { note: '县法院，要求每月付赡养费' })
    const answered = { note: '法院调解，每月付 300 元', outcome: 'courtSettlement' } as const
    await act(vault, id, 'fulfil', '2026-11-01', answered)
    const file = await vault.must('supportCases.file', { id })
    expect(file).toMatchObject({
      state: 'fulfilled',
      closedOn: '2026-11-01',
      result: '法院调解，每月付 300 元',
      outcome: 'courtSettlement',
      moves: ['reopen'],
    })
    expect(file.steps.map(({ day, label, by }) => [day, label, by])).toEqual([
      ['2026-10-01', '登记', null],
      ['2026-10-03', '督促', '村主任'],
      ['2026-10-10', '调解', '调解委员会'],
      ['2026-10-12', '报镇', null],
      ['2026-10-20', '申请法律援助', null],
      ['2026-10-25', '起诉', null],
      ['2026-11-01', '已解决', null],
    ])
  })

  it('sends nobody to legal aid whom nobody mediated for, and takes no supporter of another family', async () => {
    const { vault, enter } = await township()
    const [one, other] = [await enter('仇大山'), await enter('单小岚')]
    const facts = { supporter: '解强', content: '不来看望', openedOn: '2026-11-01' }
    const { id } = await vault.must('supportCases.open', { recipientId: one, ...facts })
    await expect(act(vault, id, 'aid', '2026-11-02')).rejects.toThrow('不能“申请法律援助”')
    const [son] = (await vault.must('recipients.file', { id: other })).family
    const foreign = { recipientId: one, ...facts, familyMemberId: son!.id }
    await expect(vault.must('supportCases.open', foreign)).rejects.toThrow('不在老人的家庭成员里')
  })

  it('keeps other disputes in the same ledger, closes none without how it ended, and warns of no default', async () => {
    const { vault, enter } = await township()
    const recipientId = await enter('查老实')
    const dispute = { recipientId, supporter: '邻居', openedOn: '2026-11-01' }
    await vault.must('supportCases.open', { ...dispute, content: '不给生活费' })
    const { id } = await vault.must('supportCases.open', {
      ...dispute,
      kind: 'land',
      content: '承包地被占',
      claim: '退还两分地',
    })
    const found = await vault.must('supportCases.list', { filter: { kind: 'land' } })
    expect(found.rows).toMatchObject([{ id, kind: 'land', claim: '退还两分地' }])
    await act(vault, id, 'mediate', '2026-11-03')
    await expect(act(vault, id, 'fulfil', '2026-11-05')).rejects.toThrow('还要写明办结方式')
    await act(vault, id, 'fulfil', '2026-11-05', { outcome: 'agreement' })
    const [alert] = await vault.must('alerts.list', { recipientId })
    expect(alert?.supportCaseId).not.toBe(id)
  })

  it('is exported, and hidden where it was entered by mistake', async () => {
    const { vault, enter } = await township()
    const recipientId = await enter('曾有')
    const { id } = await vault.must('supportCases.open', {
      recipientId,
      supporter: '解强',
      content: '不来看望',
      openedOn: '2026-11-01',
    })
    const { jobId } = await vault.must('supportCases.export', {})
    expect((await finishedJob(vault.core, jobId)).status).toBe('done')
    await vault.must('supportCases.void', { id, reason: '登错了人' })
    expect((await vault.must('supportCases.list', {})).rows).toEqual([])
  })
})

describe('预警', () => {
  it('names who lives alone and cannot care for themselves, and whose child defaults, until it is settled', async () => {
    const { vault, enter } = await township()
    const alone = { livingArrangement: 'alone', hasNoChildren: false } as const
    await enter('独居失能', { ...alone, selfCare: 'unable' })
    await enter('独居能自理', { ...alone, selfCare: 'able' })
    await enter('同住失能', { livingArrangement: 'withSpouse', selfCare: 'unable' })
    const defaulted = await enter('无人赡养', { livingArrangement: 'withSpouse' })
    const { id } = await vault.must('supportCases.open', {
      recipientId: defaulted,
      supporter: '解强',
      content: '不给生活费',
      openedOn: '2026-11-01',
    })
    const named = async (kind?: 'aloneIncapacitated') =>
      (await vault.must('alerts.list', { kind })).map(({ name }) => name)
    expect((await named()).toSorted()).toEqual(['无人赡养', '独居失能'].toSorted())
    expect(await named('aloneIncapacitated')).toEqual(['独居失能'])
    await act(vault, id, 'fulfil', '2026-11-05', { outcome: 'performed' })
    expect(await named()).toEqual(['独居失能'])
  })
})
