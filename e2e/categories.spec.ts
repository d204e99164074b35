import { expect, test } from './app'
import { call } from './call'

/*
 * Who counts as 留守 is a definition with a day: a clerk sees whom a change would touch before
 * saving it, by name and with the reason, and takes back one that has not begun.
 */

test('a definition is changed after seeing whom it touches; lists, file and reason follow', async ({
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
  const enter = async (name: string, scopes: readonly string[]): Promise<number> => {
    const facts = { name, birthDate: '1940-05-01', livingArrangement: 'withSpouse' }
    const { id } = await must<{ id: number }>('recipients.create', {
      facts,
      villageId: village!.id,
    })
    for (const [at, scope] of scopes.entries())
      await must('recipients.saveFamilyMember', {
        recipientId: id,
        member: {
          name: `${name}之子${at + 1}`,
          relation: 'son',
          isSupporter: true,
          ableToSupport: true,
          absence: { scope, place: '外地', reason: 'work', since: '2019-03' },
        },
      })
    return id
  }
  await enter('尉迟彩霞', ['outsideProvince', 'outsideCounty'])
  const nearby = await enter('解旺', ['outsideProvince', 'insideCounty'])
  const goTo = (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash
    }, address)
  await page.reload()

  const grid = page.getByRole('grid', { name: '关爱对象' })
  await goTo('#/recipients?category=leftBehind')
  await expect(grid.getByText('尉迟彩霞')).toBeVisible()
  await expect(grid.getByText('解旺')).toBeVisible()

  // The preview names whom it touches and why, before anything is saved.
  await goTo('#/settings?part=categories')
  await page.getByRole('button', { name: '采用子女全部在县外', exact: true }).press('Enter')
  const dialog = page.getByRole('dialog')
  const lost = dialog
    .getByRole('row')
    .filter({ hasText: /^留守/ })
    .getByRole('button', { name: /1 人/ })
  await lost.press('Enter')
  await expect(dialog.getByRole('link', { name: '解旺' })).toBeVisible()
  await expect(dialog.getByRole('link', { name: '尉迟彩霞' })).toBeHidden()
  const [inForce] = await must<{ definitions: { title: string }[] }>('categoryRules.list', {}).then(
    ({ definitions }) => definitions,
  )
  expect(inForce!.title).toBe('默认口径')

  // Saved by keyboard; the list and the file follow, and the file says by which definition.
  await dialog.getByLabel('口径名称').press('Enter')
  await expect(dialog).toBeHidden()
  await goTo('#/recipients?category=leftBehind')
  await expect(grid.getByText('尉迟彩霞')).toBeVisible()
  await expect(grid.getByText('解旺')).toBeHidden()
  await goTo(`#/recipients/${nearby}`)
  await expect(page.getByText('“子女全部在县外”')).toBeVisible()

  // One that begins later is listed as coming, and can be taken back.
  await goTo('#/settings?part=categories')
  await page.getByRole('button', { name: '采用子女外出务工半年', exact: true }).press('Enter')
  await dialog.getByLabel('从哪一天起').fill('2099-01-01')
  await dialog.getByLabel('口径名称').press('Enter')
  await expect(dialog).toBeHidden()
  const table = page.getByRole('table').first()
  await expect(table.getByText('2099-01-01')).toBeVisible()
  await table.getByRole('button', { name: '取消' }).press('Enter')
  await expect(table.getByText('2099-01-01')).toBeHidden()
})
