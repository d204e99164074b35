import type { StoreContext } from '@db/context'
import { findHelper } from '@db/repositories/helpers'

/** What the fields of an incident and its steps are called where a correction names them. */
const fieldWords: Readonly<Record<string, string>> = {
  kindLabel: '事件',
  openedOn: '发现日期',
  discoveredAt: '发现时间',
  discoveredBy: '发现人',
  place: '地点',
  situation: '情况',
  helperId: '帮扶人',
  responsible: '责任人',
  day: '日期',
  time: '时间',
  by: '谁做的',
  how: '方式',
  toWhom: '对谁',
  note: '说明',
}

/** `地点由“集市”改为“车站”；…`; null where nothing differs. */
export function correctionWords(
  ctx: StoreContext,
  stored: object,
  corrected: object,
): string | null {
  const before = stored as Readonly<Record<string, unknown>>
  const after = corrected as Readonly<Record<string, unknown>>
  const told = (field: string, value: unknown): string =>
    field === 'helperId' && typeof value === 'number'
      ? (findHelper(ctx, value)?.name ?? '')
      : String(value ?? '')
  const changes = Object.keys(fieldWords)
    .filter((field) => field in after && (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => {
      const [was, is] = [told(field, before[field]), told(field, after[field])]
      return `${fieldWords[field]}由“${was || '空'}”改为“${is || '空'}”`
    })
  return changes.length === 0 ? null : changes.join('；')
}
