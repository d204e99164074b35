import { allVillages } from '@db/repositories/villages'
import { enterPeople } from '@electron/core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let vault: TestVault
let people: number[]

beforeAll(async () => {
  vault = await openTestVault('2026-11-21')
  const [first, second] = vault.write((ctx) => allVillages(ctx).map(({ id }) => id))
  people = enterPeople(vault, [
    // Born on 农历十月廿二: 虚岁 80 since 春节.
    { name: '尉迟彩霞', villageId: first!, birthDate: '1947-12-04' },
    { name: '解旺', villageId: first!, birthDate: '1950', lunarBirthday: '十月十五' },
    { name: '单桂兰', villageId: second!, birthDate: '1951-06-01' },
    { name: '仇小宝', villageId: second!, birthDate: '2015-11-21', group: 'child' },
  ])
  const { id } = await vault.must('helpers.create', { name: '张吉祥' })
  await vault.must('pairings.create', {
    helperId: id,
    recipientIds: people.slice(0, 2),
    from: '2026-01-01',
  })
  await vault.must('rules.adoptPreset', { preset: 'townshipSet', from: '2026-01-01' })
  await vault.must('contacts.record', {
    recipientIds: [people[0]!],
    dates: ['2026-10-02', '2026-10-09', '2026-10-16', '2026-10-23', '2026-11-03'],
    kind: 'phone',
  })
  await vault.must('contacts.record', {
    recipientIds: people.slice(0, 1),
    dates: ['2026-07-03', '2026-08-04', '2026-09-05'],
    kind: 'home',
  })
})
afterAll(closeTestVaults)

describe('the home page', () => {
  it('counts the same people in its figures, its lists and its sums', async () => {
    const summary = await vault.must('home.summary', {})
    const overdue = await vault.must('home.due', { state: 'overdue' })
    const due = await vault.must('home.due', { state: 'due' })
    expect([summary.overdue, summary.due]).toEqual([overdue.total, due.total])
    // The township set came in January 2026: no year closed under it, so the yearly duties are due.
    expect([summary.overdue, summary.due]).toEqual([2, 1])
    for (const by of ['village', 'helper'] as const) {
      const rows = await vault.must('home.progress', { by })
      const sum = (key: 'people' | 'overdue' | 'due'): number =>
        rows.reduce((total, row) => total + row[key], 0)
      expect([sum('people'), sum('overdue'), sum('due')]).toEqual([3, 2, 1])
    }
    const helpers = await vault.must('home.progress', { by: 'helper' })
    expect(helpers.map(({ name, people }) => [name, people])).toEqual([
      ['张吉祥', 2],
      ['无帮扶人', 1],
    ])
  })

  it('names each duty that is owed, gravest first, and finds them by duty and helper', async () => {
    const { rows } = await vault.must('home.due', { state: 'due' })
    expect(rows[0]!.standings.map(({ duty, state, open }) => [duty, state, open.done])).toEqual([
      ['phone', 'due', 1],
      ['home', 'due', 0],
      ['child', 'due', 0],
      ['checkup', 'due', 0],
    ])
    const ofDuty = await vault.must('home.due', { duty: 'visit' })
    expect(ofDuty.rows.map(({ recipientName }) => recipientName)).toEqual(['解旺', '单桂兰'])
    expect((await vault.must('home.due', { helperId: 0 })).total).toBe(1)
    const page = await vault.must('home.due', { limit: 1 })
    expect([page.rows.length, page.total]).toEqual([1, 3])
  })

  it('tells the lunar day, birthdays of both calendars with 整寿, and festivals', async () => {
    const { lunarToday, birthdays, festivals, visitRate, unhelped, onFile } = await vault.must(
      'home.summary',
      {},
    )
    expect(lunarToday).toBe('农历十月十三')
    expect(
      birthdays.map(({ recipientName, on, calendar, nominalAge, round }) => [
        recipientName,
        on,
        calendar,
        nominalAge,
        round,
      ]),
    ).toEqual([
      ['仇小宝', '2026-11-21', 'solar', 12, null],
      ['解旺', '2026-11-23', 'lunar', null, null],
      ['尉迟彩霞', '2026-11-30', 'lunar', 80, 80],
      ['尉迟彩霞', '2026-12-04', 'solar', 80, 80],
    ])
    expect(festivals[0]).toEqual({
      key: 'newYear',
      name: '元旦',
      from: '2027-01-01',
      to: '2027-01-01',
      daysLeft: 41,
    })
    expect(visitRate).toMatchObject({ scope: 3, visited: 1 })
    expect([unhelped, onFile]).toEqual([2, 4])
  })
})
