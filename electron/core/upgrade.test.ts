import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openConnection } from '@db/open'
import { fillWithOldRows, oldOperator, oldRowsIn, oldRowsPerTable } from '@db/test-old-rows'
import { summariseBackup } from './vault/backup-file'
import { createVault } from './vault/vault'
import { closeTestVaults, coreOn, programDir, temporaryFolder, testFounding } from './test-vault'

/* Vaults of every released schema, opened by this program; and upgrades that fail. */

afterEach(closeTestVaults)

const shipped = join(programDir, 'db/migrations')
const { password } = testFounding.operator
interface Journal {
  entries: { idx: number; when: number; tag: string }[]
}

/**
 * A program folder that knows the first `count` migrations, and one more where `more` is given.
 * Everything else is this program's own.
 */
function programWith(count: number, more?: string): string {
  const folder = temporaryFolder()
  const target = join(folder, 'db/migrations')
  mkdirSync(join(folder, 'db'))
  cpSync(shipped, target, { recursive: true })
  symlinkSync(join(programDir, 'resources'), join(folder, 'resources'))
  const path = join(target, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as Journal
  journal.entries.splice(count)
  if (more !== undefined) {
    const last = journal.entries.at(-1)!
    journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_more' })
    writeFileSync(join(target, '9999_more.sql'), more)
  }
  writeFileSync(path, JSON.stringify(journal))
  return folder
}

const migrationsOf = (program: string): string => join(program, 'db/migrations')

/** A vault as a program of `count` migrations left it, closed; with what is in it. */
async function vaultOfSchema(count: number) {
  const dataDir = join(temporaryFolder(), '资料')
  const { vault } = await createVault({
    dataDir,
    migrations: migrationsOf(programWith(count)),
    centreName: '青石镇关爱服务中心',
    operatorName: oldOperator.name,
    password,
    now: '2026-01-01T01:00:00.000Z',
    found: ({ store }) => {
      fillWithOldRows(store.$client)
      return oldOperator.id
    },
  })
  const key = Buffer.from(vault.key)
  const rows = oldRowsIn(vault.store.$client)
  vault.close()
  return { dataDir, database: join(dataDir, 'sangyu.db'), key, rows }
}
type OldVault = Awaited<ReturnType<typeof vaultOfSchema>>

/** Looks into the database as it lies there, and leaves it so. */
function looking<Value>(
  { database, key }: Pick<OldVault, 'database' | 'key'>,
  look: (connection: ReturnType<typeof openConnection>) => Value,
): Value {
  const connection = openConnection(database, key, { readonly: true })
  try {
    return look(connection)
  } finally {
    connection.close()
  }
}

/** The old rows in their old columns. */
const rowsNow = (vault: OldVault) =>
  looking(vault, (connection) =>
    oldRowsIn(
      connection,
      Object.fromEntries(
        Object.entries(vault.rows).map(([table, rows]) => [table, Object.keys(rows[0]!)]),
      ),
    ),
  )

const schemaNow = (vault: Pick<OldVault, 'database' | 'key'>) =>
  looking(vault, (connection) =>
    connection.prepare('select type, name, tbl_name, sql from sqlite_master order by name').all(),
  )

async function unlocked(dataDir: string, program = programDir) {
  const core = coreOn(dataDir, '2026-11-21', { programDir: program })
  const result = await core.do('vault.unlock', { operatorId: oldOperator.id, password })
  await core.looking
  await core.close()
  return result
}

const released = readdirSync(shipped).filter((name) => name.endsWith('.sql')).length - 1

describe.each(Array.from({ length: released }, (_, position) => position + 1))(
  'a vault of released schema %i, full of ugly rows',
  (count) => {
    it('has every row as before after the upgrade, the schema of a new vault, and whole references', async () => {
      const old = await vaultOfSchema(count)
      expect(Object.keys(old.rows).length).toBeGreaterThan(20)
      expect(Object.values(old.rows).every((rows) => rows.length === oldRowsPerTable)).toBe(true)
      expect(await unlocked(old.dataDir)).toMatchObject({ ok: true })
      expect(rowsNow(old)).toEqual(old.rows)
      const fresh = await vaultOfSchema(released + 1)
      expect(schemaNow(old)).toEqual(schemaNow(fresh))
      looking(old, (connection) => {
        expect(connection.pragma('foreign_key_check')).toEqual([])
        expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
      })
    })

    it('is backed up before, in the old schema, so that the old program can take it back', async () => {
      const old = await vaultOfSchema(count)
      await unlocked(old.dataDir)
      const shelf = join(old.dataDir, 'backups')
      const summaries = readdirSync(shelf).map((name) => summariseBackup(join(shelf, name)))
      expect(summaries.map(({ manifest }) => [manifest.cause, manifest.schema])).toContainEqual([
        'migration',
        count,
      ])
    })

    // A bug this catches: the words of a record that "was not saved", at a door that stays shut.
    it.each([
      ['its tables', 'alter table helper add column extra text;--> statement-breakpoint\nno sql'],
      [
        'its rows',
        `update helper set name = 'lost';--> statement-breakpoint\ncreate unique index one_name on helper (name)`,
      ],
      ['its references', 'delete from recipient'],
    ])(
      'stays as it was, byte for byte, where the upgrade fails at %s, and says so',
      async (_, more) => {
        const old = await vaultOfSchema(count)
        const before = readFileSync(old.database)
        const result = await unlocked(old.dataDir, programWith(released + 1, more))
        expect(result).toMatchObject({
          ok: false,
          error: {
            code: 'CORRUPT',
            message: expect.stringMatching(/升级数据.*已全部撤回.*旧版本/),
          },
        })
        expect(readFileSync(old.database).equals(before)).toBe(true)
        expect(existsSync(`${old.database}-wal`)).toBe(false)
        expect(await unlocked(old.dataDir)).toMatchObject({ ok: true })
        expect(rowsNow(old)).toEqual(old.rows)
      },
    )

    it('stays as it was where the program is killed in the middle of the upgrade', async () => {
      const old = await vaultOfSchema(count)
      const schema = schemaNow(old)
      const dying = programWith(
        released + 1,
        `update helper set name = 'lost';--> statement-breakpoint\nselect die()`,
      )
      const child = spawnSync(
        process.execPath,
        [
          '--import',
          'tsx',
          join(programDir, 'db/test-dying-upgrade.ts'),
          old.database,
          old.key.toString('hex'),
          migrationsOf(dying),
        ],
        { encoding: 'utf8' },
      )
      expect([child.signal, child.stderr]).toEqual(['SIGKILL', ''])
      const copy = join(temporaryFolder(), 'copy')
      cpSync(old.dataDir, copy, { recursive: true })
      const left = { ...old, dataDir: copy, database: join(copy, 'sangyu.db') }
      expect(schemaNow(left)).toEqual(schema)
      expect(rowsNow(left)).toEqual(old.rows)
      rmSync(copy, { recursive: true })
      expect(await unlocked(old.dataDir)).toMatchObject({ ok: true })
      expect(rowsNow(old)).toEqual(old.rows)
    })
  },
)
