import type { StoreContext } from '@db/context'
import { dictionariesOf } from '@db/repositories/dictionaries'
import { distinctPairs, pairOf } from '@db/repositories/distinct-pairs'
import { allHelpers, type Helper } from '@db/repositories/helpers'
import { allFiles } from '@db/repositories/imports'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import { loadVillages, villageNameOn } from '@db/repositories/villages'
import type { RowState } from '@shared/contract/imports'
import type { DraftOf, ParsedRow, Problem } from '@shared/domain/imports/draft'
import type { LedgerKind } from '@shared/domain/imports/fields'
import { PeopleIndex, type Candidate, type MatchReason } from '@shared/domain/imports/matching'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import type { PartialDate } from '@shared/domain/calendar/types'
import { holdsOn } from '@shared/domain/periods'
import type { RowDifference } from './row-difference'
import type { RowWord, StagedImport } from './staging'

/** A row with everything that decides what becomes of it. */
export interface EvaluatedRow<Kind extends LedgerKind = LedgerKind> {
  kind: Kind
  sheet: number
  row: number
  parsed: ParsedRow<Kind>
  draft: DraftOf[Kind]
  word: RowWord
  state: RowState
  problems: Problem[]
  /** The person on file the row is about. */
  person: RosterPerson | null
  matchedBy: MatchReason | 'clerk' | null
  candidates: Candidate[]
  differences: RowDifference[]
  duplicateOf: { sheet: number; row: number } | null
  /** Of a visit record: its days that are not on file yet. */
  newDates: PartialDate[]
}

/** What rows are held against: the office's people, helpers and villages as they are now. */
export interface Office {
  ctx: StoreContext
  staged: StagedImport
  /** The office's own words for codes. */
  dictionaries: Dictionaries
  people: ReadonlyMap<number, RosterPerson>
  index: PeopleIndex
  /** ID numbers of files the operator may not see. */
  hiddenIdNumbers: ReadonlySet<string>
  /** Rows of the file that already speak for a person on file, or bring an ID number. */
  claimedPeople: Map<number, EvaluatedRow>
  claimedIdNumbers: Map<string, EvaluatedRow>
  /** Open villages by name. */
  villages: ReadonlyMap<string, { id: number; groups: ReadonlyMap<string, number> }>
}

export function officeOf(ctx: StoreContext, staged: StagedImport): Office {
  const roster = loadRoster(ctx)
  const marked = distinctPairs(ctx)
  const visible = new Set(roster.map(({ id }) => id))
  const hidden = [...allFiles(ctx).values()].filter(({ id }) => !visible.has(id))
  const villages = loadVillages(ctx)
    .filter((village) => holdsOn(village, ctx.today))
    .map((village) => {
      const open = village.groups.filter((group) => holdsOn(group, ctx.today))
      const groups = new Map(open.map(({ id, name }) => [name, id]))
      return [villageNameOn(village, ctx.today), { id: village.id, groups }] as const
    })
  return {
    ctx,
    staged,
    dictionaries: dictionariesOf(ctx),
    people: new Map(roster.map((person) => [person.id, person])),
    index: new PeopleIndex(
      roster.map((person) => ({
        ...person,
        village: person.villageName || null,
        villageGroup: person.villageGroupName || null,
      })),
      (one, other) => marked.has(pairOf(one, other)),
    ),
    hiddenIdNumbers: new Set(hidden.flatMap(({ idNumber }) => idNumber ?? [])),
    claimedPeople: new Map(),
    claimedIdNumbers: new Map(),
    villages: new Map(villages),
  }
}

/** The office's own village a name in the file stands for, once the clerk has said so. */
export function villageIdOf(office: Office, name: string): number | null {
  return office.villages.get(name)?.id ?? office.staged.work.villages[name]?.useId ?? null
}

/** Whether a village of the file is known or decided. */
export function isVillageSettled(office: Office, name: string): boolean {
  return villageIdOf(office, name) !== null || Boolean(office.staged.work.villages[name]?.createAs)
}

/** Adds what keeps a row out because of its village. */
export function checkVillage(office: Office, row: EvaluatedRow, name: string | null): void {
  if (name === null)
    row.problems.push({
      field: 'recipient.village',
      column: null,
      code: 'VILLAGE_MISSING',
      message: '没有写明村（社区），请在“认表头”里给整张表指定，或改这一格',
      blocking: true,
      raw: '',
    })
  else if (!isVillageSettled(office, name))
    row.problems.push({
      field: 'recipient.village',
      column: null,
      code: 'VILLAGE_NEW',
      message: `“${name}”不在村（社区）名单里，请先确认是新增还是已有的哪一个`,
      blocking: true,
      raw: name,
    })
}

/** The only person a waiting row could be about, where nothing speaks against it. */
export function plainCandidate({ state, candidates }: EvaluatedRow): Candidate | null {
  const [only] = candidates
  return state === 'pending' && only && candidates.length === 1 && !only.doubtful ? only : null
}

export function isBlocked({ problems }: EvaluatedRow): boolean {
  return problems.some(({ blocking }) => blocking)
}

/** Helpers in service today. */
export const serving = (ctx: StoreContext): readonly Helper[] =>
  allHelpers(ctx).filter(({ to }) => to === null || to >= ctx.today)
