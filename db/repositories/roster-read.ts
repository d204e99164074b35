import {
  and,
  asc,
  getTableColumns,
  getTableName,
  isNull,
  ne,
  type InferSelectModel,
} from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Day } from '@shared/domain/calendar/types'
import { holdsOn, standingOn, type Period } from '@shared/domain/periods'
import type { StoreContext } from '../context'
import type { RecordTable } from '../changes'
import { groupBy } from '../group-by'
import { pick } from '../pick'
import { takeOver } from '../take-over'
import {
  absencePeriod,
  assessment,
  categoryOverride,
  exemption,
  familyMember,
  groupPeriod,
  helper,
  householdPeriod,
  incident,
  majorChange,
  pairing,
  recipient,
  residencePeriod,
  riskPeriod,
  statusPeriod,
  village,
  villageGroup,
  villageName,
} from '../schema'
import { allRecipients } from './recipients'
import {
  absenceColumns,
  absenceOn,
  factKeys,
  familyColumns,
  groupsOn,
  type Facts,
  type RecordedChange,
  type RosterAssessment,
  type RosterFamilyMember,
  type RosterPairing,
  type RosterPerson,
} from './roster-person'
import { allVillages, villageNameOn } from './villages'

/** What the roster is put together from: whoever keeps values derived from it names these. */
export const rosterTables = [
  recipient,
  statusPeriod,
  residencePeriod,
  groupPeriod,
  householdPeriod,
  categoryOverride,
  riskPeriod,
  exemption,
  incident,
  majorChange,
  assessment,
  familyMember,
  absencePeriod,
  pairing,
  helper,
  village,
  villageName,
  villageGroup,
]

/**
 * One plain query per table, put together here: at 3,000 people far cheaper than joins. Each
 * table's rows are kept for themselves, so that saving one fact reads one table again, and the
 * roster of a past day is put together of the same rows.
 */
export function readRoster(ctx: StoreContext): Map<number, RosterPerson> {
  const { today } = ctx
  const statuses = spansOf(ctx, statusPeriod, ['id', 'from', 'to', 'status', 'reason'])
  const residences = spansOf(ctx, residencePeriod, [
    'id',
    'from',
    'to',
    'villageId',
    'villageGroupId',
  ])
  const groups = spansOf(ctx, groupPeriod, ['id', 'from', 'to', 'group'])
  const households = spansOf(ctx, householdPeriod, ['id', 'from', 'to', 'householdId'])
  const overrides = spansOf(ctx, categoryOverride, [
    'id',
    'from',
    'to',
    'category',
    'holds',
    'reason',
  ])
  const risks = spansOf(ctx, riskPeriod, ['id', 'from', 'to', 'level', 'reason'])
  const exemptions = spansOf(ctx, exemption, ['id', 'from', 'to', 'reason', 'reviewOn', 'note'])
  const recordedChanges = byPerson(ctx, 'roster.changes', [majorChange], readChanges)
  const incidentDays = byPerson(ctx, 'roster.incidents', [incident], readIncidents)
  const assessments = byPerson(ctx, 'roster.assessments', [assessment], readAssessments)
  const family = familiesToday(ctx)
  const helpers = helpersToday(ctx)
  const places = readPlaces(ctx)

  const people = new Map<number, RosterPerson>()
  for (const person of factsOfAll(ctx)) {
    const personStatuses = statuses.get(person.id) ?? []
    const personResidences = residences.get(person.id) ?? []
    const groupSpans = groups.get(person.id) ?? []
    const personRisks = risks.get(person.id) ?? []
    const status = standingOn(personStatuses, today)
    const residence = standingOn(personResidences, today)
    people.set(person.id, {
      ...person,
      statuses: personStatuses,
      residences: personResidences,
      groupSpans,
      households: households.get(person.id) ?? [],
      overrides: overrides.get(person.id) ?? [],
      risks: personRisks,
      exemptions: exemptions.get(person.id) ?? [],
      recordedChanges: recordedChanges.get(person.id) ?? [],
      incidentDays: incidentDays.get(person.id) ?? [],
      assessments: assessments.get(person.id) ?? [],
      family: family.get(person.id) ?? [],
      status: status?.status ?? 'active',
      statusFrom: status?.from ?? null,
      villageId: residence?.villageId ?? null,
      villageName: (residence && places.villages.get(residence.villageId)) ?? '',
      villageGroupId: residence?.villageGroupId ?? null,
      villageGroupName:
        (residence?.villageGroupId && places.groups.get(residence.villageGroupId)) || '',
      groups: groupsOn(groupSpans, today),
      riskLevel: personRisks.find((risk) => holdsOn(risk, today))?.level ?? null,
      helpers: helpers.get(person.id) ?? [],
    })
  }
  return people
}

const factsOfAll = (ctx: StoreContext): readonly Facts[] =>
  ctx.memo.derive('roster.facts', [recipient], () =>
    [...allRecipients(ctx).values()].map((record) => pick(record, factKeys)),
  )

/**
 * Rows of tables by person, the same on every day; those of whoever is not concerned by a save are
 * taken over.
 */
function byPerson<Row>(
  ctx: StoreContext,
  name: string,
  tables: RecordTable[],
  read: (ctx: StoreContext) => Map<number, Row[]>,
): ReadonlyMap<number, Row[]> {
  return ctx.memo.derive<Map<number, Row[]>>(name, tables, (before) => takeOver(before, read(ctx)))
}

