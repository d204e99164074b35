import type { StoreContext } from '@db/context'
import { lastRiskReviews } from '@db/repositories/risk-reviews'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import type { DueReviewRow } from '@shared/contract/assessments'
import { dueStates, type DueState, type ReviewKind } from '@shared/domain/assessments/due'
import { latestBy } from '@shared/domain/assessments/latest'
import { levelLabel } from '@shared/domain/assessments/scale'
import { findScale } from '@shared/domain/assessments/scales'
import { diffDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { riskLevelLabel } from '@shared/domain/vocabulary'
import { statedAge } from '../recipients/age'

interface LastFinding {
  date: Day
  level: string
  nextDue: Day | null
}

interface DueQuestion {
  kind: ReviewKind
  state?: DueState
  villageId?: number
  /** Days. */
  ahead: number
}

/** Everybody on file whom this kind of review is for, the most overdue first, the never seen last. */
export function dueReviews(
  ctx: StoreContext,
  { kind, state, villageId, ahead }: DueQuestion,
): { rows: DueReviewRow[]; counts: Record<DueState, number> } {
  const risks = kind === 'riskReview' ? lastRiskReviews(ctx) : null
  const counts = Object.fromEntries(dueStates.map((one) => [one, 0])) as Record<DueState, number>
  const rows: DueReviewRow[] = []
  for (const person of loadRoster(ctx)) {
    if (person.status !== 'active') continue
    if (villageId !== undefined && person.villageId !== villageId) continue
    const risk = risks?.get(person.id)
    const last =
      kind !== 'riskReview'
        ? lastByScale(person, kind, ctx.today)
        : risk && { ...risk, level: riskLevelLabel[risk.finalLevel] }
    if (!last && !isFor(kind, person)) continue
    const row = dueRow(ctx, person, last, ahead)
    counts[row.state] += 1
    if (state === undefined || row.state === state) rows.push(row)
  }
  const never = '9999-12-31'
  const order = ({ state, nextDue }: DueReviewRow): string =>
    state === 'never' ? never : (nextDue ?? never)
  rows.sort((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b))))
  return { rows, counts }
}

/** Whether somebody never reviewed stands on the list. Barthel is done where somebody asks for it. */
function isFor(kind: ReviewKind, person: RosterPerson): boolean {
  switch (kind) {
    case 'gbt42195':
      return person.groups.includes('elder')
    case 'extremePoverty':
      return (
        person.groups.includes('extremePoverty') || person.reliefKinds.includes('extremePoverty')
      )
    case 'barthel':
      return false
    case 'riskReview':
      return true
  }
}

function lastByScale(
  { assessments }: RosterPerson,
  kind: Exclude<ReviewKind, 'riskReview'>,
  today: Day,
): LastFinding | undefined {
  const last = latestBy(assessments, kind, today)
  if (!last) return undefined
  const { scale, version, date, finalLevel, nextDue } = last
  return { date, level: levelLabel(findScale(scale, version), finalLevel), nextDue }
}

function dueRow(
  ctx: StoreContext,
  person: RosterPerson,
  last: LastFinding | undefined,
  ahead: number,
): DueReviewRow {
  const nextDue = last?.nextDue ?? null
  const daysLeft = nextDue === null ? null : diffDays(ctx.today, nextDue)
  return {
    recipientId: person.id,
    name: person.name,
    age: statedAge(ctx, person.birthDate),
    villageName: person.villageName,
    villageGroupName: person.villageGroupName,
    state: last ? stateOf(daysLeft, ahead) : 'never',
    lastDate: last?.date ?? null,
    lastLevel: last?.level ?? null,
    nextDue,
    daysLeft,
  }
}

function stateOf(daysLeft: number | null, ahead: number): DueState {
  if (daysLeft === null || daysLeft > ahead) return 'later'
  return daysLeft < 0 ? 'overdue' : 'soon'
}
