import { judgePackage } from './judge'
import {
  contentTypesPath,
  kindOf,
  targetPath,
  type Relation,
  type TemplatePackage,
} from './package-parts'
import { refused } from './refusal'
import { elementsIn, parseXml } from './xml'
import { readZip } from './zip-reader'

/** Opens a template that anybody may have made; throws a refusal in a clerk's words. */
export function openTemplate(bytes: Uint8Array): TemplatePackage {
  const parts = readZip(bytes)
  const contentTypes = parts.get(contentTypesPath)
  if (!contentTypes)
    throw refused('它不是 Word 文档（.docx）。请用 WPS 或 Word 打开后另存为 .docx。')
  const relations = new Map<string, Relation[]>()
  for (const [path, part] of parts)
    if (path.endsWith('.rels')) relations.set(ownerOf(path), readRelations(part, path))
  const main = relations.get('')?.find(({ type }) => kindOf(type) === 'officeDocument')
  const documentPath = main && targetPath('', main.target)
  if (!documentPath || !parts.has(documentPath))
    throw refused('它不是 Word 文档（.docx），里面没有正文。')
  const opened = {
    parts,
    contentTypes: parseXml(contentTypes, contentTypesPath),
    relations,
    documentPath,
  }
  judgePackage(opened)
  return opened
}

function readRelations(part: Uint8Array, path: string): Relation[] {
  return [...elementsIn(parseXml(part, path))]
    .filter(({ name }) => name === 'Relationship')
    .map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      type: attributes['Type'] ?? '',
      target: attributes['Target'] ?? '',
      external: attributes['TargetMode'] === 'External',
    }))
}

/** `word/_rels/document.xml.rels` belongs to `word/document.xml`. */
function ownerOf(path: string): string {
  return path.replace(/_rels\/([^/]*)\.rels$/, '$1')
}
