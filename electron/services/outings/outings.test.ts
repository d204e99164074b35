import { afterEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { enterPeople } from '../../core/test-people'
import { closeTestVaults, finishedJob, openTestVault, type TestVault } from '../../core/test-vault'

afterEach(closeTestVaults)

async function family(vault: TestVault, absence: object | null) {
  const [lower] = await vault.must('villages.list', {})
  const [parent] = enterPeople(vault, [{ name: '尉迟彩霞', villageId: lower!.id }]) as [number]
  const { id: child } = await vault.must('recipients.saveFamilyMember', {
    recipientId: parent,
    member: {
      name: '解大山',
      relation: 'son',
      phones: ['15067778888'],
      isSupporter: true,
      absence: absence as never,
    },
  })
  return { parent, child }
}

const told = (
  parent: number,
  child: number,
  more: Partial<InputOf<'outings.open'>> = {},
): InputOf<'outings.open'> => ({
  recipientId: parent,
  familyMemberId: child,
  scope: 'outsideCounty',
  place: '苏州',
  reason: 'work',
  since: '2026-10-08',
  dueOn: '2026-11-15',
  reporter: 'self',
  channel: 'phone',
  responsible: '邻居李大嫂',
  carerPhone: '13700001111',
  openedOn: '2026-10-09',
  factsChoice: 'begin',
  ...more,
})

async function absences(vault: TestVault, parent: number) {
  const [member] = (await vault.must('recipients.file', { id: parent })).family
  return [...member!.pastAbsences, member!.absence]
    .filter((one) => one !== null)
    .map(({ place, since, to }) => [place, since, to])
}

async function act(vault: TestVault, id: number, more: Partial<InputOf<'outings.move'>>) {
  const { revision } = await vault.must('outings.file', { id })
  return vault.core.do('outings.move', {
    id,
    revision,
    move: 'return',
    day: '2026-11-21',
    ...more,
  })
}

describe('a report of going out', () => {
  it('begins an absence on file in the same act, ending the one before the day before', async () => {
    const vault = await openTestVault()
    const at = { scope: 'outsideProvince', place: '东莞', since: '2019-03' }
    const { parent, child } = await family(vault, at)
    await vault.must('outings.open', told(parent, child))
    expect(await absences(vault, parent)).toEqual([
      ['东莞', '2019-03', '2026-10-07'],
      ['苏州', '2026-10-08', null],
    ])
  })

  it('can put right the absence on file, or leave the file as it is', async () => {
    const vault = await openTestVault()
    const { parent, child } = await family(vault, { scope: 'unknown', since: '2026-10' })
    const { id } = await vault.must('outings.open', told(parent, child, { factsChoice: 'correct' }))
    expect(await absences(vault, parent)).toEqual([['苏州', '2026-10-08', null]])
    await vault.must('outings.void', { id, reason: '登记重复' })
    await vault.must('outings.open', told(parent, child, { place: '杭州', factsChoice: 'keep' }))
    expect(await absences(vault, parent)).toEqual([['苏州', '2026-10-08', null]])
  })

  it('writes nothing, not even the report, where the file cannot follow', async () => {
    const vault = await openTestVault()
    const { parent, child } = await family(vault, { scope: 'unknown', since: '2026-11' })
    expect(await vault.core.do('outings.open', told(parent, child))).toMatchObject({
      error: { code: 'VALIDATION', fields: { since: expect.any(String) } },
    })
    expect((await vault.must('outings.list', {})).rows).toEqual([])
  })

  it('is overdue past the day of return without a word, stands on the calendar, and is extended with the file', async () => {
    const vault = await openTestVault()
    const { parent, child } = await family(vault, null)
    const { id } = await vault.must('outings.open', told(parent, child))
    const overdue = async () =>
      (await vault.must('outings.list', { filter: { overdue: true } })).rows.map((row) => row.id)
    expect(await overdue()).toEqual([id])
    const { items } = await vault.must('calendar.days', { from: '2026-11-10', to: '2026-11-30' })
    expect(items.map(({ path }) => path)).toContain(`/outings/${id}`)
    expect(await act(vault, id, { move: 'extend', until: '2027-02-01' })).toMatchObject({
      ok: true,
    })
    expect(await overdue()).toEqual([])
    const [member] = (await vault.must('recipients.file', { id: parent })).family
    expect(member!.absence).toMatchObject({ expectedReturn: '2027年2月1日', place: '苏州' })
  })

  it('ends the absence on file with the return, and asks for a day between leaving and today', async () => {
    const vault = await openTestVault()
    const { parent, child } = await family(vault, null)
    const { id } = await vault.must('outings.open', told(parent, child))
    expect(await act(vault, id, {})).toMatchObject({
      error: { fields: { returnedOn: '请填写返回日期' } },
    })
    for (const returnedOn of ['2026-10-01', '2026-11-22']) {
      expect(await act(vault, id, { returnedOn })).toMatchObject({
        error: { fields: { returnedOn: '要在外出之后、不晚于今天' } },
      })
    }
    expect(await act(vault, id, { returnedOn: '2026-11-18' })).toMatchObject({ ok: true })
    expect(await absences(vault, parent)).toEqual([['苏州', '2026-10-08', '2026-11-17']])
    expect(await vault.must('outings.file', { id })).toMatchObject({
      state: 'returned',
      returnedOn: '2026-11-18',
      steps: [{ how: '电话' }, { label: '登记返回' }],
    })
  })

  it('is not doubled while the return of the one before was not told', async () => {
    const vault = await openTestVault()
    const { parent, child } = await family(vault, null)
    await vault.must('outings.open', told(parent, child))
    const again = told(parent, child, { since: '2026-11-01', openedOn: '2026-11-02' })
    expect(await vault.core.do('outings.open', again)).toMatchObject({
      error: { code: 'CONFLICT', fields: { familyMemberId: '上一次外出还没有报返回' } },
    })
    expect(await absences(vault, parent)).toEqual([['苏州', '2026-10-08', null]])
  })

  it('is found by the name of who went out and by the place, and goes to Excel', async () => {
    const vault = await openTestVault()
    const { parent, child } = await family(vault, null)
    const { id } = await vault.must('outings.open', told(parent, child))
    for (const text of ['解大山', '苏州', '李大嫂']) {
      const { rows } = await vault.must('outings.list', { filter: { text } })
      expect(rows.map((row) => row.id)).toEqual([id])
    }
    const { jobId } = await vault.must('outings.export', {})
    expect((await finishedJob(vault.core, jobId)).result).toMatchObject({ files: 1 })
  })
})