/** What of those rows holds on the context's day. */
function byPersonToday<Row, Now>(
  ctx: StoreContext,
  name: string,
  tables: RecordTable[],
  all: ReadonlyMap<number, Row[]>,
  holding: (own: readonly Row[]) => Now[],
): ReadonlyMap<number, Now[]> {
  return ctx.memo.derive<Map<number, Now[]>>(
    name,
    tables,
    (before) => takeOver(before, new Map([...all].map(([id, own]) => [id, holding(own)] as const))),
    ctx.today,
  )
}

type PeriodTable = RecordTable & { recipientId: SQLiteColumn; from: SQLiteColumn }

/** The table's rows by person, oldest first, without the columns no list needs. */
function spansOf<Table extends PeriodTable, Key extends keyof InferSelectModel<Table> & string>(
  ctx: StoreContext,
  table: Table,
  keys: Key[],
): ReadonlyMap<number, Pick<InferSelectModel<Table>, Key>[]> {
  type Row = Pick<InferSelectModel<Table>, Key> & { recipientId: number; from: string }
  const columns = pick(getTableColumns(table) as Record<string, SQLiteColumn>, [
    ...keys,
    'recipientId',
    'from',
  ])
  return byPerson(ctx, `roster.${getTableName(table)}`, [table], () => {
    const rows = ctx.db
      .select(columns)
      .from(table as PeriodTable)
      .where(isNull(table.voidedAt))
      .all() as Row[]
    const spans = groupBy(rows, (row) => row.recipientId)
    for (const own of spans.values()) {
      if (own.length > 1) own.sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
    }
    return spans
  })
}

function readChanges(ctx: StoreContext): Map<number, RecordedChange[]> {
  const columns = pick(getTableColumns(majorChange), ['id', 'recipientId', 'date', 'kind', 'note'])
  const rows = ctx.db
    .select(columns)
    .from(majorChange)
    .where(isNull(majorChange.voidedAt))
    .orderBy(asc(majorChange.date), asc(majorChange.id))
    .all()
  return groupBy(rows, ({ recipientId }) => recipientId)
}

function readIncidents(ctx: StoreContext): Map<number, Day[]> {
  const rows = ctx.db
    .select({ recipientId: incident.recipientId, day: incident.openedOn })
    .from(incident)
    .where(and(isNull(incident.voidedAt), ne(incident.state, 'mistaken')))
    .orderBy(asc(incident.openedOn))
    .all()
  const byPerson = groupBy(rows, ({ recipientId }) => recipientId)
  return new Map([...byPerson].map(([id, own]) => [id, own.map(({ day }) => day)]))
}

function readAssessments(ctx: StoreContext): Map<number, RosterAssessment[]> {
  const columns = pick(getTableColumns(assessment), [
    'id',
    'recipientId',
    'scale',
    'version',
    'date',
    'score',
    'finalLevel',
    'nextDue',
  ])
  const rows = ctx.db
    .select(columns)
    .from(assessment)
    .where(isNull(assessment.voidedAt))
    .orderBy(asc(assessment.date), asc(assessment.id))
    .all()
  return groupBy(rows, ({ recipientId }) => recipientId)
}

const familyTables = [familyMember, absencePeriod]

function familiesToday(ctx: StoreContext): ReadonlyMap<number, RosterFamilyMember[]> {
  const all = byPerson(ctx, 'roster.families', familyTables, readFamilies)
  return byPersonToday(ctx, 'roster.familiesToday', familyTables, all, (own) =>
    own.map((member) => ({ ...member, absence: absenceOn(member.absences, ctx.today) })),
  )
}

function readFamilies(ctx: StoreContext): Map<number, Omit<RosterFamilyMember, 'absence'>[]> {
  const absences = groupBy(
    ctx.db.select(absenceColumns).from(absencePeriod).where(isNull(absencePeriod.voidedAt)).all(),
    (absence) => absence.familyMemberId,
  )
  const members = ctx.db
    .select(familyColumns)
    .from(familyMember)
    .where(isNull(familyMember.voidedAt))
    .all()
    .sort((a, b) => a.position - b.position)
    .map((member) => Object.assign(member, { absences: absences.get(member.id) ?? [] }))
  return groupBy(members, ({ recipientId }) => recipientId)
}

const pairingTables = [pairing, helper]

function helpersToday(ctx: StoreContext): ReadonlyMap<number, RosterPairing[]> {
  const all = byPerson(ctx, 'roster.pairings', pairingTables, readPairings)
  return byPersonToday(ctx, 'roster.helpersToday', pairingTables, all, (own) =>
    own
      .filter((one) => holdsOn(one, ctx.today))
      .map(({ id, helperId, helperName, from }) => ({ id, helperId, helperName, from })),
  )
}

function readPairings(ctx: StoreContext): Map<number, (RosterPairing & Period)[]> {
  const names = new Map(
    ctx.db
      .select({ id: helper.id, name: helper.name })
      .from(helper)
      .where(isNull(helper.voidedAt))
      .all()
      .map(({ id, name }) => [id, name]),
  )
  const rows = ctx.db
    .select({
      id: pairing.id,
      helperId: pairing.helperId,
      recipientId: pairing.recipientId,
      from: pairing.from,
      to: pairing.to,
    })
    .from(pairing)
    .where(isNull(pairing.voidedAt))
    .all()
    .map((row) => ({ ...row, helperName: names.get(row.helperId) ?? '' }))
  return groupBy(rows, ({ recipientId }) => recipientId)
}

function readPlaces(ctx: StoreContext): {
  villages: Map<number, string>
  groups: Map<number, string>
} {
  const all = allVillages(ctx)
  return {
    villages: new Map(all.map((one) => [one.id, villageNameOn(one, ctx.today)])),
    groups: new Map(all.flatMap((one) => one.groups.map(({ id, name }) => [id, name] as const))),
  }
}
