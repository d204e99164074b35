import { expect, test } from './app'
import { call } from './call'

/* A hazard as a clerk works with it: typed in by hand, arranged, mended, failed, mended again, passed. */

test('a hazard goes from the desk over a re-check it fails to one it passes, and leaves the home page', async ({
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
  const chooseWord = async (label: string, word: string): Promise<void> => {
    await dialog.getByRole('combobox', { name: new RegExp(`^${label}`) }).click()
    await page.getByRole('option', { name: word, exact: true }).click()
  }

  await goTo('#/incidents')
  await page.getByText('隐患', { exact: true }).click()
  await expect(page.getByText('没有未销号的隐患')).toBeVisible()
  await page.keyboard.press('Control+n')
  await dialog.getByRole('textbox', { name: '关爱对象' }).fill('yccx')
  await page.getByRole('option', { name: /尉迟彩霞/ }).click()
  await dialog.getByLabel(/^隐患情况/).fill('土坯房后墙开裂')
  await chooseWord('类别', '房屋')
  await chooseWord('等级', '重大')
  await dialog.getByRole('button', { name: '登记' }).click()
  await expect(page.getByRole('heading', { name: '尉迟彩霞' })).toBeVisible()
  const address = await page.evaluate(() => location.hash)

  await goTo('#/')
  const strip = page.getByRole('region', { name: '隐患' })
  await expect(strip).toContainText('重大或逾期隐患 1 件')
  await goTo(address)

  /** Opens the form of a move from the page of a case that stands in this state. */
  const make = async (state: string, move: string, note?: [string, string]): Promise<void> => {
    await expect(page.getByText(new RegExp(`● ?${state}`))).toBeVisible()
    await page.getByRole('complementary').getByRole('button', { name: move, exact: true }).click()
    await expect(dialog.getByRole('heading', { name: new RegExp(move) })).toBeVisible()
    if (note) await dialog.getByLabel(new RegExp(`^${note[0]}`)).fill(note[1])
    await dialog.getByRole('button', { name: move, exact: true }).click()
    await expect(dialog).toBeHidden()
  }
  await make('待安排整改', '告知并安排整改', ['责任部门', '村委会'])
  await make('已安排整改', '开始整改')
  await make('整改中', '整改完成', ['整改情况', '已用木柱支撑'])
  await make('待复查', '复查不合格', ['还存在的问题', '墙还在裂'])
  await make('复查不合格', '开始整改')
  await make('整改中', '整改完成', ['整改情况', '已重砌后墙'])
  await make('待复查', '复查合格')
  await expect(page.getByText(/✓ ?复查合格/)).toBeVisible()
  await expect(page.getByRole('list', { name: '办理经过' }).getByRole('listitem')).toHaveCount(8)
  await goTo('#/')
  await expect(strip).toBeHidden()
})
