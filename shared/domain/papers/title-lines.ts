import { widthInEms } from './wording'

/** Marks that may not begin a line, and those that may not end one. */
const notFirst = /^[的地得了和与及、，。；：！？》〉）】”’·％%]/
const notLast = /[《〈（【“‘、和与及的]$/

/**
 * Words of a title. The segmenter does not know place and office names, so those given in `whole`
 * are never cut, nor are years.
 */
export function titleWords(title: string, whole: readonly string[]): string[] {
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })
  const years = title.match(/[\d〇一二三四五六七八九十]+年度?/g) ?? []
  const names = [...whole, ...years].filter((name) => name.length > 1 && title.includes(name))
  const breaks = new Set<number>()
  for (const { index } of segmenter.segment(title)) breaks.add(index)
  for (const name of names) {
    for (let start = title.indexOf(name); start >= 0; start = title.indexOf(name, start + 1)) {
      for (let inside = start + 1; inside < start + name.length; inside += 1) breaks.delete(inside)
    }
  }
  const cuts = [...breaks].filter((cut) => cut > 0).sort((a, b) => a - b)
  return [0, ...cuts].map((cut, position) => title.slice(cut, cuts[position] ?? title.length))
}

/**
 * How far a stack of lines is from a trapezoid or a diamond: equal lines make a block, a short line
 * between long ones an hourglass, and both are wrong.
 */
function shapeCost(widths: readonly number[]): number {
  const steps = widths.slice(1).map((width, position) => width - widths[position]!)
  const grows = steps.every((step) => step > 0)
  const shrinks = steps.every((step) => step < 0)
  const peak = widths.indexOf(Math.max(...widths))
  const diamond =
    widths.length > 2 &&
    steps.slice(0, peak).every((step) => step > 0) &&
    steps.slice(peak).every((step) => step < 0)
  const shapeless = grows || shrinks || diamond ? 0 : 50
  // Neighbouring lines look best about three characters apart.
  return shapeless + steps.reduce((cost, step) => cost + (Math.abs(step) - 3) ** 2, 0)
}

/** Every way to part the words into that many lines no wider than the limit. */
function* partings(words: readonly string[], lines: number, limit: number): Generator<string[]> {
  if (lines === 1) {
    const line = words.join('')
    if (widthInEms(line) <= limit) yield [line]
    return
  }
  for (let taken = 1; taken <= words.length - lines + 1; taken += 1) {
    const line = words.slice(0, taken).join('')
    if (widthInEms(line) > limit) return
    const next = words[taken]!
    if (notFirst.test(next) || notLast.test(line)) continue
    for (const rest of partings(words.slice(taken), lines - 1, limit)) yield [line, ...rest]
  }
}

/**
 * Parts a title into lines of trapezoid or diamond shape without splitting a word. `limit` is the
 * line's width in title characters. A title nobody can part well is left to the line breaker.
 */
export function titleLines(title: string, limit: number, whole: readonly string[] = []): string[] {
  if (widthInEms(title) <= limit) return [title]
  const words = titleWords(title, whole)
  const fewest = Math.ceil(widthInEms(title) / limit)
  for (let lines = fewest; lines <= Math.min(fewest + 1, 4); lines += 1) {
    let best: string[] | null = null
    let bestCost = Infinity
    for (const parting of partings(words, lines, limit)) {
      const cost = shapeCost(parting.map(widthInEms))
      if (cost < bestCost) [best, bestCost] = [parting, cost]
    }
    if (best) return best
  }
  return [title]
}
