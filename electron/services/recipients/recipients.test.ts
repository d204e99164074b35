import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { composeResidentId } from '@shared/domain/identity/resident-id'
import { openTestVault, type TestVault } from '../../core/test-vault'

let vault: TestVault
let lower = 0
let willow = 0

beforeAll(async () => {
  vault = await openTestVault()
  const villages = await vault.must('villages.list', {})
  lower = villages.find(({ name }) => name === '下河村')!.id
  willow = villages.find(({ name }) => name === '柳林村')!.id
})
afterAll(() => vault.close())

type Facts = InputOf<'recipients.create'>['facts']

async function create(facts: Facts, more: Partial<InputOf<'recipients.create'>> = {}) {
  return vault.must('recipients.create', { facts, villageId: lower, from: '2024-01-01', ...more })
}
const fileOf = (id: number) => vault.must('recipients.file', { id })
const refusal = async (
  name: Parameters<TestVault['core']['call']>[0],
  input: unknown,
): Promise<{ code: string; message: string; fields?: Record<string, string> }> => {
  const result = await vault.core.call(name, input)
  if (result.ok) throw new Error(`${name} was not refused`)
  return result.error
}

const idOf = (birth: string, sequence: number) => composeResidentId('610999', birth, sequence)

describe('a new file', () => {
  it('takes birth and sex from the ID and gives an archive number of its own', async () => {
    const first = await create({ name: ' 尉迟　彩霞', idNumber: `’${idOf('1934-12-21', 2)}` })
    const second = await create({ name: '解旺', phones: ['０９１７-3212345'] })
    expect(first.archiveNo).toMatch(/^2026-\d{4}$/)
    expect(second.archiveNo).not.toBe(first.archiveNo)
    const file = await fileOf(first.id)
    expect(file).toMatchObject({
      facts: { name: '尉迟彩霞', birthDate: '1934-12-21', gender: 'female' },
      age: '91岁',
      status: 'active',
      villageName: '下河村',
      groups: ['elder'],
    })
    expect((await fileOf(second.id)).facts.phones).toEqual(['0917-3212345'])
  })

  it('is refused for a person on file, who is named, and writes nothing', async () => {
    const idNumber = idOf('1940-05-05', 11)
    await create({ name: '曾有', idNumber })
    const before = (await vault.must('recipients.list', {})).total
    const error = await refusal('recipients.create', {
      facts: { name: '曾友', idNumber },
      villageId: willow,
    })
    expect(error).toMatchObject({ code: 'CONFLICT' })
    expect(error.message).toContain('曾有')
    expect((await vault.must('recipients.list', {})).total).toBe(before)
  })

  it('asks before a second person of the same name and birth, and obeys the answer', async () => {
    const twin = { name: '仇大山', birthDate: '1950-03-04' }
    await create(twin)
    const request = { facts: twin, villageId: lower, from: '2024-01-01' }
    expect(await refusal('recipients.create', request)).toMatchObject({ code: 'CONFLICT' })
    await vault.must('recipients.create', { ...request, allowSimilar: true })
    // Another year of birth is another person: no question is asked.
    await vault.must('recipients.create', {
      ...request,
      facts: { name: '仇大山', birthDate: '1961' },
    })
  })

  it('points at each wrong field with what to do', async () => {
    const error = await refusal('recipients.create', {
      facts: {
        name: '区月英',
        idNumber: idOf('1945-06-07', 2),
        gender: 'male',
        phones: ['139'.padEnd(10, '0'), '无'],
      },
      villageId: lower,
    })
    expect(error.code).toBe('VALIDATION')
    expect(Object.keys(error.fields ?? {}).sort()).toEqual(['gender', 'phones.0'])
  })
})

describe('changing a file', () => {
  it('tells a stale save from a fresh one', async () => {
    const { id } = await create({ name: '单秀兰' })
    const { revision } = await fileOf(id)
    await vault.must('recipients.update', { id, revision, facts: { health: 'fair' } })
    expect(
      await refusal('recipients.update', { id, revision, facts: { health: 'poor' } }),
    ).toMatchObject({ code: 'CONFLICT' })
    expect((await fileOf(id)).facts.health).toBe('fair')
  })

  it('lets an old doubtful number alone while other facts change', async () => {
    const wrong = idOf('1939-09-09', 21).replace(/.$/, (c) => (c === '1' ? '2' : '1'))
    const { id } = await create({ name: '华安', idNumber: wrong, idNumberNote: '证件原号如此' })
    const { revision } = await fileOf(id)
    await vault.must('recipients.update', { id, revision, facts: { homeAddress: '下河村 12 号' } })
    expect((await fileOf(id)).facts).toMatchObject({ idNumber: wrong, homeAddress: '下河村 12 号' })
  })

  it('shows who changed which field from what to what', async () => {
    const { id } = await create({ name: '查良' })
    const { revision } = await fileOf(id)
    await vault.must('recipients.update', { id, revision, facts: { selfCare: 'partly' } })
    const [latest] = await vault.must('recipients.history', { id })
    expect(latest).toMatchObject({
      operatorName: '王经办',
      entity: 'recipient',
      kind: 'update',
      fields: [{ field: 'selfCare', from: null, to: 'partly' }],
    })
  })
})

