import { expect, test } from './app'
import { call } from './call'

/* 活动: from the plan to the report, with somebody ticked as present and money spent. */

test('an activity goes from its plan to its report', async ({ app }) => {
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
  const { id } = await must<{ id: number }>('activities.open', {
    name: '重阳慰问',
    kind: 'festival',
    heldOn: '2026-01-02',
    place: '镇文化站',
  })
  await must('activities.invite', { id, names: ['尉迟彩霞'] })
  await page.reload()
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/activities/${id}`)

  const step = async (label: string, note?: string): Promise<void> => {
    await page.getByRole('button', { name: label, exact: true }).first().click()
    const form = page.getByRole('dialog')
    if (note) await form.getByLabel('活动成效').fill(note)
    await form.getByRole('button', { name: label, exact: true }).click()
    await expect(form).toBeHidden()
  }
  await step('开始筹备')
  await page.getByRole('tab', { name: '物资与预算' }).click()
  await page.getByLabel('第1行名称').fill('重阳糕')
  await page.getByLabel('第1行单价').fill('30')
  await page.getByLabel('第1行实支').fill('28.5')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('预算 30 元 · 实支 28.50 元 · 结余 1.50 元')).toBeVisible()
  await step('批准')
  await step('登记举办')

  await page.getByRole('tab', { name: /^名单/ }).click()
  await page.getByRole('grid', { name: '活动名单' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByText('邀请 1 人，到场 1 人')).toBeVisible()
  await step('小结', '老人都说热闹')

  await page.getByRole('button', { name: '方案和小结' }).click()
  await page.getByRole('button', { name: '生成', exact: true }).click()
  await expect(page.getByText('已生成：重阳慰问活动小结')).toBeVisible()
})
