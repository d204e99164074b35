import { allVillages } from '@db/repositories/villages'
import { enterPeople } from '@electron/core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const today = '2026-11-21'
let vault: TestVault
let helperId: number
let people: number[]

beforeEach(async () => {
  vault = await openTestVault(today)
  const [lower] = vault.write((ctx) => allVillages(ctx).map(({ id }) => id)) as [number]
  people = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: lower },
    { name: '解旺', villageId: lower },
    { name: '单桂兰', villageId: lower },
  ])
  helperId = (await vault.must('helpers.create', { name: '张吉祥' })).id
  await vault.must('pairings.create', {
    helperId,
    recipientIds: people.slice(0, 2),
    from: '2026-03-01',
  })
})
afterAll(closeTestVaults)

const answer = (at: number, date: string, more = {}) => ({
  recipientId: people[at]!,
  helperId,
  date,
  rating: 'satisfied' as const,
  way: 'card' as const,
  ...more,
})
const pending = async () => {
  const { period, asked, people } = await vault.must('feedback.pending', {})
  return [period, asked, people.map(({ recipientName }) => recipientName)]
}

describe('feedback about helpers', () => {
  it('is asked once in each half-year, or year, of everybody who has a helper', async () => {
    await vault.must('feedback.record', { entries: [answer(0, '2026-06-30')] })
    expect(await pending()).toEqual(['2026年下半年', 0, ['尉迟彩霞', '解旺']])
    await vault.must('feedback.setSettings', { period: 'year' })
    expect(await pending()).toEqual(['2026年', 1, ['解旺']])
  })

  it('is kept as it was said, and corrected or hidden with a reason', async () => {
    const said = { rating: 'dissatisfied' as const, words: '好久没来了', askedBy: '王经办' }
    const { ids } = await vault.must('feedback.record', {
      entries: [answer(0, today), answer(1, today, said)],
    })
    expect(await vault.must('feedback.list', { recipientId: people[1]! })).toMatchObject([
      { helperName: '张吉祥', ...said },
    ])
    const { recipientId: _, helperId: __, ...corrected } = answer(1, today)
    await vault.must('feedback.update', { id: ids[1]!, revision: 1, ...corrected })
    await vault.must('feedback.void', { id: ids[0]!, reason: '录错人' })
    expect(await vault.must('feedback.list', { helperId })).toMatchObject([
      { recipientName: '解旺', rating: 'satisfied', words: null },
    ])
  })

  // Bugs this catches: an answer about somebody who never helped, before they did, in days to come,
  // or the same card typed twice; and half a pile kept when one card is refused.
  it.each([
    ['2026-11-22', /今天以后/],
    ['2026-02-01', /还没有由这位/],
  ])('refuses an answer of %s and the whole pile with it', async (date, words) => {
    const entries = [answer(1, today), answer(0, date)]
    const refused = await vault.core.do('feedback.record', { entries })
    expect(refused).toMatchObject({ ok: false, error: { message: expect.stringMatching(words) } })
    expect(await vault.must('feedback.list', {})).toEqual([])
  })

  it('refuses what was typed already, and about somebody who never helped', async () => {
    await vault.must('feedback.record', { entries: [answer(0, today)] })
    for (const entries of [
      [answer(0, today)],
      [answer(1, today), answer(1, today)],
      [answer(2, today)],
    ])
      expect(await vault.core.do('feedback.record', { entries })).toMatchObject({ ok: false })
    expect(await vault.must('feedback.list', {})).toHaveLength(1)
  })
})
