import { contract } from '@shared/contract'
import { expect, test } from './app'
import { call } from './call'

/*
 * The same questions over both transports: what the page gets must not depend on the host. A bug
 * this catches: an error that is a value in one host and a thrown message in the other.
 */

const founding = {
  centre: { name: '青石镇留守老人关爱服务中心', county: '青石县', township: '青石镇' },
  villages: [{ name: '下河村', kind: 'village' }],
  operator: { name: '王经办', password: '松绿-2026-桑榆' },
}

test('errors are values, in Chinese, the same over every transport', async ({ app }) => {
  const refusals: [string, unknown, string][] = [
    ['no.such.operation', {}, 'NOT_FOUND'],
    ['constructor', {}, 'NOT_FOUND'],
    ['vault.unlock', { operatorId: '一', password: 1 }, 'VALIDATION'],
    ['vault.unlock', [1, 2], 'VALIDATION'],
    ['vault.create', { ...founding, surprise: 1 }, 'VALIDATION'],
    ['vault.create', { ...founding, dataDir: '//server/share' }, 'VALIDATION'],
    ['session.me', {}, 'LOCKED'],
    ['jobs.get', { jobId: 1 }, 'LOCKED'],
  ]
  for (const [name, input, code] of refusals) {
    const answer = await call(app.page, name, input)
    expect(answer, name).toMatchObject({ ok: false, error: { code } })
    expect(answer.error?.message, name).toMatch(/[\u4e00-\u9fff]/)
  }
  expect(await call(app.page, 'vault.status', {})).toMatchObject({
    ok: true,
    value: { state: 'absent' },
  })
})

test('every operation refuses what it does not know and changes nothing', async ({ app }) => {
  expect(await call(app.page, 'vault.create', founding)).toMatchObject({ ok: true })
  const before = await call(app.page, 'session.me', {})
  for (const name of Object.keys(contract)) {
    const answer = await call(app.page, name, { unexpected: { deeply: ['wrong', null, 1e99] } })
    expect(answer.ok, name).toBe(false)
    expect(answer.error?.code, name).toBe('VALIDATION')
    expect(answer.error?.message, name).toMatch(/[\u4e00-\u9fff]/)
  }
  expect(await call(app.page, 'session.me', {})).toEqual(before)
})

test('a job tells where it stands and leaves its result', async ({ app }) => {
  await call(app.page, 'vault.create', founding)
  const started = await call(app.page, 'vault.backUp', {})
  const { jobId } = started.value as { jobId: number }
  await expect
    .poll(async () => (await call(app.page, 'jobs.get', { jobId })).value)
    .toMatchObject({ status: 'done', result: { fileName: expect.stringContaining('备份') } })
})
