import { expect, type Locator, type Page } from '@playwright/test'

/** What becomes of a row, in the words of the chips. */
export type RowWord = '错误' | '冲突' | '待确认' | '重复' | '新增' | '已有' | '不导入'

/** The way of a ledger into the archives: ① 选文件, ② 认表头, ③ 逐行看, ④ 入库. */
export class ImportWizard {
  constructor(private readonly page: Page) {}

  /** From the list of people to ①. */
  async open(): Promise<void> {
    const { page } = this
    await page.getByRole('link', { name: '关爱对象' }).click()
    await page.getByRole('link', { name: '导入台账' }).click()
    await this.asked()
  }

  /** ① is on the screen and takes a file. */
  async asked(): Promise<void> {
    await expect(this.page.getByRole('button', { name: /把台账拖到这里/ })).toBeVisible()
  }

  /** Hands a file over, from the disk or as it would lie there, and waits for its header. */
  async choose(file: string | { name: string; text: string }): Promise<void> {
    await this.page
      .getByLabel('台账文件')
      .setInputFiles(
        typeof file === 'string'
          ? file
          : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) },
      )
    await expect(this.page.getByRole('region', { name: /的前几行$/ })).toBeVisible({
      timeout: 30_000,
    })
  }

  /** ② New villages of the file are all put on the list. */
  async createVillages(): Promise<void> {
    const villages = this.page.getByRole('region', { name: '名单里没有的村（社区）' })
    await villages.getByRole('button', { name: /个都新增/ }).click()
    await expect(villages.getByText('都定好了')).toBeVisible()
  }

  /** The column select of ② for a title of the sheet. */
  meaningOf(title: string): Locator {
    return this.page.getByRole('combobox', { name: new RegExp(`列 ${title} 是$`) })
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: /^下一步/ }).click()
  }

  /** ③ How many rows a chip counts. */
  async count(word: RowWord): Promise<number> {
    return Number((await this.chip(word).innerText()).replace(/\D/g, ''))
  }

  async show(word: RowWord): Promise<void> {
    await this.chip(word).click()
    await expect(this.chip(word)).toHaveAttribute('aria-pressed', 'true')
  }

  private chip(word: RowWord): Locator {
    return this.page.getByRole('group', { name: '按结果筛选' }).getByRole('button', { name: word })
  }

  /** The list of ③; the arrows work while it has the focus. */
  get list(): Locator {
    return this.page.getByRole('grid', { name: '要导入的行' })
  }

  /** What is said of the row the cursor stands on. */
  get panel(): Locator {
    return this.page.getByRole('complementary', { name: '这一行' })
  }

  /** Makes the row of a person the one the panel shows. */
  async pick(name: string): Promise<void> {
    await this.list.getByRole('row').filter({ hasText: name }).first().click()
    await expect(this.panel.getByRole('heading', { name })).toBeVisible()
  }

  /** Writes a cell of the row anew, as by keyboard: Enter goes in, Enter saves. */
  async mend(field: string, text: string): Promise<void> {
    await this.list.focus()
    await this.list.press('Enter')
    const cell = this.panel.getByRole('textbox', { name: field, exact: true })
    await expect(cell).toBeFocused()
    await cell.fill(text)
    await cell.press('Enter')
  }

  /** ③ The rule by which whatever is on file already is updated. */
  get rule(): Locator {
    return this.page.getByRole('combobox', { name: '已有的一律' })
  }

  /** ① A line of what was imported before. */
  past(fileName: string): Locator {
    return this.page
      .getByRole('region', { name: '导入过的' })
      .locator('[data-import]')
      .filter({ hasText: fileName })
  }

  /** ④ Carries the import out and waits for its result. */
  async apply(): Promise<void> {
    await this.page.getByRole('button', { name: /^入库 [\d,]+ 行$/ }).click()
    await expect(this.outcome).toBeVisible({ timeout: 30_000 })
  }

  get outcome(): Locator {
    return this.page.getByRole('status').filter({ hasText: '已经入库' })
  }
}
