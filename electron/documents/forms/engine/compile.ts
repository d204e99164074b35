import { failure } from '@shared/contract/failure'
import { writeBlueprint } from './assemble'
import type { Blueprint } from './blueprint'
import { checkTags, type TemplateFields } from './check-tags'
import { buildFile } from './file-builder'
import { readContentParts, type ContentPart } from './content-parts'
import { findTags } from './find-tags'
import { isPictureFrame } from './frame'
import { LoopNester } from './loops'
import type { Following } from './output'
import { openTemplate } from './open-template'
import { pairTags } from './pair-tags'
import { ProblemList, type PartProblems, type TemplateProblem } from './problems'
import type { Tag } from './tag'
import type { Formatter, TemplateRecord } from './values'
import type { XmlNode } from './xml'

export interface CompileOptions {
  /** Formats that `{名|格式}` may name. */
  formats?: Readonly<Record<string, Formatter>>
  /** The fields there are; without them any name is taken. */
  fields?: TemplateFields
}

export interface MergeOptions {
  /**
   * Whether each person begins on a new sheet, for printing on both sides, or on the next page.
   * By itself as the template begins, where it asks for an odd or even page.
   */
  duplex?: boolean
}

/** A template ready to be filled any number of times. */
export interface CompiledTemplate {
  /** The fields it uses, each once, in reading order. */
  tags: readonly string[]
  /** What has to be mended first; a template with problems renders nothing. */
  problems: readonly TemplateProblem[]
  /** Throws the problems as one sentence for the clerk. */
  check(): void
  /** The file of one record. */
  render(record: TemplateRecord): Uint8Array
  /**
   * One file with all records, each on pages of its own. Records are asked for one at a time; a
   * step is made after each, so that the caller can report, let others run, or stop.
   */
  merge(records: Iterable<TemplateRecord>, options?: MergeOptions): Generator<void, Uint8Array>
}

/**
 * Takes a template apart once: after this a document is text put together. A file that could do
 * harm is refused with an error; slips of the pen are answered as problems.
 */
export function compileTemplate(
  bytes: Uint8Array,
  { formats = {}, fields }: CompileOptions = {},
): CompiledTemplate {
  const template = openTemplate(bytes)
  const problems = new ProblemList()
  const parts = readContentParts(template)
  const tags = parts.flatMap((part) =>
    prepare(part, fields ?? null, Object.keys(formats), problems),
  )
  const found = problems.all()
  let blueprint: Blueprint | null = null
  const ready = (): Blueprint => {
    if (found.length > 0) throw brokenTemplate(found)
    return (blueprint ??= writeBlueprint(template, parts, formats))
  }
  return {
    tags: [...new Set(tags.map(({ name }) => name))].filter((name) => name !== ''),
    problems: found,
    check: () => void ready(),
    render: (record) => finish(buildFile(ready(), [record], null)),
    merge: (records, { duplex } = {}) => buildFile(ready(), records, following(duplex)),
  }
}

/** Finds and nests a part's tags; the tree is ready to be written afterwards. */
function prepare(
  part: ContentPart,
  fields: TemplateFields | null,
  formats: readonly string[],
  problems: ProblemList,
): Tag[] {
  const place = problems.part()
  const tags = findTags(part.root, part.label, place)
  if (part.kind === 'notes') {
    for (const tag of tags) place.add(tag, `脚注和尾注里的“${tag.raw}”不会被填写，请移到正文里。`)
    return tags
  }
  const pairs = pairTags(tags, place)
  checkTags(tags, pairs, fields, formats, place)
  checkFrames(part.root, place)
  new LoopNester(pairs, place).nest(part.root)
  return tags
}

function checkFrames(node: XmlNode, problems: PartProblems): void {
  if (node.kind === 'frame' && !isPictureFrame(node.drawing))
    problems.add(
      node.tag,
      `替换文字写了“${node.tag.raw}”的不是一张图片。请插入一张图片，在它的替换文字里写标记。`,
    )
  if ('children' in node) for (const child of node.children) checkFrames(child, problems)
}

function following(duplex: boolean | undefined): Following {
  if (duplex === undefined) return 'asTemplate'
  return duplex ? 'oddPage' : 'nextPage'
}

function finish(steps: Generator<void, Uint8Array>): Uint8Array {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const shownProblems = 5

function brokenTemplate(problems: readonly TemplateProblem[]) {
  const shown = problems.slice(0, shownProblems).map(({ message }) => message)
  const more = problems.length > shownProblems ? `等共${problems.length}处问题。` : ''
  return failure(
    'VALIDATION',
    `模板有错，没有生成文件。${shown.join('')}${more}请在 WPS 或 Word 里改好后重试。`,
  )
}
