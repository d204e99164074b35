import { readFileSync, writeFileSync } from 'node:fs'
import { openPackage, partText, sealPackage, setPartText } from '@electron/documents/package'
import { expect, test } from './app'
import { call } from './call'

/*
 * An office makes a form its own: the shipped template is copied, saved, edited, handed in with a
 * slip, mended, put in force; then the whole township is printed, cancelled half-way and gone on with.
 */

const township = 400

/** The saved template with other words in the place of the office's name. */
function edit(path: string, words: string): string {
  const parts = openPackage(new Uint8Array(readFileSync(path)))
  const xml = partText(parts, 'word/document.xml')
  setPartText(parts, 'word/document.xml', xml.replace('{单位名称}', words))
  const edited = path.replace(/\.docx$/, '（改）.docx')
  writeFileSync(edited, sealPackage(parts))
  return edited
}

test('a template is copied, edited, refused for a slip, mended and put in force; a bulk run is cancelled and resumed', async ({
  app,
}) => {
  test.setTimeout(240_000)
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
  for (let at = 1; at <= township; at += 1)
    await must('recipients.create', { facts: { name: `测试${at}` }, villageId: village!.id })
  await page.reload()

  await page.getByRole('link', { name: '文书中心', exact: true }).click()
  await page.getByRole('link', { name: '模板', exact: true }).click()
  const row = page.getByRole('row', { name: /^便民联系卡（A5墙贴）/ })
  await row.getByRole('button', { name: '复制一份来改' }).click()
  await expect(page.getByRole('heading', { name: /^本单位便民联系卡/ })).toBeVisible()
  const saved = await app.saved(() => page.getByRole('button', { name: '存到电脑' }).click())

  const handIn = async (words: string): Promise<void> => {
    await page.getByRole('button', { name: '传回改好的文件' }).click()
    await page.locator('input[type=file]').setInputFiles(edit(saved, words))
    await page.getByRole('button', { name: '传入并检查' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await handIn('给{姓明}的卡')
  await expect(page.getByText('您是不是想写“{姓名}”')).toBeVisible()
  await expect(page.getByText('改好之前仍用第1版')).toBeVisible()
  await handIn('给{姓名}的卡')
  await expect(page.getByText('第2版要改好才能用')).toBeHidden()
  await page.getByRole('button', { name: '启用', exact: true }).click()
  await expect(page.getByText('✓ 在用')).toBeVisible()

  await page.getByRole('link', { name: '文书中心', exact: true }).click()
  await page.getByRole('button', { name: /^便民联系卡（墙贴）/ }).click()
  await page.getByLabel('每人一个文件，便于归档').check()
  await page.getByLabel('文件名').fill('{序号}_{姓名}')
  await page.getByRole('button', { name: '生成', exact: true }).click()
  await page.getByRole('button', { name: '取消', exact: true }).click()
  const runs = page.getByRole('region', { name: '批量出表' })
  await expect(runs.getByText('● 没做完')).toBeVisible()
  await runs.getByRole('button', { name: '继续' }).click()
  await expect(runs.getByText('✓ 已做完')).toBeVisible({ timeout: 60_000 })
  await runs.getByRole('button', { name: '结果清单' }).click()
  const results = page.getByRole('dialog')
  await expect(results.getByText('每个人都印了')).toBeVisible()
  await expect(results.getByText(new RegExp(`^${township}_`))).toBeVisible()
  await page.keyboard.press('Escape')

  const [latest] = await must<{ id: number; files: number }[]>('formRuns.list', {})
  expect(latest).toMatchObject({ files: township, doneFiles: township })
})
