import { expect, test } from './app'
import { call } from './call'

/*
 * Two at once: what one typed stays, both values are shown, and saving again goes over the newer
 * record instead of being refused for ever.
 */

test('a dialog whose record somebody else saved shows both and saves over the newer', async ({
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
  const { today } = await must<{ today: string }>('session.me', {})
  const [village] = await must<{ id: number; name: string }[]>('villages.list', {})
  const task = { villageId: null, helperId: null, responsible: '民政所', dueOn: null }
  const { id: taskId } = await must<{ id: number }>('tasks.open', {
    ...task,
    content: '给独居老人装烟感',
    openedOn: today,
  })
  const { id: helperId } = await must<{ id: number }>('helpers.create', { name: '张吉祥' })
  await page.reload()
  const dialog = page.getByRole('dialog')
  const conflict = dialog.getByRole('alert').filter({ hasText: '刚被保存过' })
  const open = async (path: string, button: string): Promise<void> => {
    await page.evaluate((address) => {
      location.hash = address
    }, path)
    await page.getByRole('button', { name: button }).click()
  }

  await open(`#/tasks/${taskId}`, '修改')
  await dialog.getByLabel(/^要做什么/).fill('给独居老人装烟感报警器')
  const read = await must<{ revision: number }>('tasks.file', { id: taskId })
  await must('tasks.update', {
    ...task,
    id: taskId,
    revision: read.revision,
    content: '给独居老人装烟感',
    villageId: village!.id,
  })
  const content = dialog.getByLabel(/^要做什么/)
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await expect(conflict).toContainText('现在是“给独居老人装烟感”，您填的是“给独居老人装烟感报警器”')
  await expect(conflict).toContainText('涉及的村（社区）：现在是“下河村”，您填的是“空”')
  await expect(content).toHaveValue('给独居老人装烟感报警器')
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await expect(dialog).toBeHidden()
  expect(await must('tasks.file', { id: taskId })).toMatchObject({
    content: '给独居老人装烟感报警器',
    villageId: null,
  })

  // The same of a form with a draft, and the clerk takes what is there.
  await open(`#/helpers/${helperId}`, '修改资料')
  await dialog.getByLabel('职务').fill('网格员')
  const { revision } = await must<{ revision: number }>('helpers.file', { id: helperId })
  await must('helpers.update', { id: helperId, revision, name: '张吉祥', post: '村医' })
  await page.keyboard.press('Control+Enter')
  await expect(conflict).toContainText('职务：现在是“村医”，您填的是“网格员”')
  await conflict.getByRole('button', { name: '用现在的内容' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('村医')).toBeVisible()
})
