import { strFromU8, unzipSync } from 'fflate'
import { childOf, elementsIn, isElement, parseXml, type XmlElement, type XmlNode } from './xml'

/** Reads what a Word file shows, for tests. */

/** Text of one look; `\n` a line break, `\t` a tab. */
export interface Stretch {
  text: string
  look: string
}

export type Block =
  { kind: 'paragraph'; look: string; stretches: Stretch[] } | { kind: 'table'; rows: Block[][][] }

export function partOf(file: Uint8Array, path: string): string {
  const part = unzipSync(file)[path]
  if (!part) throw new Error(`no part ${path}`)
  return strFromU8(part)
}

export const pathsOf = (file: Uint8Array): string[] => Object.keys(unzipSync(file))

export function rootOf(file: Uint8Array, path = 'word/document.xml'): XmlElement {
  return parseXml(unzipSync(file)[path]!, path)
}

/** The blocks of the document's body, as a reader sees them. */
export function blocksOf(file: Uint8Array): Block[] {
  return readBlocks(childOf(rootOf(file), 'w:body')!)
}

/** The text of each paragraph, tables included, in reading order. */
export function paragraphsOf(file: Uint8Array, path?: string): string[] {
  return [...elementsIn(rootOf(file, path))]
    .filter((node) => isElement(node, 'w:p'))
    .map((node) =>
      stretchesOf(node)
        .map(({ text }) => text)
        .join(''),
    )
}

function readBlocks(parent: XmlElement): Block[] {
  return parent.children.flatMap((child): Block[] => {
    if (isElement(child, 'w:p')) {
      const properties = childOf(child, 'w:pPr')
      return [
        {
          kind: 'paragraph',
          look: properties ? lookOf(properties) : '',
          stretches: stretchesOf(child),
        },
      ]
    }
    if (!isElement(child, 'w:tbl')) return []
    return [{ kind: 'table', rows: named(child, 'w:tr').map(cellsOf) }]
  })
}

const cellsOf = (row: XmlElement): Block[][] => named(row, 'w:tc').map(readBlocks)

function named(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => isElement(child, name))
}

/** Runs of the same look are one stretch: programs cut them as they please. */
function stretchesOf(paragraph: XmlElement): Stretch[] {
  const stretches: Stretch[] = []
  for (const run of named(paragraph, 'w:r')) {
    const properties = childOf(run, 'w:rPr')
    const look = properties ? lookOf(properties) : ''
    const text = run.children.map(textIn).join('')
    const last = stretches.at(-1)
    if (text === '') continue
    if (last?.look === look) last.text += text
    else stretches.push({ text, look })
  }
  return stretches
}

function textIn(node: XmlNode): string {
  if (node.kind !== 'element') return ''
  switch (node.name) {
    case 'w:br':
      return '\n'
    case 'w:tab':
      return '\t'
    case 'w:drawing':
      return '▣'
    case 'w:t':
      return node.children.map((child) => (child.kind === 'text' ? child.text : '')).join('')
    default:
      return ''
  }
}

function lookOf(properties: XmlElement): string {
  return properties.children
    .map((child) => (child.kind === 'element' ? child.name + JSON.stringify(child.attributes) : ''))
    .join()
}
