import { elementsIn, isElement, type XmlElement, type XmlNode } from './xml'

/*
 * Leaves out of a part what printing a form does not need and copies may not share: Word's
 * editing history and spelling marks, comments, bookmarks nobody refers to, ids of paragraphs.
 */

const dropped = new Set([
  'w:proofErr',
  'w:lastRenderedPageBreak',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
  // A bound control would show its binding's text again, instead of what was filled in.
  'w:dataBinding',
  'w15:dataBinding',
  // Settings: history of editing, the office's own template, a prompt at opening.
  'w:rsids',
  'w:attachedTemplate',
  'w:mailMerge',
  'w:updateFields',
])

const droppedAttribute = /^(w:rsid\w*|w14:(paraId|textId))$/

export function tidy(root: XmlElement): void {
  const referred = referencesIn(root)
  const kept = new Set<string>()
  for (const node of elementsIn(root)) {
    for (const name of Object.keys(node.attributes))
      if (droppedAttribute.test(name)) delete node.attributes[name]
    if (node.name === 'w:bookmarkStart' && referred.includes(node.attributes['w:name'] ?? '\u0000'))
      kept.add(node.attributes['w:id'] ?? '')
    node.children = node.children.filter((child) => !isDropped(child, node))
  }
  for (const node of elementsIn(root))
    node.children = node.children.filter(
      (child) =>
        child.kind !== 'element' ||
        !child.name.startsWith('w:bookmark') ||
        kept.has(child.attributes['w:id'] ?? ''),
    )
}

function isDropped(node: XmlNode, parent: XmlElement): boolean {
  if (node.kind !== 'element') return false
  if (dropped.has(node.name)) return true
  if (parent.name !== 'w:sdtPr') return false
  // Ids of content controls are unique and optional; a tag in a control is no placeholder.
  return node.name === 'w:id' || (node.name === 'w:showingPlcHdr' && holdsTag(parent.parent))
}

function holdsTag(control: XmlNode | null): boolean {
  if (control === null) return false
  if (control.kind === 'text') return control.text.includes('{')
  return 'children' in control && control.children.some(holdsTag)
}

/** Everything that may name a bookmark: fields and links within the document. */
function referencesIn(root: XmlElement): string {
  const texts: string[] = []
  for (const node of elementsIn(root)) {
    texts.push(node.attributes['w:anchor'] ?? '', node.attributes['w:instr'] ?? '')
    if (isElement(node, 'w:instrText'))
      for (const child of node.children) if (child.kind === 'text') texts.push(child.text)
  }
  return texts.join(' ')
}
