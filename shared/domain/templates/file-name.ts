import { formats } from '../formats/formats'

/**
 * The names of files that are made one for each person: text with tags, as in a template, e.g.
 * `{村}_{姓名}_{身份证号|脱敏}`. `{表名}` is the form's title, `{序号}` the person's place.
 */
export const usualFileName = '{表名}_{村}_{姓名}'
export const fileNameTags = ['表名', '序号'] as const

export interface FileNameTag {
  /** As written: `{村}`. */
  raw: string
  name: string
  formats: string[]
}

export function tagsOfFileName(pattern: string): FileNameTag[] {
  return [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([raw, inside = '']) => {
    const [name = '', ...formats] = inside.split(/[|｜]/).map((word) => word.trim())
    return { raw, name, formats }
  })
}

/** @param valueOf what a tag stands for; nothing prints as 空 so that no two parts run together */
export function fileNameFor(pattern: string, valueOf: (name: string) => string): string {
  return pattern.replace(/\{[^{}]*\}/g, (raw) => {
    const [tag] = tagsOfFileName(raw)
    const text = tag!.formats.reduce(
      (value, format) => formats[format as keyof typeof formats](value),
      valueOf(tag!.name),
    )
    return text || '空'
  })
}
