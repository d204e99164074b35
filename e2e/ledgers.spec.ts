import { expect, test } from './app'
import { call } from './call'

/*
 * The ledgers as a clerk works with them: a need typed in by hand until the person confirms it, and
 * an incident with a step that was missed, which the home page shouts until it is recorded.
 */

test('a need goes from the desk to being confirmed; a missed step of an incident is shouted', async ({
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
  const fill = (label: string, text: string): Promise<void> =>
    dialog.getByLabel(new RegExp(`^${label}`)).fill(text)
  const choosePerson = async (): Promise<void> => {
    await dialog.getByRole('textbox', { name: '关爱对象' }).fill('yccx')
    await page.getByRole('option', { name: /尉迟彩霞/ }).click()
  }
  const chooseWord = async (label: string, word: string): Promise<void> => {
    await dialog.getByRole('combobox', { name: new RegExp(`^${label}`) }).click()
    await page.getByRole('option', { name: word, exact: true }).click()
  }

  // A need, from the desk to being confirmed.
  await goTo('#/needs')
  await expect(page.getByText('没有在办的需求')).toBeVisible()
  await page.keyboard.press('Control+n')
  await choosePerson()
  await fill('需要什么', '降压药快用完，请人代购')
  await chooseWord('类别', '医疗保健')
  await dialog.getByRole('button', { name: '登记' }).click()
  await expect(page.getByRole('heading', { name: '尉迟彩霞' })).toBeVisible()

  // Somebody else saves while it is being edited: both values stand there, nothing typed is lost.
  const id = Number((await page.evaluate(() => location.hash)).split('/').at(-1))
  await page.getByRole('button', { name: '修改需求' }).click()
  await page.getByLabel(/^需要什么/).fill('降压药和胃药快用完')
  const { revision } = await must<{ revision: number }>('needs.file', { id })
  const other = { kind: 'medical', urgency: 'urgent', source: 'own', dueOn: null, cost: null }
  await must('needs.update', { id, revision, ...other, content: '降压药快用完' })
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const conflict = page.getByRole('alert').filter({ hasText: '刚被保存过' })
  await expect(conflict).toContainText('现在是“降压药快用完”，您填的是“降压药和胃药快用完”')
  await expect(conflict).toContainText('紧急程度：现在是“紧急”')
  await expect(page.getByLabel(/^需要什么/)).toHaveValue('降压药和胃药快用完')
  await conflict.getByRole('button', { name: '按我填的保存' }).click()
  await expect(conflict).toBeHidden()
  await expect(page.getByText('降压药和胃药快用完', { exact: true })).toBeVisible()

  /** The main action of a case that stands in this state. */
  const next = async (state: string, move: string): Promise<void> => {
    await expect(page.getByText(new RegExp(`● ?${state}`))).toBeVisible()
    await expect(dialog).toBeHidden()
    await page.keyboard.press('Control+n')
    await expect(dialog.getByRole('heading', { name: new RegExp(move) })).toBeVisible()
  }
  await next('待分派', '分派')
  await dialog.getByLabel('责任部门或其他人').fill('镇卫生院')
  await dialog.getByRole('button', { name: '分派' }).click()
  await next('已分派', '开始办理')
  await dialog.getByRole('button', { name: '开始办理' }).click()
  await next('办理中', '办结')
  await dialog.getByRole('button', { name: '办结' }).click()
  await expect(dialog.getByText('请填写办理结果')).toBeVisible()
  await dialog.getByLabel(/^办理结果/).fill('已代购两个月的药')
  await dialog.getByRole('button', { name: '办结' }).click()
  await next('待本人确认', '本人确认')
  await dialog.getByLabel('其他人').fill('本人')
  await dialog.getByRole('button', { name: '本人确认' }).click()
  await expect(page.getByText(/✓ ?已确认/)).toBeVisible()
  const trail = page.getByRole('list', { name: '办理经过' })
  await expect(trail.getByRole('listitem')).toHaveCount(5)

  // An incident found two days ago, of which the county was never told.
  const dayBefore = (days: number): string =>
    new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
  await goTo('#/incidents')
  await expect(page.getByRole('button', { name: '登记强制报告' }).first()).toBeVisible()
  await page.keyboard.press('Control+n')
  await choosePerson()
  await chooseWord('事件', '发生危重病情')
  await dialog.getByLabel(/^发现日期/).fill(dayBefore(2))
  await dialog.getByLabel('发现时间').fill('8:30')
  await dialog.getByLabel(/^情况/).fill('倒在灶房，叫不应')
  await dialog.getByRole('button', { name: '登记' }).click()
  const duties = page.getByRole('list', { name: '必做步骤' })
  await expect(duties.getByText('报县 · 漏报')).toBeVisible()

  await goTo('#/')
  const strip = page.getByRole('region', { name: '强制报告' })
  await expect(strip).toContainText('1 件有步骤超过时限')
  await strip.getByRole('link', { name: /尉迟彩霞/ }).click()
  for (const duty of ['紧急处置', '通知子女', '报村', '报镇', '报县']) {
    await duties.getByRole('listitem').filter({ hasText: duty }).getByText('登记').click()
    await dialog.getByLabel('其他人').fill('李主任')
    await dialog.getByRole('button', { name: '登记' }).click()
    await expect(dialog).toBeHidden()
  }
  await expect(duties.getByText('报县 · 迟报')).toBeVisible()
  await goTo('#/')
  await expect(strip).toContainText('强制报告 1 件在办')
  await expect(strip).not.toContainText('超过时限')
})
