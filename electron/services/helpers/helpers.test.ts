import { contactsContract } from '@shared/contract/contacts'
import { allVillages } from '@db/repositories/villages'
import { closeFile, enterPeople } from '@electron/core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const today = '2026-11-21'
let vault: TestVault
let villages: number[]
let people: number[]
let zhang: number
let liu: number

beforeEach(async () => {
  vault = await openTestVault(today)
  villages = vault.write((ctx) => allVillages(ctx).map(({ id }) => id))
  people = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: villages[0]! },
    { name: '解旺', villageId: villages[0]! },
    { name: '单桂兰', villageId: villages[1]! },
  ])
  zhang = (await vault.must('helpers.create', { name: '张吉祥', unit: '镇民政办' })).id
  liu = (await vault.must('helpers.create', { name: '刘爱华', unit: '下河村卫生室' })).id
})
afterAll(closeTestVaults)

const unhelped = async (): Promise<string[]> =>
  (await vault.must('pairings.unhelped', {})).map(({ recipientName }) => recipientName)

const pair = (helperId: number, recipientIds: number[], more = {}): Promise<unknown> =>
  vault.must('pairings.create', { helperId, recipientIds, from: '2026-03-01', ...more })

describe('helpers and pairings', () => {
  it('counts the caseload of people on file', async () => {
    await pair(zhang, people)
    closeFile(vault, people[2]!, 'movedOut', '2026-11-01')
    const rows = await vault.must('helpers.list', {})
    expect(rows.map(({ name, initials, caseload, overdue }) => [name, initials, caseload, overdue])) //
      .toEqual([
        ['张吉祥', 'ZJX', 2, 2],
        ['刘爱华', 'LAH', 0, 0],
      ])
    expect(await unhelped()).toEqual([])
  })

  it('names the people left without a helper when one leaves, and moves them in one step', async () => {
    await pair(zhang, people.slice(0, 2))
    await pair(liu, [people[1]!])
    const { ended, left } = await vault.must('helpers.leave', {
      id: zhang,
      on: '2026-11-20',
      reason: '调离',
    })
    expect(ended).toBe(2)
    expect(left.map(({ recipientName }) => recipientName)).toEqual(['尉迟彩霞'])
    expect(await unhelped()).toEqual(['尉迟彩霞', '单桂兰'])
    expect((await vault.must('helpers.list', { serving: 'left' }))[0]).toMatchObject({
      name: '张吉祥',
      leftReason: '调离',
    })
    await pair(liu, [people[0]!], { from: '2026-11-21' })
    expect(await unhelped()).toEqual(['单桂兰'])
    expect(await vault.must('pairings.ofRecipient', { recipientId: people[0]! })).toMatchObject([
      { helperName: '刘爱华', current: true, state: 'overdue' },
      { helperName: '张吉祥', current: false, to: '2026-11-20', endReason: '调离' },
    ])
  })

  it('hands everybody to a successor, but for closed files and those helped already', async () => {
    await pair(zhang, people)
    await pair(liu, [people[1]!])
    closeFile(vault, people[2]!, 'deceased', '2026-10-01')
    const { left } = await vault.must('helpers.leave', {
      id: zhang,
      on: '2026-11-21',
      reason: '退休',
      successorId: liu,
    })
    expect(left).toEqual([])
    const file = await vault.must('helpers.file', { id: liu })
    expect(file.pairings.map(({ recipientName, from }) => [recipientName, from])).toEqual([
      ['解旺', '2026-03-01'],
      ['尉迟彩霞', '2026-11-22'],
    ])
  })

  it('refuses a day of leaving before pairings that were in force, instead of wiping them out', async () => {
    await pair(zhang, [people[0]!])
    await pair(zhang, [people[1]!], { from: '2026-12-01' })
    const early = { id: zhang, on: '1990-01-01', reason: '调离' }
    expect(await vault.core.do('helpers.leave', early)).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fields: { on: '不能早于 2026-03-01' } },
    })
    // One that was only to begin later never was.
    await vault.must('helpers.leave', { ...early, on: '2026-11-20' })
    expect(await vault.must('pairings.ofRecipient', { recipientId: people[1]! })).toEqual([])
  })

  it('keeps one-to-one one-to-one, unless the new helper replaces the old', async () => {
    await pair(zhang, [people[0]!], { mode: 'oneToOne' })
    const again = {
      helperId: liu,
      recipientIds: [people[0]!],
      from: '2026-11-01',
      mode: 'oneToOne' as const,
    }
    expect(await vault.core.do('pairings.create', again)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
    const { replaced } = await vault.must('pairings.create', { ...again, replaceReason: '调整' })
    expect(replaced).toBe(1)
    expect(await vault.must('pairings.ofRecipient', { recipientId: people[0]! })).toMatchObject([
      { helperName: '刘爱华', to: null },
      { helperName: '张吉祥', to: '2026-10-31', endReason: '调整' },
    ])
  })

  it('ends pairings, each once', async () => {
    await pair(zhang, people.slice(0, 2))
    const { pairings } = await vault.must('helpers.file', { id: zhang })
    const end = { ids: pairings.map(({ id }) => id), on: '2026-11-20', reason: '本人要求' }
    await vault.must('pairings.end', end)
    expect(await unhelped()).toHaveLength(3)
    expect(await vault.core.do('pairings.end', end)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
  })

  it('refuses closed files, a second pairing of the same two, and helpers who left', async () => {
    closeFile(vault, people[2]!, 'deceased', '2026-10-01')
    const refused = async (input: object): Promise<string> => {
      const result = await vault.core.call('pairings.create', { from: today, ...input })
      return result.ok ? '' : result.error.message
    }
    expect(await refused({ helperId: zhang, recipientIds: [people[0], people[2]] })).toContain(
      '关闭',
    )
    expect(await unhelped()).toHaveLength(2)
    await pair(zhang, [people[0]!])
    expect(await refused({ helperId: zhang, recipientIds: [people[0]] })).toContain('已经')
    await vault.must('helpers.leave', { id: liu, on: '2026-11-01', reason: '外出务工' })
    expect(await refused({ helperId: liu, recipientIds: [people[1]] })).toContain('离任')
    await vault.must('helpers.rejoin', { id: liu, on: '2026-11-15' })
    expect(await refused({ helperId: liu, recipientIds: [people[1]] })).toBe('')
  })

  it('asks before a namesake of the same unit is entered', async () => {
    const twin = { name: '张吉祥', unit: '镇民政办' }
    expect(await vault.core.do('helpers.create', twin)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
    await vault.must('helpers.create', { ...twin, allowNamesake: true })
    await vault.must('helpers.create', { name: '张吉祥', unit: '镇卫生院' })
  })

  it('shows an operator of one village that village only', async () => {
    await pair(zhang, [people[0]!, people[2]!])
    await pair(liu, [people[2]!])
    const inFirstVillage = vault.write((ctx) => ({
      ...ctx,
      scope: { villages: [villages[0]!], groups: null },
    }))
    const { helpersHandlers } = await import('./index')
    const { homeHandlers } = await import('../home')
    const { contactsHandlers } = await import('../contacts')
    const helpers = await helpersHandlers['helpers.list'](inFirstVillage, { serving: 'now' })
    expect(helpers.map(({ name, caseload }) => [name, caseload])).toEqual([['张吉祥', 1]])
    const file = await helpersHandlers['helpers.file'](inFirstVillage, { id: zhang })
    expect(file.pairings.map(({ recipientName }) => recipientName)).toEqual(['尉迟彩霞'])
    expect(() => helpersHandlers['helpers.file'](inFirstVillage, { id: liu })).toThrow('找不到')
    const { rows } = await homeHandlers['home.due'](inFirstVillage, { limit: 100 })
    expect(rows.map(({ recipientName }) => recipientName)).toEqual(['尉迟彩霞', '解旺'])
    await vault.must('contacts.record', {
      recipientIds: people,
      dates: ['2026-11-20'],
      kind: 'phone',
    })
    const list = await contactsHandlers['contacts.list'](inFirstVillage, { limit: 100 })
    expect(list.rows).toHaveLength(2)
    const foreign = await vault.must('pairings.ofRecipient', { recipientId: people[2]! })
    expect(() =>
      helpersHandlers['pairings.end'](inFirstVillage, {
        ids: [foreign[0]!.id],
        on: today,
        reason: '试',
      }),
    ).toThrow('找不到')
    expect(() =>
      helpersHandlers['helpers.leave'](inFirstVillage, {
        id: zhang,
        on: today,
        reason: '试',
        successorId: null,
        successors: [],
      }),
    ).toThrow('管理范围以外')
    expect(() =>
      contactsHandlers['contacts.record'](
        inFirstVillage,
        contactsContract['contacts.record'].input.parse({
          recipientIds: [people[2]!],
          dates: [today],
          kind: 'phone',
        }),
      ),
    ).toThrow('找不到')
  })
})
