import { expect, test } from './app'
import { LockPages } from './pages/lock'
import { password, VisitEntryPages } from './pages/visit-entry'

/*
 * The paper loop: a sheet is prepared, comes back, is typed in without the mouse, survives a power
 * cut in the middle and can be taken back as a whole.
 */

const surnames = [...'尉解单桂赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨']
const names = surnames.map((surname, at) => `${surname}${[...'福禄寿喜财'][at % 5]!}英`)
const mostKeysPerLine = 12

interface Sheet {
  id: number
  number: string
}

async function sheetOfToday(pages: VisitEntryPages, helperId: number, today: string) {
  const period = { from: `${today.slice(0, 8)}01`, to: today }
  const { ids } = await pages.must<{ ids: number[] }>('visitSheets.prepare', {
    ...period,
    onlyOwed: false,
    helperId,
  })
  const { sheets } = await pages.must<{ sheets: Sheet[] }>('visitSheets.read', { ids })
  return sheets[0]!
}
const contactsIn = async (pages: VisitEntryPages) =>
  (
    await pages.must<{ rows: { recipientName: string; kind: string; problem: string | null }[] }>(
      'contacts.list',
      {},
    )
  ).rows

test('a sheet of twenty lines is typed in with few keys and no mouse, and taken back', async ({
  app,
}) => {
  const pages = new VisitEntryPages(app.page)
  const { helperId, today } = await pages.found(names)
  const sheet = await sheetOfToday(pages, helperId, today)
  await app.page.reload()
  await pages.openByNumber(sheet.number)
  await pages.watchHands()

  // Visits, a call with what is wrong, somebody not met (未遇到 4: 电话不通), one like the line above.
  for (let line = 0; line < names.length; line += 1) {
    if (line === 3)
      await pages.press('r', '-', '0', 'Enter', '1', 'Tab', 'Tab', 'Tab', 'Tab', '4', 'Enter')
    else if (line === 4) await pages.press('d', '-', '0', 'Enter', 'v', 'v', 'x', 'v', '/', 'Enter')
    else if (line === 5) await pages.press('F4', 'Tab', 'Tab', 'a', 'Enter')
    else await pages.press('r', '-', '0', 'Enter', 'a', 'Enter')
  }
  const { keys, clicks } = await pages.hands()
  expect(clicks).toBe(0)
  expect(keys / names.length).toBeLessThanOrEqual(mostKeysPerLine)

  await pages.press('Control+Enter')
  await expect(app.page.getByText('已登记 20 行')).toBeVisible()
  // Nobody was met on one line: that is no contact.
  expect(await contactsIn(pages)).toHaveLength(19)
  const states = async () =>
    (
      await pages.must<{ state: string; draftSavedAt: string | null }[]>('visitSheets.list', {})
    ).map(({ state }) => state)
  expect(await states()).toEqual(['back'])

  await pages.press('Control+Shift+Z')
  await expect(app.page.getByText('已撤销')).toBeVisible()
  expect(await contactsIn(pages)).toEqual([])
  expect(await states()).toEqual(['out'])
  await expect(app.page.getByRole('button', { name: /登记 20 行/ })).toBeEnabled()
  await pages.press('Control+Enter')
  await expect.poll(async () => (await contactsIn(pages)).length).toBe(19)
})

