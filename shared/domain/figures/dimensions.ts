import { gbt42195Once } from '../assessments/gbt42195'
import { ageBands } from '../calendar/age'
import { serviceTierLabel } from '../service-tiers/vocabulary'
import { categoryLabel, genderLabel, recipientGroupLabel, riskLevelLabel } from '../vocabulary'

/** What people can be told apart by in figures, each as it was on the day asked about. */
export const dimensionLabel = {
  village: '村（社区）',
  villageGroup: '村民小组',
  group: '对象群体',
  category: '类别',
  gender: '性别',
  ageBand: '年龄段',
  tier: '服务类别',
  ability: '能力等级',
  risk: '风险等级',
} as const
export type Dimension = keyof typeof dimensionLabel
export const dimensions = Object.keys(dimensionLabel) as [Dimension, ...Dimension[]]

/** One person may stand under several marks of these, so their parts do not add up to the whole. */
export const overlapping: ReadonlySet<Dimension> = new Set(['group', 'category'])

/** The mark of whoever the dimension says nothing about: not known, not assessed, none of them. */
export const noMark = 'none'

/** Younger than the first age band. */
export const underAged = 'under60'

/** Code of an age band: its first year of age. */
export const ageBandCode = ({ from }: { from: number }): string => `from${from}`

const withNone = (labels: Readonly<Record<string, string>>, none: string) => ({
  ...labels,
  [noMark]: none,
})

/**
 * The marks of a dimension in their order, with their names. Villages and their groups are the
 * office's own: their marks are ids written as text and are not listed here.
 */
export const markLabels: Readonly<
  Record<Exclude<Dimension, 'village' | 'villageGroup'>, Readonly<Record<string, string>>>
> = {
  group: withNone(recipientGroupLabel, '未归入群体'),
  category: withNone(categoryLabel, '没有类别'),
  gender: withNone(genderLabel, '性别不详'),
  ageBand: withNone(
    {
      [underAged]: '60岁以下',
      ...Object.fromEntries(ageBands.map((band) => [ageBandCode(band), band.label])),
    },
    '年龄不详',
  ),
  tier: withNone(serviceTierLabel, '不在服务类别内'),
  ability: withNone(
    Object.fromEntries(gbt42195Once.levels.map(({ code, label }) => [code, label])),
    '未评估',
  ),
  risk: withNone(riskLevelLabel, '未定级'),
}

/** A part of the people: those who carry every one of these marks. Empty is everybody. */
export type Slice = Readonly<Partial<Record<Dimension, string>>>

/** The marks one person carries on a day; at least one in every dimension. */
export type Marks = (dimension: Dimension) => readonly string[]

export const carries = (marks: Marks, slice: Slice): boolean =>
  Object.entries(slice).every(([dimension, mark]) => marks(dimension as Dimension).includes(mark))
