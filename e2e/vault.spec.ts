import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './app'
import { LockPages } from './pages/lock'
import { SetUpPages, office } from './pages/set-up'

test('the first start opens on the set-up page', async ({ app }) => {
  await new SetUpPages(app.page).seen()
  await expect(app.page).toHaveTitle('桑榆')
})

test('a vault is set up, locked, and opened by the right password only', async ({ app }) => {
  const lock = new LockPages(app.page)
  await new SetUpPages(app.page).complete()
  await lock.lock()

  await lock.tryPassword('not-the-password')
  await expect(app.page.getByText(/密码不(对|正确)/)).toBeVisible()
  await lock.tryPassword(office.password)
  await new SetUpPages(app.page).unlocked()
})

test('both halves of the recovery sheet open it with a new password', async ({ app }) => {
  const lock = new LockPages(app.page)
  const setUp = new SetUpPages(app.page)
  const codes = await setUp.complete()
  await lock.lock()

  const newPassword = 'liulin-qingshi-62'
  await lock.recover(codes, newPassword)
  const renewed = await setUp.confirmSheet()
  expect(renewed).not.toEqual(codes)
  await setUp.unlocked()

  await lock.lock()
  await lock.tryPassword(office.password)
  await expect(app.page.getByText(/密码不(对|正确)/)).toBeVisible()
  await lock.tryPassword(newPassword)
  await setUp.unlocked()
})

test('nothing in the database can be read without the password', async ({ app }) => {
  await new SetUpPages(app.page).complete()
  const files = (await readdir(app.dataDir)).filter((name) => name.startsWith('sangyu.db'))
  expect(files).toContain('sangyu.db')
  for (const name of files) {
    const bytes = await readFile(join(app.dataDir, name))
    for (const word of ['SQLite format 3', ...office.villages, office.operator, office.centre]) {
      expect(bytes.includes(word), `${name} holds ${word}`).toBe(false)
    }
  }
})
