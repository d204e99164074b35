import type { Tag } from './tag'

/** What is wrong with a template, for the person who has to mend it. */
export interface TemplateProblem {
  /** A whole sentence: where, what, and what to do. */
  message: string
  /** `正文第2个表格第3行第1格`, `页眉第1段`. */
  place: string
  /** The tag as written, or the text around a broken one. */
  tag: string
  /** The tag nearest to it, to find the place by. */
  nearest: string | null
}

/** The problems of a template, part by part. */
export class ProblemList {
  private readonly parts: PartProblems[] = []

  part(): PartProblems {
    const part = new PartProblems()
    this.parts.push(part)
    return part
  }

  all(): TemplateProblem[] {
    const byMessage = new Map<string, TemplateProblem>()
    for (const problem of this.parts.flatMap((part) => part.found))
      // A text box is written twice, for newer and for older programs.
      if (!byMessage.has(problem.message)) byMessage.set(problem.message, problem)
    return [...byMessage.values()]
  }
}

/** Collects the problems of one part and names the tag that stands nearest to each. */
export class PartProblems {
  readonly found: TemplateProblem[] = []
  private readonly order: Tag[] = []

  /** Remembers the tags in reading order. */
  passed(tag: Tag): void {
    this.order.push(tag)
  }

  add(at: Pick<Tag, 'raw' | 'place'>, what: string): void {
    const nearest = this.nearest(at)?.raw ?? null
    const near = nearest ? `（靠近“${nearest}”）` : ''
    this.found.push({
      message: `${at.place}${near}：${what}`,
      place: at.place,
      tag: at.raw,
      nearest,
    })
  }

  private nearest(at: Pick<Tag, 'raw' | 'place'>): Tag | undefined {
    const position = this.order.findIndex((tag) => tag === at)
    if (position < 0) return this.order.at(-1)
    const before = this.order[position - 1]
    const after = this.order[position + 1]
    // Of two neighbours the one in the same place is found sooner.
    if (after?.place === at.place && before?.place !== at.place) return after
    return before ?? after
  }
}

/** The name a slip of the pen most likely meant; null where nothing comes near. */
export function likelyName(typed: string, names: readonly string[]): string | null {
  let best: string | null = null
  let least = Infinity
  for (const name of names) {
    const steps = slips(typed, name)
    // Half of a word may be wrong, and one character of a word of two.
    if (
      steps <= Math.max(1, Math.floor(Math.max(typed.length, name.length) / 2)) &&
      steps < least
    ) {
      least = steps
      best = name
    }
  }
  return best
}

/** Characters to add, drop, change or swap with their neighbour (restricted Damerau–Levenshtein). */
function slips(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [i, character] of left.entries()) {
    const row = [i + 1]
    for (const [j, other] of right.entries()) {
      let steps = Math.min(last[j]! + Number(character !== other), last[j + 1]! + 1, row[j]! + 1)
      if (i > 0 && j > 0 && character === right[j - 1] && left[i - 1] === other)
        steps = Math.min(steps, beforeLast[j - 1]! + 1)
      row.push(steps)
    }
    beforeLast = last
    last = row
  }
  return last[right.length]!
}
