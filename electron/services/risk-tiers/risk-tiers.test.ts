import { allVillages } from '@db/repositories/villages'
import { enterPeople } from '@electron/core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { knownFacts, askedDay } from '@shared/domain/criteria/arbitraries'
import { judgeAll } from '@shared/domain/criteria/criterion'
import { proposeRiskTier, publishedRiskTiers } from '@shared/domain/risk-tiers/propose'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let vault: TestVault
let people: number[]

beforeAll(async () => {
  vault = await openTestVault('2026-11-21')
  const [village] = vault.write((ctx) => allVillages(ctx).map(({ id }) => id))
  people = enterPeople(vault, [
    { name: '尉迟彩霞', villageId: village!, birthDate: '1950-12-04' },
    { name: '解旺', villageId: village!, birthDate: '1950-01-02' },
    { name: '单桂兰', villageId: village!, birthDate: '1955-06-01' },
    { name: '仇小宝', villageId: village!, birthDate: '2015-11-21', group: 'child' },
  ])
  const facts = [
    { chronicDiseases: ['老年痴呆'] },
    { chronicDiseases: ['无'], reliefKinds: ['extremePoverty' as const] },
    { chronicDiseases: ['无'] },
  ]
  for (const [at, patch] of facts.entries()) {
    const { revision } = await vault.must('recipients.file', { id: people[at]! })
    await vault.must('recipients.update', { id: people[at]!, revision, facts: patch })
  }
  await vault.must('recipients.setRisk', {
    id: people[1]!,
    level: 'high',
    from: '2026-01-01',
    reason: '入户评估',
  })
})
afterAll(closeTestVaults)

const proposals = async () =>
  (await vault.must('riskTiers.proposals', {})).rows.map(
    ({ recipientName, now, proposed, kind }) => [recipientName, now, proposed, kind],
  )

describe('分级建议', () => {
  it('is the highest level of which a rule holds, over everybody', () => {
    fc.assert(
      fc.property(knownFacts, (facts) => {
        const holds = (level: 'high' | 'key'): boolean =>
          publishedRiskTiers.some(
            (rule) => rule.level === level && judgeAll(rule.conditions, facts, askedDay).holds,
          )
        const expected = holds('high') ? 'high' : holds('key') ? 'key' : 'general'
        expect(proposeRiskTier(publishedRiskTiers, facts, askedDay).level).toBe(expected)
      }),
    )
  })

  it('stands beside the level on file, of elders only, and names what is missing', async () => {
    expect(await proposals()).toEqual([
      ['尉迟彩霞', null, 'high', 'unset'],
      ['解旺', 'high', 'key', 'lower'],
      ['单桂兰', null, 'general', 'unset'],
    ])
    const { rows, counts } = await vault.must('riskTiers.proposals', { kind: 'unset' })
    expect(counts).toEqual({ unset: 2, higher: 0, lower: 1, same: 0 })
    expect(rows[0]!.reason).toBe('患失智、严重高血压、心脏病的老人：患有老年痴呆')
    expect(rows[1]!.missing.length).toBeGreaterThan(0)
  })

  it('changes nobody before it is adopted, and is taken back in one step', async () => {
    const { changed } = await vault.must('riskTiers.adopt', { recipientIds: people.slice(0, 2) })
    expect(changed).toBe(2)
    const file = await vault.must('recipients.file', { id: people[0]! })
    expect(file.riskLevel).toBe('high')
    expect(await vault.must('riskTiers.adopt', { recipientIds: people.slice(0, 2) })).toEqual({
      changed: 0,
    })
    const child = await vault.core.do('riskTiers.adopt', { recipientIds: [people[2]!, people[3]!] })
    expect(child).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    expect((await proposals())[2]).toEqual(['单桂兰', null, 'general', 'unset'])
  })

  it('follows the conditions an office edits, and goes back to the published ones', async () => {
    await vault.must('riskTiers.saveRules', {
      rules: [
        {
          title: '70周岁及以上',
          level: 'high',
          conditions: [{ kind: 'age', from: 70, upTo: null }],
        },
      ],
    })
    expect((await vault.must('riskTiers.rules', {})).own).toBe(true)
    expect((await proposals()).map(([name, , level]) => [name, level])).toEqual([
      ['尉迟彩霞', 'high'],
      ['解旺', 'high'],
      ['单桂兰', 'high'],
    ])
    await vault.must('riskTiers.saveRules', { rules: null })
    expect((await vault.must('riskTiers.rules', {})).own).toBe(false)
  })
})
