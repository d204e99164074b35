import { benefitColumns, benefitFieldLabel, isBenefit, type BenefitColumn } from './benefit-columns'

/*
 * What a column of a ledger can mean. A field is `subject.attribute`: whose fact it is and which,
 * because one ledger names the telephone of the elder, of the child and of the helper.
 */

export const ledgerKindLabel = {
  people: '人员台账',
  pairings: '结对帮扶花名册',
  contacts: '走访联系记录',
} as const
export type LedgerKind = keyof typeof ledgerKindLabel

export const fieldLabel = {
  'record.serial': '序号',
  'record.remark': '备注',
  'recipient.name': '姓名',
  'recipient.gender': '性别',
  'recipient.age': '年龄',
  'recipient.birth': '出生日期',
  'recipient.idNumber': '身份证号',
  'recipient.phone': '联系电话',
  'recipient.village': '村（社区）',
  'recipient.group': '村民小组',
  'recipient.place': '所在村组',
  'recipient.address': '现住址',
  'recipient.registeredAddress': '户籍地址',
  'recipient.category': '类别',
  'recipient.ethnicity': '民族',
  'recipient.education': '文化程度',
  'recipient.political': '政治面貌',
  'recipient.formerName': '曾用名',
  'recipient.occupation': '原职业',
  'recipient.insurance': '医保类别',
  'recipient.allergies': '过敏史',
  'recipient.marital': '婚姻状况',
  'recipient.health': '健康状况',
  'recipient.chronic': '慢性病',
  'recipient.selfCare': '自理能力',
  'recipient.living': '居住情况',
  'recipient.income': '经济来源',
  'recipient.relief': '救助类别',
  'recipient.disability': '残疾情况',
  'recipient.disabilityNumber': '残疾证号',
  'recipient.housing': '住房情况',
  'recipient.needs': '服务需求',
  'recipient.registeredOn': '登记日期',
  'recipient.religion': '宗教信仰',
  'recipient.registered': '户口是否登记',
  'recipient.residenceState': '人户状态',
  'recipient.tenure': '住房性质',
  'recipient.structure': '住房结构',
  'recipient.utilities': '水电气暖',
  'recipient.hazard': '隐患区域',
  'recipient.mental': '精神状况',
  'recipient.history': '既往史',
  'recipient.medication': '长期用药',
  'recipient.devices': '辅具',
  'recipient.checkup': '上次体检',
  'recipient.annualIncome': '年收入（元）',
  'recipient.standard': '生活状况',
  'recipient.reliefNumber': '救助证号',
  'recipient.reliefFrom': '救助开始',
  'recipient.reliefTo': '救助到期',
  'recipient.land': '承包地（亩）',
  'recipient.grandchildren': '抚育孙辈（人）',
  'recipient.skills': '特长爱好',
  'recipient.wish': '微心愿',
  'recipient.collectedBy': '采集人',
  'recipient.reviewedBy': '复核人',
  'recipient.consentOn': '同意书日期',
  'recipient.entrustedTo': '委托照护人',
  'recipient.entrustedPhone': '委托照护人电话',
  'recipient.entrustedOn': '委托照护起始',
  'recipient.school': '就读学校',
  'recipient.grade': '年级班级',
  'recipient.boarding': '住宿情况',
  'recipient.schooling': '就学状态',
  'recipient.schoolingNote': '控辍保学措施',
  'recipient.childrenInCare': '照护子女（人）',
  'recipient.employmentWish': '就业意愿',
  'recipient.trainingWish': '培训需求',
  'recipient.screenedOn': '两癌检查日期',
  'recipient.screenResult': '两癌检查结果',
  'recipient.supportMode': '供养方式',
  'recipient.supportInstitution': '供养机构',
  'recipient.nursingLevel': '护理等级',
  'recipient.tier': '服务类别',
  'recipient.account': '一卡通账号',
  'recipient.accountHolder': '一卡通户名',
  'recipient.accountRelation': '与户主关系',
  'recipient.bank': '开户行',
  'supervisor.name': '镇督导员',
  'supervisor.post': '镇督导员职务',
  'supervisor.phone': '镇督导员电话',
  'firstResponsible.name': '村第一责任人',
  'firstResponsible.post': '村第一责任人职务',
  'firstResponsible.phone': '村第一责任人电话',
  'carer.name': '日常照料人',
  'carer.phone': '照料人电话',
  'doctor.name': '家庭医生',
  'doctor.phone': '家庭医生电话',
  'doctor.signedOn': '家庭医生签约日期',
  'child.name': '子女姓名',
  'child.relation': '与老人关系',
  'child.gender': '子女性别',
  'child.age': '子女年龄',
  'child.idNumber': '子女身份证号',
  'child.place': '外出地点',
  'child.since': '外出时间',
  'child.reason': '外出原因',
  'child.phone': '子女电话',
  'child.visits': '回家频次',
  'child.count': '子女数',
  'guardian.name': '监护人',
  'guardian.relation': '与监护人关系',
  'guardian.phone': '监护人电话',
  'spouse.name': '配偶姓名',
  'spouse.phone': '配偶电话',
  'spouse.place': '配偶外出地点',
  'father.name': '父亲姓名',
  'father.phone': '父亲电话',
  'father.place': '父亲外出地点',
  'mother.name': '母亲姓名',
  'mother.phone': '母亲电话',
  'mother.place': '母亲外出地点',
  'emergency.name': '紧急联系人',
  'emergency.relation': '紧急联系人关系',
  'emergency.phone': '紧急联系人电话',
  'helper.name': '帮扶人',
  'helper.gender': '帮扶人性别',
  'helper.unit': '帮扶人单位',
  'helper.position': '帮扶人职务',
  'helper.kind': '帮扶人身份',
  'helper.phone': '帮扶人电话',
  'helper.idNumber': '帮扶人身份证号',
  'helper.address': '帮扶人住址',
  'helper.capacity': '最多帮扶人数',
  'helper.serves': '服务的村（社区）',
  'pairing.since': '结对时间',
  'pairing.until': '结束时间',
  'pairing.mode': '结对方式',
  'pairing.commitment': '帮扶内容',
  'pairing.frequency': '承诺频次',
  'pairing.hours': '承诺时数（小时/月）',
  'contact.month': '走访月份',
  'contact.date': '走访日期',
  'contact.kind': '走访方式',
  'contact.summary': '主要情况',
  'contact.problem': '发现问题',
  'contact.result': '处理结果',
  'visitor.name': '走访人',
  'visitor.phone': '走访人电话',
  'flag.leftBehind': '是否留守',
  'flag.livingAlone': '是否独居',
  'flag.emptyNest': '是否空巢',
  'flag.advancedAge': '是否高龄',
  'flag.incapacitated': '是否失能',
  'flag.partlyIncapacitated': '是否半失能',
  'flag.subsistenceAllowance': '是否低保',
  'flag.marginalIncome': '是否低保边缘',
  'flag.extremePoverty': '是否特困',
  'flag.disability': '是否残疾',
  'flag.severeDisability': '是否重残',
  'flag.specialCare': '是否优抚',
  'flag.povertyMonitored': '是否脱贫监测',
  'flag.bereavedOnlyChildFamily': '是否计生特殊',
  ...benefitFieldLabel,
} as const
export type Field = keyof typeof fieldLabel

