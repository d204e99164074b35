import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from '../app'

/** The editor of composed papers, and the paper it keeps, as a clerk uses them. */
export class PaperPages {
  private readonly page: Page
  /** The sheet on the right. */
  readonly sheet: Locator

  constructor(private readonly app: App) {
    this.page = app.page
    this.sheet = app.page.getByRole('article')
  }

  /** The sample township, opened from the first page of a program without a vault. */
  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: '打开样例镇试用' }).click()
    await expect(this.page.getByText('这是样例镇')).toBeVisible({ timeout: 120_000 })
  }

  /** The editor of a kind of paper of one year. */
  async edit(kind: string, year: number): Promise<void> {
    const { page } = this
    await page.getByRole('link', { name: '文书中心', exact: true }).click()
    await page.getByRole('link', { name: new RegExp(`^${kind}`) }).click()
    await page.getByRole('combobox', { name: '年度' }).click()
    await page.getByRole('option', { name: `${year} 年` }).click()
    await this.editing(kind, year)
  }

  async editing(kind: string, year: number): Promise<void> {
    await expect(this.page.getByRole('heading', { name: `${year} 年${kind}` })).toBeVisible()
  }

  section(title: string): Locator {
    return this.page.getByRole('checkbox', { name: title, exact: true })
  }

  /** Replaces the words of a section. */
  async reword(title: string, wording: string): Promise<void> {
    await this.page.getByRole('button', { name: `改“${title}”的文字` }).click()
    await this.page.getByRole('textbox', { name: '文字', exact: true }).fill(wording)
    await expect(this.page.getByText('✓ 草稿已保存')).toBeVisible()
  }

  /** The only line of the sheet with these words. */
  line(words: string): Locator {
    return this.sheet.getByRole('paragraph').filter({ hasText: words })
  }

  async keepWording(): Promise<void> {
    await this.page.getByRole('button', { name: '存为本单位文字' }).click()
    await expect(this.page.getByText('已保存为本单位的文字')).toBeVisible()
  }

  /** The saved Word file of the paper. */
  async write(): Promise<string> {
    await this.page.getByRole('button', { name: '生成并存档' }).click()
    const save = this.page.getByRole('button', { name: '保存', exact: true })
    await expect(save).toBeVisible({ timeout: 60_000 })
    return this.app.saved(() => save.click())
  }

  /** From the editor to the kept paper, marked as handed in today. */
  async handIn(): Promise<void> {
    await this.page.getByRole('link', { name: '打开存档的这一份，登记报送' }).click()
    await this.page.getByRole('button', { name: '登记报送', exact: true }).click()
    await expect(this.page.getByText(/✓ \d{4}-\d{2}-\d{2} 报送/)).toBeVisible()
  }

  async takeUpForNextYear(): Promise<void> {
    await this.page.getByRole('link', { name: '作为下年的开头' }).click()
  }
}
