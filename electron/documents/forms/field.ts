import type { TemplatePicture, TemplateRecord } from './engine'

/**
 * A tag an office may put into its templates. The list shown to clerks and the text printed come
 * from the same definition, so that neither can promise what the other does not keep.
 */
export interface Field<Source> {
  tag: string
  about: string
  example: string
  value: (source: Source) => string | TemplatePicture | null
}

/** A tag pair {#…} … {/…} that repeats; `atLeast` adds empty rows to write on by hand. */
export interface ListField<Source, Item> {
  tag: string
  about: string
  items: (source: Source) => readonly Item[]
  fields: readonly Field<NumberedItem<Item>>[]
  atLeast: number
}

export interface NumberedItem<Item> {
  item: Item
  /** Counted from 1. */
  position: number
}

/** A list field with the item's type hidden, so that lists of different items stand together. */
export interface Repeated<Source> {
  tag: string
  about: string
  tags: readonly { tag: string; about: string; example: string }[]
  rows: (source: Source) => TemplateRecord[]
}

export function repeated<Source, Item>(list: ListField<Source, Item>): Repeated<Source> {
  const empty = Object.fromEntries(list.fields.map(({ tag }) => [tag, '']))
  return {
    tag: list.tag,
    about: list.about,
    tags: list.fields.map(({ tag, about, example }) => ({ tag, about, example })),
    rows: (source) => {
      const items = list.items(source)
      const rows = items.map((item, index) => tagValues(list.fields, { item, position: index + 1 }))
      const spare = Math.max(0, list.atLeast - rows.length)
      return [...rows, ...Array.from({ length: spare }, () => empty)]
    },
  }
}

export function tagValues<Source>(
  fields: readonly Field<Source>[],
  source: Source,
): TemplateRecord {
  return Object.fromEntries(fields.map((field) => [field.tag, field.value(source) ?? '']))
}
