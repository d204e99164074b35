import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  closeTestVaults,
  finishedJob,
  openTestVault,
  testFounding,
  type TestVault,
} from '@electron/core/test-vault'
import type { OutputOf } from '@shared/contract'

let vault: TestVault

beforeAll(async () => {
  vault = await openTestVault()
  const [village] = await vault.must('villages.list', {})
  const facts = { name: '尉迟彩霞' }
  const { id } = await vault.must('recipients.create', { facts, villageId: village!.id })
  const { facts: now, revision } = await vault.must('recipients.file', { id })
  expect(now.name).toBe('尉迟彩霞')
  await vault.must('recipients.update', { id, revision, facts: { name: '尉迟彩云' } })
})
afterAll(closeTestVaults)

const prove = async (): Promise<OutputOf<'audit.prove'>> => {
  const { jobId } = await vault.must('audit.prove', {})
  const job = await finishedJob(vault.core, jobId)
  return job.result as OutputOf<'audit.prove'>
}

describe('the audit', () => {
  it('tells who did what, and from what to what', async () => {
    const { rows } = await vault.must('audit.list', { text: '修改档案' })
    expect(rows).toMatchObject([
      { operation: 'recipients.update', operatorName: '王经办', about: '档案 1' },
    ])
    const changes = await vault.must('audit.changes', { id: rows[0]!.id })
    expect(changes[0]!.fields).toContainEqual({
      field: 'name',
      from: '尉迟彩霞',
      to: '尉迟彩云',
      restorable: false,
    })
  })

  it('keeps wrong passwords tried at the locked door, with their times', async () => {
    const { operator } = await vault.must('session.me', {})
    await vault.must('vault.lock', {})
    for (const password of ['猜一猜', '再猜一猜']) {
      expect((await vault.core.do('vault.unlock', { operatorId: operator.id, password })).ok).toBe(
        false,
      )
    }
    const { password } = testFounding.operator
    await vault.must('vault.unlock', { operatorId: operator.id, password })
    const logins = async () => (await vault.must('audit.list', { text: '登录' })).rows
    // Written once the file has been looked through.
    await expect.poll(async () => (await logins()).length).toBe(1)
    expect((await logins())[0]!.about).toMatch(/^此前密码错 2 次（11-21 09:00、11-21 09:00）$/)
    await vault.must('vault.lock', {})
    await vault.must('vault.unlock', { operatorId: operator.id, password })
    await expect.poll(async () => (await logins()).length).toBe(2)
    expect((await logins())[0]!.about).toBe('')
  })

  it('notes every list that was taken out', async () => {
    await vault.must('helpers.create', { name: '张吉祥' })
    const { jobId } = await vault.must('helpers.export', {})
    expect(await finishedJob(vault.core, jobId)).toMatchObject({ status: 'done' })
    const { rows } = await vault.must('audit.list', { text: '导出帮扶人' })
    expect(rows).toMatchObject([{ operation: 'helpers.export', operatorName: '王经办' }])
    expect(rows[0]!.about).not.toBe('')
  })

  it('pages through without losing or repeating an act', async () => {
    const all = (await vault.must('audit.list', { limit: 500 })).rows.map(({ id }) => id)
    const seen: number[] = []
    let after: { at: string; id: number } | undefined
    do {
      const page = await vault.must('audit.list', { limit: 2, after })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toEqual(all)
  })

  it('proves the chain, and finds a value altered, a header altered, a change cut out', async () => {
    expect(await prove()).toMatchObject({ brokenAt: null, head: expect.any(String) })
    const tamper = (sql: string): void =>
      vault.write(({ db }) => void db.$client.prepare(sql).run())
    const statements = [
      `update change set fields = replace(fields, '尉迟彩霞', '尉迟彩旦') where fields like '%尉迟彩霞%'`,
      `update change_set set operator_id = null where operation = 'recipients.update'`,
      `delete from change where change_set_id = (select id from change_set where operation = 'recipients.update')`,
    ]
    for (const statement of statements) {
      const copy = vault.write(({ db }) => ({
        sets: db.$client.prepare('select * from change_set').all(),
        changes: db.$client.prepare('select * from change').all(),
      }))
      tamper(statement)
      expect((await prove()).brokenAt, statement).not.toBeNull()
      vault.write(({ db }) => {
        restore(db.$client, 'change_set', copy.sets)
        restore(db.$client, 'change', copy.changes)
      })
      expect((await prove()).brokenAt, 'put back').toBeNull()
    }
  })
})

function restore(
  client: { prepare(sql: string): { run(...values: unknown[]): unknown } },
  table: string,
  rows: unknown[],
): void {
  for (const row of rows as Record<string, unknown>[]) {
    const columns = Object.keys(row)
    const marks = columns.map(() => '?').join(', ')
    client
      .prepare(`insert or replace into ${table} (${columns.join(', ')}) values (${marks})`)
      .run(...Object.values(row))
  }
}
