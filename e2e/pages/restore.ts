import { expect, type ElectronApplication, type Page } from '@playwright/test'

/** 设置 → 备份, and 从备份恢复 before anybody is in. */
export class RestorePages {
  /** @param electron where the folder is chosen in a dialog of the system, which answers for us */
  constructor(
    private readonly page: Page,
    private readonly electron: ElectronApplication | null,
  ) {}

  async backUpTo(folder: string): Promise<void> {
    const { page } = this
    await page.goto(page.url().replace(/#.*/, '#/settings?part=backups'))
    await this.electron?.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    }, folder)
    await page.getByRole('button', { name: '备份到U盘' }).click()
    if (!this.electron) {
      await page.getByLabel('U盘或移动硬盘上的文件夹').fill(folder)
      await page.getByRole('button', { name: '备份', exact: true }).click()
    }
    await expect(page.getByText('可以拔出U盘')).toBeVisible()
  }

  async openFolder(folder: string): Promise<void> {
    const { page } = this
    await page.getByRole('button', { name: '从备份恢复' }).click()
    await page.getByLabel('备份所在的文件夹').fill(folder)
    await page.getByRole('button', { name: '查找备份' }).click()
    await page.getByRole('button', { name: /^恢复 桑榆备份/ }).click()
  }

  async useSheet([first, second]: [string, string]): Promise<void> {
    const { page } = this
    await page.getByText('用恢复单', { exact: true }).click()
    await page.getByLabel('甲联恢复码').fill(first)
    await page.getByLabel('乙联恢复码').fill(second)
    await page.getByRole('button', { name: '解开并对比' }).click()
  }
}
