import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import { categoryPresets } from '@shared/domain/categories/presets'
import { closeTestVaults, openTestVault, type TestVault } from '../../core/test-vault'

let vault: TestVault
let villageId: number

beforeAll(async () => {
  vault = await openTestVault()
  villageId = (await vault.must('villages.list', {}))[0]!.id
})
afterAll(closeTestVaults)

const preset = (key: string) => {
  const { key: _, basis: __, ...definition } = categoryPresets.find((one) => one.key === key)!
  return definition
}

type Member = InputOf<'recipients.saveFamilyMember'>['member']
const awayTo = (
  name: string,
  scope: 'insideCounty' | 'outsideProvince',
  since: string,
): Member => ({
  name,
  relation: 'son',
  isSupporter: true,
  absence: { scope, reason: 'work', since },
})

async function person(name: string, birthDate: string, family: Member[]): Promise<number> {
  const facts = { name, birthDate, livingArrangement: 'alone' as const }
  const { id } = await vault.must('recipients.create', { facts, villageId, family })
  return id
}

const categories = async (id: number) =>
  (await vault.must('recipients.file', { id })).categories.filter(({ holds }) => holds)

describe('类别口径', () => {
  it('names whom a definition would gain and lose before it is saved, and those it has afterwards', async () => {
    const near = await person('解旺', '1950-03-01', [
      awayTo('解强', 'outsideProvince', '2014'),
      awayTo('解军', 'insideCounty', '2019'),
    ])
    const far = await person('尉迟彩霞', '1954-12-21', [
      awayTo('尉迟军', 'outsideProvince', '2019'),
    ])
    const strict = { ...preset('allChildrenOutside'), from: '2026-11-01' }
    const preview = await vault.must('categoryRules.preview', strict)
    const leftBehind = preview.categories.find(({ category }) => category === 'leftBehind')!
    expect(leftBehind).toMatchObject({ before: 2, after: 1, gained: [], lost: [{ id: near }] })
    expect(leftBehind.lost[0]!.reason).toContain('解军在县内')

    await vault.must('categoryRules.save', strict)
    expect((await categories(far)).map(({ category }) => category)).toContain('leftBehind')
    expect((await categories(near)).map(({ category }) => category)).not.toContain('leftBehind')
    const file = await vault.must('recipients.file', { id: near })
    expect(file.categoryDefinition).toEqual({ title: strict.title, from: '2026-11-01' })
    const not = file.categories.find(({ category }) => category === 'leftBehind')!
    expect(not.reason).toContain('解军在县内')
    expect(not.rule).toContain('子女全部离开本县满半年')
  })

  it('leaves the days before a definition to the one before it', async () => {
    const { definitions } = await vault.must('categoryRules.list', {})
    expect(definitions.map(({ from, to, standing }) => [from, to, standing])).toEqual([
      ['2026-11-01', null, 'inForce'],
      ['1900-01-01', '2026-10-31', 'ended'],
    ])
  })

  it('begins a later one on its day, and takes it back until then', async () => {
    await person('仇大山', '1954-05-01', [])
    const later = { ...preset('loose'), from: '2027-01-01' }
    const preview = await vault.must('categoryRules.preview', later)
    expect(preview.asOf).toBe('2027-01-01')
    const aged = preview.categories.find(({ category }) => category === 'advancedAge')!
    expect(aged.gained.map(({ name }) => name)).toContain('仇大山')
    await vault.must('categoryRules.save', later)
    const standings = async () =>
      (await vault.must('categoryRules.list', {})).definitions.map(({ standing }) => standing)
    expect(await standings()).toEqual(['coming', 'inForce', 'ended'])
    await vault.must('categoryRules.remove', { from: '2027-01-01' })
    expect(await standings()).toEqual(['inForce', 'ended'])
    const begun = await vault.core.do('categoryRules.remove', { from: '2026-11-01' })
    expect(begun).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
  })

  it('replaces what was set for the same day instead of keeping two', async () => {
    const same = { ...preset('anyChildAway'), title: '更正', from: '2026-11-01' }
    await vault.must('categoryRules.save', same)
    const { definitions } = await vault.must('categoryRules.list', {})
    expect(definitions.map(({ title }) => title)).toEqual(['更正', '默认口径'])
  })

  it('refuses a definition that contradicts itself', async () => {
    const base = { ...preset('anyChildAway'), from: '2026-11-21' }
    for (const wrong of [
      { ...base, elderFrom: 75, advancedAgeFrom: 70 },
      { ...base, incapacitatedUpTo: 65, partlyIncapacitatedUpTo: 60 },
      { ...base, from: '2026-02-30' },
      { ...base, awayMonths: 0 },
    ]) {
      const refused = await vault.core.do('categoryRules.save', wrong)
      expect(refused).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    }
  })
})
