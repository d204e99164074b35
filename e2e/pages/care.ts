import { expect, type Page } from '@playwright/test'

/** 结对帮扶, 走访联系 and 工作台 as a clerk uses them. */
export class CarePages {
  constructor(private readonly page: Page) {}

  async go(title: string): Promise<void> {
    await this.page.getByRole('link', { name: title, exact: true }).click()
  }

  async addHelper(name: string, phone: string): Promise<void> {
    const { page } = this
    await this.go('结对帮扶')
    await page.getByRole('button', { name: '新帮扶人' }).first().click()
    const form = page.getByRole('dialog')
    await form.getByLabel('姓名').fill(name)
    await form.getByLabel('电话').fill(phone)
    await form.getByRole('button', { name: '保存', exact: true }).click()
    await expect(form).toBeHidden()
  }

  /** Pairs the only helper whose name begins so with one person, found by pinyin initials. */
  async pair(helper: string, initials: string): Promise<void> {
    const { page } = this
    await this.go('结对帮扶')
    await page.getByRole('button', { name: '结对', exact: true }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('combobox', { name: '帮扶人' }).fill(helper)
    await page.getByRole('option', { name: new RegExp(`^${helper}`) }).click()
    await this.choosePerson(initials)
    await form.getByRole('button', { name: '结对', exact: true }).click()
    await expect(form).toBeHidden()
  }

  /** Records a phone call made today, from the home page, by keyboard. */
  async recordCall(initials: string): Promise<void> {
    const { page } = this
    await this.go('工作台')
    await page.getByRole('button', { name: '记一次走访' }).click()
    const form = page.getByRole('dialog')
    await this.choosePerson(initials)
    await form.getByLabel('日期').fill('今')
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await expect(form).toBeHidden()
  }

  /** How many people the home page says are due and overdue. */
  async owed(): Promise<number> {
    await this.go('工作台')
    const count = async (word: string): Promise<number> => {
      const text = await this.page.getByRole('link', { name: new RegExp(`^${word}`) }).innerText()
      return Number(/[\d,]+/.exec(text)![0].replaceAll(',', ''))
    }
    return (await count('▲?\\s*逾期')) + (await count('●?\\s*到期'))
  }

  private async choosePerson(initials: string): Promise<void> {
    const { page } = this
    await page.getByPlaceholder('姓名或拼音首字母，如').fill(initials)
    await page.getByRole('option').first().click()
    await page.keyboard.press('Tab')
  }
}
