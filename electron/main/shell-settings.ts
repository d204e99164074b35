import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

interface ShellSettings {
  dataDir: string | null
}

const file = (): string => join(app.getPath('userData'), 'shell.json')

/** Where the vault lies, remembered outside of it; `--data=DIR` on the command line wins. */
export function rememberedDataDir(): string | null {
  const argument = process.argv.find((value) => value.startsWith('--data='))
  if (argument) return argument.slice('--data='.length)
  const position = process.argv.indexOf('--data')
  if (position >= 0) return process.argv[position + 1] ?? null
  try {
    const { dataDir } = JSON.parse(readFileSync(file(), 'utf8')) as ShellSettings
    return typeof dataDir === 'string' ? dataDir : null
  } catch {
    return null
  }
}

export function rememberDataDir(dataDir: string): void {
  const partial = `${file()}.part`
  writeFileSync(partial, JSON.stringify({ dataDir } satisfies ShellSettings))
  renameSync(partial, file())
}