export type Subject =
  | 'record'
  | 'recipient'
  | 'carer'
  | 'doctor'
  | 'child'
  | 'guardian'
  | 'spouse'
  | 'father'
  | 'mother'
  | 'emergency'
  | 'helper'
  | 'visitor'
  | 'pairing'
  | 'contact'
  | 'flag'
  /** Links of 责任链. */
  | 'supervisor'
  | 'firstResponsible'
  | BenefitColumn
  /** Somebody a file has no place for: 包抓领导, 户主. Their telephone is nobody else's. */
  | 'stranger'

export const allFields = Object.keys(fieldLabel) as Field[]

export function subjectOf(field: Field): Subject {
  return field.slice(0, field.indexOf('.')) as Subject
}

/** Who a row of each kind of ledger is about, tells and concerns. */
const subjectsOfKind: Record<LedgerKind, ReadonlySet<Subject>> = {
  people: new Set<Subject>([
    'record',
    'recipient',
    'carer',
    'doctor',
    'child',
    'guardian',
    'spouse',
    'father',
    'mother',
    'emergency',
    'helper',
    'flag',
    'supervisor',
    'firstResponsible',
    ...benefitColumns,
  ]),
  pairings: new Set<Subject>([
    'record',
    'recipient',
    'helper',
    'pairing',
    'supervisor',
    'firstResponsible',
  ]),
  contacts: new Set<Subject>(['record', 'recipient', 'visitor', 'contact']),
}

/** Of the person, only what finds and shows them; a visit record does not change a file. */
const recipientFieldsBeyondPeople: ReadonlySet<Field> = new Set<Field>([
  'recipient.name',
  'recipient.gender',
  'recipient.age',
  'recipient.birth',
  'recipient.idNumber',
  'recipient.phone',
  'recipient.village',
  'recipient.group',
  'recipient.place',
  'recipient.address',
  'recipient.registeredAddress',
  'recipient.category',
])

export function fieldsOf(kind: LedgerKind): Field[] {
  return allFields.filter((field) => {
    const subject = subjectOf(field)
    if (!subjectsOfKind[kind].has(subject)) return false
    return kind === 'people' || subject !== 'recipient' || recipientFieldsBeyondPeople.has(field)
  })
}

/** Several columns may hold these: two telephones, a set of columns per child. */
export function mayRepeat(field: Field): boolean {
  const subject = subjectOf(field)
  return (
    subject === 'child' ||
    (isBenefit(subject) && field.endsWith('.amount')) ||
    field === 'recipient.phone' ||
    field === 'record.remark' ||
    field === 'recipient.category' ||
    field === 'recipient.relief' ||
    field === 'recipient.chronic' ||
    field === 'recipient.utilities' ||
    field === 'recipient.devices'
  )
}
