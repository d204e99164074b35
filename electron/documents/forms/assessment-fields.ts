import type { AssessmentRecord } from '@shared/contract/assessments'
import type { RiskReviewRecord } from '@shared/contract/risk-reviews'
import { riskReasons } from '@shared/domain/assessments/risk-review'
import { itemsOf, levelLabel, mostPoints, scaleLabel } from '@shared/domain/assessments/scale'
import { findScale } from '@shared/domain/assessments/scales'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import {
  assessmentReasonLabel,
  assessmentSourceLabel,
  riskLevelLabel,
} from '@shared/domain/vocabulary'
import { repeated, type Field, type Repeated } from './field'

/** Tags of 能力评估表 and 风险评估表: an assessment as it was found, never worked out again. */

const scaleOf = ({ scale, version }: AssessmentRecord) => findScale(scale, version)
const dayWords = (day: string | null): string => (day === null ? '' : formatPartialDate(day))
/** Said by hand, where the final level is not the computed one. */
const finalWords = (reason: string | null): string => (reason === null ? '' : `另定等级：${reason}`)

export const assessmentFields: readonly Field<AssessmentRecord>[] = [
  {
    tag: '评估量表',
    about: '',
    example: '老年人能力评估',
    value: ({ scale }) => scaleLabel[scale],
  },
  {
    tag: '量表版本',
    about: '评估那天用的版本',
    example: 'GB/T 42195-2022',
    value: (one) => scaleOf(one)?.versionTitle ?? one.version,
  },
  {
    tag: '评估日期',
    about: '',
    example: '2026年3月5日',
    value: ({ date }) => formatPartialDate(date),
  },
  {
    tag: '评估原因',
    about: '',
    example: '首次评估',
    value: ({ reason }) => assessmentReasonLabel[reason],
  },
  {
    tag: '评估性质',
    about: '自评、初筛或者机构评估',
    example: '初筛',
    value: ({ source }) => assessmentSourceLabel[source],
  },
  {
    tag: '评估人',
    about: '',
    example: '贺长春、张吉祥',
    value: ({ assessors }) => assessors.join('、'),
  },
  {
    tag: '评估总分',
    about: '得分和满分',
    example: '58 / 90',
    value: (one) => {
      const scale = scaleOf(one)
      if (one.score === null) return ''
      return scale ? `${one.score} / ${mostPoints(itemsOf(scale))}` : String(one.score)
    },
  },
  {
    tag: '评估等级',
    about: '最后确定的等级',
    example: '中度失能',
    value: ({ levelLabel }) => levelLabel,
  },
  {
    tag: '等级依据',
    about: '算出的等级、变更的理由；另定的写明原因',
    example: '总分58分，为中度失能',
    value: (one) => {
      const computed = levelLabel(scaleOf(one), one.computedLevel ?? '')
      const words = one.reasons.length > 0 ? one.reasons : [computed]
      return [...words, finalWords(one.finalReason)].filter(Boolean).join('；')
    },
  },
  {
    tag: '下次评估',
    about: '不用再评的空着',
    example: '2027年3月5日',
    value: ({ nextDue }) => dayWords(nextDue),
  },
  { tag: '评估说明', about: '', example: '腿脚不便，上下楼要人扶', value: ({ note }) => note },
]

interface AnsweredItem {
  group: string
  title: string
  points: string
  most: number
  found: string
}

interface AnsweredQuestion {
  ask: string
  yes: boolean
}

export const assessmentLists: readonly Repeated<AssessmentRecord>[] = [
  repeated<AssessmentRecord, AnsweredItem>({
    tag: '评估项目',
    about: '量表的每一项一行',
    atLeast: 0,
    items: (one) =>
      (scaleOf(one)?.groups ?? []).flatMap((group) =>
        group.items.map(({ code, title, anchors }) => {
          const points = one.answers?.[code]
          return {
            group: group.title,
            title,
            points: points === undefined ? '' : String(points),
            most: anchors[0]!.points,
            found: anchors.find((anchor) => anchor.points === points)?.text ?? '',
          }
        }),
      ),
    fields: [
      { tag: '序号', about: '', example: '1', value: ({ position }) => String(position) },
      { tag: '大类', about: '', example: '自理能力', value: ({ item }) => item.group },
      { tag: '项目', about: '', example: '进食', value: ({ item }) => item.title },
      { tag: '得分', about: '', example: '3', value: ({ item }) => item.points },
      { tag: '满分', about: '', example: '4', value: ({ item }) => String(item.most) },
      { tag: '情况', about: '选定的那一档', example: '需要提示', value: ({ item }) => item.found },
    ],
  }),
  repeated<AssessmentRecord, AnsweredQuestion>({
    tag: '等级变更',
    about: '各项之后的几个问题，如昏迷、确诊痴呆',
    atLeast: 0,
    items: (one) =>
      (scaleOf(one)?.questions ?? []).map(({ code, ask }) => ({
        ask,
        yes: one.changes?.[code] === true,
      })),
    fields: [
      { tag: '问题', about: '', example: '是否处于昏迷状态', value: ({ item }) => item.ask },
      { tag: '回答', about: '', example: '否', value: ({ item }) => (item.yes ? '是' : '否') },
    ],
  }),
]

export const riskReviewFields: readonly Field<RiskReviewRecord>[] = [
  {
    tag: '风险评估日期',
    about: '',
    example: '2026年3月5日',
    value: ({ date }) => formatPartialDate(date),
  },
  {
    tag: '风险评估人',
    about: '',
    example: '张吉祥',
    value: ({ assessors }) => assessors.join('、'),
  },
  {
    tag: '风险合计',
    about: '成立的各项权重相加',
    example: '7',
    value: ({ score }) => (score === null ? '' : String(score)),
  },
  {
    tag: '评定等级',
    about: '这次评定的风险等级',
    example: '高风险',
    value: ({ finalLevel }) => riskLevelLabel[finalLevel],
  },
  {
    tag: '评定依据',
    about: '成立的各项；另定的写明原因',
    example: '独居（2）、80 周岁及以上（2）',
    value: ({ answers, finalReason }) =>
      [
        riskReasons(answers.map((one) => ({ ...one, holds: one.holds === true }))).join('、') ||
          '没有风险因素',
        finalWords(finalReason),
      ]
        .filter(Boolean)
        .join('；'),
  },
  {
    tag: '下次风险评估',
    about: '不用再评的空着',
    example: '2026年9月5日',
    value: ({ nextDue }) => dayWords(nextDue),
  },
  { tag: '风险评估说明', about: '', example: '雨季加一次上门', value: ({ note }) => note },
]

export const riskReviewLists: readonly Repeated<RiskReviewRecord>[] = [
  repeated<RiskReviewRecord, RiskReviewRecord['answers'][number]>({
    tag: '风险因素',
    about: '评估办法的每一项一行，权重是评估那天的',
    atLeast: 0,
    items: ({ answers }) => answers,
    fields: [
      { tag: '序号', about: '', example: '1', value: ({ position }) => String(position) },
      { tag: '因素', about: '', example: '独居', value: ({ item }) => item.title },
      { tag: '权重', about: '', example: '2', value: ({ item }) => String(item.weight) },
      {
        tag: '有无',
        about: '',
        example: '√',
        value: ({ item }) => (item.holds === null ? '' : item.holds ? '√' : '—'),
      },
      { tag: '说明', about: '', example: '配偶2019年去世', value: ({ item }) => item.note },
    ],
  }),
]
