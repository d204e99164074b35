import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { expect, test } from './app'
import { call } from './call'

/*
 * The list of 关爱对象 as a clerk works with it: own columns and a view kept under a name, a fact set
 * for several people by keyboard and taken back, the masked list to Excel, and what is still to ask.
 */

test('a list is arranged, kept, changed for many, taken back and exported', async ({ app }) => {
  const { page } = app
  const must = async <Value>(name: string, input: unknown): Promise<Value> => {
    const answer = await call(page, name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.error?.message}`)
    return answer.value as Value
  }
  await must('vault.create', {
    centre: { name: '青石镇留守老人关爱服务中心', county: '清溪县', township: '青石镇' },
    villages: [
      { name: '下河村', kind: 'village' },
      { name: '柳林村', kind: 'village' },
    ],
    operator: { name: '王经办', password: '松绿-2026-桑榆' },
  })
  const villages = await must<{ id: number; name: string }[]>('villages.list', {})
  const people = [
    { name: '尉迟彩霞', phones: ['13900001111'], familyDoctor: '周医生' },
    { name: '解旺', hasNoPhone: true },
    { name: '单桂兰' },
  ]
  const ids: number[] = []
  for (const facts of people) {
    const { id } = await must<{ id: number }>('recipients.create', {
      facts,
      villageId: villages[0]!.id,
    })
    ids.push(id)
  }
  const goTo = (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash
    }, address)
  await page.reload()

  // The home page leads to who is to be asked, the file to where it is typed.
  await page.getByRole('link', { name: /信息待补/ }).click()
  const grid = page.getByRole('grid', { name: '关爱对象' })
  await expect(grid.getByText('单桂兰')).toBeVisible()
  await goTo(`#/recipients/${ids[2]}`)
  await page
    .getByRole('region', { name: '信息待补' })
    .getByRole('button', { name: '补联系电话' })
    .click()
  await page.getByLabel('确无电话').check()
  await page.getByRole('button', { name: /^保存/ }).click()
  await expect(page.getByRole('button', { name: '补联系电话' })).toBeHidden()

  // Own columns, and the list of now under a name.
  await goTo('#/recipients?village=' + villages[0]!.id)
  const menu = page.getByRole('button', { name: /^名单/ })
  const choose = async (item: string | RegExp): Promise<void> => {
    await menu.click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await choose('选择栏目…')
  await page.getByRole('checkbox', { name: '家庭医生', exact: true }).check()
  await page.getByRole('button', { name: '按这些栏目显示' }).click()
  await expect(grid.getByRole('columnheader', { name: '家庭医生' })).toBeVisible()
  await expect(grid.getByText('周医生')).toHaveCount(1)
  await choose('存为常用名单…')
  await page.getByLabel('名字').fill('下河村的人')
  await page.keyboard.press('Enter')
  await expect(menu).toHaveText('名单：下河村的人')
  await goTo('#/recipients')
  await expect(menu).toHaveText('名单')
  await choose('下河村的人')
  await expect(page).toHaveURL(new RegExp(`village=${villages[0]!.id}`))

  // One fact for everybody of the list, by keyboard; nothing is written before it was shown.
  await choose('批量修改…')
  await grid.focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('status').filter({ hasText: '已选 3 人' })).toBeVisible()
  await page.getByRole('button', { name: '修改所选' }).click()
  await page.getByLabel('改成').fill('周医生')
  await page.keyboard.press('Enter')
  const preview = page.getByRole('region', { name: '预览' })
  await expect(preview).toContainText('会改 2 人，另有 1 人不变')
  await expect(preview).toContainText('家庭医生：空')
  await page.getByRole('button', { name: '修改这 2 人' }).click()
  await expect(grid.getByText('周医生')).toHaveCount(3)
  await choose('撤销上一次批量修改')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(grid.getByText('周医生')).toHaveCount(1)

  // As shown to Excel, masked; in full only with a reason, which stays on record.
  await choose('导出 Excel…')
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const exported = async (): Promise<string> => {
    const path = await app.saved(() => page.getByRole('button', { name: '保存' }).click())
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await readFile(path)) as never)
    return JSON.stringify(book.worksheets[0]!.getSheetValues())
  }
  const masked = await exported()
  expect(masked).toContain('139****1111')
  expect(masked).not.toContain('13900001111')
  await page.getByLabel('要完整资料，不遮盖').check()
  await page.getByRole('button', { name: '导出完整资料' }).click()
  await expect(page.getByText('请写明为什么要完整资料')).toBeVisible()
  await page.getByLabel('原因').fill('县民政局要求报送')
  await page.getByRole('button', { name: '导出完整资料' }).click()
  await expect(page.getByText('_完整')).toBeVisible()
  expect(await exported()).toContain('13900001111')
  expect(await must('recipients.disclosures', {})).toMatchObject([
    { people: 3, reason: '县民政局要求报送', operatorName: '王经办' },
  ])
})
