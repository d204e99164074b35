import { kindOf, targetPath, type Relation, type TemplatePackage } from './package-parts'
import { tidy } from './tidy'
import { elementsIn, parseXml, type XmlElement } from './xml'

/** A part with text that clerks write: the document, a header, a footer, notes. */
export interface ContentPart {
  kind: 'document' | 'header' | 'footer' | 'notes'
  path: string
  /** The document's relation to it; null for the document itself. */
  relation: Relation | null
  root: XmlElement
  /** What clerks call it. */
  label: string
}

export function readContentParts(template: TemplatePackage): ContentPart[] {
  const document = readPart(template, template.documentPath)
  const used = [...elementsIn(document)]
  const parts: ContentPart[] = [
    {
      kind: 'document',
      path: template.documentPath,
      relation: null,
      root: document,
      label: '正文',
    },
  ]
  for (const relation of template.relations.get(template.documentPath) ?? []) {
    const kind = kindOf(relation.type)
    if (kind === 'header' || kind === 'footer') {
      const reference = used.find(
        ({ name, attributes }) =>
          name === `w:${kind}Reference` && attributes['r:id'] === relation.id,
      )
      // One that no section shows may hold anything, and is left out.
      if (!reference) continue
      const path = targetPath(template.documentPath, relation.target)!
      const label = marginLabel(kind, reference.attributes['w:type'])
      parts.push({ kind, path, relation, root: readPart(template, path), label })
    } else if (kind === 'footnotes' || kind === 'endnotes') {
      const path = targetPath(template.documentPath, relation.target)!
      parts.push({ kind: 'notes', path, relation, root: readPart(template, path), label: '脚注' })
    }
  }
  return parts
}

function readPart(template: TemplatePackage, path: string): XmlElement {
  const root = parseXml(template.parts.get(path)!, path)
  tidy(root)
  return root
}

function marginLabel(kind: 'header' | 'footer', type: string | undefined): string {
  const which = type === 'first' ? '首页' : type === 'even' ? '偶数页' : ''
  return `${which}${kind === 'header' ? '页眉' : '页脚'}`
}
