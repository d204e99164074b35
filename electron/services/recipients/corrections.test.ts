import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { FailureError } from '@shared/contract/failure'
import { composeResidentId } from '@shared/domain/identity/resident-id'
import { openTestVault, type TestVault } from '../../core/test-vault'

let vault: TestVault
let lower = 0
let willow = 0
let helperId = 0

beforeAll(async () => {
  vault = await openTestVault()
  const villages = await vault.must('villages.list', {})
  lower = villages.find(({ name }) => name === '下河村')!.id
  willow = villages.find(({ name }) => name === '柳林村')!.id
  helperId = (await vault.must('helpers.create', { name: '张吉祥' })).id
})
afterAll(() => vault.close())

type Facts = InputOf<'recipients.create'>['facts']
const create = async (facts: Facts, more: Partial<InputOf<'recipients.create'>> = {}) => {
  const input = { facts, villageId: lower, from: '2024-01-01', allowSimilar: true, ...more }
  return (await vault.must('recipients.create', input)).id
}
const fileOf = (id: number) => vault.must('recipients.file', { id })
const visit = (id: number, ...dates: string[]) =>
  vault.must('contacts.record', { recipientIds: [id], kind: 'home', dates, helperId })
const refused = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FailureError)) throw new Error('not refused')
  return error.failure.message
}
async function merge(
  keptId: number,
  otherId: number,
  more: Partial<InputOf<'recipients.merge'>> = {},
) {
  const [kept, other] = [await fileOf(keptId), await fileOf(otherId)]
  const revisions = { keptRevision: kept.revision, otherRevision: other.revision }
  const input = { keptId, otherId, ...revisions, reason: '同一人建了两份档案', ...more }
  return vault.must('recipients.merge', input)
}
const undo = (changeSetId: number) =>
  vault.must('recipients.undoCorrection', { changeSetId, reason: '不是同一人' })
const contactsOf = async (recipientId: number) =>
  (await vault.must('contacts.list', { recipientId })).rows

