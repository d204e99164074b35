import { expect, test } from './app'
import { call } from './call'

/* A report of going out as a clerk works with it: told, overdue, at home again on the file too. */

test('an outing changes the file in the same act, is asked after when overdue, and ends there too', async ({
  app,
}) => {
  const { page } = app
  page.setDefaultTimeout(8000)
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
  const { id: recipientId } = await must<{ id: number }>('recipients.create', {
    facts: { name: '尉迟彩霞', hasNoPhone: true },
    villageId: village!.id,
  })
  const member = { name: '解大山', relation: 'son', isSupporter: true, livesTogether: false }
  await must('recipients.saveFamilyMember', { recipientId, member })
  await page.reload()
  const goTo = (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash
    }, address)
  const dialog = page.getByRole('dialog')

  await goTo('#/outings')
  await expect(page.getByRole('button', { name: '登记外出' }).first()).toBeVisible()
  await page.keyboard.press('Control+n')
  await dialog.getByRole('textbox', { name: '哪位老人家' }).fill('yccx')
  await page.getByRole('option', { name: /尉迟彩霞/ }).click()
  await dialog.getByRole('combobox', { name: '谁外出' }).click()
  await page.getByRole('option', { name: /解大山/ }).click()
  await dialog.getByLabel(/^去向/).fill('苏州')
  await dialog.getByLabel(/^哪天外出/).fill('2026-03-01')
  await dialog.getByLabel(/^预计返回日期/).fill('2026-05-01')
  await dialog.getByLabel('外出期间谁照看（其他人）').fill('邻居李大嫂')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('邻居李大嫂').first()).toBeVisible()

  await goTo('#/')
  await page.getByRole('link', { name: '去问一问' }).click()
  await expect(page.getByText('过了预计返回未报').last()).toBeVisible()
  const away = await must<{ family: { absence: { place: string } | null }[] }>('recipients.file', {
    id: recipientId,
  })
  expect(away.family[0]!.absence).toMatchObject({ place: '苏州', since: '2026-03-01' })

  await goTo(`#/recipients/${recipientId}`)
  await page.getByRole('tab', { name: '家庭与赡养' }).click()
  const section = page.getByRole('region', { name: '外出报告' })
  await section.getByRole('button', { name: '登记返回' }).click()
  await dialog.getByRole('button', { name: '登记返回' }).click()
  await expect(dialog).toBeHidden()
  await expect(section.getByText('已返回')).toBeVisible()
  await expect(page.getByText(/曾在 苏州/)).toBeVisible()
})
