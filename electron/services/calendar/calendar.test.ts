import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterPeople } from '@electron/core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'

let vault: TestVault
let first: number
let second: number

beforeAll(async () => {
  vault = await openTestVault('2026-11-21')
  const [lower, willow] = await vault.must('villages.list', {})
  ;[first, second] = enterPeople(vault, [
    // Born on 农历十月廿二.
    { name: '尉迟彩霞', villageId: lower!.id, birthDate: '1947-12-04' },
    { name: '解旺', villageId: willow!.id },
    { name: '单桂兰', villageId: willow!.id },
    // New on file: nobody had sixty days to see her.
    { name: '仇玉珍', villageId: willow!.id, from: '2026-11-18' },
  ]) as [number, number]
  const visit = { kind: 'home' as const, dates: ['2026-11-03', '2026-11'] }
  await vault.must('contacts.record', { recipientIds: [first, second], ...visit })
  await vault.must('contacts.record', {
    recipientIds: [second],
    kind: 'phone',
    dates: ['2026-11-20'],
    revisitOn: '2026-11-27',
  })
  const again = { recipientId: second, result: 'noAnswer' as const, againOn: '2026-11-25' }
  await vault.must('calls.record', again)
  const hospital = { recipientId: first, reason: 'hospital' as const }
  await vault.must('exemptions.add', { ...hospital, from: '2026-11-01', to: '2026-11-28' })
})
afterAll(closeTestVaults)

it('counts what was done on each day, leaving out what is known to the month only', async () => {
  const { days } = await vault.must('calendar.days', { from: '2026-11-01', to: '2026-11-30' })
  expect(days).toHaveLength(30)
  expect(days.filter(({ contacts }) => contacts > 0)).toEqual([
    { day: '2026-11-03', lunar: '廿五', contacts: 2 },
    { day: '2026-11-20', lunar: '十二', contacts: 1 },
  ])
  expect(days.find(({ day }) => day === '2026-11-09')?.lunar).toBe('十月')
})

it('puts birthdays of both calendars, promises and ends on their days', async () => {
  const { items } = await vault.must('calendar.days', { from: '2026-11-01', to: '2026-12-31' })
  expect(items.map(({ day, kind, who }) => [day, kind, who])).toEqual([
    ['2026-11-25', 'call', '解旺'],
    ['2026-11-27', 'revisit', '解旺'],
    ['2026-11-28', 'exemption', '尉迟彩霞'],
    ['2026-11-30', 'birthday', '尉迟彩霞'],
    ['2026-12-04', 'birthday', '尉迟彩霞'],
  ])
})

it('shows a village only its own people’s days', async () => {
  const [lower] = await vault.must('villages.list', {})
  const asked = { from: '2026-11-01', to: '2026-11-30', villageId: lower!.id }
  const { items, days } = await vault.must('calendar.days', asked)
  expect(items.every(({ who }) => who === '尉迟彩霞')).toBe(true)
  expect(days.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(1)
})

it('names who was not met face to face: a phone call is no meeting, a month without a day is one', async () => {
  const names = async (days: number) =>
    (await vault.must('home.unseen', { days })).rows.map(({ recipientName }) => recipientName)
  expect(await names(60)).toEqual(['单桂兰'])
  await vault.must('home.saveSettings', { roundBirthday: 'atNine', unseenDays: 60 })
  const { birthdays } = await vault.must('home.summary', {})
  // 虚岁 80 this year: with 做九 the 整寿 was last year's.
  expect(birthdays.map(({ round }) => round)).toEqual([null, null])
})

it('compares this month with last month to the same day', async () => {
  await vault.must('contacts.record', {
    recipientIds: [second],
    kind: 'phone',
    dates: ['2026-10-05', '2026-10-30'],
  })
  const { rows } = await vault.must('home.months', {})
  expect(rows.find(({ kind }) => kind === 'phone')).toEqual({
    kind: 'phone',
    now: 1,
    sameDay: 1,
    lastMonth: 2,
  })
})
