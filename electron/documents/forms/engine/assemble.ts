import type { Blueprint, DocumentPart, MarginPart, NumberingPart } from './blueprint'
import type { ContentPart } from './content-parts'
import { generate, type GenerateOptions } from './generate'
import { keptRelations } from './kept-parts'
import { numberedLists, numberingPart } from './numbering'
import {
  contentTypeOf,
  contentTypesPath,
  declaration,
  kindOf,
  relationsPath,
  relationsText,
  targetPath,
  type Relation,
  type TemplatePackage,
} from './package-parts'
import { isFixed } from './program'
import { markSectionEnd, sectionsOf } from './sections'
import { tidy } from './tidy'
import type { Formatter } from './values'
import {
  childOf,
  element,
  elementsIn,
  isElement,
  parseXml,
  replace,
  splice,
  textNode,
  type XmlElement,
} from './xml'
import { packPart, type PackedPart } from './zip-writer'

/** Writes down everything that files made from a template share. */
export function writeBlueprint(
  template: TemplatePackage,
  parts: readonly ContentPart[],
  formatters: Readonly<Record<string, Formatter>>,
): Blueprint {
  const document = parts[0]!
  const body = childOf(document.root, 'w:body')!
  const options: GenerateOptions = {
    formatters,
    changingRelations: new Set(),
    numberedLists: new Set(),
    firstSection: null,
    numbersPages: parts.some(({ root }) => numbersPages(root)),
    oneSection: sectionsOf(body).length <= 1,
  }
  const kept = keptRelations(template, parts)
  const rewritten = new Map<string, string>()
  const margins = new Map<string, MarginPart>()
  for (const part of parts) {
    if (part.kind === 'document') continue
    const program = generate([part.root], options)
    if (isFixed(program)) rewritten.set(part.path, declaration + program.join(''))
    else margins.set(part.relation!.id, marginPart(template, part, kept, [declaration, ...program]))
  }
  const numbering = readNumbering(template, kept, document.path, options)
  for (const [path, text] of tidiedSettings(template, kept, document.path, options))
    rewritten.set(path, text)
  const apart = new Set([
    document.path,
    ...[...margins.values()].map(({ path }) => path),
    ...(numbering ? [numbering.path] : []),
  ])
  // A header that changes is related to when it is written.
  const fixedRelations = kept.get(document.path)!.filter(({ id }) => !margins.has(id))
  return {
    fixed: fixedParts(template, kept, rewritten, apart),
    contentTypes: contentTypes(template, kept, margins, options),
    document: documentPart(document, body, fixedRelations, {
      ...options,
      changingRelations: new Set(margins.keys()),
      numberedLists: new Set(numbering?.restarted.keys()),
    }),
    margins,
    numbering,
    firstFreeNumber: firstFreeNumber(template),
  }
}

/** Whether a field prints the number of the page. */
function numbersPages(root: XmlElement): boolean {
  return [...elementsIn(root)].some(({ name, attributes, children }) => {
    const text = name === 'w:instrText' && children[0]?.kind === 'text' ? children[0].text : ''
    return /^\s*PAGE\b/i.test(attributes['w:instr'] ?? text)
  })
}

function marginPart(
  template: TemplatePackage,
  { path, relation }: ContentPart,
  kept: ReadonlyMap<string, Relation[]>,
  program: MarginPart['program'],
): MarginPart {
  return {
    path,
    relation: relation!,
    relations: kept.get(path) ?? [],
    contentType: contentTypeOf(template.contentTypes, path),
    program,
  }
}

function partsOfKind(kept: ReadonlyMap<string, Relation[]>, owner: string, kind: string): string[] {
  return (kept.get(owner) ?? [])
    .filter(({ type }) => kindOf(type) === kind)
    .map(({ target }) => targetPath(owner, target)!)
}

function textOf(node: XmlElement, options: GenerateOptions): string {
  return generate([node], options).join('')
}

