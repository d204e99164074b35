import { expect, test } from './app'
import { call } from './call'

/*
 * 督查 as a clerk uses it: a sheet is printed, comes back and is typed in by keyboard; what it found
 * is mended, fails its re-check, is mended again and struck off; the 通报 is written and kept.
 */

test('a finding goes from the sheet through mending and a failed re-check until it is struck off', async ({
  app,
}) => {
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
  await page.reload()
  await page.getByRole('link', { name: '组织会议', exact: true }).click()
  await page.getByText('督查', { exact: true }).click()
  await page.getByRole('heading', { name: '督查', exact: true }).waitFor()
  await page.keyboard.press('Control+n')
  const form = page.getByRole('dialog')
  await form.getByLabel('督查名称').fill('冬季督查')
  await form.getByLabel('带队领导').fill('解旺')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('heading', { name: '冬季督查' })).toBeVisible()

  await page.getByRole('link', { name: '打印督查表' }).click()
  await expect(page.getByText('下河村', { exact: true })).toBeVisible()
  await expect(page.getByText('表上没有的问题：')).toBeVisible()
  await page.getByRole('button', { name: '返回' }).click()

  // The whole sheet without the mouse: √, then × with its words, then √ for all the rest.
  await page.keyboard.press('Control+n')
  await page.getByRole('grid', { name: '录入督查表' }).waitFor()
  await page.keyboard.press('v')
  await page.keyboard.press('x')
  await page.keyboard.type('两户子女电话停机')
  await page.keyboard.press('F9')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('下河村督查表已登记，问题 1 个')).toBeVisible()
  await expect(page.getByText('16 项，× 1')).toBeVisible()

  await page.getByRole('tab', { name: '问题 1' }).click()
  await page.getByText('两户子女电话停机').click()
  await page.getByRole('heading', { name: '两户子女电话停机' }).waitFor()
  const step = async (name: string, fields: Record<string, string>): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).last().click()
    const dialog = page.getByRole('dialog')
    for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value)
    await dialog.getByRole('button', { name, exact: true }).click()
    await expect(dialog).toBeHidden()
  }
  await step('整改完成', { 整改情况: '已核对更正' })
  await step('复查不合格', { 重新整改期限: '2099-12-05', 还存在的问题: '还有一户没核对' })
  await step('整改完成', { 整改情况: '两户都已核对' })
  await step('复查合格', {})
  await expect(page.getByText('已销号')).toBeVisible()

  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('button', { name: '出督查通报' }).click()
  await expect(page.getByText('已生成：关于冬季督查情况的通报')).toBeVisible()
  await page.getByRole('link', { name: '打开存档的通报' }).click()
  await expect(page.getByRole('article')).toContainText('已整改并复查销号1个')
})
