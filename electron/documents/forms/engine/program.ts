import type { Formatter } from './values'

/** A compiled part: text as it will stand in the file, and what is filled in between. */
export type Program = readonly Op[]

export type Op =
  | string
  | ValueOp
  | LoopOp
  | ChoiceOp
  | FrameOp
  | TableOp
  | SectionOp
  /** A paragraph for a cell that would end without one. */
  | { kind: 'spare'; paragraph: Program }
  /** What may stand only once in a file, such as a bookmark. */
  | { kind: 'once'; xml: string }
  /** A drawing's id, unique in the file. */
  | { kind: 'id'; prefix: string }
  | { kind: 'frameSlot'; slot: FrameSlot }
  /** The relation to a header or footer, which may differ from person to person. */
  | { kind: 'relation'; id: string }
  /** A numbered list's id; each person's lists begin with 1. */
  | { kind: 'list'; id: string }
  /** Where one person's last section ends, in a file of many. */
  | { kind: 'sectionEnd'; ownParagraph: boolean }
  /** The field for the number of pages: of the file, or of the person's section in a file of many. */
  | { kind: 'pageTotal'; whole: string; ofSection: string }

/** A tag in running text, in a run of its own. */
export interface ValueOp {
  kind: 'value'
  name: string
  formats: readonly Formatter[]
  /** The run's start up to its content. */
  open: string
  /** The same in the font that has rare characters. */
  openRare: string
}

export interface LoopOp {
  kind: 'loop'
  name: string
  inverted: boolean
  body: Program
}

export interface ChoiceOp {
  kind: 'choice'
  name: string
  ifList: Program
  otherwise: Program
}

/** What of a frame's drawing depends on its picture. */
export type FrameSlot = 'embed' | 'width' | 'height' | 'alt'

/** A drawing in the template whose picture is replaced; its box is in EMU. */
export interface FrameOp {
  kind: 'frame'
  name: string
  formats: readonly Formatter[]
  width: number
  height: number
  drawing: Program
}

/** A table all of whose rows repeat: without rows there is no table. */
export interface TableOp {
  kind: 'table'
  open: string
  rows: Program
}

/** The first section's properties: as in the template, and as they follow another person's. */
export interface SectionOp {
  kind: 'section'
  own: Program
  nextPage: Program
  oddPage: Program
  asTemplate: Program
}

export function isFixed(program: Program): boolean {
  return program.every((op) => typeof op === 'string')
}

/** Builds a program from text and operations, joining neighbouring texts. */
export class ProgramBuilder {
  private readonly ops: Op[] = []
  private text = ''

  write(text: string): void {
    this.text += text
  }

  add(op: Exclude<Op, string>): void {
    this.flush()
    this.ops.push(op)
  }

  finish(): Program {
    this.flush()
    return this.ops
  }

  private flush(): void {
    if (this.text !== '') this.ops.push(this.text)
    this.text = ''
  }
}
