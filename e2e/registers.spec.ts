import { expect, test } from './app'
import { call } from './call'

test('a register is defined from nothing, filled, moved, counted and printed', async ({ app }) => {
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

  // Reached from the home page; the check beside the form says what is missing.
  await page.getByRole('link', { name: '登记簿' }).click()
  await page.getByRole('link', { name: '自己定一本' }).click()
  await page.getByLabel('名称').first().fill('大病慰问')
  await expect(page.getByLabel('还没有定好的地方')).toContainText('至少要有一个栏目')
  for (const field of ['事由', '慰问金']) {
    await page.getByLabel('新的栏目').fill(field)
    await page.keyboard.press('Enter')
  }
  const money = page.getByRole('region', { name: '栏目慰问金' })
  await money.getByRole('combobox', { name: '类型' }).click()
  await page.getByRole('option', { name: '金额（元）' }).click()
  await page.getByRole('tab', { name: /数字/ }).click()
  await page.getByLabel('新的数字').fill('慰问金合计')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: '数什么' }).click()
  await page.getByRole('option', { name: '“慰问金”求和' }).click()
  await expect(page.getByText('✓ 可以保存')).toBeVisible()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('heading', { name: '大病慰问' })).toBeVisible()

  for (const [cause, amount] of [
    ['住院手术', '500'],
    ['摔伤骨折', '300.50'],
  ]) {
    await page.getByRole('button', { name: '登记', exact: true }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('事由').fill(cause!)
    await dialog.getByLabel('慰问金').fill(amount!)
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByRole('region', { name: '大病慰问' })).toContainText(cause!)
    await page.getByRole('button', { name: '返回' }).click()
  }
  await expect(page.getByText('在办 2 条')).toBeVisible()
  await expect(page.getByLabel('今年的数字')).toContainText('800.50 元')

  await page.getByLabel('今年的数字').getByRole('button').click()
  await page.getByRole('grid', { name: '大病慰问' }).getByText('-002').click()
  await page.getByRole('button', { name: '办结登记' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '办结登记' }).click()
  await expect(page.getByText('您没有可做的下一步')).toBeVisible()
  await page.getByRole('link', { name: '打印' }).click()
  await expect(page.getByRole('heading', { name: '大病慰问登记表' }).first()).toBeVisible()
  await expect(page.getByText('摔伤骨折')).toBeVisible()
})
