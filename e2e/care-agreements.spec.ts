import { expect, test } from './app'
import { call } from './call'

/* An agreement as a clerk works with it: drafted, signed, appraised, printed, renewed. */

test('an agreement goes from its draft over signing and an appraisal to its renewal', async ({
  app,
}) => {
  const { page } = app
  page.setDefaultTimeout(8000)
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
  const [village] = await must<{ id: number }[]>('villages.list', {})
  await must('recipients.create', {
    facts: { name: '尉迟彩霞', hasNoPhone: true },
    villageId: village!.id,
  })
  await page.reload()
  const goTo = (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash
    }, address)
  const dialog = page.getByRole('dialog')
  await goTo('#/care-agreements')
  await expect(page.getByRole('button', { name: '起草协议' }).first()).toBeVisible()
  await page.keyboard.press('Control+n')
  await dialog.getByRole('textbox', { name: '关爱对象' }).fill('yccx')
  await page.getByRole('option', { name: /尉迟彩霞/ }).click()
  await dialog.getByRole('textbox', { name: '委托人', exact: true }).fill('解强')
  await dialog.getByLabel('照料人（其他人）').fill('邻居李大嫂')
  await dialog.getByLabel(/^照料内容/).fill('每天做午饭')
  await dialog.getByRole('button', { name: '起草' }).click()
  await expect(page.getByText(/● ?待签订/)).toBeVisible()

  const side = page.getByRole('complementary')
  const term = async (move: string, until: string): Promise<void> => {
    await side.getByRole('button', { name: move, exact: true }).click()
    await dialog.getByLabel(/^期满日期/).fill(until)
    await dialog.getByLabel('老人本人同意').check()
    await dialog.getByRole('button', { name: move, exact: true }).click()
    await expect(dialog).toBeHidden()
  }
  await term('签订', '2036-06-30')
  await expect(page.getByText(/履行中/).first()).toBeVisible()
  await page.getByRole('button', { name: '考核照料人' }).click()
  await dialog.getByRole('button', { name: '登记' }).click()
  await expect(page.getByRole('cell', { name: '优秀' })).toBeVisible()
  await page.getByRole('button', { name: '打印协议' }).click()
  await dialog.getByRole('button', { name: '生成 Word' }).click()
  await expect(dialog.getByText(/委托照料协议_尉迟彩霞/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await term('续签', '2037-06-30')
  await expect(page.getByText('2036-07-01 至 2037-06-30')).toBeVisible()
  await expect(page.getByRole('list', { name: '办理经过' }).getByRole('listitem')).toHaveCount(3)
})
