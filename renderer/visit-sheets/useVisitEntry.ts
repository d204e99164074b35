import { useEffect, useMemo, useState } from 'react'
import { call, CallError, useCommandOp, type OutputOf } from '../api'
import type { FollowUpChoice } from '../contacts/follow-ups'
import { firstCell, type GridColumn } from '../grid/EntryGrid'
import type { Cell } from '../grid/moves'
import { useDraft, type Draft } from '../shell/form/useDraft'
import { tellDone, tellFailure } from '../shell/notify'
import { visitColumns } from './visit-columns'
import {
  answered,
  cleared,
  copiedCell,
  emptyLine,
  entryOf,
  forHousemate,
  isLocked,
  isTouched,
  isWhole,
  likeAbove,
  putBack,
  type Housemate,
  type VisitLine,
  type Visitor,
} from './visit-lines'

/** What is kept as the draft: everything that was typed, and where the clerk stood. */
interface Typed extends Visitor {
  lines: VisitLine[]
  /** Null: where typing begins. */
  active: Cell | null
  /** Day numbers are days of this month. */
  month: string
  /** What was registered last, to be typed on should it be taken back. */
  lastLines: VisitLine[]
}

export interface VisitEntry extends Typed {
  active: Cell
  columns: GridColumn<VisitLine>[]
  draft: Draft
  saving: boolean
  /** How many lines would be registered. */
  touched: number
  set: (patch: Partial<Typed>) => void
  changeLine: (at: number, patch: Partial<VisitLine>) => void
  addLine: () => void
  copyLine: () => void
  copyCell: () => void
  fillRest: () => void
  /** Writes a line like the active one for each of them. */
  addHousemates: (chosen: readonly Housemate[]) => void
  clearLine: () => void
  register: () => Promise<void>
  undoLast: () => Promise<void>
}

interface Opening extends Visitor {
  /** Under which name the draft is kept. */
  draftKey: string
  today: string
  month: string
  /** What a problem can become. */
  choices: readonly FollowUpChoice[]
  /** The lines as they begin, with what a draft holds of them. */
  open: (drafted: readonly VisitLine[]) => VisitLine[]
  /** The line of the sheet to begin at. */
  startLineId: number | null
}

