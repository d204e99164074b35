import {
  itemsOf,
  type Answers,
  type Changes,
  type Scale,
  type ScaleGroup,
  type ScaleLevel,
} from './scale'

/** What is wrong with a set of answers, in words beside each field (`answers.eating`). */
export function faultsOf(scale: Scale, answers: Answers, changes: Changes): Record<string, string> {
  const faults: Record<string, string> = {}
  const items = itemsOf(scale)
  for (const { code, title, anchors } of items) {
    const points = answers[code]
    if (points === undefined) faults[`answers.${code}`] = `“${title}”还没有评分`
    else if (!anchors.some((anchor) => anchor.points === points)) {
      const allowed = anchors.map((anchor) => anchor.points).join('、')
      faults[`answers.${code}`] = `“${title}”只能评 ${allowed} 分`
    }
  }
  for (const { code, ask } of scale.questions) {
    if (changes[code] === undefined) faults[`changes.${code}`] = `请回答：${ask}`
  }
  const known = new Set(items.map(({ code }) => code))
  const asked = new Set(scale.questions.map(({ code }) => code))
  for (const code of Object.keys(answers)) {
    if (!known.has(code)) faults[`answers.${code}`] = '这个量表没有这一项'
  }
  for (const code of Object.keys(changes)) {
    if (!asked.has(code)) faults[`changes.${code}`] = '这个量表没有这一问'
  }
  return faults
}

/** Points of a group; items not answered yet count nothing. */
export const subtotal = (group: ScaleGroup, answers: Answers): number =>
  group.items.reduce((sum, { code }) => sum + (answers[code] ?? 0), 0)

/** The level that a total alone means. */
export function levelOfScore({ levels }: Scale, score: number): ScaleLevel {
  return levels.find(({ from }) => score >= from) ?? levels.at(-1)!
}

export interface Grading {
  /** By group code. */
  readonly subtotals: Readonly<Record<string, number>>
  readonly score: number
  /** By the total alone. */
  readonly scoreLevel: string
  /** After the change rules. */
  readonly level: string
  /** Why the level is what it is, one sentence each. */
  readonly reasons: readonly string[]
}

/** Grades a complete set of answers. */
export function grade(scale: Scale, answers: Answers, changes: Changes): Grading {
  const subtotals = Object.fromEntries(
    scale.groups.map((group) => [group.code, subtotal(group, answers)]),
  )
  const score = Object.values(subtotals).reduce((sum, points) => sum + points, 0)
  const byScore = levelOfScore(scale, score)
  const reasons = [`总分 ${score} 分，对应${byScore.label}`]

  const yes = scale.questions.filter(({ code }) => changes[code] === true)
  const worst = scale.levels.length - 1
  const raising = yes.filter(({ effect }) => effect === 'raise')
  const steps = scale.raises === 'once' ? Math.min(1, raising.length) : raising.length
  const straight = yes.some(({ effect }) => effect === 'worst')
  const rank = straight ? worst : Math.min(worst, scale.levels.indexOf(byScore) + steps)
  const level = scale.levels[rank]!

  for (const { because } of yes) reasons.push(because)
  if (straight) reasons.push(`直接判为${level.label}`)
  else if (raising.length > 0) {
    const together = raising.length > 1 && scale.raises === 'once' ? '合并' : ''
    reasons.push(
      level === byScore
        ? `已是最重的等级，不再加重`
        : `${together}加重${rank - scale.levels.indexOf(byScore)}级，为${level.label}`,
    )
  }
  return { subtotals, score, scoreLevel: byScore.code, level: level.code, reasons }
}

/** What can be said while a form is being filled: the level cannot be better than this. */
export interface RunningGrade {
  readonly answered: number
  readonly count: number
  readonly score: number
  /** The best and the worst level the remaining items leave open; equal once it is decided. */
  readonly best: ScaleLevel
  readonly worst: ScaleLevel
}

export function runningGrade(scale: Scale, answers: Answers, changes: Changes): RunningGrade {
  const items = itemsOf(scale)
  const open = items.filter(({ code }) => answers[code] === undefined)
  const filled = (points: (item: (typeof items)[number]) => number): Answers => ({
    ...answers,
    ...Object.fromEntries(open.map((item) => [item.code, points(item)])),
  })
  const levelOf = (all: Answers): ScaleLevel => {
    const { level } = grade(scale, all, changes)
    return scale.levels.find(({ code }) => code === level)!
  }
  const least = filled(() => 0)
  return {
    answered: items.length - open.length,
    count: items.length,
    score: grade(scale, least, changes).score,
    best: levelOf(filled(({ anchors }) => anchors[0]!.points)),
    worst: levelOf(least),
  }
}
