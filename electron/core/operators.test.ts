import { createCipheriv, randomBytes, scryptSync } from 'node:crypto'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openConnection } from '@db/open'
import { contract } from '@shared/contract'
import type { Op } from '@shared/contract/op'
import { mayDo } from '@shared/domain/rights'
import { codesOf, roleLabel } from '@shared/domain/vocabulary'
import type { Core } from './core'
import {
  closeTestVaults,
  coreOn,
  openTestVault,
  programDir,
  temporaryFolder,
  testFounding,
  type TestVault,
} from './test-vault'
import { openEntry, type Keyring, type OperatorEntry, readKeyringText } from './vault/keyring'
import { prepareRekeyed } from './vault/rekeying'
import { unlockVault } from './vault/vault'

afterEach(closeTestVaults)

const secret = testFounding.operator.password
const theirs = '柳林村-2026-村级'
const everything = { villages: null, groups: null }

async function withClerk() {
  const vault = await openTestVault()
  const { operator: admin } = await vault.must('session.me', {})
  const clerk = { name: '李村办', role: 'clerk' as const, ...everything }
  const { id } = await vault.must('operators.add', { ...clerk, password: theirs })
  return { ...vault, admin, clerk, clerkId: id }
}

async function asOperator(vault: TestVault, operatorId: number, password: string): Promise<void> {
  await vault.must('vault.lock', {})
  await vault.must('vault.unlock', { operatorId, password })
}

const revisionOf = async (vault: TestVault, id: number): Promise<number> =>
  (await vault.must('operators.list', {})).find((one) => one.id === id)!.revision

const keyringOf = (dataDir: string): Keyring =>
  readKeyringText(readFileSync(join(dataDir, 'keyring.json'), 'utf8'))!

describe('operators', () => {
  it('log in with a password of their own and get the rights of their role only', async () => {
    const vault = await withClerk()
    await asOperator(vault, vault.clerkId, theirs)
    expect(await vault.must('session.me', {})).toMatchObject({
      operator: { name: '李村办', role: 'clerk' },
    })
    expect(await vault.core.do('operators.list', {})).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    })
  })

  it('change their own password only with the one they have', async () => {
    const vault = await withClerk()
    await asOperator(vault, vault.clerkId, theirs)
    const newPassword = '换了一个-2026'
    expect(
      await vault.core.do('session.changePassword', { password: secret, newPassword }),
    ).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    await vault.must('session.changePassword', { password: theirs, newPassword })
    await vault.must('vault.lock', {})
    const old = { operatorId: vault.clerkId, password: theirs }
    expect((await vault.core.do('vault.unlock', old)).ok).toBe(false)
    await vault.must('vault.unlock', { ...old, password: newPassword })
  })

  it('who forgot the password get a new one from the admin, whose own stays', async () => {
    const vault = await withClerk()
    await vault.must('operators.setPassword', { id: vault.clerkId, password: '重设的密码-11' })
    await asOperator(vault, vault.clerkId, '重设的密码-11')
    await asOperator(vault, vault.admin.id, secret)
  })

  it('never leave the vault without an admin: the last one can neither go nor step down', async () => {
    const vault = await withClerk()
    const revision = await revisionOf(vault, vault.admin.id)
    const self = { id: vault.admin.id, revision }
    const down = { ...self, name: '王经办', role: 'reader' as const, ...everything }
    expect(await vault.core.do('operators.update', down)).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fields: { role: expect.any(String) } },
    })
    expect((await vault.core.do('operators.disable', { ...self, reason: '调走' })).ok).toBe(false)
    expect((await vault.must('session.me', {})).operator.role).toBe('admin')
  })

  it('feel a change of their own role at once', async () => {
    const vault = await withClerk()
    const second = { name: '赵主任', role: 'admin' as const, ...everything }
    await vault.must('operators.add', { ...second, password: theirs })
    const revision = await revisionOf(vault, vault.admin.id)
    const down = { id: vault.admin.id, name: '王经办', role: 'reader' as const, ...everything }
    await vault.must('operators.update', { ...down, revision })
    expect((await vault.core.do('operators.list', {})).ok).toBe(false)
  })

  it('do not share a name, and a changed name stands on the lock screen', async () => {
    const vault = await withClerk()
    const revision = await revisionOf(vault, vault.clerkId)
    const change = { id: vault.clerkId, revision, role: 'clerk' as const, ...everything }
    expect(await vault.core.do('operators.update', { ...change, name: '王经办' })).toMatchObject({
      ok: false,
      error: { fields: { name: expect.any(String) } },
    })
    await vault.must('operators.update', { ...change, name: '李小村' })
    const { operators } = await vault.must('vault.status', {})
    expect(operators.map(({ name }) => name)).toEqual(['王经办', '李小村'])
  })
})

