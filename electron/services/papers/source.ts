import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import type { Day } from '@shared/domain/calendar/types'
import { dimensions, markLabels, noMark, type Slice } from '@shared/domain/figures/dimensions'
import { figureText, questionKey, type FigureQuestion } from '@shared/domain/figures/question'
import { figureKeys, figureOf, type FigureKey } from '@shared/domain/figures/registry'
import { citation, type PaperCited, type PaperSource } from '@shared/domain/papers/composed'
import { readToken } from '@shared/domain/papers/markup'
import { yearBefore } from '@shared/domain/papers/kinds'
import type { FigureSource, FrozenFigure, Inline } from '@shared/domain/papers/model'
import { chineseDay } from '@shared/domain/papers/wording'
import { loadVillages, villageNameOn } from '@db/repositories/villages'
import { FigureDesk } from '../figures/desk'
import { sliceName } from '../figures/words'
import { madeBlocks } from './made'

export interface PaperDays {
  year: number
  month: number
  from: Day
  to: Day
  /** 期间 as the text says it: 全年, 2026年以来, 当月. */
  span: string
}

/** Figures of a whole township that are nought only where nobody has entered anything yet. */
const notEntered: Partial<Record<FigureKey, string>> = {
  'villages.inForce': '村（社区）名单（设置 → 村社区）',
  'people.onFile': '在册关爱对象（还没有录入档案）',
}

const keyByName: ReadonlyMap<string, FigureKey> = new Map(
  figureKeys.map((key) => [figureOf(key).name, key]),
)

/** Figures and facts for the text of one paper, and what of them it cited. */
export class RecordsSource implements PaperSource {
  readonly figures: Record<string, FrozenFigure> = {}
  readonly missing: string[] = []
  readonly desk: FigureDesk

  constructor(
    readonly ctx: StoreContext,
    readonly days: PaperDays,
    private readonly basis: readonly PaperCited[] = [],
  ) {
    this.desk = new FigureDesk(ctx)
  }

  token(token: string): Inline | null {
    const fact = this.fact(token)
    if (fact !== undefined) return fact
    const { name, marks, lastYear } = readToken(token)
    const figure = keyByName.get(name)
    const slice = figure && this.sliceOf(marks)
    if (!figure || !slice) return null
    return this.figure(figure, slice, lastYear)
  }

  made(name: string) {
    return madeBlocks(this, name)
  }

  /** A figure of the paper's days as it stands in the text; a blank where it cannot be told. */
  figure(figure: FigureKey, slice: Slice = {}, lastYear = false): Inline {
    const { from, to } = this.days
    const now: FigureQuestion = { figure, from, to, slice }
    const before = { ...now, from: yearBefore(from), to: yearBefore(to) }
    const question = lastYear ? before : now
    const { value, why } = this.desk.answer(question)
    const { name, basis } = figureOf(figure)
    const words = [lastYear ? '去年' : '', sliceName(this.ctx, slice), name]
      .filter(Boolean)
      .join(' ')
    if (value === null) return this.blank(why ?? `${words}（没有可以计算的人）`)
    const unentered = notEntered[figure]
    if (value === 0 && unentered && !lastYear && Object.keys(slice).length === 0)
      return this.blank(unentered)
    const last = lastYear ? null : this.desk.answer(before).value
    const key = questionKey(question)
    this.figures[key] = {
      value,
      basis: `${words}：${basis}`,
      source: { list: 'figure', question } as FigureSource,
      ...(last !== null && { lastYear: figureText(figure, last) }),
    }
    return { figure: key, text: figureText(figure, value) }
  }

  blank(whatIsMissing: string): Inline {
    if (!this.missing.includes(whatIsMissing)) this.missing.push(whatIsMissing)
    return { blank: whatIsMissing }
  }

  private fact(token: string): Inline | undefined {
    const { township, name } = getCentre(this.ctx)
    const { year, month, to, span } = this.days
    switch (token) {
      case '乡镇':
        return township || this.blank('乡镇名称（设置 → 单位信息）')
      case '单位':
        return name || this.blank('单位名称（设置 → 单位信息）')
      case '年度':
        return String(year)
      case '下年度':
        return String(year + 1)
      case '月份':
        return String(month)
      case '统计日':
        return chineseDay(to)
      case '期间':
        return span
      case '依据':
        return citation(this.basis) || this.blank('依据的上级文件名称和文号')
      default:
        return undefined
    }
  }

  /** Marks by their names; undefined where one is no mark of anything. */
  private sliceOf(names: readonly string[]): Slice | undefined {
    const slice: Record<string, string> = {}
    for (const name of names) {
      const mark = this.markOf(name)
      if (!mark) return undefined
      slice[mark[0]] = mark[1]
    }
    return slice
  }

  private markOf(name: string): [string, string] | undefined {
    const village = loadVillages(this.ctx).find(
      (one) => villageNameOn(one, this.ctx.today) === name,
    )
    if (village) return ['village', String(village.id)]
    for (const dimension of dimensions) {
      if (dimension === 'village' || dimension === 'villageGroup') continue
      const found = Object.entries(markLabels[dimension]).find(
        ([mark, label]) => mark !== noMark && label === name,
      )
      if (found) return [dimension, found[0]]
    }
    return undefined
  }
}

/** Every word in braces an office may use, with what it puts in. */
export const tokensOffered: readonly { token: string; about: string }[] = [
  { token: '{乡镇}', about: '乡镇名称' },
  { token: '{年度}', about: '文书的年度；{下年度} 是后一年，{月份} 是简报的月份' },
  { token: '{统计日}', about: '数字统计到哪一天' },
  { token: '{依据}', about: '“文头落款”里写的上级文件名称和文号' },
  { token: '[[各村情况]]', about: '各村在册、逾期、月探访率的表' },
  { token: '[[与去年对比]]', about: '主要数字与去年同期对比的表' },
  { token: '[[存在问题]]', about: '从数据里看出的问题，一条一段' },
  ...figureKeys.map((key) => ({ token: `{${figureOf(key).name}}`, about: figureOf(key).basis })),
]
