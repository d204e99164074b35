import { cellText, saysNothing, toHalfWidth } from '@shared/domain/cell-text'

/**
 * Keeps the answers of a pure function of one text: a ledger says 下河村, 儿子 and 2014年 thousands
 * of times. Starts anew when full, so that it never grows with the number of files read.
 */
export function remembering<Answer>(
  answer: (text: string) => Answer,
  most = 4000,
): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const fresh = answer(text)
    if (known.size >= most) known.clear()
    known.set(text, fresh)
    return fresh
  }
}

/** Most cells hold plain characters only and need no tidying: the common case must be quick. */
const isPlain = (text: string): boolean => !/[^\x21-\x7e\u4e00-\u9fff、。；]/.test(text)

/** One line, single blanks: a value as a clerk would read it aloud. */
export function tidy(text: string): string {
  return isPlain(text) ? text : cellText(text).replace(/\s+/g, ' ')
}

/** Like `tidy`, without any blank: names of columns, villages and codes are compared this way. */
export function compact(text: string): string {
  return isPlain(text) ? text : tidy(text).replace(/\s/g, '')
}

/**
 * What a column is called, for looking it up: remarks in brackets (必填, 公历, 示例…) and
 * punctuation are dropped, words in brackets that belong to the name (村（社区）) stay.
 */
export function headerKey(text: string): string {
  return compact(text)
    .replace(/\(([^()]*)\)/g, (whole, inner: string) => (isHeaderRemark(inner) ? '' : whole))
    .replace(/[\s()[\]{}<>《》【】〔〕「」,.;:、。；：!?？*★☆#·"'“”‘’\-—_/\\|&]/g, '')
    .toLowerCase()
}

function isHeaderRemark(inner: string): boolean {
  return /必填|选填|可不填|公历|阳历|阴历|农历|√|示例|例如|^如|格式|填写|下拉|单选|多选|请|盖章|^(岁|元|人|户|位|个|\d+位?|年月日?|是否?|是否|是\/否|男\/女)$/.test(
    inner,
  )
}

/** 同上 in all its spellings; the value is that of the row above. */
export function isDitto(text: string): boolean {
  return /^(同上|同前|同左|上同|〃+|″+|々|"|''|〞|”)$/.test(text.trim())
}

/** 无, /, —, 未知 and the like, or a mark that stands for 无. */
export function isNothing(text: string): boolean {
  return !/\d{3}|[\u4e00-\u9fff]{5}/.test(text) && saysNothingAtAll(text)
}

const saysNothingAtAll = remembering(
  (text) => saysNothing(text) || /^(无人|未填|×|x)$/i.test(compact(text)),
)

/** The parts of a cell that lists several things: one per line or between the usual marks. */
export function splitList(text: string): string[] {
  if (!/[\n\r；;、,，/|\s]/.test(text))
    return text === '' ? [] : [isPlain(text) ? text : toHalfWidth(text)]
  return toHalfWidth(text)
    .split(/[\n\r；;、,，/|]+|\s{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const digits = '零一二三四五六七八九'

/** 一 … 九十九 or plain digits to a number; `undefined` for anything else. */
export function readSmallNumber(text: string): number | undefined {
  const plain = toHalfWidth(text)
  if (/^\d{1,3}$/.test(plain)) return Number(plain)
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(
    plain.replace('两', '二').replace('〇', '零'),
  )
  if (!match || plain === '') return undefined
  const [, tens, ten, ones] = match
  if (!ten) return tens && !ones ? digits.indexOf(tens) : undefined
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)
}

/** 1 … 99 in Chinese, as groups of a village are written. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return (
    (tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`) + (ones === 0 ? '' : digits[ones])
  )
}
