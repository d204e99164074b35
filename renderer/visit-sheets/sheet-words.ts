import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { endOf } from '@shared/domain/calendar/days'
import type { VisitSheet } from '@shared/contract/visit-sheets'

type Sheet = Pick<VisitSheet, 'helper' | 'villageName' | 'from' | 'to'>

/** For whom a sheet is: 帮扶人 张吉祥（镇政府）, or the village whoever goes round it. */
export function sheetWhose({ helper, villageName }: Sheet): string {
  if (!helper) return villageName || '未落实帮扶人'
  return `帮扶人 ${helper.name}${helper.unit ? `（${helper.unit}）` : ''}`
}

/** `2026年11月` where it is a whole month, else from day to day. */
export function sheetPeriod({ from, to }: Pick<Sheet, 'from' | 'to'>): string {
  const isMonth = from.endsWith('-01') && to === endOf('month', from)
  if (isMonth) return formatPartialDate(from.slice(0, 7))
  return `${formatPartialDate(from)}至${formatPartialDate(to)}`
}
