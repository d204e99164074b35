import type { Day } from '../calendar/types'
import { readWording, type Line, type Piece } from './markup'
import { inlineText, type Block, type FrozenFigure, type Inline, type TableBlock } from './model'

/** A paper while it is edited: which sections it has, in which order, in whose words. */
export interface Section {
  /** Stays the same through every rewording; sections an office adds get a key of their own. */
  key: string
  title: string
  on: boolean
  wording: string
}

/** What the head and the end of a paper say. */
export interface Particulars {
  issuer: string | null
  documentNumber: string | null
  redHead: string | null
  /** 签发人: only on papers to a superior. */
  signer: string | null
  addressee: string | null
  date: Day | null
  sealed: boolean
  copyTo: string | null
  printedBy: string | null
  /** 依据: the papers from above that this one follows. */
  basis: PaperCited[]
}

/** A paper by its title and, where it has one, its 文号. */
export interface PaperCited {
  title: string
  number: string | null
}

/** 《title》（number）、…: how papers are cited; empty where none is. */
export const citation = (papers: readonly PaperCited[]): string =>
  papers.map(({ title, number }) => `《${title}》${number ? `（${number}）` : ''}`).join('、')

export interface ComposedDraft {
  title: string
  sections: Section[]
  particulars: Particulars
}

/** Where the words in braces come from. */
export interface PaperSource {
  /** What stands for a token; null where there is no such figure or fact. */
  token(token: string): Inline | null
  /** What stands for a line in double brackets; null where there is no such thing. */
  made(name: string): Block[] | null
}

export interface ComposedBody {
  body: Block[]
  /** Words in braces or brackets that mean nothing, as they were typed. */
  unknown: string[]
}

/** Turns the sections that are switched on into the paper's body. */
export function composeSections(sections: readonly Section[], source: PaperSource): ComposedBody {
  const unknown: string[] = []
  const inline = (piece: Piece): Inline => {
    if ('text' in piece) return piece.text
    const found = source.token(piece.token)
    if (found !== null) return found
    unknown.push(`{${piece.token}}`)
    return { blank: `不认识的取数“${piece.token}”` }
  }
  const blocks = (line: Line): Block[] => {
    if (line.kind === 'made') {
      const made = source.made(line.name)
      if (made !== null) return made
      unknown.push(`[[${line.name}]]`)
      return [{ kind: 'paragraph', text: [{ blank: `不认识的内容“${line.name}”` }] }]
    }
    if (line.kind === 'table')
      return [tableOf(line.rows.map((row) => row.map((cell) => cell.map(inline))))]
    const text = line.pieces.map(inline)
    if (line.kind === 'paragraph') return [{ kind: 'paragraph', text }]
    const body = line.body.map(inline)
    return [{ kind: 'heading', level: 2, text, ...(body.length > 0 && { body }) }]
  }
  const body = sections
    .filter(({ on }) => on)
    .flatMap(({ title, wording }): Block[] => {
      const inside = readWording(wording).flatMap(blocks)
      return title === '' ? inside : [{ kind: 'heading', level: 1, text: [title] }, ...inside]
    })
  return { body, unknown: [...new Set(unknown)] }
}

/** Characters of a column's longest cell, within which its width follows the text. */
const NARROWEST = 4
const WIDEST = 24

/** A table as it was typed: a short row is filled up, a column as wide as its longest cell wants. */
function tableOf(typed: Inline[][][]): TableBlock {
  const width = Math.max(...typed.map((row) => row.length))
  const [head = [], ...rows] = typed.map((row) =>
    Array.from({ length: width }, (_, at): Inline[] => row[at] ?? []),
  )
  const columns = head.map((cell, at) => {
    const longest = Math.max(...[head, ...rows].map((row) => inlineText(row[at]!).length))
    return {
      title: inlineText(cell),
      weight: Math.min(WIDEST, Math.max(NARROWEST, longest)),
      align: longest < WIDEST / 2 ? ('center' as const) : ('left' as const),
    }
  })
  return { kind: 'table', columns, rows }
}

/** What a figure of a paper keeps when it is frozen, and last year's beside it. */
export type PaperFigures = Record<string, FrozenFigure>
