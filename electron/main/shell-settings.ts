import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/** What belongs to this computer rather than to the vault. */
interface ShellSettings {
  dataDir: string | null
  /** The printer that papers go to without a dialog, as the system calls it. */
  printer: string | null
}

const file = (): string => join(app.getPath('userData'), 'shell.json')

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function remembered(): ShellSettings {
  try {
    const { dataDir, printer } = JSON.parse(readFileSync(file(), 'utf8')) as Record<string, unknown>
    return { dataDir: textOf(dataDir), printer: textOf(printer) }
  } catch {
    return { dataDir: null, printer: null }
  }
}

function remember(change: Partial<ShellSettings>): void {
  const partial = `${file()}.part`
  writeFileSync(partial, JSON.stringify({ ...remembered(), ...change } satisfies ShellSettings))
  renameSync(partial, file())
}

/** Where the vault lies, remembered outside of it; `--data=DIR` on the command line wins. */
export function rememberedDataDir(): string | null {
  const argument = process.argv.find((value) => value.startsWith('--data='))
  if (argument) return argument.slice('--data='.length)
  const position = process.argv.indexOf('--data')
  if (position >= 0) return process.argv[position + 1] ?? null
  return remembered().dataDir
}

export const rememberDataDir = (dataDir: string): void => remember({ dataDir })

export const rememberedPrinter = (): string | null => remembered().printer

export const rememberPrinter = (printer: string): void => remember({ printer })
