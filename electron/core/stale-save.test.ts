import { afterEach, expect, it } from 'vitest'
import { failure } from '@shared/contract/failure'
import { shownFailure } from './stale-save'
import { closeTestVaults, openTestVault } from './test-vault'

afterEach(closeTestVaults)

const helper = { name: '张吉祥', unit: '镇卫生院', phones: ['13897124171'], note: '腿脚快' }

it('tells of the newer record only what forms of its area send, not the whole row', async () => {
  const { must, core } = await openTestVault()
  const { id } = await must('helpers.create', helper)
  const { revision } = await must('helpers.file', { id })
  await must('helpers.update', { id, revision, ...helper, unit: '民政所' })
  const refused = await core.call('helpers.update', { id, revision, ...helper, unit: '财政所' })
  if (refused.ok) throw new Error('saved over a newer record')
  const { current } = refused.error.details as { current: Record<string, unknown> }
  expect(current).toMatchObject({ id, revision: revision + 1, unit: '民政所', note: '腿脚快' })
  expect(current['phones']).toEqual(['13897124171'])
  expect(current).not.toHaveProperty('voidedAt')
  expect(current).not.toHaveProperty('initials')
})

it('masks in a refusal what it masks in an answer', () => {
  const stale = (current: object) => failure('CONFLICT', '…', undefined, { current }).failure
  const row = { id: 7, revision: 3, unit: '民政所', phones: ['13897124171'], idNumber: '610999…' }
  expect(shownFailure(stale(row), 'helpers.update', false).details).toEqual({
    current: { id: 7, revision: 3, unit: '民政所', phones: ['138****4171'] },
  })
  const person = { id: 8, revision: 2, name: '解旺', idNumber: '610999193412212068' }
  expect(shownFailure(stale(person), 'recipients.update', false).details).toEqual({
    current: { id: 8, revision: 2, name: '解旺', idNumber: '610999************' },
  })
  expect(shownFailure(stale(person), 'recipients.update', true).details).toEqual({
    current: person,
  })
})

it('leaves every other refusal as it is', () => {
  const { failure: other } = failure('INTERNAL', '…', undefined, { logId: 'a1' })
  expect(shownFailure(other, 'helpers.update', false)).toBe(other)
})
