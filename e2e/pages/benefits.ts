import { expect, type Locator, type Page } from '@playwright/test'

/** 待遇 and 服务类别 as a clerk uses them. */
export class BenefitPages {
  readonly people: Locator

  constructor(private readonly page: Page) {
    this.people = page.getByRole('grid', { name: '待遇名单' })
  }

  async open(address: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash
    }, address)
  }

  /** The list of who should have a benefit and has not. */
  async owed(benefit: string): Promise<void> {
    const { page } = this
    await this.open('#/benefits')
    await page.getByRole('button', { name: '待遇', exact: true }).click()
    await page.getByRole('option', { name: benefit, exact: true }).click()
    await expect(page.getByRole('button', { name: /^登记所选/ })).toBeVisible()
  }

  /** Ticks a line and records that it is held. */
  async recordHeld(name: string, amount: string): Promise<void> {
    const { page, people } = this
    await people.getByRole('row', { name }).getByRole('checkbox').check()
    await page.getByRole('button', { name: '登记所选 1 人' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('每次金额（元）').fill(amount)
    await form.getByRole('button', { name: '保存' }).click()
    await expect(form).toBeHidden()
  }

  /** Chooses how the rule of 无偿 is read, looks at what it would do, and saves it. */
  async readFree(label: string, effect: string): Promise<void> {
    const { page } = this
    await this.open('#/settings?part=tiers')
    await page.getByRole('radio', { name: label }).check()
    await expect(page.getByRole('region', { name: '保存后的变化' })).toContainText(effect)
    await page.getByRole('button', { name: '保存服务类别规则' }).click()
    await expect(page.getByText('服务类别规则已改')).toBeVisible()
  }
}
