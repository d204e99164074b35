import { addDays } from '@shared/domain/calendar/days'
import { expect, test } from './app'
import { VisitEntryPages } from './pages/visit-entry'

/*
 * The telephone, the warnings and the calendar as a clerk works them: calls down the list without
 * the mouse, a warning raised and somebody reached, a month turned by keys.
 */

test('calls go down the list by keyboard: one answered, one to be tried again tomorrow', async ({
  app,
}) => {
  const { page } = app
  const pages = new VisitEntryPages(page)
  const { ids } = await pages.found(['尉迟彩霞', '解旺', '单桂兰'])
  await page.reload()
  await pages.go('#/calls')
  const list = page.getByRole('grid', { name: '电话名单' })
  await expect(list.getByText('单桂兰')).toBeVisible()
  await pages.watchHands()
  await list.focus()
  await pages.press('ArrowDown')
  const panel = page.getByRole('complementary').filter({ hasText: '尉迟彩霞' })
  await expect(panel).toBeVisible()
  // Tab leaves the list for the panel: 关闭, then the result.
  await pages.press('Tab', 'Tab', 'Control+Enter')
  await expect(page.getByText('已登记一次电话联系')).toBeVisible()

  // The next person stands ready, the focus on the result: 2 is 无人接, tried again tomorrow.
  const next = page.getByRole('complementary').filter({ hasText: '解旺' })
  await expect(next).toBeVisible()
  await expect(next.getByRole('radio', { name: '1 接通' })).toBeFocused()
  await pages.press('2', 'Control+Enter')
  await expect(page.getByText('已记下这次拨打')).toBeVisible()
  await expect(list.getByText('尉迟彩霞')).toBeHidden()
  await expect(list.getByText('解旺')).toBeHidden()
  expect((await pages.hands()).clicks).toBe(0)

  const { rows } = await pages.must<{ rows: { recipientId: number; kind: string }[] }>(
    'contacts.list',
    {},
  )
  expect(rows).toMatchObject([{ recipientId: ids[0], kind: 'phone' }])
})

test('a warning is raised, somebody is reached, and the rest stay to be reached', async ({
  app,
}) => {
  const { page } = app
  const pages = new VisitEntryPages(page)
  const { ids } = await pages.found(['尉迟彩霞', '解旺'])
  for (const id of ids)
    await pages.must('recipients.update', { id, revision: 1, facts: { hazardZone: 'flood' } })
  await page.reload()
  await pages.go('#/warnings/new')
  await page.getByText('汛期', { exact: true }).click()
  await expect(page.getByRole('grid', { name: '要提醒的人' }).getByText('解旺')).toBeVisible()
  await page.getByRole('button', { name: '给 2 人生成任务' }).click()
  await expect(page.getByText('已给 2 人生成任务')).toBeVisible()

  const people = page.getByRole('grid', { name: '预警名单' })
  await people.getByRole('row').filter({ hasText: '尉迟彩霞' }).getByRole('checkbox').check()
  await page.keyboard.press('Control+n')
  const form = page.getByRole('dialog')
  await form.getByLabel('日期').fill('今')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect(form).toBeHidden()
  // Whom nobody reached stands first.
  await expect(people.getByRole('row').nth(1)).toContainText('解旺')
  await expect(people.getByRole('row').nth(2)).toContainText('电话')
  const warnings = await pages.must<{ people: number; reached: number }[]>('warnings.list', {})
  expect(warnings).toMatchObject([{ people: 2, reached: 1 }])
})

test('the calendar turns by keys and keeps the day', async ({ app }) => {
  const { page } = app
  const pages = new VisitEntryPages(page)
  const { today } = await pages.found(['尉迟彩霞'])
  await page.reload()
  await pages.go('#/calendar')
  const grid = page.getByRole('grid', { name: '日历' })
  const chosen = grid.getByRole('gridcell', { selected: true })
  await expect(chosen).toHaveAttribute('id', `day-${today}`)
  await grid.focus()
  await pages.press('ArrowRight')
  await expect(chosen).toHaveAttribute('id', `day-${addDays(today, 1)}`)
  await pages.press('ArrowDown', 'ArrowLeft', 'ArrowUp', 'PageUp', 'PageDown')
  // A short month may hold the day back, never the month.
  await expect(chosen).toHaveAttribute('id', new RegExp(`^day-${today.slice(0, 7)}`))
  await expect(page.getByRole('link', { name: '工作台', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  )
})
