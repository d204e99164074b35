import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestVault, type TestVault } from '../../core/test-vault'

let vault: TestVault

beforeAll(async () => {
  vault = await openTestVault()
  const [lower, willow] = await vault.must('villages.list', {})
  const people = [
    ['尉迟彩霞', '61099919341221002X', ['13900001234'], lower!.id],
    ['解旺', null, [], lower!.id],
    ['仇大山', null, ['09173212345'], willow!.id],
    ['单秀兰', null, [], willow!.id],
  ] as const
  for (const [name, idNumber, phones, villageId] of people) {
    await vault.must('recipients.create', {
      facts: { name, idNumber, idNumberNote: '证件原号如此', phones: [...phones] },
      villageId,
      family: name === '解旺' ? [{ name: '解大强', phones: ['13700009876'] }] : [],
    })
  }
})
afterAll(() => vault.close())

const titles = async (text: string): Promise<string[]> =>
  (await vault.must('search.global', { text })).hits
    .filter(({ kind }) => kind === 'recipient')
    .map(({ title }) => title)

describe('the global search', () => {
  it.each([
    ['尉迟', '尉迟彩霞'],
    ['yccx', '尉迟彩霞'],
    ['yuchi cx', '尉迟彩霞'],
    ['彩霞', '尉迟彩霞'],
    ['xw', '解旺'],
    ['jw', '解旺'], // 解 is read jie as well
    ['qds', '仇大山'],
    ['cds', '仇大山'],
    ['sxl', '单秀兰'],
    ['dxl', '单秀兰'],
    ['002x', '尉迟彩霞'],
    ['1234', '尉迟彩霞'],
    ['3212345', '仇大山'],
    ['9876', '解旺'], // by the son's phone
    ['柳林 qds', '仇大山'],
    ['xiahe xw', '解旺'],
  ])('finds by %s', async (text, name) => {
    expect((await titles(text))[0]).toBe(name)
  })

  it('finds nobody by what fits nobody, and a village by its name', async () => {
    expect(await titles('柳林 解旺')).toEqual([])
    expect(await titles('   ')).toEqual([])
    const { hits } = await vault.must('search.global', { text: 'llc' })
    expect(hits[0]).toMatchObject({ kind: 'village', title: '柳林村' })
  })

  it('names a closed file as such, behind those on file', async () => {
    const { rows } = await vault.must('recipients.list', { filter: { text: '仇大山' } })
    await vault.must('recipients.changeStatus', {
      id: rows[0]!.id,
      status: 'deceased',
      from: '2026-11-21',
      reason: '病故',
    })
    const { hits } = await vault.must('search.global', { text: '仇大山' })
    expect(hits[0]?.detail).toContain('死亡')
    expect(await vault.must('recipients.lookup', { text: 'qds' })).toEqual([])
    expect(await vault.must('recipients.lookup', { text: 'qds', activeOnly: false })).toHaveLength(
      1,
    )
  })
})
