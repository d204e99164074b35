import { escapeXml } from '../../text'
import type { Blueprint, MarginPart } from './blueprint'
import { PartWriter, type FileContext, type Following, type Position } from './output'
import { contentTypesPath, relationsPath, relationsText, type Relation } from './package-parts'
import type { Scope, TemplatePicture, TemplateRecord } from './values'
import { packPart, PartStream, writeZip, type PackedPart } from './zip-writer'

const imageRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
const encoder = new TextEncoder()

/**
 * Writes one file, a step for each record; records are asked for one by one and forgotten once
 * written. Null for the file of a single record.
 */
export function buildFile(
  blueprint: Blueprint,
  records: Iterable<TemplateRecord>,
  following: Following | null,
): Generator<void, Uint8Array> {
  return new FileBuilder(blueprint, following).build(records)
}

class FileBuilder {
  private readonly media: MediaStore
  private readonly relations: RelationList
  private readonly margins: MarginStore
  private readonly lists: ListStore
  private lastId = 0

  constructor(
    private readonly blueprint: Blueprint,
    private readonly following: Following | null,
  ) {
    this.media = new MediaStore(blueprint.firstFreeNumber)
    this.relations = new RelationList(blueprint.document, blueprint, this.media)
    this.lists = new ListStore(blueprint)
    this.margins = new MarginStore(blueprint, this.media, this.relations, () => this.nextId())
  }

  *build(records: Iterable<TemplateRecord>): Generator<void, Uint8Array> {
    const { document } = this.blueprint
    const stream = new PartStream(document.path)
    stream.write(encoder.encode(document.head))
    const iterator = records[Symbol.iterator]()
    let current = iterator.next()
    for (let first = true; !current.done; first = false) {
      const next = iterator.next()
      this.lists.forget()
      const last = next.done === true
      const position = { first, last, following: first && last ? null : this.following }
      const writer = new PartWriter(this.context(position), position, document.section)
      const scope = { record: current.value, outer: null }
      writer.run(document.body, scope)
      if (position.last) writer.run(document.section, scope)
      stream.write(encoder.encode(writer.take()))
      yield
      current = next
    }
    stream.write(encoder.encode(document.tail))
    return this.seal(stream.finish())
  }

  private context({ following }: Position): FileContext {
    return {
      nextId: () => this.nextId(),
      pictureRelation: (picture, format) => this.relations.picture(picture, format),
      partRelation: (id, scope) => this.margins.relation(id, scope, following),
      ownList: (id) => this.lists.own(id),
    }
  }

  private nextId(): number {
    this.lastId += 1
    return this.lastId
  }

  private seal(document: PackedPart): Uint8Array {
    const { blueprint } = this
    const parts = [
      ...blueprint.fixed,
      document,
      this.relations.part(),
      ...this.margins.parts(),
      ...this.lists.parts(),
      ...this.media.parts,
    ].sort((a, b) => (a.path < b.path ? -1 : 1))
    const types = `${blueprint.contentTypes}${this.margins.contentTypes()}</Types>`
    return writeZip([packText(contentTypesPath, types), ...parts])
  }
}

function packText(path: string, text: string): PackedPart {
  return packPart(path, encoder.encode(text), 'each')
}

/** The pictures of a file, each kept once. */
class MediaStore {
  readonly parts: PackedPart[] = []
  private readonly byBytes = new Map<Uint8Array, string>()
  private readonly byContent = new Map<string, PackedPart[]>()

  constructor(private readonly firstNumber: number) {}

  path(bytes: Uint8Array, format: 'png' | 'jpeg'): string {
    const known = this.byBytes.get(bytes)
    if (known !== undefined) return known
    const path = this.keep(bytes, format)
    this.byBytes.set(bytes, path)
    return path
  }

