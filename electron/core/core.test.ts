import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { contract, type OpName } from '@shared/contract'
import type { Core } from './core'
import { closeTestVaults, coreOn, finishedJob, temporaryFolder, testFounding } from './test-vault'

afterEach(closeTestVaults)

async function founded(): Promise<{ core: Core; dataDir: string; halves: [string, string] }> {
  const dataDir = temporaryFolder()
  const core = coreOn(dataDir)
  const result = await core.do('vault.create', testFounding)
  if (!result.ok) throw new Error(result.error.message)
  const [first, second] = result.value.recoverySheet.halves
  return { core, dataDir, halves: [first.code, second.code] }
}

async function operatorId(core: Core): Promise<number> {
  const status = await core.do('vault.status', {})
  if (!status.ok) throw new Error(status.error.message)
  return status.value.operators[0]!.id
}

describe('the vault', () => {
  it('opens again with the password and with nothing else', async () => {
    const { core, dataDir } = await founded()
    const id = await operatorId(core)
    await core.close()
    const again = coreOn(dataDir)
    expect(await again.do('session.me', {})).toMatchObject({ ok: false, error: { code: 'LOCKED' } })
    expect(
      await again.do('vault.unlock', { operatorId: id, password: '错的密码错的' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION' },
    })
    expect(
      await again.do('vault.unlock', { operatorId: id, password: testFounding.operator.password }),
    ).toEqual({ ok: true, value: {} })
    expect(await again.do('session.me', {})).toMatchObject({
      ok: true,
      value: { operator: { name: '王经办' }, centre: { township: '青石镇' } },
    })
  })

  it('writes no name and no password in the clear', async () => {
    const { core, dataDir } = await founded()
    await core.close()
    for (const name of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.db') && !name.endsWith('-wal')) continue
      const bytes = readFileSync(join(dataDir, name))
      expect(bytes.includes(Buffer.from('下河村'))).toBe(false)
      expect(bytes.subarray(0, 15).toString()).not.toBe('SQLite format 3') // even the header
    }
    expect(readFileSync(join(dataDir, 'keyring.json'), 'utf8')).not.toContain(
      testFounding.operator.password,
    )
  })

  it('opens with both recovery halves, in either order, and prints new ones that replace them', async () => {
    const { core, dataDir, halves } = await founded()
    const id = await operatorId(core)
    await core.close()
    const again = coreOn(dataDir)
    const recovered = await again.do('vault.recover', {
      firstHalf: halves[1].toLowerCase().replaceAll('-', ' '),
      secondHalf: halves[0],
      operatorId: id,
      newPassword: '新的密码-2026',
    })
    expect(recovered.ok).toBe(true)
    await again.close()
    const third = coreOn(dataDir)
    expect(
      await third.do('vault.recover', {
        firstHalf: halves[0],
        secondHalf: halves[1],
        operatorId: id,
        newPassword: '再一个密码-2026',
      }),
    ).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    expect(
      await third.do('vault.unlock', { operatorId: id, password: '新的密码-2026' }),
    ).toMatchObject({
      ok: true,
    })
  })

  it('has one writer: a second program is told so and changes nothing', async () => {
    const { core, dataDir } = await founded()
    const second = coreOn(dataDir)
    const id = await operatorId(core)
    expect(
      await second.do('vault.unlock', { operatorId: id, password: testFounding.operator.password }),
    ).toMatchObject({ ok: false, error: { code: 'BUSY' } })
    expect((await core.do('session.me', {})).ok).toBe(true)
  })

  it('is never written over by a second set-up', async () => {
    const { core, dataDir } = await founded()
    await core.do('vault.lock', {})
    expect(await core.do('vault.create', testFounding)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
    writeFileSync(join(dataDir, 'keyring.json'), '{ damaged')
    expect(await core.do('vault.create', testFounding)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
  })

  it.each([
    '//server/share/data',
    '\\\\server\\share\\data',
    '/home/a/OneDrive - 镇政府/桑榆',
    '/home/a/坚果云/x',
  ])('refuses to live in %s', async (dataDir) => {
    const core = coreOn(temporaryFolder())
    expect(await core.do('vault.create', { ...testFounding, dataDir })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION' },
    })
  })

  it('makes a backup that opens with the same key', async () => {
    const { core, dataDir } = await founded()
    const started = await core.do('vault.backUp', {})
    if (!started.ok) throw new Error(started.error.message)
    const job = await finishedJob(core, started.value.jobId)
    expect(job).toMatchObject({ status: 'done' })
    expect(readdirSync(join(dataDir, 'backups'))).toHaveLength(1)
  })

  it('keeps no outcome of a job for whoever unlocks next', async () => {
    const { core } = await founded()
    const operator = await operatorId(core)
    const started = await core.do('vault.backUp', {})
    if (!started.ok) throw new Error(started.error.message)
    const { jobId } = started.value
    await finishedJob(core, jobId)
    await core.do('vault.lock', {})
    const { password } = testFounding.operator
    await core.do('vault.unlock', { operatorId: operator, password })
    expect(await core.do('jobs.get', { jobId })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    })
  })

  it('makes guesses at the password wait even when they come at once', async () => {
    const { core } = await founded()
    const operator = await operatorId(core)
    await core.do('vault.lock', {})
    const guesses = ['一', '二', '三', '四', '五'].map((password) =>
      core.do('vault.unlock', { operatorId: operator, password }),
    )
    const codes = (await Promise.all(guesses)).map((each) => (each.ok ? 'ok' : each.error.code))
    expect(codes).toEqual(['VALIDATION', 'VALIDATION', 'VALIDATION', 'BUSY', 'BUSY'])
  })

  it('takes a second click on unlock for the same wish', async () => {
    const { core } = await founded()
    const operator = await operatorId(core)
    await core.do('vault.lock', {})
    const { password } = testFounding.operator
    const clicks = [1, 2].map(() => core.do('vault.unlock', { operatorId: operator, password }))
    expect((await Promise.all(clicks)).map(({ ok }) => ok)).toEqual([true, true])
  })
})

describe('dispatch', () => {
  it.each([
    ['no.such.operation', {}, 'NOT_FOUND'],
    ['__proto__', {}, 'NOT_FOUND'],
    ['constructor', {}, 'NOT_FOUND'],
    ['vault.unlock', { operatorId: 'eins', password: 1 }, 'VALIDATION'],
    ['vault.unlock', null, 'VALIDATION'],
    ['vault.unlock', [], 'VALIDATION'],
    ['vault.create', { ...testFounding, surprise: true }, 'VALIDATION'],
    ['jobs.get', { jobId: 99 }, 'LOCKED'],
  ])('answers %s with %j as the value %s', async (name, input, code) => {
    const core = coreOn(temporaryFolder())
    expect(await core.call(name, input)).toMatchObject({ ok: false, error: { code } })
  })

  it('refuses a draft of nothing', async () => {
    const { core } = await founded()
    for (const input of [{ id: 'recipient:new' }, { id: 'recipient:new', content: null }])
      expect(await core.call('drafts.put', input)).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION' },
      })
  })

  it('speaks Chinese about every refused input', async () => {
    const { core } = await founded()
    for (const name of Object.keys(contract) as OpName[]) {
      const result = await core.call(name, { unexpected: { deeply: ['wrong'] } })
      if (result.ok) continue
      expect(result.error.message, name).toMatch(/[\u4e00-\u9fff]/)
      expect(result.error.code, name).not.toBe('INTERNAL')
    }
  })
})
