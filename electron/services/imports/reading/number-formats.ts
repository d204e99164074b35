import { SSF } from '@e965/xlsx'

/*
 * Number formats that files name by number and do not spell out. Those from 27 on are written by the
 * Chinese editions of Excel and WPS (ECMA-376 part 1, §18.8.30, zh-cn): 57 is 2025年4月.
 */
const yearMonth = 'yyyy"年"m"月"'
const monthDay = 'm"月"d"日"'
const chineseFormats: Readonly<Record<number, string>> = {
  27: yearMonth,
  28: monthDay,
  29: monthDay,
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: yearMonth,
  50: yearMonth,
  51: monthDay,
  52: yearMonth,
  53: monthDay,
  54: monthDay,
  57: yearMonth,
  58: monthDay,
}
const commonFormats = SSF.get_table() as Readonly<Record<number, string>>

export const formatOfNumber = (id: number): string =>
  chineseFormats[id] ?? commonFormats[id] ?? 'General'
