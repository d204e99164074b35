import type { RecipientGroup } from '@shared/domain/vocabulary'

/** The part of the file in which a fact is typed. */
export type FilePart =
  | 'identity'
  | 'residence'
  | 'emergency'
  | 'paperwork'
  | 'family'
  | 'household'
  | 'health'
  | 'living'
  | 'woman'
  | 'child'
  | 'extremePoverty'

/** One thing a file should say, of whom, how much it matters, and how a helper asks for it. */
export interface CompletenessRule {
  readonly fact: string
  readonly label: string
  readonly part: FilePart
  /** Asked of these groups; null is everybody. */
  readonly groups: readonly RecipientGroup[] | null
  /** Share in the score, relative to the other rules of the same person. */
  readonly weight: number
  /** In words that can be said at the door. */
  readonly question: string
}

const adults = ['elder', 'woman', 'extremePoverty'] as const
const cared = ['elder', 'extremePoverty'] as const

/**
 * What every office needs of a file: to reach the person and the children, to see who is 留守, and
 * to help in an emergency. The fields are those of the survey forms (domain facts §2).
 */
export const completenessRules = [
  {
    fact: 'idNumber',
    label: '身份证号',
    part: 'identity',
    groups: null,
    weight: 8,
    question: '身份证能不能看一下，号码抄下来',
  },
  {
    fact: 'birthDate',
    label: '出生日期',
    part: 'identity',
    groups: null,
    weight: 5,
    question: '哪年哪月哪日生的，过农历还是公历',
  },
  {
    fact: 'gender',
    label: '性别',
    part: 'identity',
    groups: null,
    weight: 3,
    question: '性别补上',
  },
  {
    fact: 'marital',
    label: '婚姻状况',
    part: 'identity',
    groups: adults,
    weight: 3,
    question: '老伴（爱人）还在不在',
  },
  {
    fact: 'phones',
    label: '联系电话',
    part: 'residence',
    groups: null,
    weight: 7,
    question: '有没有电话，号码多少；确实没有也记上',
  },
  {
    fact: 'homeAddress',
    label: '现住址',
    part: 'residence',
    groups: null,
    weight: 5,
    question: '现在住在哪里，几组几号',
  },
  {
    fact: 'residenceState',
    label: '人户状态',
    part: 'residence',
    groups: cared,
    weight: 2,
    question: '户口在不在本村，人是不是常住',
  },
  {
    fact: 'housingGrade',
    label: '住房安全等级',
    part: 'residence',
    groups: adults,
    weight: 3,
    question: '房子鉴定过没有，是几级',
  },
  {
    fact: 'hazardZone',
    label: '隐患区域',
    part: 'residence',
    groups: cared,
    weight: 2,
    question: '房前屋后会不会滑坡、进水；没有就写“无”',
  },
  {
    fact: 'emergency',
    label: '紧急联系人及电话',
    part: 'emergency',
    groups: null,
    weight: 7,
    question: '有急事先打给谁，电话多少',
  },
  {
    fact: 'children',
    label: '子女情况',
    part: 'family',
    groups: cared,
    weight: 7,
    question: '有几个儿女，叫什么；没有儿女也记上',
  },
  {
    fact: 'childrenWhereabouts',
    label: '子女在哪里',
    part: 'family',
    groups: cared,
    weight: 6,
    question: '每个儿女现在在哪里，出去几年了',
  },
  {
    fact: 'childPhone',
    label: '子女电话',
    part: 'family',
    groups: cared,
    weight: 5,
    question: '儿女的电话，至少要一个打得通的',
  },
  {
    fact: 'parents',
    label: '父母情况',
    part: 'family',
    groups: ['child'],
    weight: 7,
    question: '父母叫什么，在哪里，电话多少',
  },
  {
    fact: 'livingArrangement',
    label: '居住情况',
    part: 'household',
    groups: null,
    weight: 6,
    question: '平时和谁住在一起',
  },
  {
    fact: 'dailyCarer',
    label: '日常照料人',
    part: 'household',
    groups: cared,
    weight: 4,
    question: '平时谁照顾；没有人照顾也记上',
  },
  {
    fact: 'guardian',
    label: '监护人及电话',
    part: 'household',
    groups: ['child'],
    weight: 8,
    question: '平时谁管孩子，怎么称呼，电话多少',
  },
  {
    fact: 'health',
    label: '健康状况',
    part: 'health',
    groups: null,
    weight: 5,
    question: '身体怎么样',
  },
  {
    fact: 'selfCare',
    label: '自理能力',
    part: 'health',
    groups: cared,
    weight: 6,
    question: '吃饭、穿衣、上厕所、走路能不能自己来',
  },
  {
    fact: 'chronicDiseases',
    label: '慢性病',
    part: 'health',
    groups: cared,
    weight: 3,
    question: '有没有长年的病，什么病；没有就写“无”',
  },
  {
    fact: 'medication',
    label: '长期用药',
    part: 'health',
    groups: cared,
    weight: 3,
    question: '天天吃什么药；不吃药就写“无”',
  },
  {
    fact: 'allergies',
    label: '药物食物过敏',
    part: 'health',
    groups: null,
    weight: 4,
    question: '打针吃药、吃东西过敏不过敏；不过敏就写“无”',
  },
  {
    fact: 'medicalInsurance',
    label: '医疗保险',
    part: 'health',
    groups: null,
    weight: 2,
    question: '参加的哪一种医保，今年交了没有',
  },
  {
    fact: 'familyDoctor',
    label: '家庭医生',
    part: 'health',
    groups: cared,
    weight: 2,
    question: '签约的医生是谁；没有签约就写“无”',
  },
  {
    fact: 'incomeSources',
    label: '经济来源',
    part: 'living',
    groups: adults,
    weight: 3,
    question: '平时花的钱从哪里来',
  },
  {
    fact: 'serviceTier',
    label: '定服务类别的情况',
    part: 'living',
    groups: cared,
    weight: 3,
    question: '要不要人上门帮忙、送饭、日托；不要就在服务需求里写“无”',
  },
  {
    fact: 'school',
    label: '就读学校',
    part: 'child',
    groups: ['child'],
    weight: 5,
    question: '在哪所学校读书；没上学就写“未上学”',
  },
  {
    fact: 'schooling',
    label: '就学状态',
    part: 'child',
    groups: ['child'],
    weight: 6,
    question: '现在在校、休学，还是没有去上',
  },
  {
    fact: 'boarding',
    label: '住宿情况',
    part: 'child',
    groups: ['child'],
    weight: 2,
    question: '住校还是走读',
  },
  {
    fact: 'employmentWish',
    label: '就业意愿',
    part: 'woman',
    groups: ['woman'],
    weight: 3,
    question: '想不想在附近找活干，想学什么',
  },
  {
    fact: 'cancerScreenedOn',
    label: '两癌检查日期',
    part: 'woman',
    groups: ['woman'],
    weight: 4,
    question: '两癌检查做过没有，哪一年做的',
  },
  {
    fact: 'husband',
    label: '丈夫在哪里',
    part: 'family',
    groups: ['woman'],
    weight: 6,
    question: '丈夫在哪里做工，出去几年了；没有丈夫也记上婚姻状况',
  },
  {
    fact: 'supportMode',
    label: '供养方式',
    part: 'extremePoverty',
    groups: ['extremePoverty'],
    weight: 5,
    question: '集中供养还是分散供养',
  },
  {
    fact: 'nursingLevel',
    label: '护理等级',
    part: 'extremePoverty',
    groups: ['extremePoverty'],
    weight: 5,
    question: '护理等级定的哪一档：全自理、半护理、全护理',
  },
  {
    fact: 'carerName',
    label: '照料服务人',
    part: 'extremePoverty',
    groups: ['extremePoverty'],
    weight: 4,
    question: '照料服务人是谁，签了协议没有',
  },
  {
    fact: 'consentOn',
    label: '同意书日期',
    part: 'paperwork',
    groups: null,
    weight: 2,
    question: '同意书签了没有，请本人或家属签字',
  },
] as const satisfies readonly CompletenessRule[]

export type CompletenessFact = (typeof completenessRules)[number]['fact']
export const completenessFactLabel = Object.fromEntries(
  completenessRules.map(({ fact, label }) => [fact, label]),
) as Record<CompletenessFact, string>
