import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@shared/contract'
import type { RecipientGroup } from '@shared/domain/vocabulary'
import { closeTestVaults, openTestVault, type TestVault } from '../../core/test-vault'
import { TestDesk } from '../imports/test-desk'
import { xlsx } from '../imports/test-workbooks'

type Facts = InputOf<'recipients.create'>['facts']

let vault: TestVault
let villageId: number
beforeEach(async () => {
  vault = await openTestVault()
  villageId = (await vault.must('villages.list', {}))[0]!.id
})
afterAll(closeTestVaults)

const enter = async (facts: Facts, groups: RecipientGroup[]): Promise<number> =>
  (await vault.must('recipients.create', { facts, villageId, groups, from: '2024-01-01' })).id
const factsOf = async (id: number) => (await vault.must('recipients.file', { id })).facts

const ofGroup = {
  woman: {
    childrenInCare: 2,
    employmentWish: '就近就业',
    trainingWish: '家政',
    cancerScreenedOn: '2026-05',
    cancerScreenResult: '未见异常',
  },
  child: {
    substituteGuardianName: '仇玉兰',
    substituteGuardianPhone: '13900000005',
    careEntrustedOn: '2026-02-20',
    school: '青石镇中心小学',
    grade: '四年级二班',
    boarding: '寄宿',
    schooling: '在校',
    schoolingNote: '老师每月家访',
  },
  extremePoverty: {
    supportMode: '分散供养',
    supportInstitution: '青石镇敬老院',
    nursingLevel: '半护理',
  },
}

describe.each(['woman', 'child', 'extremePoverty'] as const)('the section of %s', (group) => {
  it('is kept with its history, stands in the list, and stays readable outside the group', async () => {
    const id = await enter({ name: '尉迟彩霞' }, [group])
    const { revision } = await vault.must('recipients.file', { id })
    await vault.must('recipients.update', { id, revision, facts: ofGroup[group] })
    await vault.must('recipients.setGroups', {
      id,
      groups: ['elder'],
      from: '2026-11-21',
      reason: '情况变化',
    })
    expect(await factsOf(id)).toMatchObject(ofGroup[group])
    const fields = Object.keys(ofGroup[group]) as (keyof (typeof ofGroup)['child'])[]
    const { rows } = await vault.must('recipients.list', { fields })
    expect(rows[0]!.facts).toEqual(ofGroup[group])
    const history = await vault.must('recipients.history', { id })
    const changed = history.find(({ kind, entity }) => kind === 'update' && entity === 'recipient')!
    expect(changed.fields.map(({ field }) => field).sort()).toEqual(fields.sort())
    expect(changed.fields.every(({ restorable }) => restorable)).toBe(true)
  })

  it('is asked of that group only', async () => {
    const inGroup = await enter({ name: '解旺' }, [group])
    const elder = await enter({ name: '仇大山' }, ['elder'])
    const asked = async (id: number) =>
      (await vault.must('completeness.of', { id })).missing.filter(({ part }) => part === group)
    expect((await asked(inGroup)).length).toBeGreaterThan(0)
    expect(await asked(elder)).toEqual([])
    const { revision } = await vault.must('recipients.file', { id: inGroup })
    const facts = { ...ofGroup[group], carerName: '单小岚' }
    await vault.must('recipients.update', { id: inGroup, revision, facts })
    expect(await asked(inGroup)).toEqual([])
  })
})

it('holds the facts of several groups for who is in several', async () => {
  const both = { ...ofGroup.woman, ...ofGroup.extremePoverty }
  const id = await enter({ name: '尉迟彩霞', ...both }, ['woman', 'extremePoverty'])
  expect(await factsOf(id)).toMatchObject(both)
})

it.each([
  [
    'children',
    'child',
    '姓名 性别 出生日期 村 学校 年级 是否寄宿 就学情况 监护人 监护人电话 替代监护人',
    '祁小云 女 2016-05-06 下河村 青石镇中心小学 四年级 寄宿 在校 祁玉兰 13900000003 仇玉兰',
    {
      school: '青石镇中心小学',
      grade: '四年级',
      boarding: '寄宿',
      schooling: '在校',
      guardianName: '祁玉兰',
      substituteGuardianName: '仇玉兰',
    },
  ],
  [
    'women',
    'woman',
    '姓名 性别 出生日期 村 照护子女数 就业意向 培训意愿 两癌筛查时间 两癌筛查结果',
    '祁秀云 女 1988-05-06 下河村 2 就近就业 家政 2026.5.10 未见异常',
    {
      childrenInCare: 2,
      employmentWish: '就近就业',
      trainingWish: '家政',
      cancerScreenedOn: '2026-05-10',
      cancerScreenResult: '未见异常',
    },
  ],
  [
    'the poorest',
    'extremePoverty',
    '姓名 性别 出生日期 村 供养方式 护理级别 特困证号 供养机构',
    '祁大山 男 1950-05-06 下河村 集中供养 全护理 TK-007 青石镇敬老院',
    {
      supportMode: '集中供养',
      nursingLevel: '全护理',
      reliefCertificate: 'TK-007',
      supportInstitution: '青石镇敬老院',
    },
  ],
] as const)('is read from a ledger of %s under its own headers', async (_, __, head, row, told) => {
  const desk = new TestDesk(vault)
  const importId = await desk.open(await xlsx({ rows: [head.split(' '), row.split(' ')] }))
  await desk.apply(importId)
  const { rows } = await vault.must('recipients.list', {})
  expect(await factsOf(rows[0]!.id)).toMatchObject(told)
})

describe('the consent of a child', () => {
  const child = { name: '祁小云', birthDate: '2016-05-06' }

  it('under fourteen is signed by the guardian, never by the child', async () => {
    await expect(
      enter({ ...child, consentOn: '2026-11-01', consentBy: '祁小云' }, ['child']),
    ).rejects.toMatchObject({
      failure: { fields: { consentBy: expect.stringContaining('由监护人签署') } },
    })
    const signed = { ...child, consentOn: '2026-11-01', consentBy: '祁玉兰' }
    expect(await factsOf(await enter(signed, ['child']))).toMatchObject(signed)
  })

  it('of fourteen and more may be the own', async () => {
    const older = {
      ...child,
      birthDate: '2012-11-01',
      consentOn: '2026-11-01',
      consentBy: '祁小云',
    }
    expect(await factsOf(await enter(older, ['child']))).toMatchObject(older)
  })
})
