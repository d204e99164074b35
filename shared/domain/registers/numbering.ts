import type { Day } from '../calendar/types'

/**
 * 编号 of entries: plain words with `{年}` (2026), `{月}` (11), `{日}` (05) and one `{序号n}`, counted
 * from 1 and filled with zeros to n digits: `救助〔{年}〕{序号3}` → 救助〔2026〕007.
 */
const token = /\{([^{}]*)\}/g
const serialToken = /^序号([1-6])?$/

/** Why a pattern cannot be used, or null. */
export function numberingFault(pattern: string): string | null {
  const tokens = [...pattern.matchAll(token)].map(([, name]) => name!)
  const strange = tokens.find((name) => !isKnown(name))
  if (strange !== undefined) return `编号里不认识“{${strange}}”，可用 {年} {月} {日} {序号3}`
  if (/[{}]/.test(pattern.replace(token, ''))) return '编号里的花括号没有成对'
  // 11-001 of this year and of the next would be the same number.
  if (tokens.includes('日') && !tokens.includes('月')) return '编号里有 {日}，也要有 {月}'
  if (tokens.includes('月') && !tokens.includes('年')) return '编号里有 {月}，也要有 {年}'
  const serials = tokens.filter((name) => serialToken.test(name)).length
  return serials === 1 ? null : '编号要有一个、且只有一个 {序号}，如 {年}-{序号3}'
}

const isKnown = (name: string): boolean =>
  name === '年' || name === '月' || name === '日' || serialToken.test(name)

/**
 * The part of the calendar within which numbers count on, as text of `day`: a pattern with `{年}`
 * begins anew each year, one with `{月}` each month, one without either never.
 */
export function numberingPeriod(pattern: string, day: Day): string {
  if (pattern.includes('{日}')) return day
  if (pattern.includes('{月}')) return day.slice(0, 7)
  return pattern.includes('{年}') ? day.slice(0, 4) : ''
}

/** The number of the `serial`th entry, opened on `day`. */
export function numberOf(pattern: string, day: Day, serial: number): string {
  const [year, month, date] = day.split('-')
  return pattern.replace(token, (_, name: string) => {
    if (name === '年') return year!
    if (name === '月') return month!
    if (name === '日') return date!
    const digits = serialToken.exec(name)?.[1]
    return String(serial).padStart(Number(digits ?? 1), '0')
  })
}
