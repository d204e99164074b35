import { expect, test } from './app'
import { call } from './call'

/*
 * A clerk defines a field, fills it by keyboard, finds people by it, sees its print tag, and renames
 * a word of a dictionary: everything the office's own without a programmer.
 */

test('a field is defined, filled by keyboard, found in the list and printable; a renamed word shows everywhere', async ({
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
  const enter = (facts: object): Promise<{ id: number }> =>
    must('recipients.create', { facts, villageId: village!.id })
  const { id } = await enter({ name: '尉迟彩霞', education: 'illiterate' })
  await enter({ name: '解旺' })
  const goTo = (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash
    }, address)
  await page.reload()

  // Defined by keyboard: the cursor begins in the name, Enter saves.
  await goTo('#/settings?part=customFields')
  await page.getByRole('button', { name: '新字段' }).press('Enter')
  await expect(page.getByLabel('名称')).toBeFocused()
  await page.keyboard.type('户主姓名')
  await page.keyboard.press('Enter')
  const fields = page.getByRole('table', { name: '自定义字段' })
  await expect(fields.getByText('户主姓名')).toBeVisible()

  // Filled in the file, in its group, and saved by keyboard.
  await goTo(`#/recipients/${id}?tab=living`)
  await page.getByRole('tab', { name: '生活与待遇' }).click()
  await page.getByRole('button', { name: '修改经济与需求' }).press('Enter')
  await page.getByLabel('户主姓名').focus()
  await page.keyboard.type('尉迟青山')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('尉迟青山')).toBeVisible()

  // Found in the list by the field, and by Ctrl+K.
  await goTo('#/recipients')
  const grid = page.getByRole('grid', { name: '关爱对象' })
  await expect(grid.getByText('解旺')).toBeVisible()
  const [field] = await must<{ id: number }[]>('customFields.list', {})
  await goTo(`#/recipients?custom=${field!.id}`)
  await page.getByRole('textbox', { name: '户主姓名是' }).fill('青山')
  await expect(grid.getByText('解旺')).toBeHidden()
  await expect(grid.getByText('尉迟彩霞')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('青山')
  await expect(page.getByRole('option', { name: /尉迟彩霞/ })).toBeVisible()
  await page.keyboard.press('Escape')

  // Its name is a tag of every form.
  const guide = await must<{ tag: string }[]>('documents.fieldGuide', {})
  expect(guide.map(({ tag }) => tag)).toContain('户主姓名')

  // A word of a dictionary renamed: old files read it, and one the rules need says why it stays.
  await goTo('#/settings?part=dictionaries&list=education')
  await page.getByRole('button', { name: '修改文盲' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称').fill('不识字')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await goTo(`#/recipients/${id}`)
  await expect(page.getByText('不识字').first()).toBeVisible()
  await goTo('#/settings?part=dictionaries&list=livingArrangement')
  await expect(page.getByText('独居、空巢按居住情况判定').first()).toBeVisible()
  await expect(page.getByRole('button', { name: '停用独居' })).toHaveCount(0)
})
