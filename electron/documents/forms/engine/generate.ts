import { escapeXml } from '../../text'
import { frameWithSlots, slotOf } from './frame'
import { ProgramBuilder, type Op, type Program } from './program'
import { sectionVariants } from './sections'
import type { Formatter } from './values'
import {
  childOf,
  copyOf,
  element,
  elementsIn,
  splice,
  type FrameNode,
  type LoopNode,
  type TagNode,
  type XmlElement,
  type XmlNode,
} from './xml'

export interface GenerateOptions {
  formatters: Readonly<Record<string, Formatter>>
  /** Relations to headers and footers that hold tags. */
  changingRelations: ReadonlySet<string>
  /** Ids of numbered lists, which each person starts afresh. */
  numberedLists: ReadonlySet<string>
  /** The properties of the document's first section. */
  firstSection: XmlElement | null
  /** Whether page numbers are printed, so that each person's begin with 1. */
  numbersPages: boolean
  /** Whether a person's pages can be counted: they are one section. */
  oneSection: boolean
}

/** Turns nodes whose loops are nested into the program that writes them. */
export function generate(nodes: readonly XmlNode[], options: GenerateOptions): Program {
  return new Generator(options, false).run(nodes)
}

class Generator {
  private readonly builder = new ProgramBuilder()

  constructor(
    private readonly options: GenerateOptions,
    private readonly repeated: boolean,
  ) {}

  run(nodes: readonly XmlNode[]): Program {
    for (const node of nodes) this.node(node)
    return this.builder.finish()
  }

  private sub(nodes: readonly XmlNode[], repeated = this.repeated): Program {
    return new Generator(this.options, repeated).run(nodes)
  }

  private node(node: XmlNode): void {
    switch (node.kind) {
      case 'text':
        return this.builder.write(escapeXml(node.text))
      case 'element':
        return this.element(node)
      case 'tag':
        return this.value(node)
      case 'loop':
        return this.builder.add({
          kind: 'loop',
          name: node.tag.name,
          inverted: node.tag.kind === 'inverted',
          body: new Generator(this.options, true).loopBody(node),
        })
      case 'choice':
        return this.builder.add({
          kind: 'choice',
          name: node.tag.name,
          ifList: this.sub(node.children.slice(0, 1)),
          otherwise: this.sub(node.children.slice(1)),
        })
      case 'frame':
        return this.frame(node)
      case 'spare':
        return this.builder.add({ kind: 'spare', paragraph: this.sub(node.children) })
      case 'sectionEnd':
        return this.builder.add({ kind: 'sectionEnd', ownParagraph: node.ownParagraph })
    }
  }

  private element(node: XmlElement): void {
    if (node.name === '') for (const child of node.children) this.node(child)
    else if (node === this.options.firstSection) this.section(node)
    else if (node.name === 'w:tbl' && rowsAllRepeat(node)) this.table(node)
    else if (node.name.startsWith('w:bookmark')) this.bookmark(node)
    else this.plainElement(node)
  }

  /** A spliced loop ends the paragraph it stands in and begins the next. */
  private loopBody({ spliced, children }: LoopNode): Program {
    if (!spliced) return this.run(children)
    const [first, ...others] = children as XmlElement[]
    const last = others.pop()
    for (const node of first!.children) this.node(node)
    if (last) {
      this.builder.write('</w:p>')
      for (const node of others) this.node(node)
      this.openTag(last)
      this.builder.write('>')
      for (const node of last.children) this.node(node)
    }
    return this.builder.finish()
  }

  private plainElement(node: XmlElement): void {
    this.openTag(node)
    // A paragraph is told by its closing tag: see the spare paragraph.
    if (node.children.length === 0 && node.name !== 'w:p') return this.builder.write('/>')
    this.builder.write('>')
    for (const child of node.children) {
      if (child.kind === 'text')
        this.writeOr(this.changingText(node, child.text), escapeXml(child.text))
      else this.node(child)
    }
    this.builder.write(`</${node.name}>`)
  }

  private openTag(node: XmlElement): void {
    this.builder.write(`<${node.name}`)
    for (const [name, value] of Object.entries(node.attributes)) {
      this.builder.write(` ${name}="`)
      this.writeOr(this.changingAttribute(node, name, value), escapeXml(value))
      this.builder.write('"')
    }
  }

  private writeOr(op: Exclude<Op, string> | null, fixed: string): void {
    if (op) this.builder.add(op)
    else this.builder.write(fixed)
  }