describe('two files of one person', () => {
  it('become one: blanks filled, lists united, the chosen word kept, all parts moved', async () => {
    const idNumber = composeResidentId('610999', '1950-03-04', 11)
    const kept = await create({ name: '仇大山', phones: ['0917-3212345'], health: 'fair' })
    const other = await create(
      { name: '仇大山', idNumber, phones: ['0917-3254321'], health: 'poor', selfCare: 'partly' },
      { from: '2022-05-01' },
    )
    await visit(kept, '2026-10-01')
    await visit(other, '2026-10-02', '2026-11-02')
    await vault.must('pairings.create', { helperId, recipientIds: [other], from: '2025-01-01' })
    const { archiveNo } = (await fileOf(kept)).facts
    await merge(kept, other, { choices: { health: 'other' } })

    const file = await fileOf(kept)
    expect(file.facts).toMatchObject({
      archiveNo,
      idNumber,
      birthDate: '1950-03-04',
      gender: 'male',
      phones: ['0917-3212345', '0917-3254321'],
      health: 'poor',
      selfCare: 'partly',
    })
    expect(file.statuses.map(({ status, from, to }) => [status, from, to])).toEqual([
      ['active', '2022-05-01', '2023-12-31'],
      ['active', '2024-01-01', null],
    ])
    expect(file.pairings.map(({ helperName }) => helperName)).toEqual(['张吉祥'])
    expect(await contactsOf(kept)).toHaveLength(3)
    expect(await refused(fileOf(other))).toContain('仇大山')
    const listed = await vault.must('recipients.list', { filter: { text: '仇大山' } })
    expect(listed.rows.map(({ id }) => id)).toEqual([kept])
    const [latest] = await vault.must('recipients.corrections', {})
    expect(latest).toMatchObject({ recipientId: other, keptId: kept, isHidden: true })
    const history = await vault.must('recipients.history', { id: kept })
    expect(history.some(({ kind, entity }) => entity === 'recipient' && kind === 'void')).toBe(true)
  })

  it('come apart again as they were, unless something was written since', async () => {
    const kept = await create({ name: '查良', phones: ['0917-3211111'] })
    const other = await create({ name: '查良', homeAddress: '柳林村 3 号' }, { villageId: willow })
    await visit(other, '2026-09-09')
    const facts = async () => [await fileOf(kept), await fileOf(other)].map((file) => file.facts)
    const before = await facts()
    const { changeSetId } = await merge(kept, other, { residence: 'other' })
    expect((await fileOf(kept)).villageName).toBe('柳林村')
    await undo(changeSetId)
    expect(await facts()).toEqual(before)
    expect((await fileOf(kept)).villageName).toBe('下河村')
    expect((await fileOf(kept)).statuses).toHaveLength(1)
    expect(await contactsOf(other)).toHaveLength(1)
    expect(await refused(undo(changeSetId))).toContain('已经撤销')

    const again = await merge(kept, other)
    await visit(kept, '2026-11-20')
    expect(await refused(undo(again.changeSetId))).toContain('不能再撤销')
    expect(await contactsOf(kept)).toHaveLength(2)
  })

  it('are not merged when they are a couple, or one was changed meanwhile', async () => {
    const wife = await create({ name: '覃凤英', gender: 'female' })
    const husband = await create({ name: '覃福', spouseRecipientId: wife })
    expect(await refused(merge(wife, husband))).toContain('配偶')
    const twin = await create({ name: '覃福' })
    expect(await refused(merge(twin, husband, { otherRevision: 99 }))).toContain('刚被改过')
    // The kept file takes the other's place in the couple.
    await merge(twin, husband)
    expect((await fileOf(wife)).spouseName).toBe('覃福')
    expect((await fileOf(wife)).facts.spouseRecipientId).toBe(twin)
  })

  it('lose no contact, member or day on file, and double none', async () => {
    const member = fc.record({
      name: fc.constantFrom('强', '勇', '霞', '敏'),
      relation: fc.constantFrom('son' as const, 'daughter' as const),
    })
    const side = fc.record({
      from: fc.constantFrom('2020-01-01', '2022-06-15', '2025-02-28'),
      leftOn: fc.constantFrom(null, '2026-01-01', '2026-08-31'),
      family: fc.uniqueArray(member, { selector: (one) => JSON.stringify(one), maxLength: 4 }),
      visits: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 4 }),
    })
    let count = 0
    const enter = async (
      name: string,
      one: typeof side extends fc.Arbitrary<infer T> ? T : never,
    ) => {
      const id = await create({ name }, { from: one.from, family: one.family })
      const status = { id, status: 'movedOut' as const, reason: '随子女' }
      if (one.leftOn) await vault.must('recipients.changeStatus', { ...status, from: one.leftOn })
      if (one.visits.length > 0)
        await visit(id, ...one.visits.map((day) => `2025-11-${String(day).padStart(2, '0')}`))
      return id
    }
    const live = async (id: number) => {
      const file = await fileOf(id)
      return {
        family: file.family.map(({ name, relation }) => `${name} ${relation}`).sort(),
        contacts: (await contactsOf(id)).map((one) => one.id).sort(),
        statuses: file.statuses.map(({ id, from, to, status }) => ({ id, from, to, status })),
      }
    }
    await fc.assert(
      fc.asyncProperty(
        side,
        side,
        fc.constantFrom('kept' as const, 'other' as const),
        async (a, b, status) => {
          count += 1
          const kept = await enter(`单某${count}`, a)
          const other = await enter(`单某${count}`, b)
          const apart = [await live(kept), await live(other)] as const
          const both = <Key extends keyof (typeof apart)[0]>(key: Key) =>
            apart.flatMap((one) => one[key] as unknown[])
          const { changeSetId } = await merge(kept, other, { status })
          const after = await live(kept)
          expect(after.contacts).toEqual(both('contacts').sort())
          expect(after.family).toEqual([...new Set(both('family'))].sort())
          const holding = (spans: readonly { from: string; to: string | null }[], day: string) =>
            spans.filter(({ from, to }) => from <= day && (to === null || to >= day)).length
          for (const day of [
            '2020-01-01',
            '2022-06-15',
            '2024-05-05',
            '2026-01-01',
            '2026-11-21',
          ]) {
            const known = apart.some(({ statuses }) => holding(statuses, day) > 0)
            expect(holding(after.statuses, day)).toBe(known ? 1 : 0)
          }
          await undo(changeSetId)
          expect([await live(kept), await live(other)]).toEqual(apart)
        },
      ),
      { numRuns: 12 },
    )
  }, 60_000)

  it('unites a child both files name, with phones and where the child was', async () => {
    const away = { scope: 'outsideProvince' as const, reason: 'work' as const }
    const son = { name: '尹强', relation: 'son' as const }
    const kept = await create(
      { name: '尹桂花' },
      {
        family: [
          { ...son, phones: ['0917-3210001'], absence: { ...away, place: '苏州', since: '2019' } },
        ],
      },
    )
    const other = await create(
      { name: '尹桂花' },
      {
        family: [
          {
            ...son,
            phones: ['0917-3210002'],
            isSupporter: true,
            livesTogether: false,
            absence: { ...away, place: '东莞', since: '2014' },
          },
          { name: '尹敏', relation: 'daughter' },
        ],
      },
    )
    await merge(kept, other)
    const { family } = await fileOf(kept)
    expect(family).toMatchObject([
      {
        name: '尹强',
        phones: ['0917-3210001', '0917-3210002'],
        isSupporter: true,
        livesTogether: false,
        absence: { place: '苏州' },
        pastAbsences: [{ place: '东莞', since: '2014', to: '2018-12-31' }],
      },
      { name: '尹敏' },
    ])
  })
})