describe('taking an operator off', () => {
  it('gives the vault a key they never had, and everybody else keeps their password', async () => {
    const vault = await withClerk()
    const entry = keyringOf(vault.dataDir).operators.find(({ id }) => id === vault.clerkId)!
    const oldKey = (await openEntry(entry, theirs))!
    const photo = Buffer.from('一张照片')
    const name = vault.write((ctx) => ctx.attachments.store(photo))
    const revision = await revisionOf(vault, vault.clerkId)
    const off = { id: vault.clerkId, revision, reason: '调离' }
    const { recoverySheet } = await vault.must('operators.disable', off)

    expect(vault.write((ctx) => Buffer.from(ctx.attachments.read(name)))).toEqual(photo)
    await vault.must('vault.lock', {})
    expect(() => openConnection(join(vault.dataDir, 'sangyu.db'), oldKey)).toThrow()
    expect(
      (await vault.core.do('vault.unlock', { operatorId: vault.clerkId, password: theirs })).ok,
    ).toBe(false)
    const { operators } = await vault.must('vault.status', {})
    expect(operators.map((operator) => operator.id)).toEqual([vault.admin.id])
    await vault.must('vault.unlock', { operatorId: vault.admin.id, password: secret })
    await vault.must('vault.lock', {})
    const [first, second] = recoverySheet.halves
    await vault.must('vault.recover', {
      firstHalf: first.code,
      secondHalf: second.code,
      operatorId: vault.admin.id,
      newPassword: '恢复以后-2026',
    })
  })

  it('can be taken back with a new password', async () => {
    const vault = await withClerk()
    const revision = await revisionOf(vault, vault.clerkId)
    await vault.must('operators.disable', { id: vault.clerkId, revision, reason: '休假' })
    const back = { id: vault.clerkId, revision: revision + 1, password: '回来上班-2026' }
    await vault.must('operators.enable', back)
    await asOperator(vault, vault.clerkId, '回来上班-2026')
  })

  it('is refused as a whole while an operator of the first version has not logged in again', async () => {
    const vault = await withClerk()
    const { id: third } = await vault.must('operators.add', {
      ...vault.clerk,
      name: '孙旧人',
      password: theirs,
    })
    const keyring = keyringOf(vault.dataDir)
    const { privateKey } = keyring.operators[2] as OperatorEntry
    const old = { id: third, name: '孙旧人', key: privateKey }
    keyring.operators[2] = old
    writeFileSync(join(vault.dataDir, 'keyring.json'), JSON.stringify({ ...keyring, format: 1 }))
    expect(await vault.core.do('vault.renewKeys', { password: secret })).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', message: expect.stringContaining('孙旧人') },
    })
    await asOperator(vault, vault.admin.id, secret)
  })
})

