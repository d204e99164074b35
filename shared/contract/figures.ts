import { z } from 'zod'
import { dimensionLabel, dimensions, type Dimension } from '../domain/figures/dimensions'
import { figureAreaLabel, figureKeys, figureSubjects } from '../domain/figures/registry'
import { codesOf } from '../domain/vocabulary'
import { day } from './fields'
import { op } from './op'

/** Figures of any day: what there are, what they say, and the people or records behind them. */

const figure = z.enum(figureKeys)
const dimension = z.enum(dimensions)
const mark = z.string().min(1).max(40)

/** The part of the people a figure is about: those who carry all of these marks. */
export const slice = z
  .strictObject(
    Object.fromEntries(dimensions.map((one) => [one, mark.optional()])) as Record<
      Dimension,
      z.ZodOptional<typeof mark>
    >,
  )
  .describe('村与小组的标记是编号；其他见 figures.definitions；none 是没有或不详的人')

export const figureQuestion = z
  .strictObject({
    figure,
    /** First day of the period; what is told of one day does not look at it. */
    from: day,
    to: day,
    slice: slice.default({}),
  })
  .refine(({ from, to }) => from <= to, { message: '开始日期晚于结束日期', path: ['from'] })

const folded = {
  /** A share lies between 0 and 1, money is in 分; null where it cannot be told. */
  value: z.number().nullable(),
  rows: z.number().int(),
  part: z.number().optional(),
  whole: z.number().optional(),
}

const answer = z.object({
  ...folded,
  /** Why it cannot be told, in words. */
  why: z.string().nullable(),
})

export const figureRow = z.object({
  id: z.number(),
  recipientId: z.number().nullable(),
  /** The person's name, or what the record is called. */
  title: z.string(),
  /** Village and age, or day and state. */
  detail: z.string(),
  amount: z.number(),
  whole: z.number().nullable(),
  /** The page that opens it. */
  path: z.string().nullable(),
})
export type FigureRow = z.output<typeof figureRow>

export const figuresContract = {
  'figures.definitions': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({}),
    output: z.object({
      figures: z.array(
        z.object({
          key: figure,
          name: z.string(),
          area: z.enum(codesOf(figureAreaLabel)),
          unit: z.string(),
          /** 口径 */
          basis: z.string(),
          /** `today`: kept without days, so that only today's can be told. */
          time: z.enum(['day', 'period', 'today']),
          fold: z.enum(['count', 'sum', 'share', 'mean']),
          subject: z.enum(figureSubjects),
          /** Whether it can be told apart by the dimensions. */
          ofPeople: z.boolean(),
          money: z.boolean(),
        }),
      ),
      dimensions: z.array(
        z.object({
          key: dimension,
          name: z.enum(Object.values(dimensionLabel) as [string, ...string[]]),
          /** One person may carry several of its marks: parts do not add up. */
          overlapping: z.boolean(),
          marks: z.array(z.object({ mark: z.string(), name: z.string() })),
        }),
      ),
    }),
  }),
  /** Any number of figures, of any days, at one asking. */
  'figures.values': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ questions: z.array(figureQuestion).min(1).max(500) }),
    output: z.object({ answers: z.array(answer) }),
  }),
  /** A figure told apart by one or two dimensions; cells without anybody are left out. */
  'figures.breakdown': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({
      question: figureQuestion,
      by: z.array(dimension).min(1).max(2),
    }),
    output: z.object({
      total: answer,
      cells: z.array(z.object({ marks: z.array(z.string()), ...folded })),
    }),
  }),
  /** The people or records behind a figure, a page at a time. */
  'figures.rows': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({
      question: figureQuestion,
      offset: z.number().int().min(0).max(10_000_000).default(0),
      limit: z.number().int().min(1).max(1_000).default(200),
    }),
    output: z.object({
      answer,
      name: z.string(),
      unit: z.string(),
      basis: z.string(),
      /** Whom it is about in words: 下河村 · 留守; empty for everybody. */
      of: z.string(),
      rows: z.array(figureRow),
      total: z.number().int(),
    }),
  }),
} as const
