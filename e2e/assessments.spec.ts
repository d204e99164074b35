import { expect, test } from './app'
import { call } from './call'

/*
 * An ability assessment typed in from paper, by keyboard alone: what was typed survives leaving the
 * page, the change rules raise the level, and the result is on file.
 */

test('26 digits and three answers make an assessment', async ({ app }) => {
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
  const [village] = await must<{ id: number }[]>('villages.list', {})
  const { id } = await must<{ id: number }>('recipients.create', {
    facts: { name: '尉迟彩霞', birthDate: '1934-12-21' },
    villageId: village!.id,
  })

  const form = `#/assessments/new/${id}/gbt42195?mode=dense`
  const paper = page.getByRole('group', { name: '老年人能力评估评分' })
  const summary = page.getByLabel('当前得分')
  const open = async (): Promise<void> => {
    await page.evaluate((address) => {
      location.hash = address
    }, form)
    await expect(paper).toBeFocused()
  }
  // The vault was opened behind the page's back; the page finds out when it loads again.
  await page.reload()
  await open()
  await page.keyboard.type('333323333332')
  await page.keyboard.press('9')
  await expect(page.getByRole('alert')).toHaveText('“时间定向”只能按 0–4')
  await page.keyboard.type('433')
  await expect(summary).toContainText('已答 15 / 26 项')

  // Left half done, it goes on where it was left.
  await expect(page.getByText('草稿已保存')).toBeVisible()
  await page.evaluate(() => {
    location.hash = '#/'
  })
  await expect(paper).toBeHidden()
  await open()
  await expect(summary).toContainText('已答 15 / 26 项')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toHaveText('还有 14 项没有答，没有登记')
  await page.keyboard.type('33311222321')
  await expect(summary).toContainText('轻度失能')
  await page.keyboard.type('010')
  await expect(page.getByLabel('评估日期')).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: '确诊痴呆' })).toContainText('中度失能')
  await page.getByLabel('评估人').fill('周评估、李护士')
  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('heading', { name: '老年人能力评估结果' })).toBeVisible()
  const [filed] = await must<Record<string, unknown>[]>('assessments.list', { recipientId: id })
  expect(filed).toMatchObject({
    score: 67,
    computedLevel: 'moderate',
    reason: 'first',
    assessors: ['周评估', '李护士'],
  })
  // The next one begins empty.
  expect(await must('drafts.get', { id: `assessment:new:${id}:gbt42195` })).toBeNull()
})
