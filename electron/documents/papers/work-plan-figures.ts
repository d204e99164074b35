import { visitKinds } from '@shared/domain/figures/registry'
import type { FigureSource, Inline, ListSource, TableBlock } from '@shared/domain/papers/model'
import {
  categoryLabel,
  contactKindLabel,
  type Category,
  type ContactKind,
  type Period,
} from '@shared/domain/vocabulary'
import type { PaperDraft } from './draft'
import type { Frequency, Phase, WorkPlanFacts } from './work-plan-facts'

const everyPeriod: Record<Period, string> = {
  week: '每周',
  halfMonth: '每半月',
  month: '每月',
  quarter: '每季度',
  halfYear: '每半年',
  year: '每年',
}

const kindVerb: Record<ContactKind, string> = {
  phone: '电话联系',
  home: '入户探访',
  video: '视频联系',
  proxy: '委托代访',
  child: '联系外出子女',
  checkup: '健康体检',
  alive: '生存认证',
}

/** A rule as a clause: 对高风险老人，入户探访每周不少于1次. */
export function frequencyPhrase({ who, kinds, count, period }: Frequency): string {
  const whole = visitKinds.every((kind) => kinds.includes(kind))
  const verb = whole
    ? '探访（入户、电话、视频、代访均可）'
    : kinds.length === 1
      ? kindVerb[kinds[0]!]
      : `${kinds.map((kind) => contactKindLabel[kind]).join('、')}联系`
  const whom = who ? `对${who}，` : ''
  return period === 'change'
    ? `${whom}出院、配偶去世、风险升高等重大变化后次日前${verb}不少于${count}次`
    : `${whom}${verb}${everyPeriod[period]}不少于${count}次`
}

/** The plan speaks of the elders on file; a figure may narrow them further. */
export function onFile(further: ListSource['filter'] = {}): FigureSource {
  return { list: 'recipients', filter: { status: 'active', group: 'elder', ...further } }
}

/** Columns of the village table: the categories that occur, in the order of the vocabulary. */
const tableCategories: readonly Category[] = [
  'leftBehind',
  'emptyNest',
  'livingAlone',
  'advancedAge',
  'incapacitated',
  'extremePoverty',
]

export function categoryPhrases(facts: WorkPlanFacts, draft: PaperDraft): Inline[][] {
  return facts.categories
    .filter(({ count }) => count > 0)
    .map(({ category, count }) => [
      categoryPhrase[category] ?? categoryLabel[category],
      draft.figure(
        `recipients.category.${category}`,
        count,
        `统计日在册、类别含“${categoryLabel[category]}”的老人`,
        onFile({ category }),
      ),
      '人',
    ])
}

/** Labels of the vocabulary that read better with a noun in running text. */
const categoryPhrase: Partial<Record<Category, string>> = {
  leftBehind: '留守老人',
  emptyNest: '空巢老人',
  livingAlone: '独居老人',
  advancedAge: '高龄老人',
  incapacitated: '失能老人',
  partlyIncapacitated: '半失能老人',
  extremePoverty: '特困人员',
  centenarian: '百岁老人',
}

export function villageTable(facts: WorkPlanFacts, draft: PaperDraft): TableBlock {
  const shown = tableCategories.filter((category) =>
    facts.villages.some((village) => (village.categories[category] ?? 0) > 0),
  )
  const rows = facts.villages.map((village): Inline[][] => [
    [village.name],
    [
      draft.figure(
        `village.${village.villageId}.total`,
        village.total,
        `${village.name}统计日在册人数`,
        onFile({ villageId: village.villageId }),
      ),
    ],
    ...shown.map((category): Inline[] => [
      draft.figure(
        `village.${village.villageId}.${category}`,
        village.categories[category] ?? 0,
        `${village.name}统计日在册、类别含“${categoryLabel[category]}”`,
        onFile({ villageId: village.villageId, category }),
      ),
    ]),
  ])
  return {
    kind: 'table',
    columns: [
      { title: '村（社区）', weight: 2.2, align: 'center' },
      { title: '在册', weight: 1, align: 'center' },
      ...shown.map((category) => ({
        title: categoryLabel[category],
        weight: 1,
        align: 'center' as const,
      })),
    ],
    rows,
  }
}

/** When a phase runs: 3月1日至4月30日, the year only where it is not the plan's own. */
export function phaseSpan(phase: Phase, year: number, draft: PaperDraft): Inline[] {
  const written = (day: string | null, end: string): Inline => {
    const parts = day?.split('-').map(Number)
    const words = parts
      ? `${parts[0] === year ? '' : `${parts[0]}年`}${parts[1]}月${parts[2]}日`
      : null
    return draft.fact(words, `“${phase.name}”阶段的${end}日期`)
  }
  return [written(phase.from, '开始'), '至', written(phase.to, '结束')]
}