  private changingAttribute(
    node: XmlElement,
    name: string,
    value: string,
  ): Exclude<Op, string> | null {
    if (name === 'id' && node.name === 'wp:docPr') return { kind: 'id', prefix: '' }
    if ((name === 'id' || name === 'o:spid') && /^_x0000_s\d+$/.test(value))
      return { kind: 'id', prefix: '_x0000_s' }
    if (name === 'r:id' && this.options.changingRelations.has(value))
      return { kind: 'relation', id: value }
    if (name === 'w:val' && node.name === 'w:numId' && this.options.numberedLists.has(value))
      return { kind: 'list', id: value }
    if (name === 'w:instr') return this.pageTotal(value)
    const slot = slotOf(value)
    return slot && { kind: 'frameSlot', slot }
  }

  private changingText(node: XmlElement, text: string): Exclude<Op, string> | null {
    return node.name === 'w:instrText' ? this.pageTotal(text) : null
  }

  /** 共 N 页 counts one person's pages, not the whole file's. */
  private pageTotal(field: string): Exclude<Op, string> | null {
    if (!this.options.oneSection || !/^\s*NUMPAGES\b/i.test(field)) return null
    return {
      kind: 'pageTotal',
      whole: escapeXml(field),
      ofSection: escapeXml(field.replace(/NUMPAGES/i, 'SECTIONPAGES')),
    }
  }

  private value({ tag, runProperties }: TagNode): void {
    // Tags of loops that do not pair up stay behind; their template is never rendered.
    if (tag.kind !== 'value') return
    this.builder.add({
      kind: 'value',
      name: tag.name,
      formats: this.formats(tag.formats),
      open: `<w:r>${runProperties ? this.markup(runProperties) : ''}`,
      openRare: `<w:r>${this.markup(inRareFont(runProperties))}`,
    })
  }

  private formats(names: readonly string[]): Formatter[] {
    return names.flatMap((name) =>
      Object.hasOwn(this.options.formatters, name) ? [this.options.formatters[name]!] : [],
    )
  }

  /** The text of nodes that hold nothing to fill in. */
  private markup(node: XmlNode): string {
    return this.sub([node])
      .filter((op) => typeof op === 'string')
      .join('')
  }

  /** A bookmark may stand only once in a file. */
  private bookmark(node: XmlElement): void {
    if (this.repeated) return
    const attributes = Object.entries(node.attributes).map(
      ([name, value]) => ` ${name}="${escapeXml(value)}"`,
    )
    this.builder.add({ kind: 'once', xml: `<${node.name}${attributes.join('')}/>` })
  }

  private table(node: XmlElement): void {
    this.builder.add({
      kind: 'table',
      open: `<w:tbl>${node.children
        .filter((child) => !repeats(child))
        .map((child) => this.markup(child))
        .join('')}`,
      rows: this.sub(node.children.filter(repeats)),
    })
  }

  private section(node: XmlElement): void {
    const variants = sectionVariants(node, this.options.numbersPages)
    const write = (section: XmlElement): Program =>
      generate([section], { ...this.options, firstSection: null })
    this.builder.add({
      kind: 'section',
      own: write(node),
      nextPage: write(variants.nextPage),
      oddPage: write(variants.oddPage),
      asTemplate: write(variants.asTemplate),
    })
  }

  private frame({ tag, drawing }: FrameNode): void {
    const extent = [...elementsIn(drawing)].find(({ name }) => name === 'wp:extent')
    this.builder.add({
      kind: 'frame',
      name: tag.name,
      formats: this.formats(tag.formats),
      width: Number(extent?.attributes['cx'] ?? 0),
      height: Number(extent?.attributes['cy'] ?? 0),
      drawing: this.sub([frameWithSlots(drawing)]),
    })
  }
}

const repeats = (node: XmlNode): boolean => node.kind === 'loop' || node.kind === 'choice'

const rowsAllRepeat = (table: XmlElement): boolean =>
  table.children.some(repeats) &&
  table.children.every(
    (child) => repeats(child) || (child.kind === 'element' && /^w:tbl(Pr|Grid)$/.test(child.name)),
  )

/** The font of Windows that has the characters everyday Chinese fonts lack. */
const rareFont = 'SimSun-ExtB'

function inRareFont(runProperties: XmlElement | null): XmlElement {
  const copy = runProperties ? copyOf(runProperties) : element('w:rPr')
  const fonts = element('w:rFonts', {
    'w:ascii': rareFont,
    'w:hAnsi': rareFont,
    'w:eastAsia': rareFont,
    'w:cs': rareFont,
  })
  const known = childOf(copy, 'w:rFonts')
  const style = childOf(copy, 'w:rStyle')
  if (known) known.attributes = fonts.attributes
  else splice(copy, style ? copy.children.indexOf(style) + 1 : 0, 0, [fonts])
  return copy
}
