import { Text } from '@mantine/core'
import type { Day } from '@shared/domain/calendar/types'
import {
  itemMarkLabel,
  severityLabel,
  type ItemMark,
  type Severity,
} from '@shared/domain/inspections/vocabulary'
import type { OutputOf } from '../api'
import { KeyCell, TextCell } from '../grid/cells'
import type { GridColumn } from '../grid/EntryGrid'
import { isNewProblem, problemOf, usualDue, type SheetLine } from './sheet-lines'

const markKeys: Record<string, ItemMark> = {
  v: 'met',
  '1': 'met',
  x: 'problem',
  '2': 'problem',
  '/': 'notApplicable',
  '3': 'notApplicable',
}
const severityKeys: Record<string, Severity> = { '1': 'minor', '2': 'serious', '3': 'grave' }

/** What the keys of each column mean, said below the grid while one of its cells is active. */
export const columnKeys: Readonly<Record<string, string>> = {
  mark: 'V 或 1 √ 符合　X 或 2 × 有问题　/ 或 3 不适用　F9 其余没打的都打√',
  content: '写明什么问题、在哪里',
  severity: '1 一般　2 较重　3 严重',
  measure: '要怎么整改，没有就按回车',
  responsible: '谁负责整改，如 下河村委会',
  due: '12.5 是 12 月 5 日；不写就按程度给的天数算',
}

const isClosed = (line: SheetLine): boolean => line.mark !== 'problem'
/** What more is said of a problem once it is written down. */
const isFurtherClosed = (line: SheetLine): boolean => !isNewProblem(line)

type TextField = 'content' | 'measure' | 'responsible' | 'due'

/** The columns of 录入督查表, in the order of the printed sheet. */
export function sheetColumns(
  visitedOn: Day,
  days: OutputOf<'inspections.standards'>['days'],
): GridColumn<SheetLine>[] {
  const text = (
    key: TextField,
    title: string,
    size: Pick<GridColumn<SheetLine>, 'width' | 'grow'>,
    more: Partial<GridColumn<SheetLine>> = {},
  ): GridColumn<SheetLine> => ({
    key,
    title,
    ...size,
    optional: true,
    isEmpty: (line) => line[key].trim() === '',
    closed: isFurtherClosed,
    show: (line) => line[key],
    edit: ({ line, label, change }) => (
      <TextCell
        label={label}
        value={line[key]}
        maxLength={500}
        placeholder={key === 'due' ? usualDue(line, visitedOn, days) : undefined}
        onChange={(value) => change({ [key]: value })}
      />
    ),
    ...more,
  })
  return [
    {
      key: 'item',
      title: '督查项目',
      width: 250,
      grow: 4,
      isEmpty: () => false,
      show: ({ item, known }) => (
        <span style={{ whiteSpace: 'normal' }}>
          {item === null ? '表上没有的问题' : item.text}
          {known.map((words) => (
            <Text key={words} size="xs" c="dimmed">
              已登记：{words}
            </Text>
          ))}
        </span>
      ),
    },
    {
      key: 'mark',
      title: '情况',
      hint: 'V √ 符合，X × 有问题，/ 不适用',
      width: 64,
      align: 'center',
      isEmpty: ({ mark }) => mark === null,
      optional: true,
      closed: ({ item }) => item === null,
      show: ({ item, mark }) => item && mark && itemMarkLabel[mark],
      edit: ({ line, label, change, leave }) => (
        <KeyCell
          label={label}
          shown={line.mark === null ? '' : itemMarkLabel[line.mark]}
          keys={markKeys}
          onPick={(mark) => leave(mark === 'problem' ? { column: 'content' } : 'down', { mark })}
          onClear={() => change({ mark: null })}
        />
      ),
    },
    text(
      'content',
      '问题',
      { width: 220, grow: 5 },
      {
        closed: isClosed,
        problem: (line) => problemOf(line, 'content', visitedOn),
      },
    ),
    {
      key: 'severity',
      title: '程度',
      width: 70,
      align: 'center',
      isEmpty: () => false,
      closed: isFurtherClosed,
      show: (line) => (isNewProblem(line) ? severityLabel[line.severity] : null),
      edit: ({ line, label, leave, change }) => (
        <KeyCell
          label={label}
          shown={severityLabel[line.severity]}
          keys={severityKeys}
          onPick={(severity) => leave('next', { severity })}
          onClear={() => change({ severity: 'minor' })}
        />
      ),
    },
    text('measure', '整改要求', { width: 150, grow: 3 }),
    text('responsible', '责任人', { width: 110, grow: 1 }),
    text(
      'due',
      '期限',
      { width: 112 },
      {
        show: (line) =>
          isNewProblem(line)
            ? line.due || <Text c="dimmed">{usualDue(line, visitedOn, days)}</Text>
            : null,
        problem: (line) => problemOf(line, 'due', visitedOn),
      },
    ),
  ]
}
