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
import type { MajorChange } from '@shared/domain/cadence/change-duties'
import type { Day } from '@shared/domain/calendar/types'
import { holdsOn, standingOn, type Period } from '@shared/domain/periods'
import type {
  Category,
  ExemptionReason,
  RecipientGroup,
  RecipientStatus,
  RiskLevel,
} from '@shared/domain/vocabulary'
import type { Scope, StoreContext } from '../context'
import type { RecordTable } from '../changes'
import { groupBy } from '../group-by'
import { takeOver } from '../take-over'
import {
  absencePeriod,
  assessment,
  categoryOverride,
  exemption,
  familyMember,
  groupPeriod,
  helper,
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
import { allRecipients, type Recipient } from './recipients'
import { allVillages, villageNameOn } from './villages'

/** Facts of the person's own row that lists, search, categories and compliance ask for. */
const factKeys = [
  'id',
  'revision',
  'archiveNo',
  'name',
  'formerName',
  'initials',
  'gender',
  'idNumber',
  'idNumberNote',
  'birthDate',
  'lunarBirthday',
  'phones',
  'hasNoPhone',
  'homeAddress',
  'spouseRecipientId',
  'hasNoChildren',
  'marital',
  'livingArrangement',
  'health',
  'selfCare',
  'chronicDiseases',
  'disabilityClass',
  'disabilityLevel',
  'reliefKinds',
  'incomeSources',
  'annualIncome',
  'serviceNeeds',
  'dailyCarer',
  'hazardZone',
  'housingGrade',
] as const satisfies (keyof Recipient)[]
type Facts = Pick<Recipient, (typeof factKeys)[number]>

const familyColumns = pick(getTableColumns(familyMember), [
  'id',
  'revision',
  'recipientId',
  'position',
  'name',
  'relation',
  'gender',
  'birthDate',
  'phones',
  'isSupporter',
  'ableToSupport',
  'willingToSupport',
  'livesTogether',
  'note',
])
const absenceColumns = pick(getTableColumns(absencePeriod), [
  'id',
  'revision',
  'familyMemberId',
  'place',
  'scope',
  'reason',
  'since',
  'to',
  'expectedReturn',
  'homeVisits',
])
export type RosterAbsence = Readonly<
  Pick<InferSelectModel<typeof absencePeriod>, keyof typeof absenceColumns>
>

/** 家庭成员. `absence` is where the member is away to now, null for somebody not known to be away. */
export interface RosterFamilyMember extends Readonly<
  Pick<InferSelectModel<typeof familyMember>, keyof typeof familyColumns>
> {
  readonly absence: RosterAbsence | null
  /** All of them, for windows that reach back. */
  readonly absences: readonly RosterAbsence[]
}

export type StatusSpan = Period & { id: number; status: RecipientStatus; reason: string | null }
export type ResidenceSpan = Period & {
  id: number
  villageId: number
  villageGroupId: number | null
}
export type GroupSpan = Period & { id: number; group: RecipientGroup }
export type OverrideSpan = Period & {
  id: number
  category: Category
  holds: boolean
  reason: string
}
export type RiskSpan = Period & { id: number; level: RiskLevel; reason: string | null }
export type ExemptionSpan = Period & {
  id: number
  reason: ExemptionReason
  reviewOn: Day | null
  note: string | null
}
export type RecordedChange = MajorChange & { id: number; note: string | null }

/** An assessment by a scale, as it was found on its day. */
export type RosterAssessment = Readonly<
  Pick<
    InferSelectModel<typeof assessment>,
    'id' | 'scale' | 'version' | 'date' | 'score' | 'finalLevel' | 'nextDue'
  >
>

/** A pairing in force today. `from` may be partial. */
export interface RosterPairing {
  readonly id: number
  readonly helperId: number
  readonly helperName: string
  readonly from: string
}

/** One 关爱对象 with everything that decides in which list, category and window they belong. */
export interface RosterPerson extends Readonly<Facts> {
  readonly statuses: readonly StatusSpan[]
  readonly residences: readonly ResidenceSpan[]
  readonly groupSpans: readonly GroupSpan[]
  readonly overrides: readonly OverrideSpan[]
  readonly risks: readonly RiskSpan[]
  readonly exemptions: readonly ExemptionSpan[]
  /** 重大变化 recorded by hand, oldest first. */
  readonly recordedChanges: readonly RecordedChange[]
  /** The days on which a 强制报告 about them was opened, those found untrue left out. */
  readonly incidentDays: readonly Day[]
  /** All of them, oldest first; `latestBy` and `abilityScoreOn` say which is in force on a day. */
  readonly assessments: readonly RosterAssessment[]
  readonly family: readonly RosterFamilyMember[]
  /** Today's standing, from the periods above. */
  readonly status: RecipientStatus
  readonly statusFrom: Day | null
  readonly villageId: number | null
  readonly villageName: string
  readonly villageGroupId: number | null
  readonly villageGroupName: string
  /** Groups of today; for a closed file those it last belonged to. */
  readonly groups: readonly RecipientGroup[]
  readonly riskLevel: RiskLevel | null
  readonly helpers: readonly RosterPairing[]
}

/** What the roster is put together from: whoever keeps values derived from it names these. */
export const rosterTables = [
  recipient,
  statusPeriod,
  residencePeriod,
  groupPeriod,
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
 * Everybody on file whom the operator may see, closed files included, in order of entry.
 * The one place lists, search, categories and compliance take people's facts from.
 * Kept in memory until one of its tables is written to; a command should ask before it writes.
 */
export function loadRoster(ctx: StoreContext): readonly RosterPerson[] {
  return visible(everybody(ctx), ctx.scope)
}

/** One person of the roster; undefined where there is none or the operator may not see them. */
export function findInRoster(ctx: StoreContext, id: number): RosterPerson | undefined {
  const person = roster(ctx).byId.get(id)
  return person && isVisible(person, ctx.scope) ? person : undefined
}

/**
 * A value worked out from everybody, whoever may see them, and kept as long as the roster is. Who
 * asks for it must leave out people the operator may not see (`isVisible`). What else it is worked
 * out from is named in `alsoFrom`.
 */
export function derivedFromRoster<Value>(
  ctx: StoreContext,
  name: string,
  build: (people: readonly RosterPerson[], before?: Value) => Value,
  alsoFrom: readonly RecordTable[] = [],
): Value {
  return ctx.memo.derive(
    name,
    [...rosterTables, ...alsoFrom],
    (before) => build(everybody(ctx), before),
    ctx.today,
  )
}

const everybody = (ctx: StoreContext): readonly RosterPerson[] => roster(ctx).people

interface Roster {
  readonly byId: ReadonlyMap<number, RosterPerson>
  readonly people: readonly RosterPerson[]
}

/** Whoever a save says nothing about stays the same object: what is kept with them stays good. */
function roster(ctx: StoreContext): Roster {
  return ctx.memo.derive<Roster>(
    'roster',
    rosterTables,
    (before) => {
      const byId = takeOver(before?.byId, readRoster(ctx))
      return { byId, people: [...byId.values()] }
    },
    ctx.today,
  )
}

/** Whether a person lies within what an operator may see. */
export function isVisible(
  person: Pick<RosterPerson, 'villageId' | 'groups'>,
  { villages, groups }: Scope,
): boolean {
  if (villages && (person.villageId === null || !villages.includes(person.villageId))) return false
  return groups === null || person.groups.some((group) => groups.includes(group))
}

function visible(people: readonly RosterPerson[], scope: Scope): readonly RosterPerson[] {
  if (scope.villages === null && scope.groups === null) return people
  return people.filter((person) => isVisible(person, scope))
}

/**
 * One plain query per table, put together here: at 3,000 people far cheaper than joins. Each
 * table's rows are kept for themselves, so that saving one fact reads one table again.
 */
function readRoster(ctx: StoreContext): Map<number, RosterPerson> {
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

/** The groups of a day; of a file closed then those it belonged to at any time. */
export function groupsOn(spans: readonly GroupSpan[], day: Day): RecipientGroup[] {
  const now = spans.filter((span) => holdsOn(span, day))
  return [...new Set((now.length > 0 ? now : spans).map(({ group }) => group))]
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

/** The absence that lasts on a day. Where the paper gave no beginning, it is taken to have begun. */
export function absenceOn<Absence extends Pick<RosterAbsence, 'since' | 'to'>>(
  absences: readonly Absence[],
  day: Day,
): Absence | null {
  // A partial `since` (`2014`, `2014-03`) sorts before the days it contains: begun on its first day.
  return (
    absences.findLast(
      ({ since, to }) => (since === null || since <= day) && (to === null || to >= day),
    ) ?? null
  )
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

function pick<Columns extends object, Key extends keyof Columns>(
  columns: Columns,
  keys: readonly Key[],
): Pick<Columns, Key> {
  return Object.fromEntries(keys.map((key) => [key, columns[key]])) as Pick<Columns, Key>
}