function readNumbering(
  template: TemplatePackage,
  kept: ReadonlyMap<string, Relation[]>,
  owner: string,
  options: GenerateOptions,
): NumberingPart | null {
  const [path] = partsOfKind(kept, owner, 'numbering')
  if (path === undefined) return null
  const root = parseXml(template.parts.get(path)!, path)
  const lists = numberedLists(root, (node) => textOf(node, options))
  if (lists.length === 0) return null
  return numberingPart(path, root, lists, declaration + textOf(root, options))
}

function* tidiedSettings(
  template: TemplatePackage,
  kept: ReadonlyMap<string, Relation[]>,
  owner: string,
  options: GenerateOptions,
): Generator<[string, string]> {
  for (const path of partsOfKind(kept, owner, 'settings')) {
    const root = parseXml(template.parts.get(path)!, path)
    tidy(root)
    yield [path, declaration + textOf(root, options)]
  }
}

/** Stands for the body's content while what is around it is written. */
const contentSign = '\u0000'

function documentPart(
  part: ContentPart,
  body: XmlElement,
  relations: readonly Relation[],
  options: GenerateOptions,
): DocumentPart {
  const section = lastSection(body)
  const withSection = { ...options, firstSection: sectionsOf(body)[0] ?? section }
  if (section.parent) replace(section)
  markSectionEnd(body)
  const content = generate(body.children, withSection)
  splice(body, 0, body.children.length, [textNode(contentSign)])
  const [head = '', tail = ''] = (declaration + textOf(part.root, options)).split(contentSign)
  return {
    path: part.path,
    relations,
    head,
    tail,
    body: content,
    section: generate([section], withSection),
  }
}

function lastSection(body: XmlElement): XmlElement {
  const last = body.children.at(-1)
  return isElement(last, 'w:sectPr') ? last : element('w:sectPr')
}

function fixedParts(
  template: TemplatePackage,
  kept: ReadonlyMap<string, Relation[]>,
  rewritten: ReadonlyMap<string, string>,
  apart: ReadonlySet<string>,
): PackedPart[] {
  const encoder = new TextEncoder()
  return [...kept].flatMap(([path, relations]) => {
    const parts: PackedPart[] = []
    if (path !== '' && !apart.has(path)) {
      const text = rewritten.get(path)
      const bytes = text === undefined ? template.parts.get(path)! : encoder.encode(text)
      parts.push(packPart(path, bytes, 'once'))
    }
    const own = relations.length > 0 && (!apart.has(path) || path === '')
    if (own) {
      const text = encoder.encode(relationsText(relations))
      parts.push(packPart(relationsPath(path), text, 'once'))
    }
    return parts
  })
}

/** The types of the parts in every file, and of the pictures that may come. */
function contentTypes(
  template: TemplatePackage,
  kept: ReadonlyMap<string, Relation[]>,
  margins: ReadonlyMap<string, MarginPart>,
  options: GenerateOptions,
): string {
  const later = new Set([...margins.values()].map(({ path }) => path))
  const isWritten = (path: string): boolean => kept.has(path) && !later.has(path)
  const known = template.contentTypes.children.filter(
    (child): child is XmlElement =>
      child.kind === 'element' &&
      (child.name === 'Default'
        ? !['png', 'jpeg'].includes(child.attributes['Extension']?.toLowerCase() ?? '')
        : isWritten(child.attributes['PartName']?.replace(/^\//, '') ?? '')),
  )
  const pictures = ['png', 'jpeg'].map((format) =>
    element('Default', { Extension: format, ContentType: `image/${format}` }),
  )
  const types = element('Types', template.contentTypes.attributes, [...pictures, ...known])
  return declaration + textOf(types, options).replace(/<\/Types>$/, '')
}

/** Above every number in the names of the template's relations and pictures. */
function firstFreeNumber(template: TemplatePackage): number {
  const names = [
    ...template.parts.keys(),
    ...[...template.relations.values()].flat().map(({ id }) => id),
  ]
  const numbers = names
    .filter((name) => name !== contentTypesPath)
    .map((name) => Number(/(\d{1,6})(\.\w+)?$/.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers) + 1
}
