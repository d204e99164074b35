import type { Section } from './composed'

/** The stretch of time a paper speaks of. */
export const paperSpanLabel = { year: '全年', halfYear: '上半年', month: '一个月' } as const
export type PaperSpan = keyof typeof paperSpanLabel

/** A kind of composed paper, in the program's own plain wording; an office keeps its own instead. */
export interface PaperKind {
  readonly key: string
  readonly name: string
  readonly about: string
  readonly span: PaperSpan
  /** The length in characters past which the editor warns. */
  readonly limit: number
  /** May hold {乡镇}, {年度}, {月份}. */
  readonly title: string
  readonly sections: readonly Section[]
}

/** A section by its lines. */
export const section = (key: string, title: string, wording: string[], on = true): Section => ({
  key,
  title,
  on,
  wording: wording.join('\n'),
})
