import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './app'
import { call } from './call'
import { RestorePages } from './pages/restore'
import { SetUpPages } from './pages/set-up'

test('a backup in a folder opens on another PC with the recovery sheet', async ({ app }) => {
  const { page } = app
  const setUp = new SetUpPages(page)
  const restore = new RestorePages(page, app.electron)
  const codes = await setUp.complete()
  const villages = await call(page, 'villages.list', {})
  const [village] = villages.value as { id: number }[]
  const person = { facts: { name: '尉迟彩霞' }, villageId: village!.id, from: '2026-01-01' }
  expect(await call(page, 'recipients.create', person)).toMatchObject({ ok: true })

  const stick = join(app.dataDir, '..', 'stick')
  await mkdir(stick)
  await restore.backUpTo(stick)
  expect((await readdir(stick)).filter((name) => name.endsWith('.sybak'))).toHaveLength(1)

  // Another PC: the program finds an empty folder where its data should be.
  await call(page, 'vault.lock', {})
  await rename(app.dataDir, `${app.dataDir}-of-the-old-pc`)
  await mkdir(app.dataDir)
  await page.reload()
  await setUp.seen()
  await restore.openFolder(stick)
  await restore.useSheet(codes)
  await expect(page.getByRole('row', { name: '关爱对象档案 1' })).toBeVisible()
  await page.getByRole('button', { name: '用这份数据' }).click()

  // The halves stand there already; only the new password is asked for.
  await page.getByRole('textbox', { name: '新密码' }).fill('liulin-qingshi-62')
  await page.getByLabel('再输一遍').fill('liulin-qingshi-62')
  await page.getByRole('button', { name: '打开并换密码' }).click()
  await setUp.confirmSheet()
  await setUp.unlocked()
  await page.goto(page.url().replace(/#.*/, '#/recipients'))
  await expect(page.getByText('尉迟彩霞')).toBeVisible()
})