describe('periods', () => {
  it('closes and reopens a file without a gap, and never deletes', async () => {
    const { id } = await create({ name: '覃福' })
    await vault.must('recipients.changeStatus', {
      id,
      status: 'childrenReturned',
      from: '2025-02-01',
      reason: '儿子返乡',
    })
    await vault.must('recipients.changeStatus', {
      id,
      status: 'active',
      from: '2026-03-01',
      reason: '儿子再次外出',
    })
    expect((await fileOf(id)).statuses.map(({ status, from, to }) => [status, from, to])).toEqual([
      ['active', '2024-01-01', '2025-01-31'],
      ['childrenReturned', '2025-02-01', '2026-02-28'],
      ['active', '2026-03-01', null],
    ])
    expect(
      await refusal('recipients.changeStatus', {
        id,
        status: 'deceased',
        from: '2025-12-01',
        reason: '误填',
      }),
    ).toMatchObject({ code: 'VALIDATION' })
  })

  it('corrects the day of a death that was entered too late', async () => {
    const { id } = await create({ name: '乐平安' })
    const death = { id, status: 'deceased' as const, reason: '病故' }
    await vault.must('recipients.changeStatus', { ...death, from: '2026-11-01' })
    await vault.must('recipients.changeStatus', { ...death, from: '2026-10-20' })
    expect((await fileOf(id)).statuses.map(({ status, from, to }) => [status, from, to])).toEqual([
      ['active', '2024-01-01', '2026-10-19'],
      ['deceased', '2026-10-20', null],
    ])
  })

  it('keeps where somebody lived before a move', async () => {
    const { id } = await create({ name: '朴英子' })
    await vault.must('recipients.move', {
      id,
      villageId: willow,
      from: '2026-06-01',
      reason: '随女儿居住',
    })
    const file = await fileOf(id)
    expect(file.villageName).toBe('柳林村')
    expect(file.residences.map(({ villageName, to }) => [villageName, to])).toEqual([
      ['下河村', '2026-05-31'],
      ['柳林村', null],
    ])
  })

  it('changes only the groups that change', async () => {
    const { id } = await create({ name: '冼凤' })
    const change = { id, from: '2026-05-01', reason: '认定特困' }
    await vault.must('recipients.setGroups', { ...change, groups: ['elder', 'extremePoverty'] })
    const periods = (await fileOf(id)).groupPeriods
    expect(periods.map(({ group, from, to }) => [group, from, to])).toEqual([
      ['elder', '2024-01-01', null],
      ['extremePoverty', '2026-05-01', null],
    ])
  })

  it("shows the office's word beside what the facts say, and takes it back", async () => {
    const { id } = await create({ name: '缪春', birthDate: '1950', livingArrangement: 'alone' })
    const alone = async () =>
      (await fileOf(id)).categories.find(({ category }) => category === 'livingAlone')
    expect(await alone()).toMatchObject({ holds: true, overridden: null })
    const word = { id, category: 'livingAlone' as const, from: '2026-11-01' }
    await vault.must('recipients.overrideCategory', {
      ...word,
      holds: false,
      reason: '邻居同住',
    })
    expect(await alone()).toMatchObject({
      holds: false,
      overridden: { reason: '邻居同住', computed: { holds: true } },
    })
    await vault.must('recipients.overrideCategory', {
      ...word,
      from: '2026-11-21',
      holds: null,
      reason: '邻居搬走',
    })
    expect(await alone()).toMatchObject({ holds: true, overridden: null })
  })
})

describe('the family', () => {
  it('makes somebody 留守 when the only child leaves, and not when the child is back', async () => {
    const { id } = await create({ name: '尹桂花', birthDate: '1950-01-01' })
    const son = {
      name: '尹强',
      relation: 'son' as const,
      isSupporter: true,
      livesTogether: false,
    }
    const away = { scope: 'outsideProvince' as const, place: '东莞', reason: 'work' as const }
    const saved = await vault.must('recipients.saveFamilyMember', {
      recipientId: id,
      member: { ...son, absence: { ...away, since: '2020-03' } },
    })
    const isLeftBehind = async () =>
      (await fileOf(id)).categories.find(({ category }) => category === 'leftBehind')
    expect(await isLeftBehind()).toMatchObject({ holds: true })
    expect((await isLeftBehind())?.reason).toContain('东莞')

    // Moved on to another town: the old place ends the day before.
    await vault.must('recipients.saveFamilyMember', {
      recipientId: id,
      id: saved.id,
      member: { ...son, absence: { ...away, place: '苏州', since: '2026-02-01' } },
    })
    const [member] = (await fileOf(id)).family
    expect(member).toMatchObject({
      absence: { place: '苏州' },
      pastAbsences: [{ place: '东莞', to: '2026-01-31' }],
    })

    await vault.must('recipients.saveFamilyMember', {
      recipientId: id,
      id: saved.id,
      member: { ...son, absence: null, returnedOn: '2026-10-01' },
    })
    expect(await isLeftBehind()).toMatchObject({ holds: false })
  })

  it('hides a member entered by mistake, with the absences', async () => {
    const { id } = await create({ name: '仉淑珍' })
    const member = { name: '仉一', absence: { scope: 'outsideCounty' as const } }
    const saved = await vault.must('recipients.saveFamilyMember', { recipientId: id, member })
    await vault.must('recipients.voidFamilyMember', { id: saved.id, reason: '录错' })
    expect((await fileOf(id)).family).toEqual([])
  })
})
