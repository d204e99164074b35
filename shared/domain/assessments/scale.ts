/**
 * A scale as data: what is asked, what each answer is worth, and which level a total means. One
 * version never changes once it shipped; another reading of the same scale is another version.
 */

/** 量表. */
export const scaleLabel = {
  gbt42195: '老年人能力评估',
  barthel: 'Barthel 指数',
  extremePoverty: '特困人员生活自理能力',
} as const
export type ScaleCode = keyof typeof scaleLabel

/** One answer, and what it is worth. */
export interface Anchor {
  readonly points: number
  readonly text: string
}

export interface ScaleItem {
  readonly code: string
  readonly title: string
  /** What is looked at, over which distance or time, where the title does not say. */
  readonly asks?: string
  /** Best first, down to 0. */
  readonly anchors: readonly Anchor[]
}

export interface ScaleGroup {
  readonly code: string
  readonly title: string
  readonly items: readonly ScaleItem[]
}

/** A level and the least total for which it holds; levels are listed best first, the last from 0. */
export interface ScaleLevel {
  readonly code: string
  readonly label: string
  readonly from: number
}

/** A yes-or-no question after the items that may make the level worse than the total says. */
export interface ChangeQuestion {
  readonly code: string
  readonly ask: string
  /** Said of a yes, in the list of reasons. */
  readonly because: string
  /** `worst`: straight to the last level. `raise`: one level worse. */
  readonly effect: 'worst' | 'raise'
  /** The item answer that suggests a yes. */
  readonly suggestedBy?: { readonly item: string; readonly points: number }
}

export interface Scale {
  readonly code: ScaleCode
  readonly version: string
  /** As a clerk tells versions apart. */
  readonly versionTitle: string
  /** 口径: what it is taken from and how its levels are cut. */
  readonly basis: string
  readonly groups: readonly ScaleGroup[]
  readonly levels: readonly ScaleLevel[]
  readonly questions: readonly ChangeQuestion[]
  /** How far several `raise` answers go: one level together, or one level each. */
  readonly raises: 'once' | 'each'
  /** What all points are multiples of; typing divides by it, so that every answer is one digit. */
  readonly step: number
}

/** Points by item code. */
export type Answers = Readonly<Record<string, number>>
/** Yes or no by question code. */
export type Changes = Readonly<Record<string, boolean>>

export const itemsOf = (scale: Scale): ScaleItem[] => scale.groups.flatMap(({ items }) => items)

/** The most an item, a group or a scale can give. */
export const mostPoints = (items: readonly ScaleItem[]): number =>
  items.reduce((sum, { anchors }) => sum + (anchors[0]?.points ?? 0), 0)

export const levelLabel = (scale: Scale | undefined, code: string): string =>
  scale?.levels.find((level) => level.code === code)?.label ?? code

/** How bad a level is: 0 the best. */
export const severity = (scale: Scale, code: string): number =>
  scale.levels.findIndex((level) => level.code === code)
