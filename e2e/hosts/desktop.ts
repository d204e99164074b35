import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, expect } from '@playwright/test'
import type { HostFolders, OpenedHost } from './host'

/** The Electron found by the script that started the specs. */
interface ElectronProgram {
  program: string
  args: string[]
  env: Record<string, string>
}

/** Opens the real desktop program; save dialogs are answered with `saveDir`. */
export async function openDesktop(
  profileDir: string,
  { dataDir, saveDir, onPage }: HostFolders,
): Promise<OpenedHost> {
  const named = process.env['SANGYU_ELECTRON']
  if (!named) throw new Error('start the specs with: npm run e2e -- electron')
  const { program, args, env } = JSON.parse(named) as ElectronProgram
  const electron = await _electron.launch({
    executablePath: program,
    args: [...args, '.', `--data=${dataDir}`, `--user-data-dir=${profileDir}`],
    cwd: join(import.meta.dirname, '../..'),
    env: { ...(process.env as Record<string, string>), ...env, SANGYU_SAVE_DIR: saveDir },
  })
  const page = await electron.firstWindow()
  onPage(page, 'app://sangyu')
  return {
    page,
    electron,
    saved: (action) => nextFileIn(saveDir, action),
    cutAndReopen: null,
    close: () => electron.close(),
  }
}

/** The next file to appear in a folder that a program writes into, once it has stopped growing. */
async function nextFileIn(folder: string, action: () => Promise<unknown>): Promise<string> {
  const before = new Set(await readdir(folder))
  await action()
  let found = ''
  let size = -1
  await expect
    .poll(
      async () => {
        const name = (await readdir(folder)).find((entry) => !before.has(entry))
        if (!name) return false
        found = join(folder, name)
        const now = (await stat(found)).size
        const grown = now !== size
        size = now
        return !grown && now > 0
      },
      { timeout: 60_000 },
    )
    .toBe(true)
  return found
}
