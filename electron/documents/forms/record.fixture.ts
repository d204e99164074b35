import type { FamilyRecord, OfficeRecord, RecipientRecord } from './record'

/** Fictional people for tests. */

export const office: OfficeRecord = {
  centre: '青石镇留守老人关爱服务中心',
  county: '桑榆县',
  township: '青石镇',
  phone: '0900-5550001',
  printedOn: '2026-11-21',
}

const child = (position: number): FamilyRecord => ({
  name: `解旺${position}`,
  relation: position % 2 ? '女儿' : '儿子',
  gender: position % 2 ? 'female' : 'male',
  age: `${58 - (position % 30)}岁`,
  phones: ['13900000002'],
  isSupporter: true,
  absence: { place: '广东东莞', scope: 'outsideProvince', reason: '务工', since: '2014-03' },
})

export function person(changes: Partial<RecipientRecord> = {}, children = 2): RecipientRecord {
  return {
    recipientId: 1,
    archiveNo: '下河-0012',
    name: '尉迟彩霞',
    formerName: null,
    gender: 'female',
    idNumber: '610999193412210023',
    birthDate: '1934-12-21',
    age: '91岁',
    lunarBirthday: '冬月十五',
    ethnicity: '汉族',
    education: '小学',
    politicalStatus: '群众',
    marital: '丧偶',
    occupation: '务农',
    photo: null,
    groups: ['elder'],
    status: 'active',
    village: '下河村',
    villageGroup: '三组',
    householdAddress: '桑榆县青石镇下河村三组12号',
    homeAddress: '下河村三组12号（村小学后面第二排）',
    phones: ['13900000001'],
    hasNoPhone: false,
    livingArrangement: '独居',
    housing: '砖木',
    housingGrade: 'B',
    hazardZone: '后山滑坡点',
    family: Array.from({ length: children }, (_, position) => child(position)),
    emergency: [
      { name: '解旺', relation: '长子', phone: '13900000002' },
      { name: '单小岚', relation: '邻居', phone: '13900000004' },
    ],
    guardianName: '解旺',
    guardianPhone: '13900000002',
    health: '一般',
    selfCare: 'partly',
    chronicDiseases: ['高血压', '白内障'],
    disability: '肢体二级',
    allergies: '青霉素',
    medication: '硝苯地平',
    medicalInsurance: '城乡居民医保',
    familyDoctor: '贺长春',
    familyDoctorPhone: '13900000005',
    lastCheckup: '2026-04',
    incomeSources: ['城乡居民养老保险', '子女供养'],
    annualIncome: 3600,
    reliefKinds: ['低保'],
    benefitsNote: '高龄津贴每月50元',
    dailyCarer: '邻里',
    serviceNeeds: ['生活照料', '医疗保健'],
    categories: [
      { label: '留守', reason: '两名子女均在县外务工满半年，身边没有赡养人' },
      { label: '独居', reason: '配偶已故，一人居住' },
      { label: '高龄', reason: '2014年12月21日满80周岁' },
    ],
    serviceTier: { label: '无偿', reason: '属于低保，现年91岁' },
    benefits: ['高龄津贴每月50元'],
    riskLevel: 'high',
    riskReason: '高龄独居，行动不便',
    pairings: [
      {
        helper: '张吉祥',
        kind: '村干部',
        unit: '下河村村民委员会',
        phone: '13900000003',
        mode: 'oneToOne',
        role: null,
        commitment: '买药、打扫',
        frequency: '每周一次电话',
        hours: 4,
        from: '2026-03',
      },
    ],
    supervisor: { name: '赵所长', post: '民政所所长', phone: '13900000004' },
    firstResponsible: { name: '钱书记', post: '村党支部书记', phone: '13900000005' },
    contacts: [
      {
        date: '2026-11-03',
        kind: 'home',
        visitor: '张吉祥',
        summary: '身体尚好，儿子半年没有来电话',
      },
      { date: '2026-10-28', kind: 'phone', visitor: '张吉祥', summary: null },
    ],
    consentOn: '2026-01-10',
    collectedBy: '邹守成',
    collectedOn: '2026-01-10',
    remark: null,
    facts: {
      housingStructure: '砖木',
      utilities: '自来水、通电',
      medicalHistory: '2019年髋部手术',
      wish: '想和儿子视频',
    },
    custom: {},
    ...changes,
  }
}

/** A file in which nothing but the name is known. */
export function barePerson(): RecipientRecord {
  const empty = Object.fromEntries(
    Object.entries(person()).map(([key, value]) => [key, Array.isArray(value) ? [] : null]),
  ) as unknown as RecipientRecord
  return { ...empty, recipientId: 2, name: '解旺', hasNoPhone: false, facts: {}, custom: {} }
}