  private keep(bytes: Uint8Array, format: 'png' | 'jpeg'): string {
    const number = this.firstNumber + this.parts.length
    const part = packPart(`word/media/picture${number}.${format}`, bytes, 'each')
    const key = `${part.crc}.${part.size}`
    const alike = this.byContent.get(key) ?? []
    const same = alike.find((other) => equal(other.chunks[0]!, bytes))
    if (same) return same.path
    this.byContent.set(key, [...alike, part])
    this.parts.push(part)
    return part.path
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/** The relations of one part: the template's, and those to pictures and copied parts. */
class RelationList {
  private readonly kept: Relation[] = []
  private readonly added: Relation[] = []
  private readonly byTarget = new Map<string, string>()

  constructor(
    private readonly owner: { path: string; relations: readonly Relation[] },
    private readonly blueprint: Blueprint,
    private readonly media: MediaStore,
  ) {}

  picture(picture: TemplatePicture, format: 'png' | 'jpeg'): string {
    return this.add(imageRelation, this.media.path(picture.bytes, format))
  }

  add(type: string, path: string): string {
    const known = this.byTarget.get(path)
    if (known !== undefined) return known
    const id = `rId${this.blueprint.firstFreeNumber + this.added.length}`
    const folder = this.owner.path.slice(0, this.owner.path.lastIndexOf('/') + 1)
    const target = path.startsWith(folder) ? path.slice(folder.length) : `/${path}`
    this.added.push({ id, type, target, external: false })
    this.byTarget.set(path, id)
    return id
  }

  /** A relation of the template that is only now known to be needed. */
  keep(relation: Relation): string {
    this.kept.push(relation)
    return relation.id
  }

  get text(): string {
    return relationsText([...this.owner.relations, ...this.kept, ...this.added])
  }

  get isEmpty(): boolean {
    return this.owner.relations.length + this.added.length === 0
  }

  part(path = this.owner.path): PackedPart {
    return packText(relationsPath(path), this.text)
  }
}

interface Margin {
  relation: string
  path: string
  contentType: string
  text: string
  relations: RelationList
}

/** Headers and footers with tags: written again only where they come out different. */
class MarginStore {
  private readonly written = new Map<string, Margin>()
  private readonly copies = new Map<string, number>()

  constructor(
    private readonly blueprint: Blueprint,
    private readonly media: MediaStore,
    private readonly documentRelations: RelationList,
    private readonly nextId: () => number,
  ) {}

  relation(id: string, scope: Scope, following: Following | null): string {
    const margin = this.blueprint.margins.get(id)!
    // Drawings are numbered from 1 to compare; only what is really written takes ids of the file.
    let drawings = 0
    const write = (nextId: () => number) => this.write(margin, scope, following, nextId)
    const trial = write(() => (drawings += 1))
    const key = `${id} ${trial.text} ${trial.relations.text}`
    const known = this.written.get(key)
    if (known) return known.relation
    const { text, relations } = drawings > 0 ? write(this.nextId) : trial
    const path = this.freePath(margin)
    const relation =
      path === margin.path
        ? this.documentRelations.keep(margin.relation)
        : this.documentRelations.add(margin.relation.type, path)
    this.written.set(key, { relation, path, contentType: margin.contentType, text, relations })
    return relation
  }

  parts(): PackedPart[] {
    return [...this.written.values()].flatMap(({ path, text, relations }) => [
      packText(path, text),
      ...(relations.isEmpty ? [] : [relations.part(path)]),
    ])
  }

  contentTypes(): string {
    return [...this.written.values()]
      .map(
        ({ path, contentType }) =>
          `<Override PartName="/${escapeXml(path)}" ContentType="${escapeXml(contentType)}"/>`,
      )
      .join('')
  }

  private write(
    margin: MarginPart,
    scope: Scope,
    following: Following | null,
    nextId: () => number,
  ) {
    const relations = new RelationList(margin, this.blueprint, this.media)
    const context: FileContext = {
      nextId,
      pictureRelation: (picture, format) => relations.picture(picture, format),
      partRelation: (id) => id,
      ownList: (id) => id,
    }
    const position = { first: true, last: true, following }
    const writer = new PartWriter(context, position, [])
    writer.run(margin.program, scope)
    return { text: writer.take(), relations }
  }

  private freePath({ path }: MarginPart): string {
    const copies = (this.copies.get(path) ?? 0) + 1
    this.copies.set(path, copies)
    return copies === 1 ? path : `${path.slice(0, -'.xml'.length)}-${copies}.xml`
  }
}

/** Numbered lists that each person starts afresh. */
class ListStore {
  private readonly declared: string[] = []
  private ofRecord = new Map<string, string>()

  constructor(private readonly blueprint: Blueprint) {}

  /** The next record has lists of its own. */
  forget(): void {
    this.ofRecord = new Map()
  }

  own(id: string): string {
    const known = this.ofRecord.get(id)
    if (known !== undefined) return known
    const { restarted, firstFreeId } = this.blueprint.numbering!
    const own = String(firstFreeId + this.declared.length)
    this.declared.push(`<w:num w:numId="${own}">${restarted.get(id)}</w:num>`)
    this.ofRecord.set(id, own)
    return own
  }

  parts(): PackedPart[] {
    const { numbering } = this.blueprint
    return numbering
      ? [packText(numbering.path, numbering.head + this.declared.join('') + numbering.tail)]
      : []
  }
}
