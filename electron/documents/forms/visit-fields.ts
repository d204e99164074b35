import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { formatVitals, type Vitals } from '@shared/domain/contacts/vitals'
import {
  checkBlockLabel,
  checkMarkLabel,
  codesOf,
  contactKindLabel,
  type CheckBlock,
  type CheckMark,
  type ContactKind,
} from '@shared/domain/vocabulary'
import type { Field } from './field'

/** One contact as the 走访记录表 prints it. */
export interface VisitRecord {
  date: string
  kind: ContactKind
  visitor: string | null
  startTime: string | null
  endTime: string | null
  checks: Partial<Record<CheckBlock, CheckMark>> | null
  vitals: Vitals | null
  summary: string | null
  problem: string | null
  outcome: string | null
  childrenTold: string | null
  reportedTo: string | null
  revisitOn: string | null
}

/** The five things a visit looks at, each with its own tag: {健康查看} … */
const checkFields: readonly Field<VisitRecord>[] = codesOf(checkBlockLabel).map((block) => ({
  tag: `${checkBlockLabel[block]}查看`,
  about: '√、×、未查或不适用',
  example: '√',
  value: ({ checks }) => checkMarkLabel[checks?.[block] ?? 'unseen'],
}))

export const visitFields: readonly Field<VisitRecord>[] = [
  {
    tag: '走访日期',
    about: '知道到哪一天就写到哪一天',
    example: '2026年11月3日',
    value: ({ date }) => formatPartialDate(date),
  },
  {
    tag: '起止时间',
    about: '',
    example: '09:30 至 10:10',
    value: ({ startTime, endTime }) => [startTime, endTime].filter(Boolean).join(' 至 '),
  },
  { tag: '走访方式', about: '', example: '入户', value: ({ kind }) => contactKindLabel[kind] },
  { tag: '走访人', about: '', example: '张吉祥', value: ({ visitor }) => visitor },
  ...checkFields,
  {
    tag: '生命体征',
    about: '量了才有',
    example: '血压 138/82',
    value: ({ vitals }) => vitals && formatVitals(vitals),
  },
  { tag: '走访情况', about: '', example: '精神好，在院里晒太阳', value: ({ summary }) => summary },
  { tag: '发现问题', about: '', example: '灶房电线老化', value: ({ problem }) => problem },
  { tag: '处理情况', about: '', example: '已报村里，约电工更换', value: ({ outcome }) => outcome },
  {
    tag: '通知子女',
    about: '谁、什么时候',
    example: '长子，当晚电话',
    value: ({ childrenTold }) => childrenTold,
  },
  {
    tag: '上报情况',
    about: '报给谁、什么时候',
    example: '村支书，11月3日',
    value: ({ reportedTo }) => reportedTo,
  },
  {
    tag: '回访日期',
    about: '',
    example: '2026年11月17日',
    value: ({ revisitOn }) => revisitOn && formatPartialDate(revisitOn),
  },
]
