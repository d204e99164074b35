import type { Day } from '@shared/domain/calendar/types'
import { missedReasonLabel, type MissedReason } from '@shared/domain/visit-sheets/vocabulary'
import {
  checkBlockLabel,
  checkMarkLabel,
  codesOf,
  contactKindLabel,
  type CheckBlock,
  type CheckMark,
  type ContactKind,
} from '@shared/domain/vocabulary'
import { ledgerWords, valueOf, type FollowUp, type FollowUpChoice } from '../contacts/follow-ups'
import { kindKeys } from '../contacts/kind-keys'
import { KeyCell, TextCell } from '../grid/cells'
import type { GridColumn } from '../grid/EntryGrid'
import { PersonCell, Standing } from './PersonCell'
import { daysOf, problemOf, shortDay, type VisitLine } from './visit-lines'
import classes from './visit-entry.module.css'

const blocks = codesOf(checkBlockLabel)

/** On paper and in the cell: － was not looked at, / does not apply. */
const shortMark: Record<CheckMark, string> = { ...checkMarkLabel, unseen: '－', notApplicable: '/' }
const allFine = Object.fromEntries(blocks.map((block) => [block, 'fine' as const]))

/** `A` answers all five at once: nothing was wrong. */
const checkKeys: Record<string, CheckMark | 'all'> = {
  v: 'fine',
  '1': 'fine',
  x: 'concern',
  '2': 'concern',
  '-': 'unseen',
  '3': 'unseen',
  '/': 'notApplicable',
  '4': 'notApplicable',
  a: 'all',
}
const keysOfKinds = Object.fromEntries(
  codesOf(contactKindLabel).map((kind) => [kindKeys[kind].toLowerCase(), kind]),
) as Record<string, ContactKind>
const missedKeys = numbered<MissedReason>(codesOf(missedReasonLabel))

/** `1` to `9`, then `0`. */
function numbered<Code extends string>(codes: readonly Code[]): Record<string, Code> {
  return Object.fromEntries(codes.map((code, at) => [String((at + 1) % 10), code]))
}

/** `1 不在家  2 外出未归`, for the line of keys below the grid. */
function keyWords(keys: Record<string, string>, labels: Readonly<Record<string, string>>): string {
  return Object.entries(keys)
    .map(([key, code]) => `${key.toUpperCase()} ${labels[code]}`)
    .join('　')
}

/** What the keys of each column mean, said below the grid while one of its cells is active. */
export const columnKeys: Readonly<Record<string, string>> = {
  person: '姓名、拼音或首字母，两三个字母就够；回车选第一个，↑↓ 换一个',
  kind: keyWords(keysOfKinds, contactKindLabel),
  days: '3 是 3 日，3 10 17 是三次，昨、-1 是前一天，12.5 是 12 月 5 日，2026-10 是只知道月份',
  ...Object.fromEntries(
    blocks.map((block) => [block, 'V 或 1 √　X 或 2 ×　- 或 3 没看　/ 或 4 不适用　A 五项全√']),
  ),
  missed: keyWords(missedKeys, missedReasonLabel),
  problem: '写发现的问题，没有就按回车到下一行',
  outcome: '当时怎么处理的',
  summary: '其他情况',
}

/** The same for 去向, whose kinds are the office's own: a line for each ledger. */
export function followUpKeys(choices: readonly FollowUpChoice[]): string {
  return codesOf(ledgerWords)
    .map((ledger) => {
      const own = choices.filter((one) => one.ledger === ledger && one.key !== undefined)
      const words = own.map(({ key, label }) => `${key?.toUpperCase()} ${label}`)
      return words.length > 0 ? `${ledgerWords[ledger]}：${words.join('　')}` : ''
    })
    .filter((words) => words !== '')
    .join('\n')
}

