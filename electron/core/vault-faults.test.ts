import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { FailureError } from '@shared/contract/failure'
import type { Core } from './core'
import { enterPeople } from './test-people'
import {
  closeTestVaults,
  coreOn,
  openTestVault,
  temporaryFolder,
  testFounding,
  type TestVault,
} from './test-vault'

/* What the disk, other programs and people do to a vault. More of it: `npm run faults`. */

afterEach(closeTestVaults)

const { password } = testFounding.operator

interface Opened extends TestVault {
  operatorId: number
}

async function withPerson(): Promise<Opened> {
  const vault = await openTestVault()
  await vault.core.looking
  const [village] = await vault.must('villages.list', {})
  const [recordId] = enterPeople(vault, [{ name: '尉迟彩霞', villageId: village!.id }])
  await vault.must('attachments.add', {
    entity: 'recipient',
    recordId: recordId!,
    name: '残疾证.pdf',
    base64: Buffer.from('%PDF-1.7 scan').toString('base64'),
  })
  const { operator } = await vault.must('session.me', {})
  return { ...vault, operatorId: operator.id }
}

/** A copy of the folder as it lies there now, opened or not. */
function copied(vault: Opened, without: readonly string[] = []): string {
  const dataDir = join(temporaryFolder(), 'copy')
  cpSync(vault.dataDir, dataDir, { recursive: true })
  for (const name of without) rmSync(join(dataDir, name), { recursive: true, force: true })
  return dataDir
}

async function problemOf(core: Core): Promise<{ code: string; message: string } | null> {
  await core.looking
  const status = await core.do('vault.status', {})
  if (!status.ok) throw new FailureError(status.error)
  return status.value.problem
}

/** Opens a copy and answers what the program says of it; null where it finds nothing wrong. */
async function toldOf(dataDir: string, { operatorId }: Opened): Promise<string | null> {
  const core = coreOn(dataDir)
  const before = await problemOf(core)
  if (before) return before.message
  const opened = await core.do('vault.unlock', { operatorId, password })
  if (!opened.ok) return opened.error.message
  return (await problemOf(core))?.message ?? null
}

describe('a folder that was copied in part', () => {
  it('opens whole, with the journal of the program that was killed', async () => {
    const vault = await withPerson()
    expect(await toldOf(copied(vault), vault)).toBeNull()
  })

  // A bug this catches: what was recorded last is gone and nobody says so.
  it('tells that the last records may be missing when the journal did not come along', async () => {
    const vault = await withPerson()
    const dataDir = copied(vault, ['sangyu.db-wal', 'sangyu.db-shm'])
    expect(await toldOf(dataDir, vault)).toContain('sangyu.db-wal 不在了')
  })

  it('tells nothing of a journal after an orderly end, which leaves none', async () => {
    const vault = await withPerson()
    await vault.core.close()
    expect(existsSync(join(vault.dataDir, 'sangyu.db-wal'))).toBe(false)
    expect(await toldOf(copied(vault), vault)).toBeNull()
  })

  // A bug this catches: the set-up page on a folder that holds people, and their database set aside.
  it('is no empty folder when both keyrings are missing, and set-up does not touch it', async () => {
    const vault = await withPerson()
    const dataDir = copied(vault, ['keyring.json', 'keyring.copy.json'])
    const before = readFileSync(join(dataDir, 'sangyu.db'))
    const core = coreOn(dataDir)
    expect(await problemOf(core)).toMatchObject({
      code: 'CORRUPT',
      message: expect.stringContaining('没有钥匙文件'),
    })
    expect((await core.do('vault.create', testFounding)).ok).toBe(false)
    expect(readFileSync(join(dataDir, 'sangyu.db')).equals(before)).toBe(true)
  })

  it.each(['keyring.json', 'keyring.copy.json'])(
    'opens without %s and writes it anew',
    async (name) => {
      const vault = await withPerson()
      const dataDir = copied(vault, [name])
      expect(await toldOf(dataDir, vault)).toBeNull()
      expect(readFileSync(join(dataDir, name))).toEqual(readFileSync(join(vault.dataDir, name)))
    },
  )

  it('says which part is missing where it is the database or the scans', async () => {
    const vault = await withPerson()
    await vault.core.close()
    expect(await toldOf(copied(vault, ['sangyu.db']), vault)).toContain('没有数据库文件')
    expect(await toldOf(copied(vault, ['attachments']), vault)).toContain('1 个附件不见了')
  })

  it('can be set up again where only a set-up that was cut off lies', async () => {
    const dataDir = temporaryFolder()
    writeFileSync(join(dataDir, 'sangyu.db'), 'half')
    writeFileSync(join(dataDir, '正在设置'), '')
    const core = coreOn(dataDir)
    expect((await core.do('vault.create', testFounding)).ok).toBe(true)
    expect(existsSync(join(dataDir, '正在设置'))).toBe(false)
  })
})

