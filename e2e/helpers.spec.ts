import { expect, test } from './app'
import { call } from './call'
import { addDays } from '@shared/domain/calendar/days'

/*
 * A helper leaves and the people go to whom the program suggests, taken back in one go; whoever
 * nobody helps gets a helper from the suggestions; cards are printed and typed in by keyboard.
 */

test('people of a leaving helper move on, and feedback comes back by keyboard', async ({ app }) => {
  const { page } = app
  const must = async <Value>(name: string, input: unknown): Promise<Value> => {
    const answer = await call(page, name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.error?.message}`)
    return answer.value as Value
  }
  await must('vault.create', {
    centre: { name: '青石镇留守老人关爱服务中心', county: '清溪县', township: '青石镇' },
    villages: [{ name: '下河村', kind: 'village' }],
    operator: { name: '王经办', password: '松绿-2026-桑榆' },
  })
  const { today } = await must<{ today: string }>('session.me', {})
  const [village] = await must<{ id: number }[]>('villages.list', {})
  const villageId = village!.id
  const enter = (name: string) =>
    must<{ id: number }>('recipients.create', {
      facts: { name, idNumber: null },
      villageId,
      from: '2026-01-01',
    })
  const helper = (name: string, facts: object = {}) =>
    must<{ id: number }>('helpers.create', { name, villageId, ...facts })
  const [xie, yuchi] = [await enter('解旺'), await enter('尉迟彩霞')]
  const zhang = await helper('张吉祥', { capacity: 2 })
  await helper('刘爱华', { capacity: 1 })
  await helper('解小军', { capacity: 1 })
  await must('pairings.create', {
    helperId: zhang.id,
    recipientIds: [xie.id, yuchi.id],
    from: '2026-03-01',
  })
  const loads = async (): Promise<[string, number][]> =>
    (await must<{ name: string; caseload: number }[]>('helpers.list', { serving: 'all' })).map(
      ({ name, caseload }) => [name, caseload],
    )
  const go = (path: string): Promise<void> =>
    page.evaluate((address) => {
      location.hash = address
    }, path)
  // The vault was opened behind the page's back; the page finds out when it loads again.
  await page.reload()

  // Leaving: everybody has somebody beside the name, the namesake where there is one.
  await go(`#/helpers/${zhang.id}`)
  await page.getByRole('button', { name: '离任…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: '解旺 由谁接手' })).toHaveValue(/^解小军/)
  await expect(dialog.getByText('同村、同姓')).toBeVisible()
  await dialog.getByRole('textbox', { name: '离任日期' }).fill(addDays(today, -1))
  await dialog.getByRole('textbox', { name: '原因' }).fill('调离')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('2 人已有人接手')).toBeVisible()
  expect(await loads()).toEqual([
    ['张吉祥', 0],
    ['刘爱华', 1],
    ['解小军', 1],
  ])
  await page.getByRole('button', { name: '撤销离任' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('已撤销刚才的离任')).toBeVisible()
  expect((await loads())[0]).toEqual(['张吉祥', 2])

  // Somebody nobody helps: the suggestion is turned down once, the next one taken.
  await enter('单桂兰')
  await go('#/helpers/suggestions')
  await page.getByRole('gridcell', { name: '单桂兰' }).click()
  const first = page.getByRole('radio').first()
  await expect(first).toBeChecked()
  await page.getByRole('button', { name: '不配这一位' }).first().click()
  await expect(page.getByText(/^不再建议由/)).toBeVisible()
  await page.getByRole('button', { name: '采用全部 1 条' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '采用' }).click()
  await expect(page.getByText('已结对 1 人')).toBeVisible()
  await expect(page.getByText('人人都有帮扶人')).toBeVisible()

  // Cards for everybody who has a helper, without numbers of anybody.
  await go('#/feedback')
  await page.getByRole('button', { name: '打印反馈卡 3 张' }).click()
  await expect(page.getByText('对您照顾得怎么样？')).toHaveCount(3)
  await go('#/feedback')
  const finder = page.getByRole('textbox', { name: '找人' })
  await finder.press('x')
  await page.keyboard.type('w')
  await page.keyboard.press('Enter')
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await page.keyboard.type('常来看我')
  await finder.fill('尉迟')
  await page.keyboard.press('Enter')
  await page.keyboard.type('2')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已登记 2 条反馈')).toBeVisible()
  await expect(page.getByText('已问 2，还没问 1')).toBeVisible()
  expect(await must('feedback.list', { recipientId: xie.id })).toMatchObject([
    { rating: 'satisfied', words: '常来看我', way: 'card' },
  ])
  await go(`#/recipients/${yuchi.id}`)
  await expect(page.getByRole('region', { name: '对帮扶人的反馈' })).toContainText('一般')
})
