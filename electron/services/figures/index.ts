import type { StoreContext } from '@db/context'
import { loadVillages, villageNameOn } from '@db/repositories/villages'
import type { figuresContract } from '@shared/contract/figures'
import {
  dimensionLabel,
  dimensions,
  markLabels,
  overlapping,
  type Dimension,
} from '@shared/domain/figures/dimensions'
import { figureKeys, figureOf } from '@shared/domain/figures/registry'
import type { HandlersOf } from '../../core/context'
import { FigureDesk } from './desk'
import { shownTallies, sliceName } from './words'

export const figuresHandlers: HandlersOf<typeof figuresContract> = {
  'figures.definitions': (ctx) => ({
    figures: figureKeys.map((key) => {
      const { money = false, ...definition } = figureOf(key)
      return { key, ...definition, money }
    }),
    dimensions: dimensions.map((key) => ({
      key,
      name: dimensionLabel[key],
      overlapping: overlapping.has(key),
      marks: marksIn(ctx, key),
    })),
  }),
  'figures.values': (ctx, { questions }) => {
    const desk = new FigureDesk(ctx)
    return { answers: questions.map((question) => desk.answer(question)) }
  },
  'figures.breakdown': (ctx, { question, by }) => {
    const desk = new FigureDesk(ctx)
    const total = desk.answer(question)
    const cells = total.why === null ? desk.cells(question, by) : []
    return { total, cells: cells.map(({ marks, ...cell }) => ({ marks: [...marks], ...cell })) }
  },
  'figures.rows': (ctx, { question, offset, limit }) => {
    const desk = new FigureDesk(ctx)
    const answer = desk.answer(question)
    const { name, unit, basis, subject } = figureOf(question.figure)
    const { rows, at } = answer.why === null ? desk.rows(question) : { rows: [], at: null }
    return {
      answer,
      name,
      unit,
      basis,
      of: sliceName(ctx, question.slice),
      rows: at ? shownTallies(at.day, subject, at.byId, rows.slice(offset, offset + limit)) : [],
      total: rows.length,
    }
  },
}

/** The marks there are today, in their order. */
function marksIn(ctx: StoreContext, dimension: Dimension): { mark: string; name: string }[] {
  if (dimension === 'village')
    return loadVillages(ctx).map((one) => ({
      mark: String(one.id),
      name: villageNameOn(one, ctx.today),
    }))
  if (dimension === 'villageGroup')
    return loadVillages(ctx).flatMap(({ groups }) =>
      groups.map(({ id, name }) => ({ mark: String(id), name })),
    )
  return Object.entries(markLabels[dimension]).map(([mark, name]) => ({ mark, name }))
}