describe('a change of keys that was cut off', () => {
  async function prepared() {
    const vault = await openTestVault()
    const { operator } = await vault.must('session.me', {})
    await vault.must('helpers.create', { name: '张吉祥' })
    await vault.core.close()
    const access = { operatorId: operator.id, password: secret }
    const open = () =>
      unlockVault({
        ...access,
        dataDir: vault.dataDir,
        migrations: join(programDir, 'db/migrations'),
      })
    return { ...vault, access, open }
  }

  async function namesAfterUnlock(core: Core, access: { operatorId: number; password: string }) {
    expect(await core.do('vault.unlock', access)).toEqual({ ok: true, value: {} })
    const helpers = await core.do('helpers.list', {})
    return JSON.stringify(helpers)
  }

  it('before the keyring changed leaves the vault as it was', async () => {
    const { dataDir, access, open } = await prepared()
    const vault = await open()
    prepareRekeyed(vault, new Uint8Array(32).fill(9))
    vault.close()
    expect(existsSync(join(dataDir, 'sangyu.db.rekeyed'))).toBe(true)
    expect(await namesAfterUnlock(coreOn(dataDir), access)).toContain('张吉祥')
    expect(existsSync(join(dataDir, 'sangyu.db.rekeyed'))).toBe(false)
  })

  it('after the keyring changed is finished at the next opening, old log and all', async () => {
    const { dataDir, access, open } = await prepared()
    const before = temporaryFolder()
    const vault = await open()
    cpSync(dataDir, before, { recursive: true, filter: (path) => !path.endsWith('lock.db') })
    vault.close()
    const core = coreOn(dataDir)
    await core.do('vault.unlock', access)
    const renewed = await core.do('vault.renewKeys', { password: secret })
    expect(renewed.ok).toBe(true)
    await core.close()
    // As a power cut leaves it: new keyring, new copy beside the old database and its log.
    cpSync(join(dataDir, 'sangyu.db'), join(before, 'sangyu.db.rekeyed'))
    cpSync(join(dataDir, 'keyring.json'), join(before, 'keyring.json'))
    expect(await namesAfterUnlock(coreOn(before), access)).toContain('张吉祥')
  })
})

it('opens a keyring of the first version and renews its form', async () => {
  const vault = await openTestVault()
  const { operator } = await vault.must('session.me', {})
  await vault.core.close()
  const keyring = keyringOf(vault.dataDir)
  const [entry] = keyring.operators
  const key = (await openEntry(entry!, secret))!
  // The old form: the vault key itself under the password.
  const salt = randomBytes(16)
  const under = scryptSync(secret.normalize('NFKC'), salt, 32, {
    N: 2 ** 15,
    maxmem: 96 * 1024 * 1024,
  })
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', under, iv)
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]).toString('base64')
  const tag = cipher.getAuthTag().toString('base64')
  const old = { salt: salt.toString('base64'), iv: iv.toString('base64'), tag, sealed }
  const operators = [{ id: operator.id, name: operator.name, key: old }]
  writeFileSync(
    join(vault.dataDir, 'keyring.json'),
    JSON.stringify({ ...keyring, format: 1, operators }),
  )
  const core = coreOn(vault.dataDir)
  const access = { operatorId: operator.id, password: secret }
  expect((await core.do('vault.unlock', access)).ok).toBe(true)
  expect(keyringOf(vault.dataDir)).toMatchObject({
    format: 2,
    operators: [{ publicKey: expect.any(String) }],
  })
  await core.do('vault.lock', {})
  expect((await core.do('vault.unlock', access)).ok).toBe(true)
})

it('refuses every operation a role has no right to, and no other for want of a right', async () => {
  const vault = await openTestVault()
  const { operator: admin } = await vault.must('session.me', {})
  const [village] = await vault.must('villages.list', {})
  const reachOf = { villages: [village!.id], groups: ['elder' as const] }
  for (const role of codesOf(roleLabel)) {
    if (role === 'admin') continue
    const facts = { name: `试${roleLabel[role]}`, role, ...reachOf, password: theirs }
    const { id } = await vault.must('operators.add', facts)
    await asOperator(vault, id, theirs)
    for (const [name, { right }] of Object.entries(contract as Record<string, Op>)) {
      // Operations without a session, and those that would end this one.
      if (right === null || name === 'vault.lock') continue
      const result = await vault.core.call(name, { 不: '认得' })
      const code = result.ok ? 'ok' : result.error.code
      if (mayDo(role, right)) expect(code, `${role} ${name}`).not.toBe('FORBIDDEN')
      else expect(code, `${role} ${name}`).toBe('FORBIDDEN')
    }
    await asOperator(vault, admin.id, secret)
  }
}, 60_000)
