import { expect, test } from './app'
import { call } from './call'

/*
 * Somebody was entered twice: found in the list of doubtful pairs, merged side by side by keyboard,
 * taken apart again; a file is closed and opened again, and an old value is given back.
 */

test('two files become one and come apart again; a file closes and reopens', async ({ app }) => {
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
  const enter = (facts: object) =>
    must<{ id: number }>('recipients.create', {
      facts: { name: '仇大山', birthDate: '1950-03-04', ...facts },
      villageId: village!.id,
      from: '2026-01-01',
      allowSimilar: true,
    })
  const kept = await enter({ health: 'fair', phones: ['0917-3212345'] })
  const other = await enter({ health: 'poor', homeAddress: '下河村 12 号' })
  await must('contacts.record', { recipientIds: [other.id], kind: 'home', dates: ['2026-10-02'] })
  const go = (path: string): Promise<void> =>
    page.evaluate((address) => {
      location.hash = address
    }, path)
  // The vault was opened behind the page's back; the page finds out when it loads again.
  await page.reload()

  await go('#/recipients')
  await page.getByRole('button', { name: '名单', exact: true }).click()
  await page.getByRole('menuitem', { name: '疑似重复' }).click()
  await page.getByText('同村同名，出生日期相同').dblclick()
  await expect(page.getByRole('heading', { name: '合并档案' })).toBeVisible()
  await page
    .getByRole('radio', { name: /^健康状况：.*$/ })
    .first()
    .focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: '合并成一份' }).press('Enter')
  await expect(page.getByText('两份档案已合并')).toBeVisible()
  const merged = await must<{ facts: object }>('recipients.file', { id: kept.id })
  expect(merged.facts).toMatchObject({ health: 'poor', homeAddress: '下河村 12 号' })
  await expect(page.getByText(/并入档案|所在档案/).first()).toBeVisible()

  await go(`#/recipients/${other.id}`)
  await expect(page.getByText('已并入另一份')).toBeVisible()
  await go('#/recipients/corrections')
  await page.getByRole('button', { name: '撤销合并：仇大山' }).click()
  await page.getByRole('textbox', { name: '原因' }).fill('是两个人')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已撤销')).toBeVisible()
  const apart = await must<{ facts: object }>('recipients.file', { id: kept.id })
  expect(apart.facts).toMatchObject({ health: 'fair', homeAddress: null })

  // Closed and opened again, by its dialogs.
  await go(`#/recipients/${other.id}`)
  for (const [button, status] of [
    ['变更状态', '死亡'],
    ['重新在册', '在册'],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(status, { exact: true }).click()
    await dialog.getByRole('textbox', { name: '原因' }).fill('核对后登记')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toBeHidden()
  }
  await expect(page.getByRole('button', { name: '变更状态', exact: true })).toBeVisible()

  // An old value comes back as a new change.
  const { revision } = await must<{ revision: number }>('recipients.file', { id: other.id })
  await must('recipients.update', { id: other.id, revision, facts: { health: 'good' } })
  await page.reload()
  await page.getByRole('tab', { name: '变更记录' }).click()
  await page
    .getByRole('button', { name: /^恢复为/ })
    .first()
    .click()
  await expect(page.getByText(/已恢复为/)).toBeVisible()
  const restored = await must<{ facts: object }>('recipients.file', { id: other.id })
  expect(restored.facts).toMatchObject({ health: 'poor' })
})
