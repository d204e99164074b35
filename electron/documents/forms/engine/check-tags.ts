import { likelyName, type PartProblems } from './problems'
import type { Tag } from './tag'

/** The fields a template may use: those of the record, and those of each list's entries. */
export interface TemplateFields {
  tags: readonly string[]
  lists?: Readonly<Record<string, TemplateFields>>
}

/** Reports tags that nothing would fill, and formats that do not exist. */
export function checkTags(
  tags: readonly Tag[],
  pairs: ReadonlyMap<Tag, Tag>,
  fields: TemplateFields | null,
  formats: readonly string[],
  problems: PartProblems,
): void {
  const closes = new Set(pairs.values())
  const unclosed = new Set(
    tags.filter((tag) => tag.kind === 'open' && !pairs.has(tag)).map(({ name }) => name),
  )
  const scopes: (TemplateFields | null)[] = [fields]
  for (const tag of tags) {
    for (const format of tag.formats)
      if (!formats.includes(format)) problems.add(tag, unknownFormat(tag, format, formats))
    if (closes.has(tag)) scopes.pop()
    if (tag.kind === 'close' || tag.name === '') continue
    if (fields) checkName(tag, fields, scopes, unclosed, problems)
    if (pairs.has(tag)) {
      const list = scopes.map((scope) => listOf(scope, tag.name)).findLast((found) => found)
      scopes.push(tag.kind === 'open' ? (list ?? null) : null)
    }
  }
}

const listOf = (scope: TemplateFields | null, name: string): TemplateFields | undefined =>
  scope?.lists && Object.hasOwn(scope.lists, name) ? scope.lists[name] : undefined

function unknownFormat(tag: Tag, format: string, formats: readonly string[]): string {
  const meant = likelyName(format, formats)
  return (
    `“${tag.raw}”里的格式“${format}”没有，` +
    (meant ? `您是不是想写“${meant}”？` : `可以用的格式有：${formats.join('、')}。`)
  )
}

function checkName(
  tag: Tag,
  fields: TemplateFields,
  scopes: readonly (TemplateFields | null)[],
  unclosed: ReadonlySet<string>,
  problems: PartProblems,
): void {
  const isField = scopes.some((scope) => scope?.tags.includes(tag.name))
  const isListHere = scopes.some((scope) => listOf(scope, tag.name))
  if (tag.kind === 'value' ? isField : isField || isListHere) return
  if (isListHere) {
    problems.add(
      tag,
      `“${tag.name}”有多项，请写成“{#${tag.name}}”和“{/${tag.name}}”，把要重复的内容放在中间。`,
    )
    return
  }
  const holder = holderOf(fields, tag.name)
  if (holder !== null) {
    // Where its list was never closed, that is the fault to mend.
    if (unclosed.has(holder)) return
    problems.add(
      tag,
      `“${tag.raw}”要写在“{#${holder}}”和“{/${holder}}”之间，写在外面不会填上内容。`,
    )
    return
  }
  const near = scopes.flatMap((scope) => (scope ? namesHere(scope) : []))
  const meant = likelyName(tag.name, near) ?? likelyName(tag.name, allNames(fields))
  const sign = tag.kind === 'open' ? '#' : tag.kind === 'inverted' ? '^' : ''
  problems.add(
    tag,
    `没有“${tag.name}”这个字段。${meant ? `您是不是想写“{${sign}${meant}}”？` : '请对照字段表改正。'}`,
  )
}

const namesHere = ({ tags, lists = {} }: TemplateFields): string[] => [
  ...tags,
  ...Object.keys(lists),
]

const allNames = (fields: TemplateFields): string[] => [
  ...namesHere(fields),
  ...Object.values(fields.lists ?? {}).flatMap(allNames),
]

/** The list whose entries have that field; null where none has. */
function holderOf({ lists = {} }: TemplateFields, name: string): string | null {
  for (const [list, fields] of Object.entries(lists)) {
    if (namesHere(fields).includes(name)) return list
    const deeper = holderOf(fields, name)
    if (deeper !== null) return deeper
  }
  return null
}
