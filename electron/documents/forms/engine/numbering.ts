import type { NumberingPart } from './blueprint'
import { childOf, elementsIn, isElement, type XmlElement } from './xml'

/** A list of the template, by the id that its paragraphs name. */
export interface NumberedList {
  id: string
  /** What declares the same list with its first numbers again. */
  restarted: string
}

/** The lists that count; bullets look the same wherever they stand. */
export function numberedLists(
  numbering: XmlElement,
  markup: (node: XmlElement) => string,
): NumberedList[] {
  const definitions = new Map(
    childrenOf(numbering, 'w:abstractNum').map((node) => [
      node.attributes['w:abstractNumId'],
      childrenOf(node, 'w:lvl'),
    ]),
  )
  return childrenOf(numbering, 'w:num').flatMap((list) => {
    const definition = childOf(list, 'w:abstractNumId')?.attributes['w:val']
    const levels = definitions.get(definition) ?? []
    if (!levels.some(counts)) return []
    const overrides = childrenOf(list, 'w:lvlOverride')
    const restarts = levels.map((level) => {
      const number = level.attributes['w:ilvl']
      const override = overrides.find(({ attributes }) => attributes['w:ilvl'] === number)
      const ownLevel = override && childOf(override, 'w:lvl')
      const start =
        (override && childOf(override, 'w:startOverride')) ?? childOf(ownLevel ?? level, 'w:start')
      return (
        `<w:lvlOverride w:ilvl="${number}"><w:startOverride w:val="${start?.attributes['w:val'] ?? '1'}"/>` +
        `${ownLevel ? markup(ownLevel) : ''}</w:lvlOverride>`
      )
    })
    return [
      {
        id: list.attributes['w:numId'] ?? '',
        restarted: `<w:abstractNumId w:val="${definition}"/>${restarts.join('')}`,
      },
    ]
  })
}

const counts = (level: XmlElement): boolean =>
  childOf(level, 'w:numFmt')?.attributes['w:val'] !== 'bullet'

function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => isElement(child, name))
}

/** The numbering part, open where further lists are declared: behind the last of its own. */
export function numberingPart(
  path: string,
  numbering: XmlElement,
  lists: readonly NumberedList[],
  text: string,
): NumberingPart {
  const end = text.lastIndexOf('</w:num>') + '</w:num>'.length
  const ids = [...elementsIn(numbering)]
    .filter(({ name }) => name === 'w:num')
    .map(({ attributes }) => Number(attributes['w:numId']))
  return {
    path,
    head: text.slice(0, end),
    tail: text.slice(end),
    restarted: new Map(lists.map(({ id, restarted }) => [id, restarted])),
    firstFreeId: Math.max(0, ...ids) + 1,
  }
}
