import { createHash } from 'node:crypto'
import { openPackage, partText, sealPackage, setPartText, type Parts } from '../package'

/**
 * Puts documents filled from one template into one file, each beginning a section of its own, as
 * the template's own section begins (a form printed on both sides starts on a new sheet). Styles,
 * headers and footers are those of the first; pictures are kept once each.
 */
export function mergeDocuments(documents: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = documents.map(openPackage)
  if (!first) throw new Error('nothing to merge')
  const target = new PictureStore(first)
  const { before, body, section, after } = bodyOf(first)
  const chunks = [body]
  let lastSection = section
  for (const other of others) {
    const next = bodyOf(other)
    // A section ends in the last paragraph that carries its properties.
    chunks.push(`<w:p><w:pPr>${tiny}${lastSection}</w:pPr></w:p>`)
    chunks.push(target.adopt(other, withoutIdentity(next.body)))
    lastSection = withoutReferences(next.section)
  }
  setPartText(first, documentPath, numberDrawings(before + chunks.join('') + lastSection + after))
  target.save()
  return sealPackage(first)
}

/** Gives every drawing of one document an id of its own; libraries repeat them within loops. */
export function withUniqueDrawings(document: Uint8Array): Uint8Array {
  const parts = openPackage(document)
  setPartText(parts, documentPath, numberDrawings(partText(parts, documentPath)))
  return sealPackage(parts)
}

const documentPath = 'word/document.xml'
const relationsPath = 'word/_rels/document.xml.rels'

/** The paragraph that ends a section takes no room of its own. */
const tiny = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'

interface BodyParts {
  before: string
  body: string
  section: string
  after: string
}

function bodyOf(parts: Parts): BodyParts {
  const xml = partText(parts, documentPath)
  const start = xml.indexOf('>', xml.indexOf('<w:body')) + 1
  const end = xml.lastIndexOf('</w:body>')
  const section = xml.lastIndexOf('<w:sectPr', end)
  const closed = xml.slice(section, end).endsWith('</w:sectPr>')
  if (section < start || !closed)
    return {
      before: xml.slice(0, start),
      body: xml.slice(start, end),
      section: '<w:sectPr/>',
      after: xml.slice(end),
    }
  return {
    before: xml.slice(0, start),
    body: xml.slice(start, section),
    section: xml.slice(section, end),
    after: xml.slice(end),
  }
}

/** Ids that may stand only once in a file: bookmarks go, paragraph ids are Word's to make. */
function withoutIdentity(body: string): string {
  return body
    .replace(/<w:bookmark(?:Start|End)\b[^>]*\/>/g, '')
    .replace(/ w14:(?:paraId|textId)="[^"]*"/g, '')
}

/** Without references of its own a section goes on with the headers and footers before it. */
function withoutReferences(section: string): string {
  return section.replace(/<w:(?:header|footer)Reference\b[^>]*\/>/g, '')
}

function numberDrawings(xml: string): string {
  let id = 0
  return xml.replace(/(<wp:docPr\b[^>]*?\bid=")\d+(")/g, (_, head: string, tail: string) => {
    id += 1
    return `${head}${id}${tail}`
  })
}

interface Relation {
  id: string
  type: string
  target: string
  external: boolean
}

/** The relations and media of the file that the others are put into. */
class PictureStore {
  private readonly relations: Relation[]
  private readonly byTarget = new Map<string, string>()
  private readonly byContent = new Map<string, string>()
  private lastMedia = 0

  constructor(private readonly parts: Parts) {
    this.relations = relationsOf(parts)
    for (const relation of this.relations)
      this.byTarget.set(relation.type + relation.target, relation.id)
    for (const [path, bytes] of parts) {
      if (path.startsWith('word/media/')) this.byContent.set(digest(bytes), path)
    }
  }

  /** Takes over what a body refers to and returns the body with its references rewritten. */
  adopt(other: Parts, body: string): string {
    const renamed = new Map<string, string>()
    for (const relation of relationsOf(other)) {
      if (!body.includes(`"${relation.id}"`)) continue
      const target = relation.target.startsWith('media/')
        ? this.keepMedia(other, relation.target)
        : relation.target
      renamed.set(relation.id, this.relate({ ...relation, target }))
    }
    return body.replace(
      /\br:(embed|id|link|pict)="([^"]+)"/g,
      (whole, name: string, id: string) => {
        const now = renamed.get(id)
        return now ? `r:${name}="${now}"` : whole
      },
    )
  }

  save(): void {
    const items = this.relations.map(
      ({ id, type, target, external }) =>
        `<Relationship Id="${id}" Type="${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    setPartText(
      this.parts,
      relationsPath,
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        `${items.join('')}</Relationships>`,
    )
    this.declareMediaTypes()
  }

  private keepMedia(other: Parts, target: string): string {
    const bytes = other.get(`word/${target}`)
    if (!bytes) return target
    const content = digest(bytes)
    let path = this.byContent.get(content)
    if (!path) {
      const ending = target.slice(target.lastIndexOf('.'))
      do {
        this.lastMedia += 1
        path = `word/media/picture${this.lastMedia}${ending}`
      } while (this.parts.has(path))
      this.parts.set(path, bytes)
      this.byContent.set(content, path)
    }
    return path.slice('word/'.length)
  }

  private relate(relation: Relation): string {
    const key = relation.type + relation.target
    const known = this.byTarget.get(key)
    if (known) return known
    const id = `rIdMerged${this.relations.length + 1}`
    this.relations.push({ ...relation, id })
    this.byTarget.set(key, id)
    return id
  }

  private declareMediaTypes(): void {
    const path = '[Content_Types].xml'
    const known = partText(this.parts, path)
    const mimes: Record<string, string> = {
      png: 'image/png',
      jpeg: 'image/jpeg',
      jpg: 'image/jpeg',
    }
    const missing = Object.entries(mimes).filter(
      ([ending]) =>
        !known.includes(`Extension="${ending}"`) &&
        [...this.parts.keys()].some((part) => part.endsWith(`.${ending}`)),
    )
    setPartText(
      this.parts,
      path,
      known.replace(
        /(<Types\b[^>]*>)/,
        `$1${missing.map(([ending, mime]) => `<Default Extension="${ending}" ContentType="${mime}"/>`).join('')}`,
      ),
    )
  }
}

function relationsOf(parts: Parts): Relation[] {
  return [...partText(parts, relationsPath).matchAll(/<Relationship\b([^>]*?)\/?>/g)].map(
    ([, attributes]) => {
      const read = (name: string): string =>
        new RegExp(`\\b${name}="([^"]*)"`).exec(attributes!)?.[1] ?? ''
      return {
        id: read('Id'),
        type: read('Type'),
        target: read('Target').replace(/^\/word\//, ''),
        external: read('TargetMode') === 'External',
      }
    },
  )
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
