import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import {
  absenceScopeLabel,
  contactKindLabel,
  genderLabel,
  housingGradeLabel,
  pairingModeLabel,
  recipientGroupLabel,
  recipientStatusLabel,
  riskLevelLabel,
  selfCareLabel,
} from '@shared/domain/vocabulary'
import { pairingRoleLabel } from '@shared/domain/pairings/vocabulary'
import type { RecipientField } from '@shared/domain/recipient-fields'
import { repeated, type Field, type Repeated } from './field'
import { fittedPicture } from './picture'
import type { ContactRecord, FamilyRecord, PairingRecord, RecipientRecord } from './record'

/** The printed photograph: 2 寸, fitted into this box. */
const photoBoxMm = { width: 32, height: 42 }
/** Printed in the frame while a file has no photograph. */
const photoPlaceholder = '照片'

const date = (value: string | null): string => (value ? formatPartialDate(value) : '')
const list = (words: readonly string[]): string => words.join('、')
function label<Code extends string>(labels: Record<Code, string>, code: Code | null): string {
  return code === null ? '' : labels[code]
}
/** Phrases in one cell, empty ones left out. */
const phrase = (...parts: (string | null | undefined)[]): string =>
  parts.filter((part) => part).join('，')

/** 买药、打扫，每周一次电话，每月 4 小时. */
const promise = ({ commitment, frequency, hours }: PairingRecord): string =>
  phrase(commitment, frequency, hours === null ? null : `每月 ${hours} 小时`)

type Person = Field<RecipientRecord>

function person(tag: string, about: string, example: string, value: Person['value']): Person {
  return { tag, about, example, value }
}

/** A fact of the file, printed as the file shows it. */
function fact(tag: string, field: RecipientField, example: string): Person {
  return person(tag, '', example, (r) => r.facts[field] ?? '')
}