describe('the journal of a killed program', () => {
  // A bug this catches: SQLite drops everything after the flipped bit without a word.
  it('with a flipped bit is told as damaged', async () => {
    const vault = await withPerson()
    const dataDir = copied(vault)
    const path = join(dataDir, 'sangyu.db-wal')
    const bytes = readFileSync(path)
    bytes[32 + 24 + 100]! ^= 1
    writeFileSync(path, bytes)
    expect(await toldOf(dataDir, vault)).toContain('sangyu.db-wal 有损坏')
  })

  it('cut off within the transaction that was never acknowledged is no damage', async () => {
    const vault = await withPerson()
    const dataDir = copied(vault)
    const path = join(dataDir, 'sangyu.db-wal')
    truncateSync(path, readFileSync(path).length - 4096 - 24)
    expect(await toldOf(dataDir, vault)).toBeNull()
  })
})

describe('a keyring with a flipped bit', () => {
  // A bug this catches: the clerk is told that the password is wrong.
  it('is read from its copy, and kept beside the one written anew', async () => {
    const vault = await withPerson()
    const dataDir = copied(vault)
    const path = join(dataDir, 'keyring.json')
    const text = readFileSync(path, 'utf8')
    const at = text.indexOf('"sealed": "') + 20
    const other = text[at] === 'A' ? 'B' : 'A'
    writeFileSync(path, text.slice(0, at) + other + text.slice(at + 1))
    expect(await toldOf(dataDir, vault)).toBeNull()
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(readdirSync(dataDir).filter((name) => name.endsWith('损坏'))).toHaveLength(1)
  })
})

describe('a clock set back', () => {
  it('is told with both times, and goes on being told while it is behind', async () => {
    const vault = await withPerson()
    await vault.core.close()
    const earlier = coreOn(vault.dataDir, '2026-03-01')
    await earlier.do('vault.unlock', { operatorId: vault.operatorId, password })
    expect((await problemOf(earlier))?.message).toMatch(/电脑的时间可能不对.*2026\/11\/21/)
    const [village] = await vaultRows(earlier)
    expect(
      await earlier.do('recipients.create', {
        facts: { name: '解旺' },
        villageId: village!.id,
        from: '2026-01-01',
        allowSimilar: true,
      }),
    ).toMatchObject({ ok: true })
    // Still told: one record under the wrong time does not make it right.
    expect(await problemOf(earlier)).not.toBeNull()
  })

  it('is told no more when it is right again', async () => {
    const vault = await withPerson()
    await vault.core.close()
    expect(await toldOf(vault.dataDir, vault)).toBeNull()
  })
})

async function vaultRows(core: Core) {
  const villages = await core.do('villages.list', {})
  if (!villages.ok) throw new FailureError(villages.error)
  return villages.value
}

describe('a file held by another program', () => {
  /** Whether this user may make a file that nobody can rename or replace. */
  function held(path: string): boolean {
    return process.platform === 'linux' && spawnSync('chattr', ['+i', path]).status === 0
  }
  const release = (path: string): void => void spawnSync('chattr', ['-i', path])

  it('is waited for while an antivirus looks through it', async (context) => {
    const vault = await withPerson()
    const path = join(vault.dataDir, 'keyring.json')
    if (!held(path)) return context.skip('holding a file needs root and chattr')
    const antivirus = spawn('sh', ['-c', `sleep 0.3; chattr -i '${path}'`])
    try {
      const set = { id: vault.operatorId, password: '新的密码-2026' }
      expect(await vault.core.do('operators.setPassword', set)).toMatchObject({ ok: true })
    } finally {
      antivirus.kill()
      release(path)
    }
  })

  it('is told in words when it stays held, and nothing was changed', async (context) => {
    const vault = await withPerson()
    const path = join(vault.dataDir, 'keyring.json')
    const before = readFileSync(path, 'utf8')
    if (!held(path)) return context.skip('holding a file needs root and chattr')
    try {
      const set = { id: vault.operatorId, password: '新的密码-2026' }
      expect(await vault.core.do('operators.setPassword', set)).toMatchObject({
        ok: false,
        error: { code: 'BUSY', message: expect.stringContaining('杀毒软件') },
      })
      expect(readFileSync(path, 'utf8')).toBe(before)
      expect(readdirSync(vault.dataDir).filter((name) => name.endsWith('.part'))).toEqual([])
    } finally {
      release(path)
    }
  })
})

describe('a folder that cannot be written', () => {
  it('is told as such at the first step', async (context) => {
    const vault = await withPerson()
    await vault.core.close()
    const dataDir = copied(vault)
    const readOnly = lockFolder(dataDir)
    if (!readOnly) return context.skip('root writes everywhere, and mounting needs root')
    try {
      expect(await toldOf(dataDir, vault)).toContain('不能写入')
    } finally {
      readOnly.release()
    }
  })
})

/** Makes a folder read-only in whatever way this user can; null where none works. */
function lockFolder(path: string): { release(): void } | null {
  if (process.getuid?.() !== 0) {
    chmodSync(path, 0o500)
    return { release: () => chmodSync(path, 0o700) }
  }
  if (process.platform !== 'linux') return null
  if (spawnSync('mount', ['--bind', path, path]).status !== 0) return null
  const release = (): void => void spawnSync('umount', [path])
  if (spawnSync('mount', ['-o', 'remount,ro,bind', path]).status === 0) return { release }
  release()
  return null
}
