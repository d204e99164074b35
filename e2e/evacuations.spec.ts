import { expect, test } from './app'
import { call } from './call'

/* The list of transfers as a clerk works with it: listed, arranged, printed, ticked off in a drill. */

test('a home in a landslide zone goes from nobody to move it to a printed list and a ticked drill', async ({
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
    facts: { name: '尉迟彩霞', hasNoPhone: true, hazardZone: '后山滑坡点' },
    villageId: village!.id,
  })
  await page.reload()
  const goTo = (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash
    }, address)
  const dialog = page.getByRole('dialog')
  await goTo('#/')
  await page.getByRole('link', { name: '去安排' }).click()
  const row = page.getByRole('row', { name: /尉迟彩霞/ })
  await expect(row).toContainText('无人转移')
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '安排选中的 1 人' }).click()
  await dialog.getByLabel('责任部门或其他人').fill('李村主任')
  await dialog.getByLabel('责任人电话').fill('13700000099')
  await dialog.getByLabel('安置地点').fill('村小学')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await goTo('#/evacuations')
  await expect(row).toContainText('今年未核对')
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '今天核对无误' }).click()
  await expect(row).toContainText('已落实')

  await goTo('#/print/evacuations')
  const sheet = page.getByRole('region', { name: '下河村' })
  await expect(sheet).toContainText('李村主任')
  await expect(sheet).toContainText('共 1 人，已落实 1 人')
  await goTo('#/print/evacuation-cards')
  await expect(page.getByText('转移到　村小学')).toBeVisible()

  await goTo('#/evacuations/rounds')
  await page.keyboard.press('Control+n')
  await dialog.getByRole('button', { name: '开始' }).click()
  await expect(page.getByRole('heading', { name: /转移演练/ })).toBeVisible()
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '1 人已转移' }).click()
  await dialog.getByLabel('时间').fill('1520')
  await dialog.getByRole('button', { name: '登记' }).click()
  await expect(row).toContainText('已转移 15:20')
  await expect(page.getByText('已转移 1/1 人')).toBeVisible()
  await goTo('#/')
  await expect(page.getByRole('region', { name: '汛期转移' })).toBeHidden()
})
