import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { lintWord } from '@electron/documents/lint'
import { validationErrors } from '@electron/documents/proof'
import { expect, test } from './app'
import { CarePages } from './pages/care'
import { DocumentPages } from './pages/documents'
import { ImportWizard } from './pages/import-wizard'
import { SetUpPages } from './pages/set-up'

/*
 * The whole line of work, as an office's first day: set-up, a messy ledger in, one faulty row
 * mended, a pairing, a call recorded, the due list shorter for it, and valid papers on the disk.
 */

const ledger = resolve(import.meta.dirname, '../../shared/ledgers/02-农村留守老年人信息台账.xlsx')
const villages = '青石村\n柳林村\n上河村\n下河村\n黄泥坪村\n观音桥社区'

test('from an empty folder and a messy ledger to a due list and valid papers', async ({ app }) => {
  test.skip(!existsSync(ledger), 'the trial ledgers (../shared/ledgers) are not on this machine')
  test.setTimeout(240_000)
  const { page } = app
  const setUp = new SetUpPages(page)
  const wizard = new ImportWizard(page)
  const care = new CarePages(page)
  const documents = new DocumentPages(app)

  await setUp.found(villages)
  await setUp.confirmSheet()
  await page.getByRole('button', { name: '导入现有台账' }).click()

  await wizard.asked()
  await wizard.choose(ledger)
  await wizard.next()
  expect(await wizard.count('新增')).toBe(107)
  expect(await wizard.count('错误')).toBe(13)
  expect(await wizard.count('重复')).toBe(3)
  await wizard.pick('徐金垚')
  await wizard.mend('身份证号', '610999194412224899')
  await expect.poll(() => wizard.count('新增')).toBe(108)
  await wizard.next()
  await wizard.apply()

  await care.addHelper('张吉祥', '15032056514')
  await care.pair('张吉祥', 'yccx')
  const before = await care.owed()
  expect(before).toBe(108)
  await care.recordCall('yccx')
  await expect.poll(() => care.owed()).toBe(before - 1)

  for (const path of [await documents.recipientFiles(), await documents.workPlan(2026)]) {
    const bytes = new Uint8Array(readFileSync(path))
    expect(await validationErrors(bytes, 'docx'), path).toEqual([])
    expect(lintWord(bytes), path).toEqual([])
  }
})
