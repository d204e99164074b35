import type { ElectronApplication, Page } from '@playwright/test'

/** The program, opened in one of its hosts. */
export interface OpenedHost {
  page: Page
  /** Electron's own side; null in the loopback host. */
  electron: ElectronApplication | null
  /** The path of the file that `action` saves, whole on the disk. */
  saved(action: () => Promise<unknown>): Promise<string>
  /**
   * Ends the program as a power cut does and opens it again on the same data; answers the new page.
   * Null where the host cannot be cut off without harm to the machine of the test.
   */
  cutAndReopen: (() => Promise<Page>) | null
  /** Ends the program in an orderly way. */
  close(): Promise<void>
}

/** Where a host keeps what, and who is told of its page as soon as there is one. */
export interface HostFolders {
  dataDir: string
  saveDir: string
  /** @param origin where every request of the page must go. */
  onPage(page: Page, origin: string): void
}
