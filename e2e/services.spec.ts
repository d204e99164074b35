import { expect, test } from './app'
import { call } from './call'

/*
 * 服务与服务券: a batch is issued and handed out, the list of who ate is ticked by keyboard and takes
 * the vouchers, what came back otherwise is redeemed by its numbers, and the books balance.
 */
test('vouchers are issued, handed out, taken by a list of who ate, and accounted for', async ({
  app,
}) => {
  const { page } = app
  const must = async <Value>(name: string, input: unknown): Promise<Value> => {
    const answer = await call(page, name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.error?.message}`)
    return answer.value as Value
  }
  const open = (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash
    }, address)
  await must('vault.create', {
    centre: { name: '青石镇留守老人关爱服务中心', county: '清溪县', township: '青石镇' },
    villages: [{ name: '下河村', kind: 'village' }],
    operator: { name: '王经办', password: '松绿-2026-桑榆' },
  })
  const [village] = await must<{ id: number }[]>('villages.list', {})
  for (const name of ['尉迟彩霞', '解旺'])
    await must('recipients.create', {
      facts: { name, birthDate: '1940-05-06' },
      villageId: village!.id,
      from: '2020-01-01',
    })
  await page.reload()

  await open('#/services?tab=catalogue')
  await page.getByRole('button', { name: '采用常用目录' }).click()
  const catalogue = page.getByRole('grid', { name: '服务目录' })
  await catalogue.getByRole('row', { name: /送餐上门/ }).click()
  await page.getByRole('button', { name: '给“送餐上门”定价' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('价格（元）').fill('10')
  await form.getByLabel('低偿老人付（元）').fill('4')
  await page.keyboard.press('Enter')
  await expect(form).toBeHidden()
  await expect(catalogue.getByRole('row', { name: /送餐上门/ })).toContainText('10.00')

  await open('#/vouchers')
  await page.getByRole('button', { name: '发行一批' }).last().click()
  await form.getByLabel('面值（元）').fill('6')
  await form.getByLabel('张数').fill('5')
  await form.getByLabel('号头').fill('ZL')
  await form.getByRole('button', { name: '发行' }).click()
  await expect(form).toBeHidden()
  await page.keyboard.press('Control+n')
  await form.getByLabel('每人几张').fill('2')
  await form.getByLabel('关爱对象').fill('YCCX')
  await page.keyboard.press('Enter')
  await expect(form.getByText('尉迟彩霞')).toBeVisible()
  await form.getByRole('button', { name: '发放', exact: true }).click()
  await expect(page.getByRole('heading', { name: '青石镇服务券签领表' })).toBeVisible()
  await expect(page.getByRole('row', { name: /尉迟彩霞/ })).toContainText('ZL0001、ZL0002')

  // Only keys from here: the item, both people, register.
  await open('#/services/entry')
  await page.getByRole('combobox', { name: '服务项目' }).fill('送餐')
  await page.keyboard.press('Enter')
  const people = page.getByRole('grid', { name: '服务名单' })
  await expect(people.getByRole('row')).toHaveCount(3)
  await people.focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('勾了 2 人')).toContainText('金额 20.00 元')
  await page.keyboard.press('Control+Enter')
  await expect(people.getByText('✓ 已登记')).toHaveCount(2)

  await open('#/services')
  await expect(page.getByRole('row', { name: /尉迟彩霞/ })).toContainText('6.00')

  await open('#/vouchers')
  await page.getByRole('button', { name: '核销', exact: true }).click()
  await form.getByRole('textbox', { name: '券号' }).fill('zl0001~0002')
  await form.getByRole('button', { name: '核销 2 张' }).click()
  await expect(form).toContainText('已核销')
  await form.getByRole('textbox', { name: '券号' }).fill('zl0002')
  await form.getByRole('button', { name: '核销 1 张' }).click()
  await expect(form).toBeHidden()
  const books = page.getByRole('grid', { name: '服务券对账' })
  await expect(books.getByRole('row').last()).toContainText('2 张 12.00')
  await expect(books.getByRole('row').last()).toContainText('平')

  await page.getByText('逐张').click()
  await expect(page.getByRole('grid', { name: '服务券' }).getByRole('row')).toHaveCount(6)
})
