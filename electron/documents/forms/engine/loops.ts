import type { PartProblems } from './problems'
import type { Tag } from './tag'
import {
  ancestor,
  childOf,
  copyOf,
  element,
  isElement,
  remove,
  replace,
  splice,
  type ChoiceNode,
  type LoopNode,
  type TagNode,
  type XmlElement,
  type XmlNode,
  type XmlParent,
} from './xml'

/*
 * Puts loop nodes around what `{#名} … {/名}` repeat, outermost first:
 * - tags in different cells repeat the rows from one to the other;
 * - tags that each stand alone in a paragraph repeat what stands between these, which go;
 * - tags in a numbered or bulleted paragraph repeat the paragraph for the entries of a list;
 * - any other tags repeat just what stands between them.
 */
export class LoopNester {
  constructor(
    private readonly pairs: ReadonlyMap<Tag, Tag>,
    private readonly problems: PartProblems,
  ) {}

  /** Nests the loops below a node. */
  nest(parent: XmlParent): void {
    for (;;) {
      const tags = tagNodesIn(parent)
      const opening = tags.find(({ tag }) => this.pairs.has(tag))
      if (!opening) return
      const closingTag = this.pairs.get(opening.tag)!
      const closing = tags.find(({ tag }) => tag === closingTag)
      const holders = closing && this.wrap(opening, closing)
      if (holders) for (const holder of holders) this.nest(holder)
      else {
        this.problems.add(opening.tag, apart(opening.tag, closingTag))
        remove(opening)
        if (closing) remove(closing)
      }
    }
  }

  /** Wraps what a pair of tags repeats; answers what may hold more loops, null if it cannot. */
  private wrap(opening: TagNode, closing: TagNode): XmlParent[] | null {
    const { tag } = opening
    const cells = [ancestor(opening, 'w:tc'), ancestor(closing, 'w:tc')] as const
    if (cells[0] && cells[1] && (cells[0] !== cells[1] || tag.loopOver === 'row'))
      return wrapBetween(opening, closing, 'w:tr')
    if (tag.loopOver === 'paragraph') return wrapBetween(opening, closing, 'w:p')
    const first = ancestor(opening, 'w:p')!
    const last = ancestor(closing, 'w:p')!
    if (first.parent !== last.parent) return null
    const listed = tag.loopOver === null && tag.kind === 'open' && isListParagraph(first)
    if (listed && !isPiece(first) && !isPiece(last)) return wrapListParagraphs(opening, closing)
    const loop = wrapContent(opening, closing, first, last)
    return loop && [loop]
  }
}

const apart = (tag: Tag, close: Tag): string =>
  `“${tag.raw}”在${tag.place}，“${close.raw}”在${close.place}，不在同一处，无法重复。` +
  '请把两个标记放在同一个单元格、同一张表格里，或都放在表格外面。'

/** Tags that still wait for their loop; those inside finished loops are done with. */
function tagNodesIn(parent: XmlNode): TagNode[] {
  if (!('children' in parent)) return []
  return parent.children.flatMap((child) => {
    if (child.kind === 'tag') return [child]
    return child.kind === 'loop' || child.kind === 'choice' ? [] : tagNodesIn(child)
  })
}

function loopNode(tag: Tag): LoopNode {
  return { kind: 'loop', tag, children: [], parent: null, spliced: false }
}

/** Repeats the rows, or the paragraphs, from the one with the first tag to that with the last. */
function wrapBetween(opening: TagNode, closing: TagNode, name: 'w:tr' | 'w:p'): XmlParent[] | null {
  const first = ancestor(opening, name)!
  const last = ancestor(closing, name)!
  if (first.parent !== last.parent || isPiece(first) || isPiece(last)) return null
  remove(opening)
  remove(closing)
  return [wrapSiblings(opening.tag, first, last)]
}

function wrapSiblings(tag: Tag, first: XmlNode, last: XmlNode): LoopNode {
  const parent = first.parent!
  const start = parent.children.indexOf(first)
  const inside = parent.children.slice(start, parent.children.indexOf(last) + 1)
  const loop = loopNode(tag)
  splice(parent, start, inside.length, [loop])
  splice(loop, 0, 0, inside)
  return loop
}

const isListParagraph = (paragraph: XmlElement): boolean => {
  const properties = childOf(paragraph, 'w:pPr')
  return properties !== undefined && childOf(properties, 'w:numPr') !== undefined
}

/** Both readings are prepared, as only the data tells entries from a condition. */
function wrapListParagraphs(opening: TagNode, closing: TagNode): XmlParent[] | null {
  const first = ancestor(opening, 'w:p')!
  const last = ancestor(closing, 'w:p')!
  const parent = first.parent!
  const start = parent.children.indexOf(first)
  const range = parent.children.slice(start, parent.children.indexOf(last) + 1)
  const otherwise = element('', {}, range.map(copyOf))
  const copies = tagNodesIn(otherwise)
  const content = wrapContent(
    copies.find((copy) => copy.tag === opening.tag)!,
    copies.find((copy) => copy.tag === closing.tag)!,
    otherwise.children[0] as XmlElement,
    otherwise.children.at(-1) as XmlElement,
  )
  if (!content) return null
  remove(opening)
  remove(closing)
  const choice: ChoiceNode = { kind: 'choice', tag: opening.tag, children: [], parent: null }
  splice(parent, start, range.length, [choice])
  const list = loopNode(opening.tag)
  splice(list, 0, 0, range)
  splice(choice, 0, 0, [list, otherwise])
  return [list, content, otherwise]
}

