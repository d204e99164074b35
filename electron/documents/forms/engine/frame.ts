import type { FrameSlot } from './program'
import { copyOf, elementsIn, type XmlElement } from './xml'

/*
 * A drawing whose alternative text is a tag lends its place, size and looks to the picture of that
 * tag. What depends on the picture is marked in the copy's attributes with a character that no
 * XML can hold.
 */
const sign = '\u0000'

export function slotOf(value: string): FrameSlot | null {
  return value.startsWith(sign) ? (value.slice(1) as FrameSlot) : null
}

const slot = (name: FrameSlot): string => sign + name

/** Whether a drawing holds a single picture, and nothing else that would show. */
export function isPictureFrame(drawing: XmlElement): boolean {
  return [...elementsIn(drawing)].filter(({ name }) => name === 'a:blip').length === 1
}

export function frameWithSlots(drawing: XmlElement): XmlElement {
  const copy = copyOf(drawing)
  for (const node of elementsIn(copy)) {
    const { attributes } = node
    if (node.name === 'wp:extent' || (node.name === 'a:ext' && 'cx' in attributes)) {
      attributes['cx'] = slot('width')
      attributes['cy'] = slot('height')
    } else if (node.name === 'wp:docPr' || node.name === 'pic:cNvPr') {
      // The old picture's name and title may tell whom it showed.
      delete attributes['title']
      attributes['name'] = 'picture'
      attributes['descr'] = slot('alt')
      node.children = []
    } else if (node.name === 'a:blip') {
      node.attributes = { 'r:embed': slot('embed') }
      node.children = []
    } else if (node.name === 'a:srcRect') node.attributes = {}
  }
  return copy
}