/** Everything 录入走访单 does: its lines, their draft, registering them and taking them back. */
export function useVisitEntry(opening: Opening): VisitEntry {
  const { draftKey, today, choices, open, startLineId } = opening
  const record = useCommandOp('contacts.recordLines')
  const undo = useCommandOp('changes.undo')
  const [typed, setTyped] = useState<Typed>(() => ({
    helperId: opening.helperId,
    visitor: opening.visitor,
    month: opening.month,
    lines: open([]),
    active: null,
    lastLines: [],
  }))
  const { lines, month } = typed
  const columns = useMemo(() => visitColumns(today, month, choices), [today, month, choices])
  const touched = lines.filter(isTouched).length
  const draft = useDraft<Typed>(draftKey, {
    values: typed,
    setValues: (kept) =>
      setTyped((now) => ({
        ...now,
        ...kept,
        lines: open(kept.lines ?? []),
        // A line that was asked for by its code is where typing begins.
        active: startLineId === null ? (kept.active ?? null) : null,
      })),
    isDirty: () => touched > 0,
  })
  const { ready, savedAt, flush, discard } = draft
  const asked = lines.findIndex(({ sheetLineId }) => sheetLineId === (startLineId ?? undefined))
  const active = typed.active ?? firstCell(columns, lines, isLocked, Math.max(0, asked))

  // A draft of nothing is none.
  useEffect(() => {
    if (ready && touched === 0 && savedAt !== null) void discard()
  }, [ready, touched, savedAt, discard])

  const set = (patch: Partial<Typed>): void => {
    setTyped((now) => ({ ...now, ...patch }))
    // A cell was left: what was typed there is with the draft once this stroke has been drawn.
    if (patch.active) window.setTimeout(() => void flush())
  }
  /** Works on the lines as they are by then: a key may have changed the line in the same stroke. */
  const change = (work: (now: Typed) => Partial<Typed>): void =>
    setTyped((now) => ({ ...now, ...work(now) }))
  const changeActive = (work: (line: VisitLine, above: VisitLine | undefined) => VisitLine): void =>
    change(({ lines }) => ({
      lines: lines.with(active.line, work(lines[active.line]!, lines[active.line - 1])),
    }))

  const register = async (): Promise<void> => {
    const whole = lines.filter((line) => isTouched(line) && isWhole(line, today, month))
    const triedLines = lines.map((line) => (isTouched(line) ? { ...line, tried: true } : line))
    if (whole.length === 0) return set({ lines: triedLines })
    try {
      const answer = await record.mutateAsync({
        lines: whole.map((line) => entryOf(line, typed, today, month)),
      })
      const left = answered(triedLines, answer)
      set({
        lines: left,
        active: null,
        lastLines: whole.filter(({ key }) => answer.registered.some((one) => one.key === key)),
      })
      tellRegistered(answer, touched)
    } catch (error) {
      // What a line may not hold is said beside that line.
      const wrong = error instanceof CallError ? wrongLine(error) : null
      if (!wrong) return tellFailure(error)
      const { key } = whole[wrong.line]!
      const refusal = { field: 'recipientId' as const, message: wrong.message, same: false }
      set({ lines: lines.map((line) => (line.key === key ? { ...line, refusal } : line)) })
    }
  }

  const undoLast = async (): Promise<void> => {
    try {
      await undo.mutateAsync({ changeSetId: await lastEntry() })
      change(({ lines, lastLines }) => ({
        lines: putBack(lines, lastLines),
        lastLines: [],
        active: null,
      }))
      tellDone('已撤销，撤回的行又在表里，改好可以重新登记')
    } catch (error) {
      tellFailure(error)
    }
  }

  return {
    ...typed,
    active,
    columns,
    draft,
    saving: record.isPending || undo.isPending,
    touched,
    set,
    changeLine: (at, patch) =>
      change(({ lines }) => ({ lines: lines.with(at, { ...lines[at]!, ...patch }) })),
    addLine: () =>
      change(({ lines }) => {
        const last = lines.at(-1)
        const isSpare = last !== undefined && last.person === null && !isTouched(last)
        const added = isSpare ? lines : [...lines, emptyLine()]
        return { lines: added, active: { line: added.length - 1, column: 0 } }
      }),
    copyLine: () => changeActive((line, above) => (above ? likeAbove(line, above) : line)),
    copyCell: () =>
      changeActive((line, above) =>
        above ? copiedCell(line, above, columns[active.column]!.key) : line,
      ),
    fillRest: () =>
      change(({ lines }) => ({
        lines: lines.map((line) =>
          line.given && !isTouched(line) && !isLocked(line)
            ? likeAbove(line, lines[active.line]!)
            : line,
        ),
      })),
    addHousemates: (chosen) => change(({ lines }) => withHousemates(lines, active, chosen)),
    clearLine: () => changeActive(cleared),
    register,
    undoLast,
  }
}

/** The own lines of others of the home where there are such already, else new ones below. */
function withHousemates(
  lines: readonly VisitLine[],
  active: Cell,
  chosen: readonly Housemate[],
): Partial<Typed> {
  const line = lines[active.line]!
  let now = [...lines]
  let at = active.line
  for (const one of chosen) {
    const own = now.findIndex((each) => each.person?.id === one.id && !isLocked(each))
    if (own >= 0) {
      now = now.with(own, likeAbove(now[own]!, line))
      if (chosen.length === 1) at = own
    } else {
      at += 1
      now = now.toSpliced(at, 0, forHousemate(line, one))
    }
  }
  return { lines: now, active: { ...active, line: at } }
}

function tellRegistered({ registered }: OutputOf<'contacts.recordLines'>, touched: number): void {
  const left = touched - registered.length
  const rest = left > 0 ? `，还有 ${left} 行没登记，照红字改好再登记` : ''
  tellDone(`已登记 ${registered.length} 行${rest}`)
}

/** The change set of the operator's last act, if it was entering a grid and can be taken back. */
async function lastEntry(): Promise<number> {
  const last = await call('changes.latestOwn', {})
  if (last?.operation === 'contacts.recordLines' && last.obstacle === null) return last.changeSetId
  const why = last?.obstacle ?? '登记之后又做了别的'
  throw new CallError({
    code: 'CONFLICT',
    message: `不能整批撤销：${why}。登记的内容都在，请在走访记录里逐条撤销。`,
  })
}

/** `lines.3.problem` of a refused input: which line, and the words. */
function wrongLine({ fields }: CallError): { line: number; message: string } | null {
  for (const [path, message] of Object.entries(fields)) {
    const [, line] = /^lines\.(\d+)\./.exec(path) ?? []
    if (line !== undefined) return { line: Number(line), message }
  }
  return null
}
