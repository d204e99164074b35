import type { CustomValue } from '@shared/domain/custom-fields/custom-field'
import { and, eq, isNull } from 'drizzle-orm'
import { isBlank, sameMembers } from '@shared/domain/merge-facts'
import type { Period } from '@shared/domain/periods'
import { remainderOf } from '@shared/domain/remainder'
import type { RecordTable } from '../changes'
import type { WriteContext } from '../context'
import { partsOfFile } from '../records'
import {
  absencePeriod,
  customValue,
  familyMember,
  recipient,
  residencePeriod,
  statusPeriod,
} from '../schema'
import { beginningOf, daysOf, exclusivePeriods } from './period-values'

type Row = Record<string, unknown> & { id: number; recipientId: number }

/** Whose file the days decide where both tell something. */
export interface MergePrecedence {
  status: 'kept' | 'other'
  residence: 'kept' | 'other'
}

/** Whose word decides where both files tell something about a day; the kept one's where none is named. */
const precedenceOf = new Map<RecordTable, keyof MergePrecedence>([
  [statusPeriod, 'status'],
  [residencePeriod, 'residence'],
])

const settledApart = new Set<RecordTable>([
  ...exclusivePeriods.map(({ table }) => table),
  familyMember,
  absencePeriod,
  customValue,
])

/** Everything that hangs on the other file hangs on the kept one afterwards, each day told once. */
export function uniteParts(
  ctx: WriteContext,
  keptId: number,
  otherId: number,
  precedence: MergePrecedence,
  reason: string,
  /** Of 自定义字段, those in which the other file's word was chosen. */
  othersWord: ReadonlySet<number> = new Set(),
): void {
  for (const { table, by } of exclusivePeriods) {
    const whose = precedenceOf.get(table)
    const keptRows = partsOf(ctx, table, keptId)
    const otherRows = partsOf(ctx, table, otherId)
    const keptWins = !whose || precedence[whose] === 'kept'
    const same = (one: Row, two: Row): boolean => !by || one[by] === two[by]
    settle(ctx, table, {
      winners: keptWins ? keptRows : otherRows,
      losers: keptWins ? otherRows : keptRows,
      same,
      owner: { recipientId: keptId },
      reason,
    })
  }
  uniteFamilies(ctx, keptId, otherId, reason)
  uniteCustomValues(ctx, keptId, otherId, reason, othersWord)
  for (const { table, key } of partsOfFile) {
    if (settledApart.has(table)) continue
    for (const { id } of partsOf(ctx, table, otherId))
      ctx.writer.update(table, id, { [key]: keptId } as object)
  }
}

/** Voids the file that was united with another, with a pointer to the one that stays. */
export function voidMergedFile(
  ctx: WriteContext,
  otherId: number,
  keptId: number,
  reason: string,
): void {
  ctx.writer.update(recipient, otherId, { mergedIntoId: keptId })
  ctx.writer.void(recipient, otherId, reason)
}

function partsOf(ctx: WriteContext, table: RecordTable, recipientId: number): Row[] {
  const { column } = partsOfFile.find((part) => part.table === table)!
  return ctx.db
    .select()
    .from(table)
    .where(and(eq(column, recipientId), isNull(table.voidedAt)))
    .all() as Row[]
}

interface Contest {
  winners: readonly Row[]
  losers: readonly Row[]
  /** Whether two periods exclude each other. */
  same: (one: Row, other: Row) => boolean
  /** What a period that stays belongs to. */
  owner: Record<string, number>
  reason: string
}

/** Winners stay whole; of the losers only the days that no winner tells about. */
function settle(ctx: WriteContext, table: RecordTable, contest: Contest): void {
  const { winners, losers, same, owner, reason } = contest
  for (const { id } of winners) ctx.writer.update(table, id, owner as object)
  for (const row of losers) {
    const days = daysOf(row)
    const [first, ...more] = remainderOf(
      days,
      winners.filter((winner) => same(winner, row)).map(daysOf),
    )
    if (!first) {
      ctx.writer.void(table, row.id, reason)
      continue
    }
    ctx.writer.update(table, row.id, { ...owner, ...asWritten(row, days, first) } as object)
    const { id: _, revision: __, voidedAt: ___, ...values } = row
    for (const piece of more) {
      ctx.writer.create(table, { ...values, ...owner, ...asWritten(row, days, piece) } as never)
    }
  }
}

