import type { Severity } from '../inspections/vocabulary'
import type { Day } from '../calendar/types'
import type { FigureQuestion } from '../figures/question'
import type { Category, RecipientGroup } from '../vocabulary'

/**
 * A composed paper as data: what an editor shows, what is frozen when the paper is handed in, and
 * what the GB/T 9704 layout prints. It knows no font and no page.
 */

/** Where a figure can be counted again: the list a click on it opens, as that list filters. */
export type FigureSource = ListSource | { list: 'figure'; question: FigureQuestion }

export interface ListSource {
  list: 'recipients' | 'helpers' | 'villages' | 'findings'
  filter?: {
    /** Of 督查问题: those of one inspection, and of one severity. */
    inspectionId?: number
    severity?: Severity
    villageId?: number
    category?: Category
    group?: RecipientGroup
    status?: 'active'
    withoutHelper?: boolean
  }
}

/** A number in the text that can be opened; `basis` says in words how it was counted (口径). */
export interface Figure {
  figure: string
  text: string
}

export interface FrozenFigure {
  value: number
  basis: string
  source: FigureSource
  /** The same of a year before, as it is written; left out where nothing was known of it. */
  lastYear?: string
}

/** A fact nobody has entered yet: printed as a line to write on, listed for the clerk. */
export interface Blank {
  blank: string
}

export type Inline = string | Figure | Blank

/** What a blank looks like on paper. */
export const blankMark = '＿＿＿'

export type HeadingLevel = 1 | 2 | 3 | 4

/** Numbers 一、（一）1.（1） are not stored: they follow from the order. */
export interface HeadingBlock {
  kind: 'heading'
  level: HeadingLevel
  text: Inline[]
  /** Text that runs on in the same paragraph after the heading's full stop. */
  body?: Inline[]
}

export interface ParagraphBlock {
  kind: 'paragraph'
  text: Inline[]
}

export interface TableColumn {
  title: string
  /** Share of the table's width; the layout turns it into exact column widths. */
  weight: number
  align?: 'left' | 'center' | 'right'
}

export interface TableBlock {
  kind: 'table'
  /** Long lists print smaller. */
  compact?: boolean
  columns: TableColumn[]
  rows: Inline[][][]
}

export type Block = HeadingBlock | ParagraphBlock | TableBlock

export interface Attachment {
  title: string
  landscape: boolean
  blocks: Block[]
}

export interface Paper {
  title: string
  /** 发文机关标志, e.g. 青石镇人民政府文件; null prints no red head. */
  redHead: string | null
  /** 发文字号 as written, e.g. 青政发〔2026〕3号. */
  documentNumber: string | null
  /** 签发人: only on papers that go to a superior. */
  signer: string | null
  /** 主送机关, without the closing colon. */
  addressee: Inline[] | null
  body: Block[]
  attachments: Attachment[]
  /** 落款. */
  signature: { issuer: Inline[]; date: Day | null; sealed: boolean } | null
  /** 版记: 抄送, 印发机关, 印发日期; null prints none. */
  colophon: { copyTo: string | null; printedBy: string; printedOn: Day | null } | null
  figures: Record<string, FrozenFigure>
  /** What is blank, in the clerk's words, each once, in order of appearance. */
  missing: string[]
}

export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      typeof inline === 'string' ? inline : 'blank' in inline ? blankMark : inline.text,
    )
    .join('')
}

/** Characters of the paper's own text, as length limits count them: without spaces and attachments. */
export function paperLength(paper: Paper): number {
  const texts = paper.body.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flat().map(inlineText)
      : block.kind === 'heading'
        ? [inlineText(block.text), inlineText(block.body ?? [])]
        : [inlineText(block.text)],
  )
  return [...texts.join('').replace(/\s/g, '')].length
}
