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
import { holdsOn, standingOn } from '@shared/domain/periods'
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
 * table's rows are kept for themselves, so that saving one fact reads one table again.
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
  const family = byPerson(ctx, 'roster.families', [familyMember, absencePeriod], readFamilies)
  const helpers = byPerson(ctx, 'roster.helpers', [pairing, helper], readCurrentPairings)
  const places = readPlaces(ctx)

  const people = new Map<number, RosterPerson>()
  for (const record of allRecipients(ctx).values()) {
    const person: Facts = pick(record, factKeys)
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

/** Rows of tables by person as of today, those of whoever is not concerned by a save taken over. */
function byPerson<Row>(
  ctx: StoreContext,
  name: string,
  tables: RecordTable[],
  read: (ctx: StoreContext) => Map<number, Row[]>,
): ReadonlyMap<number, Row[]> {
  return ctx.memo.derive<Map<number, Row[]>>(
    name,
    tables,
    (before) => takeOver(before, read(ctx)),
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

function readFamilies(ctx: StoreContext): Map<number, RosterFamilyMember[]> {
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
  const families = new Map<number, RosterFamilyMember[]>()
  for (const member of members) {
    const away = absences.get(member.id) ?? []
    const family = families.get(member.recipientId) ?? []
    family.push(Object.assign(member, { absences: away, absence: absenceOn(away, ctx.today) }))
    families.set(member.recipientId, family)
  }
  return families
}
function readCurrentPairings(ctx: StoreContext): Map<number, RosterPairing[]> {
  const names = new Map(
    ctx.db
      .select({ id: helper.id, name: helper.name })
      .from(helper)
      .where(isNull(helper.voidedAt))
      .all()
      .map(({ id, name }) => [id, name]),
  )
  const current = ctx.db
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
    .filter((row) => holdsOn(row, ctx.today))
  const helpers = new Map<number, RosterPairing[]>()
  for (const { id, helperId, recipientId, from } of current) {
    const list = helpers.get(recipientId) ?? []
    list.push({ id, helperId, helperName: names.get(helperId) ?? '', from })
    helpers.set(recipientId, list)
  }
  return helpers
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