/** The columns of 录入走访单, in the order of the printed sheet. */
export function visitColumns(
  today: Day,
  month: string,
  choices: readonly FollowUpChoice[],
): GridColumn<VisitLine>[] {
  return [
    {
      key: 'person',
      title: '老人',
      width: 184,
      grow: 2,
      isEmpty: ({ person }) => person === null,
      closed: ({ given }) => given,
      show: ({ person }) =>
        person && (
          <span className={classes.person}>
            {person.name} <small>{person.place}</small> <Standing of={person.standing} />
          </span>
        ),
      edit: ({ line, label, change, leave }) => (
        <PersonCell
          label={label}
          person={line.person}
          onPick={(person) => leave('next', { person, refusal: null })}
          onClear={() => change({ person: null })}
        />
      ),
      problem: (line) => problemOf(line, 'person', today, month),
    },
    {
      key: 'kind',
      title: '方式',
      width: 84,
      isEmpty: ({ kind }) => kind === null,
      show: ({ kind, registered }) =>
        registered === null ? kind && `${contactKindLabel[kind]} ${kindKeys[kind]}` : '✓ 已登记',
      edit: ({ line, label, change, leave }) => (
        <KeyCell
          label={label}
          shown={line.kind ? `${contactKindLabel[line.kind]} ${kindKeys[line.kind]}` : ''}
          keys={keysOfKinds}
          onPick={(kind) => leave('next', { kind, refusal: null })}
          onClear={() => change({ kind: null })}
        />
      ),
      problem: (line) => problemOf(line, 'kind', today, month),
    },
    {
      key: 'days',
      title: '日期',
      width: 104,
      grow: 1,
      isEmpty: ({ days }) => days.trim() === '',
      show: (line) =>
        line.registered ?? (daysOf(line, today, month).dates.map(shortDay).join(' ') || line.days),
      edit: ({ line, label, change }) => (
        <TextCell
          label={label}
          value={line.days}
          maxLength={200}
          onChange={(days) => change({ days, refusal: null, allowSame: false })}
        />
      ),
      problem: (line) => problemOf(line, 'days', today, month),
    },
    ...blocks.map(checkColumn),
    {
      key: 'missed',
      title: '未遇到',
      hint: '没见到人：选原因，不计入次数',
      width: 72,
      optional: true,
      isEmpty: ({ missed }) => missed === null,
      show: ({ missed }) => missed && missedReasonLabel[missed],
      edit: ({ line, label, change, leave }) => (
        <KeyCell
          label={label}
          shown={line.missed ? missedReasonLabel[line.missed] : ''}
          keys={missedKeys}
          onPick={(missed) => leave('next', { missed, checks: {}, followUp: null })}
          onClear={() => change({ missed: null })}
        />
      ),
    },
    {
      ...textColumn('problem', '发现问题', 130, 3),
      problem: (line) => problemOf(line, 'problem', today, month),
    },
    followUpColumn(choices),
    textColumn('outcome', '处理', 84, 2),
    textColumn('summary', '备注', 72, 2),
  ]
}

function followUpColumn(choices: readonly FollowUpChoice[]): GridColumn<VisitLine> {
  const words = new Map(choices.map(({ value, label }) => [value, label]))
  const shown = (followUp: FollowUp | null): string =>
    followUp
      ? `${followUp.ledger === 'incident' ? '◆ ' : ''}${words.get(valueOf(followUp)) ?? ''}`
      : ''
  const keys = Object.fromEntries(
    choices.flatMap(({ key, followUp }) => (key === undefined ? [] : [[key, followUp]])),
  )
  return {
    key: 'followUp',
    title: '→ 去向',
    hint: '发现的问题转为需求、隐患或强制报告，登记时一起立项',
    width: 84,
    optional: true,
    isEmpty: ({ followUp }) => followUp === null,
    closed: ({ missed }) => missed !== null,
    show: ({ followUp }) => shown(followUp),
    edit: ({ line, label, change, leave }) => (
      <KeyCell
        label={label}
        shown={shown(line.followUp)}
        keys={keys}
        onPick={(followUp) => leave('next', { followUp, refusal: null })}
        onClear={() => change({ followUp: null })}
      />
    ),
  }
}

function checkColumn(block: CheckBlock): GridColumn<VisitLine> {
  return {
    key: block,
    title: checkBlockLabel[block],
    width: 46,
    align: 'center',
    optional: true,
    isEmpty: ({ checks }) => checks[block] === undefined,
    closed: ({ missed }) => missed !== null,
    show: ({ checks }) => {
      const mark = checks[block]
      return mark && <span data-mark={mark}>{shortMark[mark]}</span>
    },
    edit: ({ line, label, change, leave }) => (
      <KeyCell
        label={label}
        shown={line.checks[block] ? shortMark[line.checks[block]] : ''}
        keys={checkKeys}
        onPick={(mark) => {
          if (mark === 'all') leave({ column: 'problem' }, { checks: allFine })
          else leave('next', { checks: { ...line.checks, [block]: mark } })
        }}
        onClear={() => {
          const { [block]: _, ...rest } = line.checks
          change({ checks: rest })
        }}
      />
    ),
  }
}

function textColumn(
  key: 'problem' | 'outcome' | 'summary',
  title: string,
  width: number,
  grow: number,
): GridColumn<VisitLine> {
  return {
    key,
    title,
    width,
    grow,
    optional: true,
    isEmpty: (line) => line[key].trim() === '',
    show: (line) => line[key],
    edit: ({ line, label, change }) => (
      <TextCell
        label={label}
        value={line[key]}
        maxLength={1000}
        onChange={(text) => change({ [key]: text, refusal: null })}
      />
    ),
  }
}
