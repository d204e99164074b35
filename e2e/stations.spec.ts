import { expect, test } from './app'
import { call } from './call'

/*
 * 站点 as a clerk keeps it: registered by keyboard, told that it offers too little, mended, checked
 * for fire, closed with its reason.
 */

test('a station is registered, brought up to what the plan asks, checked for fire and closed', async ({
  app,
}) => {
  const { page } = app
  const created = await call(page, 'vault.create', {
    centre: { name: '青石镇留守老人关爱服务中心', county: '清溪县', township: '青石镇' },
    villages: [{ name: '下河村', kind: 'village' }],
    operator: { name: '王经办', password: '松绿-2026-桑榆' },
  })
  expect(created.ok).toBe(true)
  await page.reload()
  await page.getByRole('link', { name: '组织会议', exact: true }).click()
  await page.getByText('站点', { exact: true }).click()
  await expect(page.getByText('还没有站点')).toBeVisible()
  await page.keyboard.press('Control+n')
  const form = page.getByRole('dialog')
  await form.getByLabel('名称').fill('下河村管护站')
  await form.getByLabel('启用日期').fill('2025-3-1')
  await form.getByLabel('助餐').check()
  await form.getByLabel('名称').press('Enter')
  await expect(page.getByRole('heading', { name: '下河村管护站' })).toBeVisible()
  await expect(page.getByText('比站点要求少 4 类')).toBeVisible()
  await expect(page.getByText('还没检查过').first()).toBeVisible()

  await page.getByRole('button', { name: '修改站点' }).click()
  for (const kind of ['助洁', '助医', '助行', '助急']) await form.getByLabel(kind).check()
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('比站点要求少')).toBeHidden()

  await page.keyboard.press('Control+n')
  await form.getByLabel('检查人或单位').fill('镇应急办')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('消防安全检查已登记')).toBeVisible()
  await expect(page.getByText('镇应急办')).toBeVisible()

  await page.getByRole('button', { name: '停用…' }).click()
  await form.getByLabel('原因').fill('并入镇中心')
  await form.getByRole('button', { name: '停用', exact: true }).click()
  await expect(page.getByText('并入镇中心')).toBeVisible()
  await page.getByRole('button', { name: '返回' }).click()
  await expect(page.getByText(/^已停用 /)).toBeVisible()
})