export const personFields: readonly Person[] = [
  person('姓名', '', '尉迟彩霞', (r) => r.name),
  person('曾用名', '', '', (r) => r.formerName),
  person('档案编号', '', '下河-0012', (r) => r.archiveNo),
  person('照片', '按二寸照片框缩放；没有照片时印“照片”二字', '', (r) =>
    r.photo ? fittedPicture(r.photo, photoBoxMm, `${r.name}的照片`) : photoPlaceholder,
  ),
  person('性别', '', '女', (r) => label(genderLabel, r.gender)),
  person('民族', '', '汉族', (r) => r.ethnicity),
  person('出生日期', '公历；只知年月的只印年月', '1934年12月21日', (r) => date(r.birthDate)),
  person('农历生日', '按登记的写法', '冬月十五', (r) => r.lunarBirthday),
  person('年龄', '打印当天的周岁', '91岁', (r) => r.age),
  person('身份证号', '没有查看权限时按规定遮盖', '610999193412210022', (r) => r.idNumber),
  person('文化程度', '', '小学', (r) => r.education),
  person('政治面貌', '', '群众', (r) => r.politicalStatus),
  person('婚姻状况', '', '丧偶', (r) => r.marital),
  person('原职业', '', '务农', (r) => r.occupation),
  person('所属群体', '老人、留守妇女等，可有几个', '老人', (r) =>
    list(r.groups.map((group) => recipientGroupLabel[group])),
  ),
  person('在册状态', '', '在册', (r) => label(recipientStatusLabel, r.status)),
  person('村', '', '下河村', (r) => r.village),
  person('组', '', '三组', (r) => r.villageGroup),
  person('户籍地址', '', '青石镇下河村三组', (r) => r.householdAddress),
  person(
    '现住址',
    '没有门牌时用村和组',
    '下河村三组12号',
    (r) => r.homeAddress ?? [r.village, r.villageGroup].filter(Boolean).join(''),
  ),
  person('联系电话', '几个号码用顿号隔开', '13900000001', (r) =>
    r.phones.length > 0 ? list(r.phones) : r.hasNoPhone ? '无电话' : '',
  ),
  person('居住情况', '', '独居', (r) => r.livingArrangement),
  person('住房情况', '结构和危房等级', '砖木，B级', (r) =>
    phrase(r.housing, label(housingGradeLabel, r.housingGrade)),
  ),
  person('灾害隐患', '', '滑坡点', (r) => r.hazardZone),
  person('健康状况', '', '一般', (r) => r.health),
  person('自理能力', '', '半自理', (r) => label(selfCareLabel, r.selfCare)),
  person('慢性病', '', '高血压、白内障', (r) => list(r.chronicDiseases)),
  person('残疾情况', '类别和等级', '肢体二级', (r) => r.disability),
  person('过敏史', '', '青霉素', (r) => r.allergies),
  person('用药情况', '', '', (r) => r.medication),
  person('医保类别', '', '城乡居民', (r) => r.medicalInsurance),
  person('家庭医生', '', '', (r) => r.familyDoctor),
  person('家庭医生电话', '', '', (r) => r.familyDoctorPhone),
  person('上次体检', '', '2026年4月', (r) => date(r.lastCheckup)),
  person('经济来源', '', '城乡居民养老保险、子女供养', (r) => list(r.incomeSources)),
  person('年收入', '', '3600元', (r) => (r.annualIncome === null ? '' : `${r.annualIncome}元`)),
  person('救助类别', '', '低保', (r) => list(r.reliefKinds)),
  person('享受待遇', '登记在享的待遇，没有登记时用档案里的说明', '高龄津贴每月50元', (r) =>
    r.benefits.length > 0 ? list(r.benefits) : r.benefitsNote,
  ),
  person('日常照料人', '', '邻里', (r) => r.dailyCarer),
  person('监护人', '监护人或委托照料人', '', (r) => r.guardianName),
  person('监护人电话', '', '', (r) => r.guardianPhone),
  person('紧急联系人', '第一联系人', '解旺', (r) => r.emergency[0]?.name ?? ''),
  person('紧急联系人关系', '', '长子', (r) => r.emergency[0]?.relation ?? ''),
  person('紧急联系人电话', '', '13900000002', (r) => r.emergency[0]?.phone ?? ''),
  person('第二联系人', '', '', (r) => r.emergency[1]?.name ?? ''),
  person('第二联系人关系', '', '', (r) => r.emergency[1]?.relation ?? ''),
  person('第二联系人电话', '', '', (r) => r.emergency[1]?.phone ?? ''),
  person('服务需求', '', '生活照料、医疗保健', (r) => list(r.serviceNeeds)),
  person('对象类别', '全部类别', '留守、独居、高龄', (r) =>
    list(r.categories.map((category) => category.label)),
  ),
  person('类别依据', '每个类别一句', '留守：两名子女均在县外务工满半年', (r) =>
    r.categories
      .filter((category) => category.reason)
      .map((category) => `${category.label}：${category.reason}`)
      .join('\n'),
  ),
  person('服务类别', '无偿、低偿、有偿或志愿', '无偿', (r) => r.serviceTier?.label ?? ''),
  person('服务类别依据', '', '属于低保，现年91岁', (r) => r.serviceTier?.reason ?? ''),
  person('风险等级', '', '重点', (r) => label(riskLevelLabel, r.riskLevel)),
  person('风险依据', '', '', (r) => r.riskReason),
  person('帮扶人', '现在结对的全部帮扶人', '张吉祥', (r) =>
    list(r.pairings.map((pairing) => pairing.helper)),
  ),
  person('帮扶人电话', '第一位帮扶人', '13900000003', (r) => r.pairings[0]?.phone ?? ''),
  person('帮扶人单位', '第一位帮扶人', '青石镇卫生院', (r) => r.pairings[0]?.unit ?? ''),
  person('帮扶承诺', '各帮扶人的承诺内容、频次和时数', '每周一次电话，每月 4 小时', (r) =>
    r.pairings
      .filter((pairing) => promise(pairing) !== '')
      .map((pairing) =>
        r.pairings.length > 1 ? `${pairing.helper}：${promise(pairing)}` : promise(pairing),
      )
      .join('；'),
  ),
  person('结对方式', '第一位帮扶人', '一对一', (r) =>
    label(pairingModeLabel, r.pairings[0]?.mode ?? null),
  ),
  person('结对日期', '第一位帮扶人', '2026年3月', (r) => date(r.pairings[0]?.from ?? null)),
  person('镇督导员', '责任链第一级', '赵所长', (r) => r.supervisor?.name ?? ''),
  person('镇督导员电话', '', '13900000004', (r) => r.supervisor?.phone ?? ''),
  person('村第一责任人', '责任链第二级', '钱书记', (r) => r.firstResponsible?.name ?? ''),
  person('村第一责任人电话', '', '13900000005', (r) => r.firstResponsible?.phone ?? ''),
  person('赡养人', '姓名和关系', '解旺（儿子）', (r) =>
    list(
      r.family
        .filter((member) => member.isSupporter)
        .map((member) => (member.relation ? `${member.name}（${member.relation}）` : member.name)),
    ),
  ),
  person('子女外出', '外出子女各在何处', '解旺：东莞', (r) =>
    r.family
      .filter((member) => member.absence)
      .map((member) => `${member.name}：${whereabouts(member)}`)
      .join('；'),
  ),
  person('知情同意', '签订同意书的日期', '2026年1月10日', (r) => date(r.consentOn)),
  person('采集人', '', '', (r) => r.collectedBy),
  person('采集日期', '', '2026年1月10日', (r) => date(r.collectedOn)),
  person('备注', '', '', (r) => r.remark),
  fact('宗教信仰', 'religion', '无'),
  fact('户口是否登记', 'householdRegistered', '是'),
  fact('人户状态', 'residenceState', '户在人在'),
  fact('住房性质', 'housingTenure', '自有'),
  fact('住房结构', 'housingStructure', '砖木'),
  fact('住房安全等级', 'housingGrade', 'B级'),
  fact('水电气暖', 'utilities', '自来水、通电'),
  fact('精神状况', 'mentalState', '正常'),
  fact('既往史', 'medicalHistory', '2019年髋部手术'),
  fact('辅具', 'assistiveDevices', '拐杖'),
  fact('签约日期', 'familyDoctorSignedOn', '2026.03.01'),
  fact('残疾证号', 'disabilityCertificate', '61099919341221002242'),
  fact('残疾类别', 'disabilityClass', '肢体'),
  fact('残疾等级', 'disabilityLevel', '二级'),
  fact('生活状况', 'livingStandard', '一般'),
  fact('救助证号', 'reliefCertificate', ''),
  fact('救助开始', 'reliefFrom', '2024.01'),
  fact('救助到期', 'reliefTo', '2026.12'),
  fact('承包地', 'contractedLand', '2.5'),
  fact('抚育孙辈', 'raisedGrandchildren', '1'),
  fact('照料人', 'carerName', '邻居单小岚'),
  fact('照料人电话', 'carerPhone', '13900000004'),
  fact('特长爱好', 'skills', '编竹篮'),
  fact('微心愿', 'wish', '想和儿子视频'),
  fact('监护人关系', 'guardianRelation', '长子'),
  fact('委托照护人', 'substituteGuardianName', '仇玉兰'),
  fact('委托照护人电话', 'substituteGuardianPhone', '13900000005'),
  fact('委托照护起始', 'careEntrustedOn', '2026.02.20'),
  fact('就读学校', 'school', '青石镇中心小学'),
  fact('年级班级', 'grade', '四年级二班'),
  fact('住宿情况', 'boarding', '寄宿'),
  fact('就学状态', 'schooling', '在校'),
  fact('控辍保学措施', 'schoolingNote', ''),
  fact('照护子女', 'childrenInCare', '2'),
  fact('就业意愿', 'employmentWish', '就近就业'),
  fact('培训需求', 'trainingWish', '家政'),
  fact('两癌检查日期', 'cancerScreenedOn', '2026.05.10'),
  fact('两癌检查结果', 'cancerScreenResult', '未见异常'),
  fact('供养方式', 'supportMode', '分散供养'),
  fact('供养机构', 'supportInstitution', ''),
  fact('护理等级', 'nursingLevel', '半护理'),
  fact('同意书签署人', 'consentBy', '解旺（代）'),
  fact('复核人', 'reviewedBy', ''),
  fact('复核日期', 'reviewedOn', ''),
]

