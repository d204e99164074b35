import { failure, type FailureError } from '@shared/contract/failure'
import { openPackage, partText, type Parts } from '../package'

export interface TemplateRules {
  /** The tags templates of this kind may use. */
  tags: readonly string[]
  /** Whether several records go into one file. */
  mode: 'merged' | 'separate'
}

/**
 * Reads a template as a clerk would and refuses it before anything is written: braces that do not
 * pair up, repetitions that are not closed, tags nobody knows (they would print blank), and personal
 * tags in headers of a merged file (everybody would get the first person's).
 */
export function checkTemplate(template: Uint8Array, rules: TemplateRules): void {
  const parts = wordParts(template)
  const problems: string[] = []
  const unknown = new Set<string>()
  const outside = new Set<string>()
  const known = new Set(rules.tags)
  for (const path of textParts(parts)) {
    const reader = new TagReader()
    for (const text of paragraphTexts(partText(parts, path))) reader.read(text)
    problems.push(...reader.finish())
    for (const name of reader.names) {
      if (!known.has(name)) unknown.add(`{${name}}`)
      if (path !== bodyPath) outside.add(`{${name}}`)
    }
  }
  if (problems.length > 0) throw refused(problems.join('；'))
  if (unknown.size > 0) throw refused(`有不认识的标记 ${[...unknown].join('、')}，请对照字段表改正`)
  if (rules.mode === 'merged' && outside.size > 0)
    throw refused(
      `页眉页脚里有标记 ${[...outside].join('、')}，合并成一个文件时每人都会印成第一人的内容；请改选每人一个文件，或把标记移到正文里`,
    )
}

/** A template's fault as the clerk reads it: what is wrong, what was kept, what to do. */
export function refused(what: string): FailureError {
  return failure(
    'VALIDATION',
    `模板有错，没有生成文件：${what}。请在 WPS 或 Word 里改好模板后重试。`,
  )
}

const bodyPath = 'word/document.xml'

function wordParts(template: Uint8Array): Parts {
  try {
    const parts = openPackage(template)
    if (parts.has(bodyPath)) return parts
  } catch {
    // Not a zip file at all: the same refusal.
  }
  throw refused('它不是 Word 文档（.docx），或者文件已经损坏')
}

function textParts(parts: Parts): string[] {
  return [...parts.keys()].filter((path) =>
    /^word\/(document|header\d*|footer\d*)\.xml$/.test(path),
  )
}

/** The text of each paragraph, runs joined: a tag may be spread over several. */
function paragraphTexts(xml: string): string[] {
  return xml
    .replace(/<mc:Fallback>.*?<\/mc:Fallback>/gs, '')
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .filter((text) => /[{}]/.test(text))
}

/** Follows the tags of one part in reading order. */
class TagReader {
  readonly names = new Set<string>()
  private readonly open: string[] = []
  private readonly problems: string[] = []

  read(text: string): void {
    const near = `（在“${shortened(text)}”处）`
    for (const [piece] of text.matchAll(/\{[^{}]*\}|[{}][^{}]*/g)) {
      if (piece.startsWith('}')) this.problems.push(`多了一个“}”，前面少了“{”${near}`)
      else if (!piece.endsWith('}')) this.problems.push(`“${shortened(piece)}”后面少了“}”${near}`)
      else this.tag(piece.slice(1, -1).trim(), near)
    }
  }

  finish(): string[] {
    for (const name of this.open) this.problems.push(`“{#${name}}”没有结束标记，缺少“{/${name}}”`)
    return this.problems
  }

  private tag(content: string, near: string): void {
    const name = content
      .replace(/^[#/]/, '')
      .replace(/\s*\[.*$/, '')
      .trim()
    if (name === '') {
      this.problems.push(`花括号里没有字段名${near}`)
      return
    }
    this.names.add(name)
    if (content.startsWith('#')) this.open.push(name)
    else if (content.startsWith('/')) {
      const last = this.open.pop()
      if (last === undefined) this.problems.push(`“{/${name}}”前面没有“{#${name}}”${near}`)
      else if (last !== name)
        this.problems.push(`“{#${last}}”还没有结束就遇到了“{/${name}}”${near}`)
    }
  }
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text
}
