import type { PartProblems } from './problems'
import { readTag, type Tag } from './tag'
import {
  childOf,
  copyOf,
  element,
  isElement,
  replace,
  splice,
  textNode,
  type XmlElement,
  type XmlNode,
} from './xml'

/*
 * Finds the tags of a part. Word, WPS and LibreOffice cut typed text into runs wherever they like
 * (spelling marks, bookmarks, revision numbers), so tags are looked for in the text of the whole
 * paragraph, and each is set apart in a node of its own with the looks of its first character.
 */

export function findTags(root: XmlElement, part: string, problems: PartProblems): Tag[] {
  const finder = new TagFinder(problems)
  finder.container(root, part)
  return finder.tags
}

class TagFinder {
  readonly tags: Tag[] = []

  constructor(private readonly problems: PartProblems) {}

  /** Walks what holds paragraphs and tables, counting them as a reader does. */
  container(parent: XmlElement, place: string): void {
    this.blocks(parent, place, { paragraphs: 0, tables: 0 })
  }

  private blocks(
    parent: XmlElement,
    place: string,
    count: { paragraphs: number; tables: number },
  ): void {
    // Content controls and the like stand around blocks without being places of their own.
    for (const child of elementChildren(parent)) {
      if (child.name === 'w:p') this.paragraph(child, `${place}第${(count.paragraphs += 1)}段`)
      else if (child.name === 'w:tbl') this.table(child, `${place}第${(count.tables += 1)}个表格`)
      else this.blocks(child, place, count)
    }
  }

  private table(table: XmlElement, place: string): void {
    for (const [rowIndex, row] of below(table, 'w:tr').entries())
      for (const [index, cell] of below(row, 'w:tc').entries()) {
        const where = `${place}第${rowIndex + 1}行第${index + 1}格`
        const nested = cell.children.some((child) => isElement(child, 'w:tbl'))
        if (nested) this.container(cell, `${where}里的`)
        else for (const paragraph of below(cell, 'w:p')) this.paragraph(paragraph, where)
      }
  }

  private paragraph(paragraph: XmlElement, place: string): void {
    const leaves = textLeaves(paragraph)
    this.textTags(leaves, place)
    for (const inner of innerParts(paragraph)) {
      if (inner.name === 'w:txbxContent') this.container(inner, `${place}的文本框`)
      else this.frame(inner, place)
    }
  }

  /** Sets the tags of one paragraph's text apart. */
  private textTags(leaves: readonly XmlElement[], place: string): void {
    const texts = leaves.map(leafText)
    const text = texts.join('')
    if (!/[{}]/.test(text)) return
    const spans = this.spans(text, place)
    if (spans.length === 0) return
    let start = 0
    for (const [index, leaf] of leaves.entries()) {
      const end = start + texts[index]!.length
      setApart(leaf, texts[index]!, start, spans)
      start = end
    }
    for (const run of new Set(leaves.map((leaf) => leaf.parent as XmlElement))) splitRun(run)
  }

  private spans(text: string, place: string): Span[] {
    const spans: Span[] = []
    for (const { 0: raw, index } of text.matchAll(/\{[^{}]*\}|[{}]/g)) {
      if (raw.length === 1) {
        const around = text.slice(Math.max(0, index - 6), index + 7).trim()
        this.problems.add(
          { raw: around, place },
          raw === '{'
            ? `“${around}”里的“{”后面少了“}”，标记要写成“{姓名}”这样。`
            : `“${around}”里的“}”前面少了“{”，标记要写成“{姓名}”这样。`,
        )
        continue
      }
      spans.push({ start: index, end: index + raw.length, tag: this.tag(raw, place) })
    }
    return spans
  }

  private tag(raw: string, place: string): Tag {
    const tag = readTag(raw, place)
    this.problems.passed(tag)
    this.tags.push(tag)
    if (tag.name === '' && tag.kind !== 'close') this.problems.add(tag, `“${raw}”里没有写字段名。`)
    if (tag.strangeOptions !== null)
      this.problems.add(
        tag,
        `“${raw}”方括号里的内容看不懂，只能写 loopOver: "row"（整行）、"paragraph"（整段）或 "content"（标记之间的内容）。`,
      )
    return tag
  }

