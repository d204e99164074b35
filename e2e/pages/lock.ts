import { expect, type Page } from '@playwright/test'
import { office } from './set-up'

/** Locking the program, and the pages that open it again. */
export class LockPages {
  constructor(private readonly page: Page) {}

  async lock(): Promise<void> {
    await this.page.getByRole('button', { name: office.operator, exact: true }).click()
    await this.page.getByRole('menuitem', { name: '锁定' }).click()
    await expect(this.page.getByRole('heading', { name: office.centre })).toBeVisible()
  }

  async tryPassword(password: string): Promise<void> {
    await this.page.getByRole('textbox', { name: '密码' }).fill(password)
    await this.page.getByRole('button', { name: '打开', exact: true }).click()
  }

  async recover([first, second]: [string, string], newPassword: string): Promise<void> {
    const { page } = this
    await page.getByRole('button', { name: '忘了密码？用恢复单打开' }).click()
    await page.getByLabel('甲联恢复码').fill(first)
    await page.getByLabel('乙联恢复码').fill(second)
    await page.getByRole('textbox', { name: '新密码' }).fill(newPassword)
    await page.getByLabel('再输一遍').fill(newPassword)
    await page.getByRole('button', { name: '打开并换密码' }).click()
  }
}
