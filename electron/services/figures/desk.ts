import type { StoreContext } from '@db/context'
import {
  carries,
  dimensions,
  type Dimension,
  type Marks,
  type Slice,
} from '@shared/domain/figures/dimensions'
import type { FigureQuestion } from '@shared/domain/figures/question'
import type { Day } from '@shared/domain/calendar/types'
import { figureOf, type FigureKey } from '@shared/domain/figures/registry'
import { fold, type Folded, type Tally } from '@shared/domain/figures/tally'
import { contactFigures } from './contacts'
import { Counting } from './counting'
import { marksOf } from './marks'
import { peopleFigures } from './people'
import { recordFigures } from './records'

/** How each figure is counted. */
const counters: Readonly<Record<FigureKey, (at: Counting) => Tally[]>> = {
  ...peopleFigures,
  ...contactFigures,
  ...recordFigures,
}

/** A figure, or in words why it cannot be told. */
export type Answer = (Folded & { readonly why: null }) | { value: null; rows: 0; why: string }

/** Cells of a table of figures, by their marks in the order of the dimensions asked for. */
export interface Cell extends Folded {
  readonly marks: readonly string[]
}

/**
 * Answers questions about figures. What several of them rest on (the people of a day, a figure's
 * tallies) is counted once, so a whole page should be asked of one desk.
 */
export class FigureDesk {
  private readonly countings = new Map<string, Counting>()
  private readonly counted = new Map<string, readonly Tally[]>()
  private readonly parted = new Map<string, ReadonlyMap<string, readonly Tally[]>>()

  constructor(private readonly ctx: StoreContext) {}

  answer(question: FigureQuestion): Answer {
    const why = this.whyNot(question)
    if (why !== null) return { value: null, rows: 0, why }
    return { ...fold(figureOf(question.figure).fold, this.tallies(question)), why: null }
  }

  /** The rows behind a figure. */
  tallies({ figure, from, to, slice }: FigureQuestion): readonly Tally[] {
    const { at, all } = this.all(figure, from, to)
    const [first, ...others] = dimensions.filter((one) => slice[one] !== undefined)
    if (first === undefined) return all
    const part = this.parts(figure, from, to, first).get(slice[first]!) ?? []
    return others.length === 0 ? part : part.filter((one) => isIn(at, one, slice))
  }

  /** A figure's tallies by the marks of a dimension: a table asks for every village in turn. */
  private parts(
    figure: FigureKey,
    from: Day,
    to: Day,
    dimension: Dimension,
  ): ReadonlyMap<string, readonly Tally[]> {
    const key = `${figure} ${from}..${to} ${dimension}`
    const known = this.parted.get(key)
    if (known) return known
    const { at, all } = this.all(figure, from, to)
    const parts = new Map<string, Tally[]>()
    for (const tally of all) {
      for (const mark of marksOfTally(at, tally)(dimension)) {
        const part = parts.get(mark)
        if (part) part.push(tally)
        else parts.set(mark, [tally])
      }
    }
    this.parted.set(key, parts)
    return parts
  }

  /** Its rows as a list shows them, each thing once, with what they were counted from. */
  rows(question: FigureQuestion): { rows: readonly Tally[]; at: Counting } {
    const { at } = this.all(question.figure, question.from, question.to)
    const seen = new Set<number>()
    const rows = this.tallies(question).filter(({ id }) => !seen.has(id) && seen.add(id))
    return { rows, at }
  }

  /** The figure told apart by marks, for every combination that occurs. */
  cells(question: FigureQuestion, by: readonly Dimension[]): Cell[] {
    const { at } = this.all(question.figure, question.from, question.to)
    const cells = new Map<string, { marks: readonly string[]; tallies: Tally[] }>()
    for (const tally of this.tallies(question)) {
      for (const marks of combinations(at, tally, by)) {
        const key = JSON.stringify(marks)
        const cell = cells.get(key) ?? { marks, tallies: [] }
        cell.tallies.push(tally)
        cells.set(key, cell)
      }
    }
    const how = figureOf(question.figure).fold
    return [...cells.values()].map(({ marks, tallies }) => ({ marks, ...fold(how, tallies) }))
  }

  /** Null where the figure can be told. */
  whyNot({ figure, to, slice }: FigureQuestion): string | null {
    const { time, ofPeople, name } = figureOf(figure)
    if (to > this.ctx.today) return '这一天还没到'
    if (time === 'today' && to !== this.ctx.today)
      return `“${name}”只能按今天的档案统计，不能回到过去`
    if (!ofPeople && Object.keys(slice).length > 0) return `“${name}”不按人统计，不能再分`
    if (!ofPeople && !new Counting(this.ctx, to, to).isWhole)
      return '全镇的数据由负责全镇的人员查看'
    return null
  }

  private all(figure: FigureKey, from: Day, to: Day): { at: Counting; all: readonly Tally[] } {
    const span = `${from}..${to}`
    const at = this.countings.get(span) ?? new Counting(this.ctx, from, to)
    this.countings.set(span, at)
    const key = `${figure} ${span}`
    const all = this.counted.get(key) ?? counters[figure](at)
    this.counted.set(key, all)
    return { at, all }
  }
}

/** What whom it is about is marked with; nothing at all where it is about nobody known. */
function marksOfTally(at: Counting, { recipientId }: Tally): Marks {
  const person = recipientId === null ? undefined : at.byId.get(recipientId)
  return person ? marksOf(at.day, person) : () => []
}

const isIn = (at: Counting, tally: Tally, slice: Slice): boolean =>
  carries(marksOfTally(at, tally), slice)

function combinations(at: Counting, tally: Tally, by: readonly Dimension[]): string[][] {
  const marks = marksOfTally(at, tally)
  return by.reduce<string[][]>(
    (found, dimension) => found.flatMap((one) => marks(dimension).map((mark) => [...one, mark])),
    [[]],
  )
}
