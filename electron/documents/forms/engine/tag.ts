/** A tag as written in a template, taken apart. */
export interface Tag {
  /** As it stands in the template: `{#家庭成员}`. */
  raw: string
  kind: 'value' | 'open' | 'inverted' | 'close'
  name: string
  /** What follows each `|`. */
  formats: readonly string[]
  /** What a loop repeats, where its tag says so. */
  loopOver: LoopOver | null
  /** Options that mean nothing here, to be reported. */
  strangeOptions: string | null
  /** Where the tag stands, in a clerk's words. */
  place: string
}

export const loopOvers = ['row', 'paragraph', 'content'] as const
export type LoopOver = (typeof loopOvers)[number]

/** Tags are typed in Chinese input, which gives full-width signs. */
const halfWidth: Readonly<Record<string, string>> = {
  '＃': '#',
  '／': '/',
  '｜': '|',
  '＾': '^',
  '［': '[',
  '］': ']',
  '：': ':',
}

const kinds = { '#': 'open', '^': 'inverted', '/': 'close' } as const

/** Takes `{#名 [loopOver: "row"]}` or `{名|格式}` apart. */
export function readTag(raw: string, place: string): Tag {
  const inside = raw.slice(1, -1).replace(/[＃／｜＾［］]/g, (sign) => halfWidth[sign]!)
  const [, words = '', options = null] = /^(.*?)(?:\[(.*)\])?\s*$/s.exec(inside)!
  const sign = words.trim()[0] as keyof typeof kinds | undefined
  const kind = (sign && kinds[sign]) ?? 'value'
  const body = kind === 'value' ? words : words.trim().slice(1)
  const [name = '', ...formats] = body.split('|').map((word) => word.trim().normalize('NFC'))
  const loopOver = readLoopOver(options)
  return {
    raw,
    kind,
    name,
    formats,
    loopOver,
    strangeOptions: options !== null && loopOver === null ? options : null,
    place,
  }
}

function readLoopOver(options: string | null): LoopOver | null {
  if (options === null) return null
  const value = /^\s*["“”]?loopOver["“”]?\s*[:：]\s*["'“”‘’]?(\w+)["'“”‘’]?\s*$/.exec(options)?.[1]
  return loopOvers.find((known) => known === value) ?? null
}
