import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignOperator } from '@db/repositories/operators'
import type { InputOf } from '@shared/contract'
import type { BenefitStanding } from '@shared/domain/benefits/vocabulary'
import { finishedJob, openTestVault, testFounding, type TestVault } from '../../core/test-vault'

let vault: TestVault
let villageId = 0
let otherVillage = 0

beforeAll(async () => {
  vault = await openTestVault()
  const villages = await vault.must('villages.list', {})
  ;[villageId, otherVillage] = villages.map(({ id }) => id) as [number, number]
  // The rate of this township, from 2026 on.
  await vault.must('benefits.saveWording', {
    code: 'oldAgeAllowance',
    title: '高龄津贴',
    kind: 'material',
    national: true,
    payment: 'monthly',
    conditions: [{ kind: 'age', from: 80, upTo: null }],
    bands: [
      { conditions: [{ kind: 'age', from: 80, upTo: 89 }], amount: 50 },
      { conditions: [{ kind: 'age', from: 90, upTo: null }], amount: 100 },
    ],
    from: '2026-01-01',
  })
})
afterAll(() => vault.close())

async function enter(name: string, birthDate: string | null, village = villageId) {
  const facts: InputOf<'recipients.create'>['facts'] = { name, birthDate }
  const { id } = await vault.must('recipients.create', {
    facts,
    villageId: village,
    from: '2020-01-01',
  })
  return id
}
const listed = async (standing: Exclude<BenefitStanding, 'none'>, more = {}) => {
  const filter = { benefit: 'oldAgeAllowance', standing, ...more }
  const { rows } = await vault.must('benefits.people', { filter })
  return rows.map(({ name }) => name)
}
const allowanceOf = async (recipientId: number) => {
  const { benefits } = await vault.must('benefits.person', { recipientId })
  return benefits.find(({ benefit }) => benefit === 'oldAgeAllowance')!
}
const record = (recipientId: number, state: 'held' | 'applied' | 'notHeld', more = {}) =>
  vault.must('benefits.record', {
    recipientId,
    benefit: 'oldAgeAllowance',
    state,
    from: '2026-11-01',
    ...more,
  })

describe('应享未享', () => {
  it('holds whoever turned eligible until it is recorded, with the amount of the band', async () => {
    const id = await enter('尉迟彩霞', '1934-12-21')
    expect(await listed('owed')).toContain('尉迟彩霞')
    expect(await allowanceOf(id)).toMatchObject({ standing: 'owed', amount: 100 })
    await record(id, 'held')
    expect(await listed('owed')).not.toContain('尉迟彩霞')
    expect(await allowanceOf(id)).toMatchObject({
      standing: 'held',
      record: { state: 'held', amount: 100, from: '2026-11-01' },
    })
  })

  it('keeps whoever has it not with the reason, and who was never asked apart', async () => {
    const id = await enter('解旺', '1940-01-01')
    expect(await listed('owed', { unexplained: true })).toContain('解旺')
    await expect(record(id, 'notHeld')).rejects.toThrow('未享要写明原因')
    await record(id, 'notHeld', { reason: '本人放弃' })
    expect(await listed('owed')).toContain('解旺')
    expect(await listed('owed', { unexplained: true })).not.toContain('解旺')
  })

  it('is counted by its figure as its list has it: not everybody of 65 for services of which no register is kept', async () => {
    await enter('束长生', '1955-01-01')
    const { rows } = await vault.must('benefits.people', { filter: { standing: 'owed' } })
    const listedNow = new Set(rows.map(({ recipientId }) => recipientId))
    const figure = async (to: string): Promise<number[]> => {
      const question = { figure: 'people.benefitMissed' as const, from: to, to, slice: {} }
      const answered = await vault.must('figures.rows', { question })
      return answered.rows.map(({ id }) => id)
    }
    const { today } = await vault.must('home.summary', {})
    expect(new Set(await figure(today))).toEqual(listedNow)
    const names = rows.map(({ name }) => name)
    expect(names).toContain('解旺')
    expect(names).not.toContain('束长生')
  })

  it('leaves nobody out for a missing birth date: they are to be checked', async () => {
    await enter('仇大山', null)
    expect(await listed('undecided')).toContain('仇大山')
    expect(await listed('owed')).not.toContain('仇大山')
  })

  it('asks after whoever holds what the rule does not give', async () => {
    const id = await enter('单小岚', '1960-01-01')
    await record(id, 'held', { amount: 50 })
    expect(await listed('wronglyHeld')).toContain('单小岚')
  })
})

