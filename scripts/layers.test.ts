import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * The import rules hold only as long as the linter really applies them: a pattern that matches
 * nothing is silent. So every rule is broken on purpose, in a tree of its own, and must be heard.
 */
const root = join(import.meta.dirname, '..')

/** One row of the layer table: what a file in `folder` may import, and what it must not. */
interface Layer {
  folder: string
  allowed: string[]
  refused: string[]
}

const layers: Layer[] = [
  {
    folder: 'shared/domain/calendar',
    allowed: ['zod', 'lunar-typescript', '@shared/contract/op', '../identity/age', './days'],
    refused: [
      '@db/open',
      '../../../db/open',
      '@electron/core/core',
      '../../../electron/core/core',
      '@renderer/api',
      '../../../renderer/api',
      'electron',
      'node:fs',
      'fs',
      'react',
      'better-sqlite3',
    ],
  },
  {
    folder: 'db/repositories',
    allowed: ['drizzle-orm', '@shared/domain/rights', '../context', 'node:fs'],
    refused: [
      '@electron/core/core',
      '../../electron/core/core',
      '@renderer/api',
      '../../renderer/api',
      'electron',
      'react',
    ],
  },
  {
    folder: 'electron/services/contacts',
    allowed: ['@db/repositories/contacts', '@shared/contract', '../../core/context', 'node:fs'],
    refused: [
      'electron',
      'drizzle-orm',
      'drizzle-orm/sqlite-core',
      'better-sqlite3',
      '@db/schema',
      '@db/schema/contacts',
      '../../../db/schema/contacts',
      '@electron/main/window',
      '../../main/window',
      '@electron/http/server',
      '../../http/server',
      '@electron/preload/index',
      '@renderer/api',
      '../../../renderer/api',
      'react',
    ],
  },
  {
    folder: 'electron/documents/papers',
    allowed: ['docx', '@db/repositories/contacts', '@shared/contract', '../layout/page'],
    refused: [
      'electron',
      '../../main/window',
      '@electron/http/server',
      '@renderer/api',
      '../../../renderer/api',
    ],
  },
  {
    folder: 'electron/core/vault',
    allowed: ['@db/open', '@shared/contract', '../../services/session', 'node:crypto'],
    refused: [
      'electron',
      '@electron/main/window',
      '../../main/window',
      '../../http/server',
      'react',
    ],
  },
  {
    folder: 'electron/http',
    allowed: ['../core/core', '@shared/contract', 'node:http'],
    refused: [
      'electron',
      '@db/open',
      '../../db/open',
      '../main/window',
      '../preload/index',
      '../services/contacts',
      '@electron/documents/papers/plan',
      '@renderer/api',
      '../../renderer/api',
    ],
  },
  {
    folder: 'electron/main',
    allowed: ['electron', '../core/core', '@shared/contract'],
    refused: ['@renderer/api', '../../renderer/api', '@db/open', '../../db/open', 'react'],
  },
  {
    folder: 'electron/preload',
    allowed: ['electron'],
    refused: ['node:fs', 'zod', '@shared/contract', '../core/core', './names'],
  },
  {
    folder: 'renderer/contacts',
    allowed: ['react', '@mantine/core', '@shared/contract', '../api'],
    refused: [
      'electron',
      'node:fs',
      'fs',
      'better-sqlite3',
      'drizzle-orm',
      '@db/open',
      '../../db/open',
      '@electron/core/core',
      '../../electron/core/core',
    ],
  },
]

let tree: string
/** The rules that spoke, per planted file. */
let heard: Map<string, string[]>

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), text)
}

const fileOf = (folder: string, specifier: string): string =>
  `${folder}/${specifier.replace(/\W+/g, '-')}.ts`

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'sangyu-layers-'))
  for (const file of ['.oxlintrc.json', 'tsconfig.json']) {
    copyFileSync(join(root, file), join(tree, file))
  }
  for (const { folder, allowed, refused } of layers) {
    for (const specifier of [...allowed, ...refused]) {
      plant(fileOf(folder, specifier), `export { thing } from '${specifier}'\n`)
    }
  }
  plant('shared/types.ts', `import type { Thing } from '@db/open'\nexport type Other = Thing\n`)
  plant('shared/later.ts', `export const later = (): Promise<unknown> => import('@db/open')\n`)
  plant(
    'db/first.ts',
    `import { second } from './second'\nexport const first = (): number => second()\n`,
  )
  plant(
    'db/second.ts',
    `import { first } from '@db/first'\nexport const second = (): number => first()\n`,
  )

  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json', '.'],
    { cwd: tree, encoding: 'utf8' },
  )
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; code: string }[]
  }
  heard = new Map()
  for (const { filename, code } of diagnostics) {
    const path = filename.replaceAll('\\', '/')
    heard.set(path, [...(heard.get(path) ?? []), code])
  }
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

const restricted = 'eslint(no-restricted-imports)'

describe.each(layers)('$folder', ({ folder, allowed, refused }) => {
  it.each(refused)('may not import %s', (specifier) => {
    expect(heard.get(fileOf(folder, specifier))).toContain(restricted)
  })
  it.each(allowed)('may import %s', (specifier) => {
    expect(heard.get(fileOf(folder, specifier)) ?? []).toEqual([])
  })
})

it('hears imports of types and at run time as well', () => {
  expect(heard.get('shared/types.ts')).toContain(restricted)
  expect(heard.get('shared/later.ts')).toContain(restricted)
})

it('refuses two modules that import each other', () => {
  const cycles = ['db/first.ts', 'db/second.ts'].flatMap((file) => heard.get(file) ?? [])
  expect(cycles).toContain('import(no-cycle)')
})