  /** A tag in a drawing's alternative text makes the drawing the frame of a picture. */
  private frame(drawing: XmlElement, place: string): void {
    const holder = drawing.children.find((child): child is XmlElement => child.kind === 'element')
    const properties = holder && childOf(holder, 'wp:docPr')
    const raw = /\{[^{}]+\}/.exec(properties?.attributes['descr'] ?? '')?.[0]
    if (!raw) return
    const tag = this.tag(raw, `${place}的图片`)
    if (tag.kind !== 'value') {
      this.problems.add(tag, `图片的替换文字里只能写字段名，不能写“${raw}”这样的循环标记。`)
      return
    }
    replace(drawing, { kind: 'frame', tag, drawing, parent: null })
  }
}

interface Span {
  start: number
  end: number
  tag: Tag
}

function elementChildren(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => child.kind === 'element')
}

/** The nearest elements of that name below, through content controls, not those inside them. */
function below(parent: XmlElement, name: string): XmlElement[] {
  return elementChildren(parent).flatMap((child) =>
    child.name === name ? [child] : below(child, name),
  )
}

/** The text elements of a paragraph's own runs; text boxes inside have paragraphs of their own. */
function textLeaves(parent: XmlElement): XmlElement[] {
  return elementChildren(parent).flatMap((child) => {
    if (child.name === 'w:t') return isElement(parent, 'w:r') ? [child] : []
    return child.name === 'w:txbxContent' ? [] : textLeaves(child)
  })
}

/** Text boxes and drawings of a paragraph; a text box is not looked into. */
function innerParts(parent: XmlElement): XmlElement[] {
  return elementChildren(parent).flatMap((child) => {
    if (child.name === 'w:txbxContent') return [child]
    if (child.name === 'w:drawing') return [child, ...innerParts(child)]
    return innerParts(child)
  })
}

function leafText(leaf: XmlElement): string {
  return leaf.children.map((child) => (child.kind === 'text' ? child.text : '')).join('')
}

/** Replaces a leaf by its text without the tags, and the tags that begin in it. */
function setApart(leaf: XmlElement, text: string, offset: number, spans: readonly Span[]): void {
  const end = offset + text.length
  const touching = spans.filter((span) => span.start < end && span.end > offset)
  if (touching.length === 0) return
  const pieces: XmlNode[] = []
  let at = offset
  const keep = (to: number): void => {
    if (to > at) pieces.push(leafOf(text.slice(at - offset, to - offset)))
  }
  for (const { start, end: after, tag } of touching) {
    keep(start)
    // A tag that began in an earlier leaf stands there; here only the rest of its text goes.
    if (start >= offset) pieces.push({ kind: 'tag', tag, runProperties: null, parent: null })
    at = Math.min(Math.max(at, after), end)
  }
  keep(end)
  replace(leaf, ...pieces)
}

/** Text beside a tag keeps its spaces. */
function leafOf(text: string): XmlElement {
  return element('w:t', { 'xml:space': 'preserve' }, [textNode(text)])
}

/** Takes the tags out of a run: the run before, the tag, the run after, all of the same looks. */
function splitRun(run: XmlElement): void {
  if (!run.children.some((child) => child.kind === 'tag')) {
    if (run.children.every((child) => isElement(child, 'w:rPr'))) replace(run)
    return
  }
  const properties = childOf(run, 'w:rPr') ?? null
  const pieces: XmlNode[] = []
  let open: XmlElement | null = null
  for (const child of run.children) {
    if (child === properties) continue
    if (child.kind === 'tag') {
      child.runProperties = properties
      pieces.push(child)
      open = null
      continue
    }
    if (!open) {
      open = element('w:r', run.attributes)
      if (properties) splice(open, 0, 0, [copyOf(properties)])
      pieces.push(open)
    }
    splice(open, open.children.length, 0, [child])
  }
  replace(run, ...pieces)
}
