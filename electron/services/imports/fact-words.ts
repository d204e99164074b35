import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { FactName } from '@shared/domain/imports/differences'
import { disabilityClassLabel } from '@shared/domain/identity/disability-certificate'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import { dictionaryOf } from '@shared/domain/facts/kinds'
import type { RecipientField } from '@shared/domain/recipient-fields'
import { genderLabel, housingGradeLabel, selfCareLabel } from '@shared/domain/vocabulary'

/** How a fact is called on the screen. */
const labels: Record<FactName | 'village' | 'villageGroup', string> = {
  name: '姓名',
  formerName: '曾用名',
  gender: '性别',
  idNumber: '身份证号',
  birthDate: '出生日期',
  lunarBirthday: '农历生日',
  ethnicity: '民族',
  education: '文化程度',
  politicalStatus: '政治面貌',
  marital: '婚姻状况',
  occupation: '原职业',
  householdAddress: '户籍地址',
  homeAddress: '现住址',
  housing: '住房情况',
  housingGrade: '住房等级',
  livingArrangement: '居住情况',
  health: '健康状况',
  selfCare: '自理能力',
  allergies: '过敏史',
  medicalInsurance: '医保类别',
  familyDoctor: '家庭医生',
  familyDoctorPhone: '家庭医生电话',
  disabilityCertificate: '残疾证号',
  disabilityClass: '残疾类别',
  disabilityLevel: '残疾等级',
  dailyCarer: '日常照料人',
  emergencyName: '紧急联系人',
  emergencyRelation: '紧急联系人关系',
  emergencyPhone: '紧急联系人电话',
  guardianName: '监护人',
  guardianPhone: '监护人电话',
  collectedOn: '登记日期',
  village: '村（社区）',
  villageGroup: '村民小组',
}

const codes: Partial<Record<string, Readonly<Record<string, string>>>> = {
  gender: genderLabel,
  housingGrade: housingGradeLabel,
  selfCare: selfCareLabel,
  disabilityClass: disabilityClassLabel,
}

export function factLabel(fact: string): string {
  return labels[fact as FactName] ?? fact
}

/** A value as people read it: codes by their labels, dates in words. */
export function shownFact(
  fact: string,
  value: string | number,
  dictionaries: Dictionaries,
): string {
  if (fact === 'birthDate' || fact === 'collectedOn') return formatPartialDate(String(value))
  if (fact === 'disabilityLevel') return `${value}级`
  const dictionary = dictionaryOf(fact as RecipientField)
  if (dictionary) return dictionaries.label(dictionary, String(value))
  return codes[fact]?.[String(value)] ?? String(value)
}