describe('a file entered by mistake', () => {
  it('is shown nowhere any more but in the list of corrections, and can come back', async () => {
    const wife = await create({ name: '华秀英' })
    const id = await create(
      {
        name: '华安',
        idNumber: composeResidentId('610999', '1941-02-03', 13),
        spouseRecipientId: wife,
      },
      { family: [{ name: '华小' }] },
    )
    const { changeSetId } = await vault.must('recipients.void', { id, reason: '不在本镇居住' })
    expect(await refused(fileOf(id))).toContain('更正')
    expect((await vault.must('recipients.lookup', { text: '华安' })).map((one) => one.id)).toEqual(
      [],
    )
    const found = await vault.must('search.global', { text: '华安' })
    expect(found.hits).toEqual([])
    expect((await fileOf(wife)).facts.spouseRecipientId).toBeNull()
    const [latest] = await vault.must('recipients.corrections', {})
    expect(latest).toMatchObject({ name: '华安', reason: '不在本镇居住', isHidden: true })
    await undo(changeSetId)
    expect((await fileOf(id)).family).toHaveLength(1)
    expect((await fileOf(wife)).facts.spouseRecipientId).toBe(id)
  })

  it('asks before work done for the person is hidden along with it', async () => {
    const id = await create({ name: '缪春' })
    await visit(id, '2026-11-01', '2026-11-02')
    await vault.must('pairings.create', { helperId, recipientIds: [id], from: '2026-01-01' })
    const told = await refused(vault.must('recipients.void', { id, reason: '录错' }))
    expect(told).toContain('走访联系 2 条')
    expect(told).toContain('结对 1 条')
    expect(await contactsOf(id)).toHaveLength(2)
    await vault.must('recipients.void', { id, reason: '录错', confirmed: true })
    expect(await refused(contactsOf(id))).toContain('更正')
  })
})

