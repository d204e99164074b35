import {
  childOf,
  copyOf,
  element,
  elementsIn,
  isElement,
  splice,
  type XmlElement,
  type XmlNode,
} from './xml'

/** The order that the schema asks of a section's properties, up to the ones written here. */
const beforeType = ['headerReference', 'footerReference', 'footnotePr', 'endnotePr']
const beforeNumbering = [
  ...beforeType,
  'type',
  'pgSz',
  'pgMar',
  'paperSrc',
  'pgBorders',
  'lnNumType',
]

/** A section as it begins after another person's: on a new page, or on a new sheet. */
export function sectionVariants(
  section: XmlElement,
  numbersPages: boolean,
): Record<'nextPage' | 'oddPage' | 'asTemplate', XmlElement> {
  const starting = (type: string): XmlElement => {
    const copy = copyOf(section)
    setProperty(copy, 'w:type', beforeType, { 'w:val': type })
    if (numbersPages) {
      const own = childOf(copy, 'w:pgNumType')?.attributes
      setProperty(copy, 'w:pgNumType', beforeNumbering, { 'w:start': '1', ...own })
    }
    return copy
  }
  const own = childOf(section, 'w:type')?.attributes['w:val'] ?? ''
  return {
    nextPage: starting('nextPage'),
    oddPage: starting('oddPage'),
    asTemplate: starting(own === 'oddPage' || own === 'evenPage' ? own : 'nextPage'),
  }
}

function setProperty(
  section: XmlElement,
  name: string,
  before: readonly string[],
  attributes: Record<string, string>,
): void {
  const known = childOf(section, name)
  if (known) {
    known.attributes = attributes
    return
  }
  const start = section.children.findIndex(
    (child) => child.kind === 'element' && !before.includes(child.name.slice('w:'.length)),
  )
  splice(section, start < 0 ? section.children.length : start, 0, [element(name, attributes)])
}

/** All sections of a document in order, the body's own last. */
export function sectionsOf(body: XmlElement): XmlElement[] {
  return [...elementsIn(body)].filter(({ name }) => name === 'w:sectPr')
}

/**
 * Marks where one person's last section ends: in the last paragraph's properties where it stands
 * there for everybody, else in a paragraph of its own that takes no room.
 */
export function markSectionEnd(body: XmlElement): void {
  const last = body.children.at(-1)
  if (!isElement(last, 'w:p') || last.children.some(isSpliced)) return appendMark(body, true)
  let properties = childOf(last, 'w:pPr')
  if (!properties) {
    properties = element('w:pPr')
    splice(last, 0, 0, [properties])
  }
  if (childOf(properties, 'w:sectPr')) return appendMark(body, true)
  appendMark(properties, false)
}

/** A section's end stands last among a paragraph's properties, but for their revision. */
function appendMark(parent: XmlElement, ownParagraph: boolean): void {
  const change = parent.children.findIndex((child) => isElement(child, 'w:pPrChange'))
  const at = change < 0 ? parent.children.length : change
  splice(parent, at, 0, [{ kind: 'sectionEnd', ownParagraph, parent: null }])
}

const isSpliced = (node: XmlNode): boolean => node.kind === 'loop' && node.spliced
