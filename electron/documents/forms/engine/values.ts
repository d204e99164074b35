/** A picture for a template, at its printed size. */
export interface TemplatePicture {
  kind: 'picture'
  bytes: Uint8Array
  format: 'png' | 'jpeg'
  widthMm: number
  heightMm: number
  /** Said by screen readers, shown where the picture cannot be. */
  alt: string
}

export type TemplateValue =
  string | number | boolean | null | undefined | TemplatePicture | readonly TemplateRecord[]

/** What fills a template, by tag. A list repeats what stands between `{#名}` and `{/名}`. */
export interface TemplateRecord {
  readonly [tag: string]: TemplateValue
}

/** Turns a value's text into the text printed for `{名|格式}`. */
export type Formatter = (text: string) => string

/** The values a tag can see: those of its loop's entry, then of the loops around it. */
export interface Scope {
  record: TemplateRecord
  outer: Scope | null
}

/** The nearest value of that name; an entry that lacks it leaves it to the record around. */
export function valueIn(scope: Scope, name: string): TemplateValue {
  for (let at: Scope | null = scope; at; at = at.outer) {
    // Own properties only: `constructor` is no field of anybody's.
    if (Object.hasOwn(at.record, name)) {
      const value = at.record[name]
      if (value !== undefined) return value
    }
  }
  return undefined
}

export function isPicture(value: TemplateValue): value is TemplatePicture {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'picture'
}

export function isList(value: TemplateValue): value is readonly TemplateRecord[] {
  return Array.isArray(value)
}

/** Whether `{#名}` shows its content: text that is not empty, a picture, a list with entries. */
export function holds(value: TemplateValue): boolean {
  return isList(value) ? value.length > 0 : Boolean(value)
}

export function textOf(value: TemplateValue): string {
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value)
}
