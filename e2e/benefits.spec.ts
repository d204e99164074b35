import { expect, test } from './app'
import { call } from './call'
import { BenefitPages } from './pages/benefits'

/*
 * 待遇: who turned 80 stands on the list until the allowance is recorded; a death asks for the stop.
 * 服务类别: shown with its reason, and another one when the office reads the rule the other way.
 */

/** The day so many years before today, some days later. */
function yearsAgo(years: number, days = 0): string {
  const now = new Date()
  const day = new Date(now.getFullYear() - years, now.getMonth(), now.getDate() + days, 12)
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

test('a person comes of age, gets the allowance, and it is stopped after the death', async ({
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
  const [village] = await must<{ id: number }[]>('villages.list', {})
  const enter = (facts: object) =>
    must<{ id: number }>('recipients.create', { facts, villageId: village!.id, from: '2020-01-01' })
  const { id } = await enter({
    name: '尉迟彩霞',
    birthDate: yearsAgo(80),
    selfCare: 'able',
    livingArrangement: 'withChildren',
    reliefKinds: ['specialCare'],
    serviceNeeds: ['无'],
  })
  await enter({ name: '明日满寿', birthDate: yearsAgo(80, 3) })
  await page.reload()

  const pages = new BenefitPages(page)
  await pages.owed('高龄津贴')
  await expect(pages.people).toContainText('尉迟彩霞')
  await expect(pages.people).not.toContainText('明日满寿')
  await pages.recordHeld('尉迟彩霞', '50')
  await expect(pages.people).not.toContainText('尉迟彩霞')

  await pages.open(`#/recipients/${id}?tab=living`)
  const benefits = page.getByRole('region', { name: '待遇', exact: true })
  await expect(benefits.getByRole('row', { name: /高龄津贴/ })).toContainText('已享每月50元')

  // Only the reading of one sentence changes: the person does not.
  const tier = page.getByRole('button', { name: /^(志愿|无偿)服务$/ })
  await expect(tier).toHaveText('志愿服务')
  await pages.readFree('三项条件只限制低保老人，其余各类人员不需满足', '志愿 → 无偿')
  await pages.open(`#/recipients/${id}?tab=living`)
  await expect(tier).toHaveText('无偿服务')
  await tier.click()
  await expect(page.getByText('为什么是“无偿服务”？')).toBeVisible()
  await expect(page.getByText('属于重点优抚', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')

  const today = yearsAgo(0)
  await must('recipients.changeStatus', { id, status: 'deceased', from: today, reason: '因病去世' })
  await page.reload()
  await expect(benefits).toContainText('还有 1 项待遇没有停发')
  await benefits.getByRole('button', { name: '全部停发' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  const answer = await call(page, 'benefits.person', { recipientId: id })
  const { benefits: held } = answer.value as {
    benefits: { benefit: string; history: { to: string | null; endReason: string | null }[] }[]
  }
  expect(held.find(({ benefit }) => benefit === 'oldAgeAllowance')!.history).toMatchObject([
    { to: today, endReason: '死亡停发' },
  ])
})
