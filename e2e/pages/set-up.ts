import { expect, type Page } from '@playwright/test'

/** A fictional township; 610999 is no real county. */
export const township = {
  county: '清溪县',
  township: '青石镇',
  centre: '青石镇留守老人关爱服务中心',
  villages: ['下河村', '柳林村', '东街社区'],
  operator: '王经办',
  password: 'Songlv-2026-hexi',
}

/** The set-up pages a newcomer goes through. */
export class SetUpPages {
  constructor(private readonly page: Page) {}

  /** The page is there and can be used. */
  async seen(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: '先写下单位' })).toBeVisible()
    await expect(this.page.getByLabel('乡镇（街道）')).toBeEditable()
  }
}