test('an empty grid finds people by two letters, and keeps a bad line with its reason', async ({
  app,
}) => {
  const pages = new VisitEntryPages(app.page)
  await pages.found(['尉迟彩霞', '解旺', '单桂兰'])
  await app.page.reload()
  await pages.go('#/visit-entry')
  await expect(pages.grid.locator('input:focus')).toHaveCount(1)
  await pages.watchHands()
  await pages.press('y', 'c', 'Enter')
  await expect(pages.grid.getByText('尉迟彩霞')).toBeVisible()
  await pages.press('r', '-', '0', 'Enter', 'a')
  await app.page.keyboard.insertText('屋顶漏雨')
  await pages.press('Enter', '6', 'Control+Enter')
  await expect(app.page.getByText('已登记 1 行')).toBeVisible()

  // 解 is read Xiè as a surname. A day to come is refused beside its cell; the rest goes in.
  await pages.press('x', 'w', 'Enter')
  await expect(pages.grid.getByText('解旺')).toBeVisible()
  await pages.press('d', '+')
  await app.page.keyboard.insertText('2099-01-01')
  await pages.press('Enter', 'Enter')
  await pages.press('s', 'g', 'Enter')
  await expect(pages.grid.getByText('单桂兰')).toBeVisible()
  await pages.press('d', '-', '0', 'Control+Enter')
  await expect(app.page.getByText(/还有 1 行没登记/)).toBeVisible()
  await expect(pages.grid.getByText(/晚于/)).toBeVisible()
  expect((await pages.hands()).clicks).toBe(0)
  expect((await contactsIn(pages)).map(({ recipientName }) => recipientName).sort()).toEqual(
    ['单桂兰', '尉迟彩霞'].sort(),
  )
  const needs = await pages.must<{ rows: { id: number; content: string }[] }>('needs.list', {})
  expect(needs.rows).toMatchObject([{ content: '屋顶漏雨' }])

  // What the line found goes on by keyboard until the person says that it is done.
  await pages.go(`#/needs/${needs.rows[0]!.id}`)
  const dialog = app.page.getByRole('dialog')
  const steps = [
    { state: '待分派', move: '分派', label: '责任部门或其他人', text: '村委会' },
    { state: '已分派', move: '开始办理' },
    { state: '办理中', move: '办结', label: /^办理结果/, text: '屋顶已补好' },
    { state: '待本人确认', move: '本人确认', label: '其他人', text: '本人' },
  ]
  for (const { state, move, label, text } of steps) {
    await expect(app.page.getByText(new RegExp(`● ?${state}`))).toBeVisible()
    await expect(dialog).toBeHidden()
    await pages.press('Control+n')
    await expect(dialog.getByRole('heading', { name: new RegExp(move) })).toBeVisible()
    if (label) await dialog.getByLabel(label).fill(text)
    await dialog.getByRole('button', { name: move }).press('Enter')
  }
  await expect(app.page.getByText(/✓ ?已确认/)).toBeVisible()
  expect((await pages.hands()).clicks).toBe(0)
})

test('a Chinese input method may stay switched on: its keys are no commands of the grid', async ({
  app,
}) => {
  const pages = new VisitEntryPages(app.page)
  await pages.found(['尉迟彩霞', '解旺'])
  await app.page.reload()
  await pages.go('#/visit-entry')
  await expect(pages.grid.locator('input:focus')).toHaveCount(1)
  // The letters stand in composition as an input method shows them; Enter there takes the letters.
  await pages.compose("y'c")
  await pages.press('ArrowDown', 'Enter')
  await expect(app.page.getByLabel('第 1 行 老人')).toBeFocused()
  await pages.commit('yc')
  await expect(app.page.getByRole('option', { name: /尉迟彩霞/ })).toBeVisible()
  await pages.press('Enter')
  // Cells of one key take no text, so the method has nothing to compose in.
  await expect(app.page.getByLabel('第 1 行 方式')).toBeFocused()
  await pages.press('r')
  await pages.commit('3。')
  await pages.press('Backspace', 'Backspace', '-', '0', 'Enter', 'a')
  const problem = app.page.getByLabel('第 1 行 发现问题')
  await expect(problem).toBeFocused()
  await pages.compose("jiao'bu'ying")
  await pages.press('Enter')
  await expect(problem).toBeFocused()
  await pages.commit('叫不应')
  await expect(problem).toHaveValue('叫不应')
  // 去向 by one key: the upper row of letters are the events that must be reported.
  await pages.press('Enter')
  await expect(app.page.getByLabel('第 1 行 → 去向')).toBeFocused()
  await pages.press('e', 'Control+Enter')
  await expect(app.page.getByText('已登记 1 行')).toBeVisible()
  const { rows } = await pages.must<{ rows: { situation: string; kind: string }[] }>(
    'incidents.list',
    {},
  )
  expect(rows).toMatchObject([{ situation: '叫不应', kind: 'criticalIllness' }])
  await pages.press('Control+Shift+Z')
  await expect(app.page.getByText('已撤销')).toBeVisible()
  expect((await pages.must<{ rows: unknown[] }>('incidents.list', {})).rows).toEqual([])
})