describe('a benefit over time', () => {
  it('keeps what was before: a new amount ends the old record on the eve', async () => {
    const id = await enter('曾有', '1936-11-10')
    await record(id, 'held', { from: '2026-01-01', amount: 50, certificateNo: 'GL-1' })
    await record(id, 'held', { from: '2026-11-10', reason: '满90周岁提标' })
    const { history } = await allowanceOf(id)
    expect(
      history.map(({ from, to, amount, certificateNo }) => ({ from, to, amount, certificateNo })),
    ).toEqual([
      { from: '2026-01-01', to: '2026-11-09', amount: 50, certificateNo: 'GL-1' },
      { from: '2026-11-10', to: null, amount: 100, certificateNo: 'GL-1' },
    ])
  })

  it('takes back a wrong record, refuses days that overlap or are to come', async () => {
    const id = await enter('查山', '1938-01-01')
    const { id: wrong } = await record(id, 'held', { amount: 500 })
    await expect(record(id, 'held', { from: '2026-10-01' })).rejects.toThrow('不能早于它')
    await expect(record(id, 'held', { from: '2026-12-01' })).rejects.toThrow('不能晚于今天')
    await vault.must('benefits.void', { id: wrong, reason: '录错了人' })
    expect(await allowanceOf(id)).toMatchObject({ standing: 'owed', history: [] })
  })

  it('does not overwrite what a colleague corrected meanwhile', async () => {
    const id = await enter('区秀兰', '1938-02-02')
    await record(id, 'held')
    const { record: first } = await allowanceOf(id)
    const { id: recordId, revision } = first!
    await vault.must('benefits.correct', {
      id: recordId,
      revision,
      amount: 60,
      certificateNo: 'A1',
    })
    const late = { id: recordId, revision, amount: 70, certificateNo: null }
    expect(await vault.core.call('benefits.correct', late)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
  })

  it('records many at once, or none where one is refused', async () => {
    const ids = [await enter('覃一', '1939-01-01'), await enter('覃二', '1939-01-02')]
    const many = { benefit: 'oldAgeAllowance', state: 'held', from: '2026-11-01' } as const
    const refused = await vault.core.call('benefits.recordMany', {
      ...many,
      recipientIds: [...ids, 5],
    })
    expect(refused.ok).toBe(false)
    expect(await listed('owed')).toEqual(expect.arrayContaining(['覃一', '覃二']))
    await vault.must('benefits.recordMany', { ...many, recipientIds: ids })
    expect(await listed('held')).toEqual(expect.arrayContaining(['覃一', '覃二']))
  })
})

describe('a death', () => {
  it('turns each running benefit into one to stop; stopping closes the period', async () => {
    const id = await enter('解老太', '1935-01-01')
    await record(id, 'held')
    const death = { id, status: 'deceased', from: '2026-11-15', reason: '因病去世' } as const
    expect(await vault.must('recipients.changeStatus', death)).toMatchObject({ benefitsToStop: 1 })
    expect(await listed('toStop')).toEqual(['解老太'])
    expect((await vault.must('benefits.person', { recipientId: id })).gone).toEqual({
      status: 'deceased',
      from: '2026-11-15',
    })
    await expect(record(id, 'held', { from: '2026-11-20' })).rejects.toThrow('去世')
    const stopped = await vault.must('benefits.stopAll', {
      recipientId: id,
      on: '2026-11-15',
      reason: '去世停发',
    })
    expect(stopped).toEqual({ stopped: 1 })
    expect(await listed('toStop')).toEqual([])
    expect((await allowanceOf(id)).history.at(-1)).toMatchObject({
      to: '2026-11-15',
      endReason: '去世停发',
    })
  })

  it('gives nobody dead a right, so that no one goes on the list of who should have it', async () => {
    const id = await enter('早逝', '1930-01-01')
    await vault.must('recipients.changeStatus', {
      id,
      status: 'deceased',
      from: '2026-11-10',
      reason: '去世',
    })
    expect(await listed('owed')).not.toContain('早逝')
  })
})

describe('待遇目录', () => {
  it('shows before saving whom a lower age would take in, and counts them after', async () => {
    const current = (await vault.must('benefits.catalogue', {})).find(
      ({ code }) => code === 'oldAgeAllowance',
    )!
    const { own, counts, to, ...wording } = current
    expect([own, to, counts!.owed > 0]).toEqual([true, null, true])
    const wider = {
      ...wording,
      from: '2026-11-01',
      conditions: [{ kind: 'age' as const, from: 60, upTo: null }],
      bands: [],
    }
    const preview = await vault.must('benefits.preview', wider)
    expect(preview.before).toEqual(counts)
    expect(preview.after.wronglyHeld).toBe(0)
  })

  it('keeps a local benefit of the office’s own, and lets it end without losing records', async () => {
    const id = await enter('单九十', '1936-01-01')
    const { code } = await vault.must('benefits.saveWording', {
      title: '生日慰问金',
      kind: 'material',
      payment: 'birthday',
      conditions: [{ kind: 'age', from: 90, upTo: null }],
      bands: [{ conditions: [], amount: 200 }],
      from: '2026-01-01',
    })
    await vault.must('benefits.record', {
      recipientId: id,
      benefit: code,
      state: 'held',
      from: '2026-01-01',
    })
    await vault.must('benefits.end', { code, on: '2026-10-31' })
    const titles = async (day?: string) =>
      (await vault.must('benefits.catalogue', { day })).map(({ title }) => title)
    expect(await titles('2026-10-31')).toContain('生日慰问金')
    expect(await titles()).not.toContain('生日慰问金')
    const { benefits } = await vault.must('benefits.person', { recipientId: id })
    expect(benefits.find(({ benefit }) => benefit === code)).toMatchObject({
      title: '生日慰问金',
      record: { amount: 200 },
    })
  })
})

describe('一卡通', () => {
  it('is shown by its last digits; in full only by an act that stays on record', async () => {
    const id = await enter('户主', '1941-01-01')
    const account = '6299010012345678901'
    await vault.must('benefits.saveAccount', {
      recipientId: id,
      account: '６２９９ 0100 1234 5678 901',
      from: '2026-01-01',
      holder: '解强',
      holderRelation: '儿子',
    })
    const person = await vault.must('benefits.person', { recipientId: id })
    expect(person.accounts).toMatchObject([{ account: '***************8901', holder: '解强' }])
    expect(JSON.stringify(await vault.must('recipients.history', { id }))).not.toContain(account)
    const shown = await vault.must('benefits.showAccount', {
      recipientId: id,
      reason: '核对发放表',
    })
    expect(shown.account).toBe(account)
    const [note] = await vault.must('recipients.disclosures', {})
    expect(note).toMatchObject({ people: 1, columns: ['一卡通账号'] })
    expect(note!.reason).toContain('核对发放表')
  })

  it('keeps the account before it was changed, and refuses what is no number', async () => {
    const id = await enter('换卡', '1941-02-02')
    const save = (account: string, from: string) =>
      vault.must('benefits.saveAccount', { recipientId: id, account, from })
    await save('62990100123456', '2026-01-01')
    await save('62990100654321', '2026-06-01')
    const { accounts } = await vault.must('benefits.person', { recipientId: id })
    expect(accounts.map(({ from, to }) => [from, to])).toEqual([
      ['2026-01-01', '2026-05-31'],
      ['2026-06-01', null],
    ])
    await expect(save('没有卡', '2026-07-01')).rejects.toThrow('数字')
  })
})

describe('满龄', () => {
  it('names who turns which age by day, with what becomes due', async () => {
    await enter('将满八十', '1946-12-05')
    await enter('将满九十', '1936-12-01')
    await enter('只知年月', '1946-12')
    const rows = await vault.must('benefits.turning', {
      ages: [80, 90],
      from: '2026-12-01',
      to: '2026-12-31',
    })
    expect(rows.map(({ name, turns, on, due }) => ({ name, turns, on, due }))).toEqual([
      { name: '只知年月', turns: 80, on: '2026-12', due: [] },
      { name: '将满九十', turns: 90, on: '2026-12-01', due: ['高龄津贴每月100元'] },
      { name: '将满八十', turns: 80, on: '2026-12-05', due: ['高龄津贴每月50元'] },
    ])
  })
})

it('exports the list as filtered, with no ID, phone or account in it', async () => {
  const filter = { benefit: 'oldAgeAllowance', standing: 'owed' as const }
  const { jobId } = await vault.must('benefits.export', { filter })
  expect(await finishedJob(vault.core, jobId)).toMatchObject({
    status: 'done',
    result: { title: expect.stringContaining('高龄津贴应享未享名单') },
  })
  const turning = { ages: [80], from: '2026-12-01', to: '2026-12-31' }
  const exported = await vault.must('benefits.exportTurning', turning)
  expect(await finishedJob(vault.core, exported.jobId)).toMatchObject({ status: 'done' })
})

it('tells a reader no account even by its tail, and a clerk of one village nothing of another', async () => {
  const foreign = await enter('外村人', '1930-05-05', otherVillage)
  await vault.must('benefits.saveAccount', {
    recipientId: foreign,
    account: '62990100123456',
    from: '2026-01-01',
  })
  const { operator } = await vault.must('session.me', {})
  vault.write((ctx) =>
    assignOperator(ctx, operator.id, {
      role: 'reader',
      scope: { villages: [villageId], groups: null },
    }),
  )
  await vault.must('vault.lock', {})
  await vault.must('vault.unlock', {
    operatorId: operator.id,
    password: testFounding.operator.password,
  })
  const refused = await vault.core.call('benefits.showAccount', {
    recipientId: foreign,
    reason: '看看',
  })
  expect(refused).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  expect(await listed('owed')).not.toContain('外村人')
  expect((await vault.core.call('benefits.person', { recipientId: foreign })).ok).toBe(false)
})
