import { loadVillages, villageNameOn } from '@db/repositories/villages'
import type { FigureKey } from '@shared/domain/figures/registry'
import { figureOf } from '@shared/domain/figures/registry'
import type { Block, Inline } from '@shared/domain/papers/model'
import { holdsOn } from '@shared/domain/periods'
import type { RecordsSource } from './source'

/** Tables and paragraphs made from the records, by the name an office writes in double brackets. */
export function madeBlocks(source: RecordsSource, name: string): Block[] | null {
  switch (name) {
    case '各村情况':
      return villageTable(source)
    case '与去年对比':
      return comparison(source)
    case '存在问题':
      return problems(source)
    default:
      return null
  }
}

const villageColumns: readonly FigureKey[] = [
  'people.onFile',
  'people.unpaired',
  'people.overdue',
  'visits.monthRate',
  'needs.open',
]

const shortTitle: Partial<Record<FigureKey, string>> = {
  'people.onFile': '在册',
  'people.unpaired': '未结对',
  'people.overdue': '联系逾期',
  'needs.open': '在办需求',
}

function villageTable(source: RecordsSource): Block[] {
  const { ctx, days } = source
  const villages = loadVillages(ctx).filter((village) => holdsOn(village, days.to))
  if (villages.length === 0)
    return [{ kind: 'paragraph', text: [source.blank('村（社区）名单（设置 → 村社区）')] }]
  return [
    {
      kind: 'table',
      columns: [
        { title: '村（社区）', weight: 2.2, align: 'center' },
        ...villageColumns.map((key) => ({
          title: shortTitle[key] ?? figureOf(key).name,
          weight: 1.2,
          align: 'center' as const,
        })),
      ],
      rows: villages.map((village): Inline[][] => [
        [villageNameOn(village, days.to)],
        ...villageColumns.map((key): Inline[] => {
          const slice = { village: String(village.id) }
          const { value } = source.desk.answer({ figure: key, ...days, slice })
          // A village in which nobody was to be visited has no rate: that is not a missing fact.
          return [value === null ? '—' : source.figure(key, slice)]
        }),
      ]),
    },
  ]
}

const compared: readonly FigureKey[] = [
  'people.onFile',
  'people.paired',
  'contacts.visits',
  'visits.rate',
  'needs.opened',
  'needs.closed',
  'needs.daysToClose',
  'incidents.closed',
  'hazards.closed',
  'activities.held',
]

function comparison(source: RecordsSource): Block[] {
  const told = (key: FigureKey, lastYear: boolean): Inline[] => {
    const inline = source.figure(key, {}, lastYear)
    return [typeof inline === 'object' && 'blank' in inline ? '—' : inline]
  }
  const before = source.missing.length
  const rows = compared.map((key): Inline[][] => [
    [`${figureOf(key).name}（${figureOf(key).unit}）`.replace('（%）', '')],
    told(key, false),
    told(key, true),
  ])
  // A dash says enough in a table.
  source.missing.splice(before)
  return [
    {
      kind: 'table',
      columns: [
        { title: '项目', weight: 3 },
        { title: '今年', weight: 1.5, align: 'center' },
        { title: '去年同期', weight: 1.5, align: 'center' },
      ],
      rows,
    },
  ]
}

/** Villages named as lagging: the three with the most overdue people. */
const WORST_SHOWN = 3

/** What the data says is not well; nothing is said of what is. */
function problems(source: RecordsSource): Block[] {
  const { ctx, days } = source
  const found: Inline[][] = []
  const above = (key: FigureKey): boolean =>
    (source.desk.answer({ figure: key, ...days, slice: {} }).value ?? 0) > 0
  // Of a township without people, records cannot say that all is well.
  if (!above('people.onFile'))
    return [{ kind: 'paragraph', text: [source.blank('存在的问题（还没有在册的人可看）')] }]
  if (above('people.overdue')) {
    const worst = loadVillages(ctx)
      .map((village) => ({
        village,
        slice: { village: String(village.id) },
      }))
      .map((one) => ({
        ...one,
        overdue:
          source.desk.answer({ figure: 'people.overdue', ...days, slice: one.slice }).value ?? 0,
      }))
      .filter(({ overdue }) => overdue > 0)
      .sort((a, b) => b.overdue - a.overdue)
      .slice(0, WORST_SHOWN)
    const named = worst.flatMap(({ village, slice }, at): Inline[] => [
      `${at > 0 ? '、' : ''}${villageNameOn(village, days.to)}`,
      source.figure('people.overdue', slice),
      '人',
    ])
    found.push([
      '探访联系还不够均衡。联系逾期的有',
      source.figure('people.overdue'),
      '人',
      ...(named.length > 0 ? ['，较多的是', ...named] : []),
      '。',
    ])
  }
  if (above('people.unpaired'))
    found.push(['结对还有空缺。没有帮扶人的有', source.figure('people.unpaired'), '人。'])
  if (above('people.incomplete'))
    found.push(['档案还有缺项。信息待补的有', source.figure('people.incomplete'), '人。'])
  if (above('needs.overdue'))
    found.push(['部分需求办理超期。逾期在办的有', source.figure('needs.overdue'), '件。'])
  if (above('hazards.open'))
    found.push(['隐患整改没有全部到位。在办的有', source.figure('hazards.open'), '处。'])
  if (above('people.benefitMissed'))
    found.push([
      '政策落实还有遗漏。应享未享待核实的有',
      source.figure('people.benefitMissed'),
      '人。',
    ])
  return found.length > 0
    ? found.map((text): Block => ({ kind: 'paragraph', text }))
    : [{ kind: 'paragraph', text: ['统计日没有联系逾期、未结对、逾期需求和在办隐患。'] }]
}
