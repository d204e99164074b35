import { expect, test } from './app'
import { LockPages } from './pages/lock'
import { SetUpPages, office } from './pages/set-up'

const village = { name: '李村办', password: 'liulin-cunban-36' }

test('a village worker gets a key of their own, and the vault a new one when they leave', async ({
  app: { page },
}) => {
  const setUp = new SetUpPages(page)
  const codes = await setUp.complete()
  await page.getByRole('link', { name: '设置' }).click()
  await page.getByRole('link', { name: '经办人与钥匙' }).click()
  await page.getByRole('button', { name: '添加经办人' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill(village.name)
  await dialog.getByRole('combobox', { name: '角色' }).click()
  await page.getByRole('option', { name: '村级经办' }).click()
  await dialog.getByRole('textbox', { name: '初始密码' }).fill(village.password)
  await dialog.getByLabel('再输一遍').fill(village.password)
  await dialog.getByRole('button', { name: '添加' }).click()
  await expect(dialog.getByText('村级经办要选定负责的村')).toBeVisible()
  await dialog.getByRole('combobox', { name: '负责的村社区' }).click()
  await page.getByRole('option', { name: office.villages[1]! }).click()
  await dialog.getByRole('button', { name: '添加' }).click()
  await expect(page.getByRole('row', { name: /李村办 村级经办 柳林村/ })).toBeVisible()

  const lock = new LockPages(page)
  await lock.lock()
  await page.getByRole('combobox', { name: '经办人' }).click()
  await page.getByRole('option', { name: village.name }).click()
  await lock.tryPassword(village.password)
  await expect(page.getByRole('button', { name: village.name, exact: true })).toBeVisible()
  await page.getByRole('link', { name: '设置' }).click()
  await expect(page.getByRole('link', { name: '经办人与钥匙' })).toHaveCount(0)
  await page.keyboard.press('Control+l')
  await page.getByRole('combobox', { name: '经办人' }).click()
  await page.getByRole('option', { name: office.operator }).click()
  await lock.tryPassword(office.password)
  await setUp.unlocked()

  await page.getByRole('link', { name: '设置' }).click()
  await page.getByRole('link', { name: '经办人与钥匙' }).click()
  await page.getByRole('button', { name: '变更李村办' }).click()
  await page.getByRole('menuitem', { name: '停用' }).click()
  await page.getByLabel('原因').fill('调离')
  await page.getByRole('button', { name: '停用并更换钥匙' }).click()
  expect(await setUp.confirmSheet()).not.toEqual(codes)
  await expect(page.getByRole('row', { name: /李村办/ })).toHaveCount(0)

  await lock.lock()
  await page.getByRole('combobox', { name: '经办人' }).click()
  await expect(page.getByRole('option')).toHaveText([office.operator])
})

test('an unattended screen is taken away, and what was being typed is kept', async ({
  app: { page },
}) => {
  await page.clock.install()
  const setUp = new SetUpPages(page)
  await setUp.complete()
  const name = page.getByLabel('姓名').first()
  await name.fill('尉迟彩霞')
  await page.clock.runFor('00:02')
  await expect(page.getByText(/草稿已保存/)).toBeVisible()
  await page.clock.fastForward('10:30')
  await expect(page.getByRole('heading', { name: office.centre })).toBeVisible()
  await new LockPages(page).tryPassword(office.password)
  await setUp.unlocked()
  await page.goto(`${page.url().split('#')[0]}#/recipients/new`)
  await expect(page.getByLabel('姓名').first()).toHaveValue('尉迟彩霞')
})