test.describe('a power cut', () => {
  test.use({ ignoresComplaints: true })

  test('in the middle of a sheet loses no cell that was left, and enters nothing twice', async ({
    app,
  }) => {
    test.skip(app.cutAndReopen === null, 'only the loopback host can be cut off')
    const before = new VisitEntryPages(app.page)
    const { helperId, today } = await before.found(names.slice(0, 6))
    const sheet = await sheetOfToday(before, helperId, today)
    await app.page.reload()
    await before.openByNumber(sheet.number)
    await before.press('r', '-', '0', 'Enter', 'a', 'Enter')
    await before.press('d', '-', '0', 'Enter', 'v', 'x')
    await expect(app.page.getByText(/草稿已保存/)).toBeVisible()
    // The last cells are on disk as soon as the core says so; nothing waits for a pause.
    const drafted = () =>
      before.must<{ content: { lines: { checks: object }[] } } | null>('drafts.get', {
        id: `visit-entry:sheet:${sheet.id}`,
      })
    await expect
      .poll(async () => (await drafted())?.content.lines[1]?.checks)
      .toEqual({ health: 'fine', economy: 'concern' })

    const page = await app.cutAndReopen!()
    const after = new VisitEntryPages(page)
    await new LockPages(page).tryPassword(password)
    await expect(page.getByRole('link', { name: '工作台', exact: true })).toBeVisible()
    await after.openByNumber(sheet.number)
    await expect(page.getByRole('button', { name: /登记 2 行/ })).toBeEnabled()
    // It stands where it stood: the third check of the second line.
    await expect(page.getByLabel('第 2 行 赡养')).toBeFocused()
    await after.press('v', 'Control+Enter')
    await expect(page.getByText('已登记 2 行')).toBeVisible()
    expect(await contactsIn(after)).toHaveLength(2)

    const reopened = await app.cutAndReopen!()
    await new LockPages(reopened).tryPassword(password)
    const again = new VisitEntryPages(reopened)
    await expect(reopened.getByRole('link', { name: '工作台', exact: true })).toBeVisible()
    await again.openByNumber(sheet.number)
    await expect(again.grid.getByText('✓ 已登记')).toHaveCount(2)
    expect(await contactsIn(again)).toHaveLength(2)
  })
})

test('of a home with three on file, F8 asks who else was met and records each of them', async ({
  app,
}) => {
  const pages = new VisitEntryPages(app.page)
  const { ids, today } = await pages.found(['尉福英', '解禄英', '单寿英'])
  await pages.must('households.join', {
    id: ids[0],
    memberIds: ids.slice(1),
    from: today,
    reason: '入户核实',
  })
  await app.page.reload()
  await pages.go(`#/visit-entry?person=${ids[0]}`)
  await expect(pages.grid.locator('input:focus')).toHaveCount(1)
  await pages.press('r', '-', '0', 'Enter', 'a')
  await pages.press('F8')
  const dialog = app.page.getByRole('dialog', { name: '尉福英家还见到谁' })
  await expect(dialog.getByRole('checkbox')).toHaveCount(2)
  await pages.press('Enter')
  await expect(dialog).toBeHidden()
  await pages.press('Control+Enter')
  await expect(app.page.getByText('已登记 3 行')).toBeVisible()
  const met = (await contactsIn(pages)).map(({ recipientName }) => recipientName)
  expect(met.toSorted()).toEqual(['尉福英', '解禄英', '单寿英'].toSorted())
})