function wrapContent(
  opening: TagNode,
  closing: TagNode,
  first: XmlElement,
  last: XmlElement,
): LoopNode | null {
  if (first === last) {
    if (opening.parent !== closing.parent) return null
    const loop = wrapSiblings(opening.tag, opening, closing)
    remove(opening)
    remove(closing)
    return loop
  }
  if (standsAlone(opening, first) && standsAlone(closing, last))
    return wrapBlocks(opening, closing, first, last)
  const joinable =
    opening.parent === first && closing.parent === last && !endsSection(first) && !endsSection(last)
  return joinable ? spliceParagraphs(opening, closing, first, last) : null
}

const endsSection = (paragraph: XmlElement): boolean => {
  const properties = childOf(paragraph, 'w:pPr')
  return properties !== undefined && childOf(properties, 'w:sectPr') !== undefined
}

/** Part of a paragraph that a spliced loop cut; it cannot go, as its other part needs it. */
function isPiece(paragraph: XmlElement): boolean {
  const { parent } = paragraph
  if (parent?.kind !== 'loop' || !parent.spliced) return false
  return paragraph === parent.children[0] || paragraph === parent.children.at(-1)
}

/** Whether a paragraph holds nothing that prints but the tag, and ends no section. */
function standsAlone(tag: TagNode, paragraph: XmlElement): boolean {
  return (
    tag.parent === paragraph &&
    !isPiece(paragraph) &&
    !endsSection(paragraph) &&
    paragraph.children.every((child) => child === tag || !prints(child))
  )
}

const printsNothing = /^w:(pPr|rPr|bookmarkStart|bookmarkEnd|proofErr|permStart|permEnd)$/

function prints(node: XmlNode): boolean {
  if (node.kind === 'text') return node.text.trim() !== ''
  if (node.kind !== 'element') return true
  if (node.name === 'w:r' || node.name === 'w:t') return node.children.some(prints)
  return !printsNothing.test(node.name)
}

/**
 * Repeats what stands between two paragraphs that hold nothing but the tags. The paragraphs go,
 * unless tables would grow together or a cell would be left without a paragraph.
 */
function wrapBlocks(
  opening: TagNode,
  closing: TagNode,
  first: XmlElement,
  last: XmlElement,
): LoopNode {
  const loop = wrapSiblings(opening.tag, first, last)
  remove(opening)
  remove(closing)
  remove(first)
  remove(last)
  const parent = loop.parent!
  const before = parent.children[parent.children.indexOf(loop) - 1]
  if (endsWithTable(before) && isElement(loop.children[0], 'w:tbl'))
    splice(parent, parent.children.indexOf(loop), 0, [first])
  if (endsWithTable(loop.children.at(-1))) splice(loop, loop.children.length, 0, [copyOf(last)])
  const after = parent.children.indexOf(loop) + 1
  if (!isElement(parent.children[after], 'w:p')) {
    splice(parent, after, 0, [{ kind: 'spare', children: [], parent: null }])
    splice(parent.children[after] as XmlParent, 0, 0, [last])
  }
  return loop
}

const endsWithTable = (node: XmlNode | undefined): boolean =>
  isElement(node, 'w:tbl') || node?.kind === 'loop' || node?.kind === 'choice'

/**
 * `甲{#名}乙` … `丙{/名}丁`: the first paragraph goes on with 乙, 丙 begins the last one, and from
 * one entry to the next 乙 continues the paragraph that 丙 began.
 */
function spliceParagraphs(
  opening: TagNode,
  closing: TagNode,
  first: XmlElement,
  last: XmlElement,
): LoopNode {
  const head = first.children.indexOf(opening)
  const tail = last.children.indexOf(closing)
  const properties = childOf(last, 'w:pPr')
  const after = last.children.slice(tail + 1)
  const firstPiece = element('w:p')
  splice(firstPiece, 0, 0, first.children.slice(head + 1))
  const lastPiece = element('w:p', last.attributes, properties ? [properties] : [])
  const beginning = last.children.slice(0, tail).filter((child) => child !== properties)
  splice(lastPiece, lastPiece.children.length, 0, beginning)
  const loop = wrapSiblings(opening.tag, first, last)
  const between = loop.children.slice(1, -1)
  loop.spliced = true
  splice(loop, 0, loop.children.length, [firstPiece, ...between, lastPiece])
  // The loop stands inside the first paragraph, before the rest of the last one.
  replace(loop, first)
  splice(first, head, first.children.length - head, [loop, ...after])
  return loop
}