describe('doubtful pairs', () => {
  it('are found by name and birth, by sound, by phone; not couples, not two ID numbers', async () => {
    const pairs = async (name: string) =>
      (await vault.must('recipients.duplicates', {}))
        .filter(({ one, other }) => one.name.startsWith(name) || other.name.startsWith(name))
        .map(({ why }) => why)
    await create({ name: '区月英', birthDate: '1948-08-08' })
    await create({ name: '区月英', birthDate: '1948-08' })
    expect(await pairs('区')).toEqual(['sameNameBirthVillage'])
    await create({ name: '冼玉珍', birthDate: '1950-01-02' })
    await create({ name: '冼玉贞', birthDate: '1950-01-02' }, { villageId: willow })
    expect(await pairs('冼')).toEqual(['soundsAlikeBirth'])
    await create({ name: '佘文秀', phones: ['0917-3290001'] })
    await create({ name: '佘文香', phones: ['0917-3290001'] })
    expect(await pairs('佘')).toEqual(['samePhone'])
    const birth = '1951-06-07'
    await create({ name: '朴英子', idNumber: composeResidentId('610999', birth, 22) })
    await create({ name: '朴英子', idNumber: composeResidentId('610999', birth, 24) })
    expect(await pairs('朴')).toEqual([])
  })

  it('two people who look like one are told once, by whom and why, and again when taken back', async () => {
    const one = await create({ name: '宓桂兰', birthDate: '1946-07-08' })
    const other = await create({ name: '宓桂蓝', birthDate: '1946-07-08' })
    const told = async () =>
      (await vault.must('recipients.duplicates', {})).some(({ one: { id } }) => id === one)
    expect(await told()).toBe(true)
    const mark = { oneId: other, otherId: one, reason: '上门问过，是堂姐妹' }
    await vault.must('recipients.markDistinct', mark)
    await vault.must('recipients.markDistinct', mark)
    expect(await told()).toBe(false)
    const marks = (await vault.must('recipients.distinctPairs', {})).filter(
      (pair) => pair.one.id === one,
    )
    expect(marks).toMatchObject([{ other: { id: other }, reason: '上门问过，是堂姐妹' }])
    expect(marks[0]?.at).toMatch(/^20/)
    await vault.must('recipients.unmarkDistinct', { id: marks[0]!.id, reason: '标错了' })
    expect(await told()).toBe(true)
    await expect(
      vault.must('recipients.unmarkDistinct', { id: marks[0]!.id, reason: '再撤一次' }),
    ).rejects.toThrow(/没有“不是同一人”的标记/)
  })
})

describe('a couple', () => {
  it('names each other, and only each other', async () => {
    const [wife, husband, widow] = [
      await create({ name: '乜红' }),
      await create({ name: '解旺' }),
      await create({ name: '解秀' }),
    ]
    const link = async (id: number, spouseRecipientId: number | null) => {
      const { revision } = await fileOf(id)
      await vault.must('recipients.update', { id, revision, facts: { spouseRecipientId } })
    }
    const spouses = async () =>
      Promise.all([wife, husband, widow].map(async (id) => (await fileOf(id)).spouseName))
    await link(wife, husband)
    expect(await spouses()).toEqual(['解旺', '乜红', null])
    await link(widow, husband)
    expect(await spouses()).toEqual([null, '解秀', '解旺'])
    await link(husband, null)
    expect(await spouses()).toEqual([null, null, null])
  })

  it('takes a new address or phone for both when asked, and only what changed', async () => {
    const wife = await create({ name: '单秀兰', homeAddress: '旧屋', housing: '土木' })
    const husband = await create({
      name: '单大勇',
      homeAddress: '旧屋',
      housing: '砖木',
      spouseRecipientId: wife,
    })
    const { revision } = await fileOf(wife)
    const facts = { homeAddress: '下河村 12 号', housing: '土木', phones: ['0917-3217777'] }
    await vault.must('recipients.update', { id: wife, revision, facts, alsoFor: [husband] })
    expect((await fileOf(husband)).facts).toMatchObject({
      name: '单大勇',
      homeAddress: '下河村 12 号',
      housing: '砖木',
      phones: ['0917-3217777'],
    })
    const alone = await create({ name: '单独居' })
    expect(
      await refused(
        vault.must('recipients.update', { id: alone, revision: 1, facts, alsoFor: [husband] }),
      ),
    ).toContain('没有登记在这一户')
  })
})

