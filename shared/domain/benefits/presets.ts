import type { Criterion } from '../criteria/criterion'
import type { Category } from '../vocabulary'
import type { Benefit } from './catalogue'

const aged = (from: number, upTo: number | null = null): Criterion => ({ kind: 'age', from, upTo })
const anyOf = (...categories: Category[]): Criterion => ({ kind: 'category', anyOf: categories })

/** 经济困难: families the office already knows to be in need. */
const inHardship = anyOf(
  'subsistenceAllowance',
  'marginalIncome',
  'rigidExpenditure',
  'extremePoverty',
  'povertyMonitored',
)

type Preset = Pick<Benefit, 'code' | 'title' | 'kind' | 'payment' | 'conditions'> & Partial<Benefit>

const preset = (facts: Preset): Benefit => ({
  from: '1900-01-01',
  to: null,
  national: true,
  basis: '国家基本养老服务清单',
  register: true,
  bands: [],
  ...facts,
})

/**
 * What an office starts with: the sixteen services of the national list and the two subsidies for
 * the disabled. Rates are local and are left for the office to fill in. Where another part of the
 * program keeps the record (visits, assessments, check-ups) no register is kept beside it.
 */
export const benefitPresets: readonly Benefit[] = [
  preset({
    code: 'employeePension',
    title: '职工基本养老保险',
    kind: 'material',
    payment: 'monthly',
    conditions: null,
    register: false,
  }),
  preset({
    code: 'residentPension',
    title: '城乡居民基本养老保险',
    kind: 'material',
    payment: 'monthly',
    conditions: null,
    register: false,
  }),
  preset({
    code: 'oldAgeAllowance',
    title: '高龄津贴',
    kind: 'material',
    payment: 'monthly',
    basis: '国家基本养老服务清单；标准由当地规定，请填写本地金额',
    conditions: [aged(80)],
    bands: [
      { conditions: [aged(80, 89)], amount: null },
      { conditions: [aged(90, 99)], amount: null },
      { conditions: [aged(100)], amount: null },
    ],
  }),
  preset({
    code: 'careServiceSubsidy',
    title: '养老服务补贴',
    kind: 'material',
    payment: 'monthly',
    conditions: [aged(60), inHardship],
  }),
  preset({
    code: 'nursingSubsidy',
    title: '失能老年人护理补贴',
    kind: 'material',
    payment: 'monthly',
    conditions: [aged(60), inHardship, anyOf('incapacitated')],
  }),
  preset({
    code: 'subsistenceAllowance',
    title: '最低生活保障',
    kind: 'material',
    payment: 'monthly',
    conditions: [anyOf('subsistenceAllowance')],
  }),
  preset({
    code: 'extremePovertyAtHome',
    title: '特困人员分散供养',
    kind: 'material',
    payment: 'monthly',
    conditions: [anyOf('extremePoverty')],
  }),
  preset({
    code: 'extremePovertyInstitution',
    title: '特困人员集中供养',
    kind: 'care',
    payment: 'service',
    conditions: null,
    register: false,
  }),
  preset({
    code: 'homeAdaptation',
    title: '家庭适老化改造',
    kind: 'material',
    payment: 'once',
    conditions: [aged(60), inHardship, anyOf('advancedAge', 'incapacitated', 'severeDisability')],
  }),
  preset({
    code: 'healthManagement',
    title: '老年人健康管理',
    kind: 'care',
    payment: 'service',
    conditions: [aged(65)],
    register: false,
  }),
  preset({
    code: 'abilityAssessment',
    title: '老年人能力综合评估',
    kind: 'care',
    payment: 'service',
    conditions: [aged(65)],
    register: false,
  }),
  preset({
    code: 'familyCareSupport',
    title: '家庭养老支持服务',
    kind: 'care',
    payment: 'service',
    conditions: [aged(60), anyOf('incapacitated')],
    register: false,
  }),
  preset({
    code: 'visiting',
    title: '探访关爱服务',
    kind: 'attention',
    payment: 'service',
    conditions: [
      aged(60),
      anyOf(
        'livingAlone',
        'emptyNest',
        'leftBehind',
        'incapacitated',
        'severeDisability',
        'bereavedOnlyChildFamily',
      ),
    ],
    register: false,
  }),
  preset({
    code: 'priorityBereaved',
    title: '计生特殊家庭老年人优先入住公办养老机构',
    kind: 'care',
    payment: 'service',
    conditions: [aged(60), anyOf('bereavedOnlyChildFamily')],
    register: false,
  }),
  preset({
    code: 'priorityMerit',
    title: '作出特殊贡献的老年人优先入住公办养老机构',
    kind: 'care',
    payment: 'service',
    conditions: [aged(60), anyOf('specialCare')],
    register: false,
  }),
  preset({
    code: 'vagrantRelief',
    title: '生活无着的流浪乞讨老年人救助',
    kind: 'attention',
    payment: 'service',
    conditions: null,
    register: false,
  }),
  preset({
    code: 'disabledLivingSubsidy',
    title: '困难残疾人生活补贴',
    kind: 'material',
    payment: 'monthly',
    national: false,
    basis: '残疾人两项补贴；标准由当地规定',
    conditions: [{ kind: 'relief', anyOf: ['disability'] }, anyOf('subsistenceAllowance')],
  }),
  preset({
    code: 'disabledNursingSubsidy',
    title: '重度残疾人护理补贴',
    kind: 'material',
    payment: 'monthly',
    national: false,
    basis: '残疾人两项补贴；标准由当地规定',
    conditions: [anyOf('severeDisability')],
  }),
]