function whereabouts(member: FamilyRecord): string {
  const { absence } = member
  if (!absence) return ''
  return absence.place ?? absenceScopeLabel[absence.scope]
}

/** Rows a form keeps so that people can be added by hand. */
const familyRows = 6
const pairingRows = 2
const contactRows = 5

export const personLists: readonly Repeated<RecipientRecord>[] = [
  repeated<RecipientRecord, FamilyRecord>({
    tag: '家庭成员',
    about: '每人一行，至少六行',
    atLeast: familyRows,
    items: (r) => r.family,
    fields: [
      { tag: '序号', about: '', example: '1', value: ({ position }) => String(position) },
      { tag: '成员姓名', about: '', example: '解旺', value: ({ item }) => item.name },
      {
        tag: '关系',
        about: '与本人的关系',
        example: '儿子',
        value: ({ item }) => item.relation,
      },
      {
        tag: '成员性别',
        about: '',
        example: '男',
        value: ({ item }) => label(genderLabel, item.gender),
      },
      { tag: '成员年龄', about: '', example: '58岁', value: ({ item }) => item.age },
      {
        tag: '成员电话',
        about: '',
        example: '13900000002',
        value: ({ item }) => list(item.phones),
      },
      {
        tag: '外出地点',
        about: '没有外出的空着',
        example: '东莞',
        value: ({ item }) => whereabouts(item),
      },
      {
        tag: '外出原因',
        about: '',
        example: '务工',
        value: ({ item }) => item.absence?.reason ?? '',
      },
      {
        tag: '外出时间',
        about: '',
        example: '2014年3月',
        value: ({ item }) => date(item.absence?.since ?? null),
      },
      {
        tag: '是否赡养人',
        about: '',
        example: '是',
        value: ({ item }) => (item.isSupporter ? '是' : '否'),
      },
    ],
  }),
  repeated<RecipientRecord, PairingRecord>({
    tag: '结对帮扶',
    about: '现在的帮扶人，至少两行',
    atLeast: pairingRows,
    items: (r) => r.pairings,
    fields: [
      { tag: '帮扶人姓名', about: '', example: '张吉祥', value: ({ item }) => item.helper },
      {
        tag: '帮扶人身份',
        about: '',
        example: '村干部',
        value: ({ item }) => item.kind,
      },
      { tag: '工作单位', about: '', example: '下河村村委会', value: ({ item }) => item.unit },
      { tag: '电话', about: '', example: '13900000003', value: ({ item }) => item.phone },
      {
        tag: '结对方式',
        about: '',
        example: '一对一',
        value: ({ item }) => label(pairingModeLabel, item.mode),
      },
      { tag: '结对日期', about: '', example: '2026年3月', value: ({ item }) => date(item.from) },
      {
        tag: '主次',
        about: '多对一时',
        example: '主帮扶人',
        value: ({ item }) => label(pairingRoleLabel, item.role),
      },
      {
        tag: '承诺',
        about: '内容、频次和时数',
        example: '买药、打扫，每周一次电话',
        value: ({ item }) => promise(item),
      },
    ],
  }),
  repeated<RecipientRecord, ContactRecord>({
    tag: '走访记录',
    about: '最近五次，新的在前',
    atLeast: contactRows,
    items: (r) => r.contacts.slice(0, contactRows),
    fields: [
      { tag: '日期', about: '', example: '2026年11月3日', value: ({ item }) => date(item.date) },
      { tag: '方式', about: '', example: '入户', value: ({ item }) => contactKindLabel[item.kind] },
      { tag: '走访人', about: '', example: '张吉祥', value: ({ item }) => item.visitor },
      { tag: '情况', about: '', example: '身体尚好', value: ({ item }) => item.summary },
    ],
  }),
]
