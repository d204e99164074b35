import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { Field } from './field'

/** One care agreement as its form prints it. */
export interface AgreementRecord {
  entrustor: string | null
  entrustorRelation: string | null
  entrustorPhone: string | null
  carer: string | null
  carerRelation: string | null
  carerPhone: string | null
  duties: string
  pay: string | null
  healthChecks: string | null
  emergencyCare: boolean
  further: string | null
  signedOn: string | null
  termFrom: string | null
  until: string | null
}

/** What is not known yet is written in by hand. */
const blank = '＿＿＿＿＿＿'
const blankDay = '＿＿＿＿年＿＿月＿＿日'
const orBlank = (words: string | null): string => words ?? blank
const dayOrBlank = (day: string | null): string =>
  day === null ? blankDay : formatPartialDate(day)

export const agreementFields: readonly Field<AgreementRecord>[] = [
  { tag: '委托人', about: '', example: '解强', value: (one) => orBlank(one.entrustor) },
  {
    tag: '委托人关系',
    about: '是被照料人的什么人',
    example: '儿子',
    value: (one) => orBlank(one.entrustorRelation),
  },
  {
    tag: '委托人电话',
    about: '',
    example: '13700000001',
    value: (one) => orBlank(one.entrustorPhone),
  },
  { tag: '协议照料人', about: '', example: '张吉祥', value: (one) => orBlank(one.carer) },
  {
    tag: '照料人关系',
    about: '是被照料人的什么人',
    example: '邻居',
    value: (one) => orBlank(one.carerRelation),
  },
  {
    tag: '协议照料人电话',
    about: '',
    example: '13700000002',
    value: (one) => orBlank(one.carerPhone),
  },
  {
    tag: '照料内容',
    about: '',
    example: '每天做午饭，代买药，夜里照看',
    value: ({ duties }) => duties,
  },
  { tag: '照料费用', about: '', example: '每月 600 元，月底付', value: (one) => orBlank(one.pay) },
  {
    tag: '体检安排',
    about: '',
    example: '每年一次，由照料人陪同',
    value: (one) => orBlank(one.healthChecks),
  },
  {
    tag: '紧急就医',
    about: '是否授权照料人紧急送医',
    example: '授权照料人先行送医并签字',
    value: ({ emergencyCare }) =>
      emergencyCare
        ? '授权照料人先行送医，并立即通知委托人和村（居）委会'
        : '照料人立即拨打120并通知委托人，由委托人决定',
  },
  {
    tag: '补充约定',
    about: '',
    example: '换季衣物由委托人寄回',
    value: ({ further }) => further ?? '无',
  },
  {
    tag: '签订日期',
    about: '',
    example: '2026年3月1日',
    value: ({ signedOn }) => dayOrBlank(signedOn),
  },
  {
    tag: '协议起始',
    about: '',
    example: '2026年3月1日',
    value: ({ termFrom }) => dayOrBlank(termFrom),
  },
  {
    tag: '协议期满',
    about: '',
    example: '2027年2月28日',
    value: ({ until }) => dayOrBlank(until),
  },
]
