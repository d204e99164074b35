import { SaxesParser } from 'saxes'
import { FailureError } from '@shared/contract/failure'
import { refused } from './refusal'
import type { Tag } from './tag'

/** The tree of a part while a template is compiled. An element without a name is a fragment. */
export interface XmlElement {
  kind: 'element'
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  parent: XmlParent | null
}

export interface XmlText {
  kind: 'text'
  text: string
  parent: XmlParent | null
}

/** A tag standing where its text stood, with the looks of the run it was typed in. */
export interface TagNode {
  kind: 'tag'
  tag: Tag
  runProperties: XmlElement | null
  parent: XmlParent | null
}

/** What repeats, or is shown or hidden, between `{#名}` and `{/名}`. */
export interface LoopNode {
  kind: 'loop'
  tag: Tag
  children: XmlNode[]
  parent: XmlParent | null
  /**
   * A loop that begins in one paragraph and ends in another: its first and last child are the
   * pieces of those paragraphs, and continue the text before and after the loop.
   */
  spliced: boolean
}

/** A loop in a list paragraph: entries repeat the paragraph, a condition only its words. */
export interface ChoiceNode {
  kind: 'choice'
  tag: Tag
  /** Two fragments: for a list, and for anything else. */
  children: XmlNode[]
  parent: XmlParent | null
}

/** A drawing with a tag in its alternative text: the picture takes its frame. */
export interface FrameNode {
  kind: 'frame'
  tag: Tag
  drawing: XmlElement
  parent: XmlParent | null
}

/** A paragraph written only where nothing before it ended with one, as cells must. */
export interface SpareNode {
  kind: 'spare'
  children: XmlNode[]
  parent: XmlParent | null
}

/** Where, in a file of many people, one person's last section ends. */
export interface SectionEndNode {
  kind: 'sectionEnd'
  /** Whether a paragraph must be made for it. */
  ownParagraph: boolean
  parent: XmlParent | null
}

export type XmlParent = XmlElement | LoopNode | ChoiceNode | SpareNode
export type XmlNode =
  XmlElement | XmlText | TagNode | LoopNode | ChoiceNode | FrameNode | SpareNode | SectionEndNode

/** Deeper nesting than any form has; guards the stack. */
const maxDepth = 200

/** Reads a part; a document type or an entity of its own refuses the file. */
export function parseXml(bytes: Uint8Array, path: string): XmlElement {
  const text = decode(bytes, path)
  const parser = new SaxesParser({ position: false, xmlns: false })
  let root: XmlElement | null = null
  let current: XmlElement | null = null
  let depth = 0
  parser.on('doctype', () => {
    throw refused('文件里有文档类型声明（DTD），可能是恶意文件，请不要使用。')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > maxDepth) throw refused('文件的层次深得不正常，可能是恶意文件，请不要使用。')
    const node = element(tag.name, tag.attributes)
    if (current) append(current, node)
    else root = node
    current = node
  })
  parser.on('text', (words) => {
    if (current) append(current, textNode(words))
  })
  parser.on('cdata', (words) => {
    if (current) append(current, textNode(words))
  })
  parser.on('closetag', () => {
    depth -= 1
    dropIndentation(current!)
    // While a part is read its tree holds nothing but elements and text.
    current = current!.parent as XmlElement | null
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof FailureError) throw error
    throw refused(`文件的“${path}”部分读不出来，文件可能已经损坏。`)
  }
  return root!
}

function decode(bytes: Uint8Array, path: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw refused(`文件的“${path}”部分编码不对，文件可能已经损坏。`)
  }
}

/** White space between elements is an editor's, not a clerk's. */
function dropIndentation(parent: XmlElement): void {
  if (parent.children.some((child) => child.kind === 'element'))
    parent.children = parent.children.filter(
      (child) => child.kind !== 'text' || child.text.trim() !== '',
    )
}

export function element(
  name: string,
  attributes: Record<string, string> = {},
  children: XmlNode[] = [],
): XmlElement {
  const node: XmlElement = { kind: 'element', name, attributes, children: [], parent: null }
  for (const child of children) append(node, child)
  return node
}

export function textNode(text: string): XmlText {
  return { kind: 'text', text, parent: null }
}

export function append(parent: XmlParent, node: XmlNode): void {
  node.parent = parent
  parent.children.push(node)
}

/** Puts `nodes` in place of `count` children from `start` on. */
export function splice(
  parent: XmlParent,
  start: number,
  count: number,
  nodes: readonly XmlNode[],
): void {
  parent.children.splice(start, count, ...nodes)
  for (const node of nodes) node.parent = parent
}

export function replace(node: XmlNode, ...nodes: XmlNode[]): void {
  splice(node.parent!, node.parent!.children.indexOf(node), 1, nodes)
}

export function remove(node: XmlNode): void {
  replace(node)
}

export function isElement(
  node: XmlNode | XmlParent | null | undefined,
  name: string,
): node is XmlElement {
  return node?.kind === 'element' && node.name === name
}

export function childOf(parent: XmlParent, name: string): XmlElement | undefined {
  return parent.children.find((child): child is XmlElement => isElement(child, name))
}

/** The nearest element of that name around a node. */
export function ancestor(node: XmlNode, name: string): XmlElement | null {
  for (let at = node.parent; at; at = at.parent) if (isElement(at, name)) return at
  return null
}

/** Every element below, the node itself included, in document order. */
export function* elementsIn(node: XmlNode): Generator<XmlElement> {
  if (node.kind === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elementsIn(child)
}

export function copyOf<Node extends XmlNode>(node: Node): Node {
  const copy = { ...node, parent: null }
  if (copy.kind === 'element') copy.attributes = { ...copy.attributes }
  if ('children' in copy) {
    copy.children = []
    for (const child of (node as XmlParent).children) append(copy as XmlParent, copyOf(child))
  }
  return copy
}
