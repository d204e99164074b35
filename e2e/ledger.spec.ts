import { expect, test } from './app'
import { call } from './call'

/*
 * 履约台账 as a clerk uses it: a month that was missed, what stands behind it, the visit of that
 * month typed in late without punishment, and an exemption that shows as such.
 */

test('a missed month is opened, the visit typed in late, and an exemption shown', async ({
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
  const { today } = await must<{ today: string }>('home.summary', {})
  const year = Number(today.slice(0, 4)) - 1
  const ids: number[] = []
  for (const name of ['尉迟彩霞', '解旺']) {
    const { id } = await must<{ id: number }>('recipients.create', {
      facts: { name },
      villageId: village!.id,
      from: `${year}-01-01`,
    })
    ids.push(id)
  }
  await must('exemptions.add', {
    recipientId: ids[1],
    reason: 'withChildren',
    from: `${year}-03-01`,
    to: `${year}-04-30`,
  })
  await page.reload()
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/contacts/ledger?year=${year}`)

  // Last year nobody was visited: every month is missed, but for the two that were exempt.
  const grid = page.getByRole('grid', { name: '履约台账' })
  const may = grid.getByRole('button', { name: /尉迟彩霞 5月/ })
  await expect(may).toHaveText(/^▲/)
  await expect(grid.getByRole('button', { name: /解旺 3月/ })).toHaveText(/^○/)

  // What stands behind the cell; the visit is typed in a year late and counts.
  await may.click()
  await expect(page.getByText('没有计入的走访')).toBeVisible()
  await page.getByRole('button', { name: '补登走访' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('日期').fill(`${year}-05-12`)
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect(form).toBeHidden()
  await expect(may).toHaveText(/^✓1\/1\s*补1$/)
  await expect(page.getByText(/补登（晚 \d+ 天）/)).toBeVisible()

  // Summed by village, and back to the people behind a cell.
  await page.getByText('按村', { exact: true }).click()
  const villages = page.getByRole('grid', { name: '履约台账按村（社区）' })
  await villages.getByRole('button', { name: /下河村 5月 完成 1\/2/ }).click()
  await expect(grid.getByText('解旺')).toBeVisible()
  await expect(grid.getByText('尉迟彩霞')).toBeHidden()
})
