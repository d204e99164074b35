import { expect, type Page } from '@playwright/test'

/** A fictional office. */
export const office = {
  county: '清溪县',
  township: '青石镇',
  centre: '青石镇留守老人关爱服务中心',
  villages: ['下河村', '柳林村', '东街社区'],
  operator: '王经办',
  password: 'songlv-hexi-87',
}

/** The pages a newcomer goes through, from the empty data folder to the choice of how to begin. */
export class SetUpPages {
  constructor(private readonly page: Page) {}

  /** The first of them is there and can be used. */
  async seen(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: '先写下单位' })).toBeVisible()
    await expect(this.page.getByLabel('乡镇（街道）')).toBeEditable()
  }

  /**
   * Fills the three forms in and founds the vault.
   * @param villages the village column as somebody would paste it
   */
  async found(villages: string = office.villages.join('\n')): Promise<void> {
    const { page } = this
    const next = page.getByRole('button', { name: '下一步' })
    await page.getByLabel('县（市、区）').fill(office.county)
    await page.getByLabel('乡镇（街道）').fill(office.township)
    await page.getByLabel('中心名称').fill(office.centre)
    await next.click()
    await page.getByLabel('粘贴或录入').fill(villages)
    await next.click()
    await page.getByLabel('姓名').fill(office.operator)
    await page.getByLabel('密码', { exact: false }).first().fill(office.password)
    await page.getByLabel('再输一遍').fill(office.password)
    await page.getByRole('button', { name: '建立数据库' }).click()
  }

  /** Has the recovery sheet "printed": proves both halves by their last groups. */
  async confirmSheet(): Promise<[first: string, second: string]> {
    const { page } = this
    const halves = page.locator('section').filter({ hasText: '桑榆恢复单' })
    await expect(halves).toHaveCount(2)
    const codes: string[] = []
    for (const half of await halves.all()) {
      const groups = await half.locator('p').first().locator('span').allTextContents()
      codes.push(groups.join('-'))
      await half.getByRole('textbox').fill(groups.at(-1)!)
    }
    await page.getByRole('button', { name: '已分开保管，继续' }).click()
    return codes as [string, string]
  }

  /** Everything up to the work itself; answers the recovery codes. */
  async complete(): Promise<[first: string, second: string]> {
    await this.found()
    const codes = await this.confirmSheet()
    await this.page.getByRole('button', { name: '先逐人录入' }).click()
    await this.unlocked()
    return codes
  }

  async unlocked(): Promise<void> {
    await expect(
      this.page.getByRole('button', { name: office.operator, exact: true }),
    ).toBeVisible()
  }
}
