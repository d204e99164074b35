import { escapeXml } from '../../text'
import { elementsIn, type XmlElement } from './xml'

export interface Relation {
  id: string
  type: string
  target: string
  external: boolean
}

/** A template's parts with what the package says about them. */
export interface TemplatePackage {
  parts: Map<string, Uint8Array>
  contentTypes: XmlElement
  /** Relations by the path of the part they belong to; '' for the package's own. */
  relations: Map<string, Relation[]>
  /** The path of the main part, as a rule `word/document.xml`. */
  documentPath: string
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const contentTypesPath = '[Content_Types].xml'

/** `image`, `header`, `officeDocument`: the last word of a relation's type. */
export function kindOf(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1)
}

export function relationsPath(owner: string): string {
  return owner.replace(/([^/]*)$/, '_rels/$1.rels')
}

/** Where a relation of `owner` leads inside the package; null where it leads out of it. */
export function targetPath(owner: string, target: string): string | null {
  const steps = target.startsWith('/') ? [] : owner.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return null
    } else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** The content type of a part, by its own entry or by its file ending. */
export function contentTypeOf(contentTypes: XmlElement, path: string): string {
  const entries = [...elementsIn(contentTypes)]
  const own = entries.find(
    ({ name, attributes }) =>
      name === 'Override' && attributes['PartName']?.toLowerCase() === `/${path}`.toLowerCase(),
  )
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  const byEnding = entries.find(
    ({ name, attributes }) =>
      name === 'Default' && attributes['Extension']?.toLowerCase() === ending,
  )
  return (own ?? byEnding)?.attributes['ContentType'] ?? ''
}

/** The part that lists relations; those of a kept part all lead inside the package. */
export function relationsText(relations: readonly Relation[]): string {
  const items = relations.map(
    ({ id, type, target }) =>
      `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"/>`,
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}
