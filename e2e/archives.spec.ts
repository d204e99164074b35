import { expect, test } from './app'
import { call } from './call'

/*
 * A mother and her son live together and both have files: linked as one household by the hint of the
 * program, their address mended for both in one act; a photo and a scan are put into the file.
 */

/** A plain picture, drawn in the page: fictional as a face can be. */
const drawPicture = (): string => {
  const canvas = document.createElement('canvas')
  canvas.width = 400
  canvas.height = 500
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#b5651d'
  pen.fillRect(0, 0, 400, 500)
  return canvas.toDataURL('image/jpeg').split(',')[1]!
}

test('a household is linked and edited as one; a photo and a scan are kept in the file', async ({
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
  const enter = (name: string, family: object[] = []) =>
    must<{ id: number }>('recipients.create', {
      facts: { name },
      villageId: village!.id,
      from: '2026-01-01',
      family,
    })
  const mother = await enter('覃秀', [{ name: '解小旺', relation: 'son' }])
  const son = await enter('解小旺')
  const go = (path: string): Promise<void> =>
    page.evaluate((address) => {
      location.hash = address
    }, path)
  await page.reload()

  await go(`#/recipients/${mother.id}?tab=family`)
  await page.getByRole('button', { name: '解小旺（登记为家人）' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '原因' }).fill('入户核实')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('同户', { exact: true }).getByText('儿子')).toBeVisible()

  await page.getByRole('tab', { name: '概况' }).click()
  await page.getByRole('button', { name: '修改居住与联系' }).click()
  await page.getByRole('textbox', { name: '现住址' }).fill('下河村三组12号')
  await page.getByRole('checkbox', { name: /^解小旺/ }).check()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('居住与联系已保存')).toBeVisible()
  const addressOf = async (id: number) =>
    (await must<{ facts: { homeAddress: string | null } }>('recipients.file', { id })).facts
      .homeAddress
  expect(await addressOf(son.id)).toBe('下河村三组12号')

  // The link in the head opens the other file, which tells of the change in its own history.
  await page.getByRole('link', { name: '解小旺' }).first().click()
  await expect(page.getByRole('heading', { name: '解小旺' })).toBeVisible()
  await page.getByRole('tab', { name: '变更记录' }).click()
  await expect(page.getByText(/现住址：空 → 下河村三组12号/)).toBeVisible()

  const picture = Buffer.from(await page.evaluate(drawPicture), 'base64')
  const [photo] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '放照片' }).click(),
  ])
  await photo.setFiles({ name: '证件照.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.getByRole('button', { name: '用这一部分' }).click()
  await expect(page.getByRole('img', { name: '解小旺的照片' })).toBeVisible()

  await page.getByRole('tab', { name: '附件' }).click()
  const [scan] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '添加' }).click(),
  ])
  await scan.setFiles({ name: '同意书.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.getByRole('button', { name: '同意书.jpg', exact: true }).click()
  await expect(page.getByRole('img', { name: '同意书.jpg' })).toBeVisible()
})
