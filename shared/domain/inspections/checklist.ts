import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { ItemMark, Severity } from './vocabulary'

/** 督查项目: one line of the sheet. */
export interface ChecklistItem {
  /** Keeps what was marked with its item though its wording is changed. */
  readonly key: string
  readonly section: string
  readonly text: string
}

/** What an office looks at, and how many days it gives to mend: data that it edits. */
export interface InspectionStandards {
  readonly items: readonly ChecklistItem[]
  readonly days: Readonly<Record<Severity, number>>
}

/** What one item of a sheet was found to be. */
export interface ItemResult {
  readonly key: string
  readonly mark: ItemMark
  readonly note: string | null
}

/**
 * A beginning that each office sets to its own plan. No item counts boards on the wall or heads at
 * a meeting, nor asks for a photograph: the rules against formalism forbid scoring these.
 */
export const usualStandards: InspectionStandards = {
  items: [
    ['底数台账', '留守老人底数清楚，新增、减少当月登记'],
    ['底数台账', '一人一档，子女外出地点和电话可以联系'],
    ['底数台账', '抽查三户，台账与实际一致'],
    ['走访联系', '按频次电话联系、入户探访，记录真实'],
    ['走访联系', '高龄、独居、失能老人有人重点看护'],
    ['走访联系', '抽问老人，知道自己的帮扶人和联系电话'],
    ['赡养责任', '子女每年联系到位，未尽赡养责任的有督促'],
    ['赡养责任', '委托照料有协议并在村里报备'],
    ['需求服务', '老人提出的需求有登记、有回音'],
    ['需求服务', '应享的津贴、补贴、救助没有漏报'],
    ['安全隐患', '用火、用电、用气和房屋隐患排查过，整改有结果'],
    ['安全隐患', '滑坡、洪水点的老人有转移安置人'],
    ['强制报告', '发生应报告情形，按时限报告和处置'],
    ['管护站点', '有人值守，电话打得通'],
    ['管护站点', '消防通道畅通，灭火器在有效期内'],
    ['上次问题', '上次督查指出的问题已经整改'],
  ].map(([section, text], at) => ({ key: `item-${at + 1}`, section: section!, text: text! })),
  days: { minor: 30, serious: 15, grave: 3 },
}

/** By when a finding has to be mended where the inspectors set no day of their own. */
export const mendedBy = (
  { days }: Pick<InspectionStandards, 'days'>,
  severity: Severity,
  foundOn: Day,
): Day => addDays(foundOn, days[severity])

export interface SheetTrouble {
  /** The item it is about; null for a result of no item of the sheet. */
  readonly key: string | null
  readonly message: string
}

/**
 * Why a sheet as typed does not hold together: a × without a finding that says what is wrong, or a
 * finding that still stands beside an item marked otherwise.
 */
export function troublesOf(
  items: readonly ChecklistItem[],
  results: readonly ItemResult[],
  /** Items that findings were, or are now, written for. */
  found: ReadonlySet<string>,
): SheetTrouble[] {
  const marks = new Map(results.map(({ key, mark }) => [key, mark]))
  const known = new Set(items.map(({ key }) => key))
  const strange = results.some(({ key }) => !known.has(key)) || marks.size < results.length
  return [
    ...(strange ? [{ key: null, message: '督查表上没有这一项，或同一项写了两次' }] : []),
    ...items.flatMap(({ key, text }): SheetTrouble[] => {
      const isProblem = marks.get(key) === 'problem'
      if (isProblem && !found.has(key)) return [{ key, message: `“${text}”打了×，要写明问题` }]
      if (!isProblem && found.has(key))
        return [{ key, message: `“${text}”已登记了问题，要打×；问题不属实的先撤销` }]
      return []
    }),
  ]
}