describe('the history of a file', () => {
  it('tells creations with their first values, of every part, with names for references', async () => {
    const id = await create({ name: '乐平安', health: 'fair' }, { family: [{ name: '乐小' }] })
    const { revision } = await fileOf(id)
    await vault.must('recipients.update', { id, revision, facts: { health: 'poor' } })
    await visit(id, '2026-11-03')
    await vault.must('pairings.create', { helperId, recipientIds: [id], from: '2026-01-01' })
    const history = await vault.must('recipients.history', { id })
    const made = (entity: string) =>
      history.find((entry) => entry.entity === entity && entry.kind === 'create')
    expect(made('recipient')?.fields).toContainEqual(
      expect.objectContaining({ field: 'health', to: 'fair' }),
    )
    expect(made('family_member')?.subject).toBe('乐小')
    expect(made('contact')?.subject).toBe('2026-11-03 入户')
    expect(made('pairing')?.subject).toBe('张吉祥')
    expect(made('residence_period')?.fields).toContainEqual(
      expect.objectContaining({ field: 'villageId', to: '下河村' }),
    )
  })

  it('gives a value back as a new change', async () => {
    const id = await create(
      { name: '尉迟彩霞', selfCare: 'able' },
      { family: [{ name: '尉迟一' }] },
    )
    const { revision } = await fileOf(id)
    await vault.must('recipients.update', { id, revision, facts: { selfCare: 'partly' } })
    const [latest] = await vault.must('recipients.history', { id })
    expect(latest?.fields[0]).toMatchObject({ restorable: true, from: 'able' })
    await vault.must('recipients.restoreValue', { id, changeId: latest!.id, field: 'selfCare' })
    expect((await fileOf(id)).facts.selfCare).toBe('able')
    const history = await vault.must('recipients.history', { id })
    expect(history[0]).toMatchObject({ operation: 'recipients.restoreValue' })
    expect(history[1]?.fields[0]?.restorable).toBe(false)
    expect(
      await refused(
        vault.must('recipients.restoreValue', { id, changeId: latest!.id, field: 'x' }),
      ),
    ).toContain('不能从变更记录里恢复')
  })
})

describe('a death', () => {
  it('ends pairings and dues from its day; reopening brings the dues back, not the pairing', async () => {
    const id = await create({ name: '尹老' })
    await vault.must('pairings.create', { helperId, recipientIds: [id], from: '2026-01-01' })
    await vault.must('helpers.file', { id: helperId })
    expect((await fileOf(id)).standings.length).toBeGreaterThan(0)
    const change = await vault.must('recipients.changeStatus', {
      id,
      status: 'deceased',
      from: '2026-11-10',
      reason: '病故',
    })
    expect(change.endedPairings).toBe(1)
    const closed = await fileOf(id)
    expect(closed.pairings.map(({ to, endReason }) => [to, endReason])).toEqual([
      ['2026-11-09', '死亡'],
    ])
    const isOwed = async () => {
      const file = await fileOf(id)
      return file.standings.some(({ state }) => state === 'due' || state === 'overdue')
    }
    expect(await isOwed()).toBe(false)
    await vault.must('recipients.changeStatus', {
      id,
      status: 'active',
      from: '2026-11-15',
      reason: '误报死亡',
    })
    expect(await isOwed()).toBe(true)
    expect((await fileOf(id)).pairings.filter(({ to }) => to === null)).toEqual([])
  })
})
