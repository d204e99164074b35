import { expect, type Page } from '@playwright/test'
import type { App } from '../app'

/** 文书中心: chooses a paper, has it made and saves it. */
export class DocumentPages {
  private readonly page: Page

  constructor(private readonly app: App) {
    this.page = app.page
  }

  /** The saved 个人档案表 of everybody on file in one Word file. */
  async recipientFiles(): Promise<string> {
    await this.open()
    await this.page.getByRole('button', { name: /^个人档案表/ }).click()
    await this.page.getByRole('button', { name: '生成', exact: true }).click()
    return this.save()
  }

  /** The saved 关爱服务工作方案 of the year. */
  async workPlan(year: number): Promise<string> {
    await this.open()
    await this.page.getByRole('link', { name: new RegExp(`^${year} 年关爱服务工作方案`) }).click()
    await this.page.getByRole('button', { name: '生成并存档' }).click()
    return this.save()
  }

  private async open(): Promise<void> {
    await this.page.getByRole('link', { name: '文书中心', exact: true }).click()
  }

  private async save(): Promise<string> {
    const button = this.page.getByRole('button', { name: '保存', exact: true })
    await expect(button).toBeVisible({ timeout: 60_000 })
    return this.app.saved(() => button.click())
  }
}
