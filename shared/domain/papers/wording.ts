import type { Day } from '../calendar/types'
import { blankMark } from './model'

/** A day as official papers write it: 2026年3月5日, no leading zeros; a blank to fill if unknown. */
export function chineseDay(day: Day | null): string {
  const parts = day?.match(/^(\d{4})-(\d{2})-(\d{2})$/)
  if (!parts) return `${blankMark}年＿月＿日`
  return `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`
}

/** Width in ems: full-width characters count one, everything of the Latin kind a half. */
export function widthInEms(text: string): number {
  let ems = 0
  for (const character of text) ems += character.codePointAt(0)! < 0x2000 ? 0.5 : 1
  return ems
}