/** A beginning that did not move stays as it was written. */
function asWritten(row: Row, days: Period, piece: Period): Record<string, unknown> {
  return {
    [beginningOf(row)]: piece.from === days.from ? row[beginningOf(row)] : piece.from,
    to: piece.to,
  }
}

/** Where both files say something in a 自定义字段 the kept one's word stands unless chosen; blanks are filled. */
function uniteCustomValues(
  ctx: WriteContext,
  keptId: number,
  otherId: number,
  reason: string,
  othersWord: ReadonlySet<number>,
): void {
  const kept = partsOf(ctx, customValue, keptId)
  for (const theirs of partsOf(ctx, customValue, otherId)) {
    const mine = kept.find((one) => one['customFieldId'] === theirs['customFieldId'])
    if (!mine) ctx.writer.update(customValue, theirs.id, { recipientId: keptId })
    else {
      const isChosen = othersWord.has(theirs['customFieldId'] as number)
      if (mine['value'] === null || (isChosen && theirs['value'] !== null))
        ctx.writer.update(customValue, mine.id, { value: theirs['value'] as CustomValue | null })
      ctx.writer.void(customValue, theirs.id, reason)
    }
  }
}

type Member = typeof familyMember.$inferSelect

/** Members that both files name become one; the others move over, after those already there. */
function uniteFamilies(ctx: WriteContext, keptId: number, otherId: number, reason: string): void {
  const kept = partsOf(ctx, familyMember, keptId) as unknown as Member[]
  const other = partsOf(ctx, familyMember, otherId) as unknown as Member[]
  const pairs = sameMembers(kept, other)
  let position = Math.max(0, ...kept.map((member) => member.position))
  for (const theirs of other) {
    const mine = pairs.get(theirs)
    if (!mine) {
      position += 1
      ctx.writer.update(familyMember, theirs.id, { recipientId: keptId, position })
      for (const { id } of absencesOf(ctx, theirs.id))
        ctx.writer.update(absencePeriod, id, { recipientId: keptId })
      continue
    }
    uniteAbsences(ctx, mine, theirs, reason)
    ctx.writer.update(familyMember, mine.id, {
      ...blanksFilled(mine, theirs),
      phones: [...new Set([...mine.phones, ...theirs.phones])],
      isSupporter: mine.isSupporter || theirs.isSupporter,
    })
    ctx.writer.void(familyMember, theirs.id, reason)
  }
}

function uniteAbsences(ctx: WriteContext, mine: Member, theirs: Member, reason: string): void {
  const losers = absencesOf(ctx, theirs.id)
  const winners = absencesOf(ctx, mine.id).map((absence) => {
    const match = losers.find(
      (one) => one['place'] === absence['place'] && one['to'] === absence.to,
    )
    if (!match) return absence
    const filled = blanksFilled(absence, match)
    ctx.writer.update(absencePeriod, absence.id, filled as object)
    return { ...absence, ...filled } as Row
  })
  settle(ctx, absencePeriod, {
    winners,
    losers,
    same: () => true,
    owner: { familyMemberId: mine.id, recipientId: mine.recipientId },
    reason,
  })
}

const absencesOf = (ctx: WriteContext, memberId: number): Row[] =>
  ctx.db
    .select()
    .from(absencePeriod)
    .where(and(eq(absencePeriod.familyMemberId, memberId), isNull(absencePeriod.voidedAt)))
    .all() as unknown as Row[]

/** What `theirs` knows and `mine` does not. */
function blanksFilled<Facts extends object>(mine: Facts, theirs: Facts): Partial<Facts> {
  const known = Object.entries(theirs).filter(
    ([key, value]) => key !== 'voidedAt' && isBlank(mine[key as keyof Facts]) && !isBlank(value),
  )
  return Object.fromEntries(known) as Partial<Facts>
}
