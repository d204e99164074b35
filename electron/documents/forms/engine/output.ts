import { cleanText, escapeXml } from '../../text'
import { formatOf, inlinePicture, printedSize, sizeWithin, type Size } from './picture'
import type { FrameOp, FrameSlot, Program, SectionOp, ValueOp } from './program'
import { textContent, textRun } from './text-runs'
import {
  holds,
  isList,
  isPicture,
  textOf,
  valueIn,
  type Formatter,
  type Scope,
  type TemplatePicture,
  type TemplateValue,
} from './values'

/** How a file of many people goes from one to the next. */
export type Following = 'nextPage' | 'oddPage' | 'asTemplate'

/** What a part needs from the file that it is written into. */
export interface FileContext {
  nextId(): number
  /** Keeps the picture in the file and answers the relation of the part that shows it. */
  pictureRelation(picture: TemplatePicture, format: 'png' | 'jpeg'): string
  /** The relation to a header or footer, written for the record that is being rendered. */
  partRelation(id: string, scope: Scope): string
  /** A list of the same looks that begins with 1. */
  ownList(id: string): string
}

/** Where in the file the record stands. */
export interface Position {
  first: boolean
  last: boolean
  /** Null in a file of one record. */
  following: Following | null
}

const paragraphEnd = '</w:p>'
/** The paragraph that ends a section where none can; it takes no room of its own. */
const sectionParagraph = [
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
  `</w:pPr>${paragraphEnd}`,
] as const

/** Said where a picture should be: a gap would be taken for a person without one. */
const unreadablePicture = '［图片无法读取］'

/** Writes programs for one record after another into pieces of text. */
export class PartWriter {
  private pieces: string[] = []
  private frame: { embed: string; size: Size; alt: string } | null = null

  constructor(
    private readonly file: FileContext,
    private readonly position: Position,
    /** The properties of the document's last section, for sections that end before it. */
    private readonly lastSection: Program,
  ) {}

  /** The text written so far; starts afresh. */
  take(): string {
    const text = this.pieces.join('')
    this.pieces = []
    return text
  }

  run(program: Program, scope: Scope): void {
    for (const op of program) {
      if (typeof op === 'string') {
        this.pieces.push(op)
        continue
      }
      switch (op.kind) {
        case 'value':
          this.value(op, scope)
          break
        case 'loop':
          this.loop(op.body, valueIn(scope, op.name), op.inverted, scope)
          break
        case 'choice':
          this.run(isList(valueIn(scope, op.name)) ? op.ifList : op.otherwise, scope)
          break
        case 'frame':
          this.framed(op, scope)
          break
        case 'table':
          this.table(op.open, op.rows, scope)
          break
        case 'section':
          this.run(this.sectionProgram(op), scope)
          break
        case 'sectionEnd':
          this.sectionEnd(op.ownParagraph, scope)
          break
        case 'spare':
          if (!this.pieces.at(-1)?.endsWith(paragraphEnd)) this.run(op.paragraph, scope)
          break
        case 'once':
          if (this.position.first) this.pieces.push(op.xml)
          break
        case 'id':
          this.pieces.push(op.prefix + this.file.nextId())
          break
        case 'frameSlot':
          this.pieces.push(this.slot(op.slot))
          break
        case 'relation':
          this.pieces.push(this.file.partRelation(op.id, scope))
          break
        case 'list':
          this.pieces.push(this.position.first ? op.id : this.file.ownList(op.id))
          break
        case 'pageTotal':
          this.pieces.push(this.position.following ? op.ofSection : op.whole)
          break
      }
    }
  }

  private value({ name, formats, open, openRare }: ValueOp, scope: Scope): void {
    const value = valueIn(scope, name)
    if (isPicture(value)) {
      const format = formatOf(value.bytes)
      if (format) this.pieces.push(open, this.inline(value, format), '</w:r>')
      else this.pieces.push(textRun(open, openRare, unreadablePicture))
    } else this.pieces.push(textRun(open, openRare, formatted(value, formats)))
  }

  private inline(picture: TemplatePicture, format: 'png' | 'jpeg'): string {
    const relation = this.file.pictureRelation(picture, format)
    const alt = cleanText(picture.alt)
    return inlinePicture(this.file.nextId(), relation, alt, printedSize(picture))
  }

  private framed(op: FrameOp, scope: Scope): void {
    const value = valueIn(scope, op.name)
    const format = isPicture(value) ? formatOf(value.bytes) : null
    if (isPicture(value) && format) {
      this.frame = {
        embed: this.file.pictureRelation(value, format),
        size: sizeWithin(op, value),
        alt: cleanText(value.alt),
      }
      this.run(op.drawing, scope)
      this.frame = null
      return
    }
    const text = isPicture(value) ? unreadablePicture : cleanText(formatted(value, op.formats))
    if (text !== '') this.pieces.push(textContent(text))
  }

  private slot(slot: FrameSlot): string {
    const { embed, size, alt } = this.frame!
    switch (slot) {
      case 'embed':
        return embed
      case 'width':
        return String(size.width)
      case 'height':
        return String(size.height)
      case 'alt':
        return escapeXml(alt)
    }
  }

  private loop(body: Program, value: TemplateValue, inverted: boolean, scope: Scope): void {
    if (inverted) {
      if (!holds(value)) this.run(body, scope)
    } else if (isList(value)) {
      for (const record of value) this.run(body, { record, outer: scope })
    } else if (value) this.run(body, scope)
  }

  /** A table without rows is none. */
  private table(open: string, rows: Program, scope: Scope): void {
    const start = this.pieces.push(open)
    this.run(rows, scope)
    if (this.pieces.length === start) this.pieces.pop()
    else this.pieces.push('</w:tbl>')
  }

  private sectionProgram(op: SectionOp): Program {
    const { first, following } = this.position
    return first || !following ? op.own : op[following]
  }

  private sectionEnd(ownParagraph: boolean, scope: Scope): void {
    if (this.position.last) return
    const [before, after] = ownParagraph ? sectionParagraph : (['', ''] as const)
    if (before) this.pieces.push(before)
    this.run(this.lastSection, scope)
    if (after) this.pieces.push(after)
  }
}

function formatted(value: TemplateValue, formats: readonly Formatter[]): string {
  return formats.reduce((text, format) => format(text), textOf(value))
}
