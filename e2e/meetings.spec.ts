import { expect, test } from './app'
import { call } from './call'

/*
 * 组织会议 as a clerk uses it: a meeting is called, its agenda drawn, a decision becomes a task,
 * stands on the next meeting's agenda, and closes; the minutes are written and kept.
 */

test('a decision becomes a task, stands on the next agenda, and closes', async ({ app }) => {
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
  await must('recipients.create', { facts: { name: '尉迟彩霞' }, villageId: village!.id })
  await page.reload()
  const callMeeting = async (title: string): Promise<void> => {
    await page.getByRole('link', { name: '组织会议', exact: true }).click()
    await page.getByRole('heading', { name: '组织会议' }).waitFor()
    await page.keyboard.press('Control+n')
    const form = page.getByRole('dialog')
    await form.getByLabel('会议名称').fill(title)
    await form.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
  }

  await callMeeting('上旬例会')
  await expect(page.getByText('下河村1 人没有帮扶人')).toBeVisible()
  await page.getByRole('button', { name: '登记为已召开' }).click()
  await page.getByRole('button', { name: '登记议定事项：下河村1 人没有帮扶人' }).click()
  const decision = page.getByRole('dialog')
  await decision.getByLabel('要做什么').fill('下河村为无帮扶人的老人结对')
  await decision.getByLabel('责任部门或其他人').fill('下河村委会')
  await decision.getByRole('button', { name: '保存', exact: true }).click()
  await expect(decision).toBeHidden()
  await page.getByRole('tab', { name: '参会' }).click()
  await page.getByRole('button', { name: '全部到会' }).click()
  await page.getByRole('button', { name: '保存参会情况' }).click()
  await page.getByRole('button', { name: '出会议纪要' }).click()
  await expect(page.getByText('已生成：上旬例会纪要')).toBeVisible()
  await expect(page.getByRole('link', { name: '打开存档的纪要' })).toBeVisible()

  // The next meeting asks what became of it; then it is done and asked no more.
  await callMeeting('下旬例会')
  const open = page.getByText('下河村为无帮扶人的老人结对，下河村委会')
  await expect(open).toBeVisible()
  await page.evaluate(() => {
    location.hash = '#/tasks'
  })
  await page.getByText('下河村为无帮扶人的老人结对').click()
  await page.getByRole('button', { name: '办结' }).first().click()
  const step = page.getByRole('dialog')
  await step.getByLabel('办理结果').fill('已由村主任结对')
  await step.getByRole('button', { name: '办结', exact: true }).click()
  await expect(step).toBeHidden()
  await expect(page.getByText(/已办$/)).toBeVisible()
  await callMeeting('再下次例会')
  await expect(page.getByText('下河村1 人没有帮扶人')).toBeVisible()
  await expect(open).toBeHidden()
})
