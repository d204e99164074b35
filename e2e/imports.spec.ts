import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { expect, test } from './app'
import { ImportWizard } from './pages/import-wizard'
import { SetUpPages } from './pages/set-up'

/** The trial ledgers are not part of the project; see CONTRIBUTING.md. */
const ledgers = resolve(import.meta.dirname, '../../shared/ledgers')

interface Expected {
  file: string
  rows: number
  problems: { name: string; kind: string; id: string }[]
  duplicates: { name: string }[]
}

test('what is no ledger is refused in words, and nothing waits', async ({ app }) => {
  const wizard = new ImportWizard(app.page)
  await new SetUpPages(app.page).complete()
  await wizard.open()
  const file = { name: '说明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') }
  await app.page.getByLabel('台账文件').setInputFiles(file)
  await expect(app.page.getByRole('alert')).toContainText('PDF')
  await wizard.asked()
  await expect(app.page.getByRole('region', { name: '还没导完的' })).toBeHidden()
})

test('a messy ledger: one cell mended, one duplicate decided, the rest saved aside', async ({
  app,
}) => {
  test.skip(!existsSync(ledgers), '../shared/ledgers is not on this machine')
  const expected = JSON.parse(readFileSync(join(ledgers, '02.expected.json'), 'utf8')) as Expected
  const errors = expected.problems.length
  const doubles = expected.duplicates.length
  const fresh = expected.rows - errors - doubles
  const { page } = app
  const wizard = new ImportWizard(page)
  await new SetUpPages(page).complete()
  await wizard.open()
  await wizard.choose(
    join(
      ledgers,
      readdirSync(ledgers).find((name) => /^02-.*\.xlsx$/.test(name))!,
    ),
  )

  await expect(wizard.meaningOf('身份证号码')).toHaveValue('身份证号')
  await wizard.createVillages()
  await wizard.next()
  await expect.poll(() => wizard.count('新增')).toBe(fresh)
  expect(await wizard.count('错误')).toBe(errors)
  expect(await wizard.count('重复')).toBe(doubles)

  // A digit was lost: written anew in its cell, by keyboard, and the next problem is at hand.
  const short = expected.problems.find(({ kind }) => kind === 'LENGTH')!
  await wizard.pick(short.name)
  await expect(wizard.panel).toContainText('应为 18 位')
  await wizard.mend('身份证号', short.id)
  await expect.poll(() => wizard.count('新增')).toBe(fresh + 1)
  await expect(wizard.list).toBeFocused()
  await expect(wizard.panel.getByRole('heading', { name: short.name })).toBeHidden()

  await wizard.show('重复')
  await wizard.pick(expected.duplicates[0]!.name)
  await wizard.list.press('b')
  await expect.poll(() => wizard.count('不导入')).toBe(1)
  expect(await wizard.count('重复')).toBe(doubles - 1)

  await wizard.next()
  await wizard.apply()
  await expect(wizard.outcome).toContainText(`新建档案 ${fresh + 1} 份`)
  await expect(page.getByText(`还有 ${errors + doubles - 1} 行没有入库`)).toBeVisible()
  const saved = await app.saved(() => page.getByRole('button', { name: '错误行另存' }).click())
  expect(basename(saved)).toMatch(/未入库\.xlsx$/)
  expect(readFileSync(saved).subarray(0, 2).toString('latin1')).toBe('PK')

  await page.getByRole('button', { name: '打开关爱对象名单' }).click()
  await expect(page.getByText(`${fresh + 1} 人`, { exact: true })).toBeVisible()
  await page.getByRole('textbox', { name: '姓名、拼音或尾号' }).fill(short.name)
  const people = page.getByRole('grid', { name: '关爱对象' })
  await expect(people.getByRole('row')).toHaveCount(2)
  await people.getByRole('row').filter({ hasText: short.name }).dblclick()
  await expect(page.getByRole('heading', { name: short.name })).toBeVisible()
})

const people = (health: string, phone: string): string =>
  [
    '姓名,性别,身份证号,村,组,电话,健康状况',
    `祁秀云,女,610999194105061284,大湾村,三组,13900002222,${health}`,
    `马福来,男,610999193902111315,小湾村,一组,${phone},良好`,
  ].join('\n')

test('a second ledger updates only what the clerk agrees to, and is taken back whole', async ({
  app,
}) => {
  const { page } = app
  const wizard = new ImportWizard(page)
  await new SetUpPages(page).complete()
  await wizard.open()
  await wizard.choose({ name: '年初.csv', text: people('良好', '') })
  await wizard.createVillages()
  await wizard.next()
  await wizard.next()
  await wizard.apply()

  await page.getByRole('button', { name: '导入另一个文件' }).click()
  await wizard.choose({ name: '年中.csv', text: people('较差', '13900004444') })
  await wizard.next()
  await expect.poll(() => wizard.count('冲突')).toBe(1)
  await wizard.pick('祁秀云')
  const sides = wizard.panel.getByRole('table', { name: '台账与档案不一样的地方' })
  await expect(sides.getByRole('row')).toHaveCount(2)
  await expect(sides).toContainText('良好')
  await expect(sides).toContainText('较差')

  // One rule for the file, another for a column, and the row itself goes before both.
  await wizard.rule.selectOption('留用本机')
  await expect.poll(() => wizard.count('冲突')).toBe(0)
  await page.getByRole('button', { name: /^按栏目定/ }).click()
  await page.getByRole('combobox', { name: '联系电话怎么更新' }).selectOption('只补空白')
  await page.getByRole('button', { name: '好了' }).click()
  await wizard.show('已有')
  await wizard.pick('祁秀云')
  await wizard.list.press('t')
  await expect(wizard.list).toContainText('改：健康状况')
  await wizard.next()
  await expect(page.getByText('会补上或改动 2 格')).toBeVisible()
  await wizard.apply()
  await expect(wizard.outcome).toContainText('补充或更新 2 份')

  await page.getByRole('button', { name: '导入另一个文件' }).click()
  await wizard.past('年初').getByRole('button', { name: '撤销…' }).click()
  await expect(page.getByRole('table', { name: '挡着撤销的改动' })).toContainText('祁秀云')
  await page.getByRole('button', { name: '知道了' }).click()
  for (const name of ['年中', '年初']) {
    await wizard.past(name).getByRole('button', { name: '撤销…' }).click()
    await page.getByRole('button', { name: '撤销这次导入' }).click()
    await expect(wizard.past(name)).toContainText('已撤销')
  }
})
