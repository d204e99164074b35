import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterPeople } from '@electron/core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'

let vault: TestVault
let first: number
let second: number
let son: number

beforeAll(async () => {
  vault = await openTestVault('2026-11-21')
  const [village] = await vault.must('villages.list', {})
  // On file since this month: due, but nobody overdue.
  const from = '2026-11-01'
  const people = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: village!.id, from, phones: ['15000000001'] },
    { name: '解旺', villageId: village!.id, from },
  ])
  ;[first, second] = people as [number, number]
  const member = {
    name: '尉迟大山',
    phones: ['15000000002'],
    absence: { scope: 'unknown' as const },
  }
  await vault.must('recipients.saveFamilyMember', { recipientId: first, member })
  const { rows } = await vault.must('calls.list', {})
  son = rows.find(({ recipientId }) => recipientId === first)!.family[0]!.id
})
afterAll(closeTestVaults)

const onList = async () =>
  (await vault.must('calls.list', {})).rows.map(({ recipientId, state }) => [recipientId, state])

describe('calls', () => {
  it('lists whom the rules ask to contact, with the family who can be called', async () => {
    const { rows, total } = await vault.must('calls.list', {})
    expect(total).toBe(2)
    expect(rows.find(({ recipientId }) => recipientId === first)).toMatchObject({
      phones: ['15000000001'],
      family: [{ name: '尉迟大山', phones: ['15000000002'] }],
      state: 'due',
    })
  })

  it('keeps an unanswered call as an attempt that counts for nothing', async () => {
    const again = { recipientId: second, result: 'noAnswer' as const, againOn: '2026-11-23' }
    const { contactId } = await vault.must('calls.record', again)
    expect(contactId).toBeNull()
    expect((await vault.must('contacts.list', { recipientId: second })).rows).toEqual([])
    expect((await onList()).map(([id]) => id)).toEqual([first])
  })

  it('registers the contact of an answered call in the same act, a son’s as 联系子女', async () => {
    const toSon = { recipientId: first, familyMemberId: son, result: 'answered' as const }
    const { contactId, id } = await vault.must('calls.record', { ...toSon, note: '年底回来' })
    const { rows } = await vault.must('contacts.list', { recipientId: first })
    expect(rows).toMatchObject([{ id: contactId, kind: 'child', date: '2026-11-21' }])
    await vault.must('calls.void', { id, reason: '打错了' })
    expect((await vault.must('contacts.list', { recipientId: first })).rows).toEqual([])
    expect(await vault.must('calls.ofRecipient', { recipientId: first })).toEqual([])
  })

  it('opens what was told on the phone, and nothing of it stays once the act is undone', async () => {
    const followUp = { ledger: 'need', kind: 'medical' } as const
    const told = { recipientId: first, result: 'answered' as const, problem: '药吃完了', followUp }
    const { contactId } = await vault.must('calls.record', told)
    const needs = async () => (await vault.must('needs.list', {})).rows
    expect(await needs()).toMatchObject([{ content: '药吃完了', contactId, source: 'visit' }])
    const { changeSetId } = (await vault.must('changes.latestOwn', {}))!
    await vault.must('changes.undo', { changeSetId })
    expect(await needs()).toEqual([])
    expect(await vault.must('calls.ofRecipient', { recipientId: first })).toEqual([])
  })

  it('takes somebody off the list once the call is made', async () => {
    await vault.must('calls.record', { recipientId: first, result: 'answered' })
    expect(await onList()).toEqual([])
  })

  it.each([
    [{ result: 'noAnswer', againOn: '2026-11-21' }, 'VALIDATION'],
    [{ result: 'busy', followUp: { ledger: 'need', kind: 'medical' } }, 'VALIDATION'],
    [{ result: 'answered', familyMemberId: 999 }, 'NOT_FOUND'],
  ] as const)('refuses %j and writes nothing', async (input, code) => {
    const before = await vault.must('calls.ofRecipient', { recipientId: first })
    expect(await vault.core.call('calls.record', { recipientId: first, ...input })).toMatchObject({
      ok: false,
      error: { code },
    })
    expect(await vault.must('calls.ofRecipient', { recipientId: first })).toEqual(before)
  })
})
