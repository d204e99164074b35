import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const migrations = join(root, 'db/migrations')

/** Every file of the migrations folder with its text. */
function read(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map((file) => [relative(folder, file), readFileSync(file, 'utf8')] as const),
  )
}

/** A schema changed without `npm run migrations` would work in no vault that exists already. */
it('the migrations lead to exactly the schema', () => {
  const copy = mkdtempSync(join(root, 'node_modules/.migrations-'))
  try {
    cpSync(migrations, copy, { recursive: true })
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/drizzle-kit/bin.cjs'),
        'generate',
        '--dialect=sqlite',
        '--casing=snake_case',
        '--schema=db/schema/index.ts',
        `--out=${relative(root, copy)}`,
      ],
      { cwd: root, encoding: 'utf8', input: '' },
    )
    expect(`${stdout}${stderr}`).toContain('No schema changes')
    expect(status).toBe(0)
    expect(read(copy)).toEqual(read(migrations))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})
