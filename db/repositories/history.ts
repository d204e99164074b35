import { customFields } from './custom-fields'
import { desc, eq, getTableName, inArray, or } from 'drizzle-orm'
import { scaleLabel } from '@shared/domain/assessments/scale'
import { benefitPresets } from '@shared/domain/benefits/presets'
import { stepLabel } from '@shared/domain/ledgers/registry'
import { maskBankCard } from '@shared/domain/masking'
import type { EntryValues } from '@shared/domain/registers/values'
import { contactKindLabel, exemptionReasonLabel } from '@shared/domain/vocabulary'
import type { RecordTable } from '../changes'
import type { StoreContext } from '../context'
import { partsOfFile, recordTables } from '../records'
import { storedBenefits } from './benefits'
import { valueChanges } from './registers'
import {
  caseStep,
  change,
  changeSet,
  familyMember,
  helper,
  operator,
  recipient,
  serviceItem,
  serviceProvider,
  station,
  villageGroup,
  villageName,
} from '../schema'

type Row = Record<string, unknown> & { id: number }

export interface HistoryField {
  field: string
  from: unknown
  to: unknown
}

export interface HistoryEntry {
  /** The change's own id. */
  id: number
  recordId: number
  at: string
  operatorName: string | null
  operation: string
  /** Why it was done, where that was said: the file of an import. */
  cause: string | null
  entity: string
  /** Which one of its kind. */
  subject: string | null
  kind: 'create' | 'update' | 'void' | 'unvoid'
  /** Raw values; of a creation, those it began with. */
  fields: HistoryField[]
  /** The record as it is now. */
  current: Readonly<Record<string, unknown>>
}

/** Columns that say nothing to a reader, or are shown elsewhere in full. */
const silent: ReadonlySet<string> = new Set([
  'id',
  'revision',
  'voidedAt',
  'position',
  'importId',
  'enteredAt',
  'answers',
  'changes',
  'checks',
  'subtotals',
  'riskPeriodId',
  'visitSheetLineId',
  'customFieldId',
  'householdId',
  'storageName',
  'mime',
  'size',
  'entity',
  'recordId',
  'duties',
  'nextDeadline',
  'kindLabel',
  'entryKey',
  'itemKey',
  'lineSaves',
  // Ids of what the record belongs to: its subject or its own page names it.
  'activityId',
  'agreementId',
  'contactId',
  'copiedFromId',
  'evacuationId',
  'inspectionId',
  'serviceRecordId',
  'sheetId',
  'visitSheetId',
  'voucherBatchId',
  'voucherHandoutId',
  'warningId',
])

/** Columns of the registers of an office that its own fields say already, by table. */
const registerSilent = [
  'registerId',
  'versionId',
  'numberedIn',
  'serial',
  'words',
  'since',
  'entryId',
]

/** Whether a change of this column is told. */
export const isTold = (entity: string, column: string): boolean =>
  !silent.has(column) && !(entity.startsWith('register') && registerSilent.includes(column))

/** What was done to a person's file and to all that hangs on it, the latest first. */
export function historyOf(ctx: StoreContext, recipientId: number, limit: number): HistoryEntry[] {
  return historyOfRecords(ctx, recordsOf(ctx, recipientId), limit)
}

/** What was done to one record and to those of another table that hang on it, the latest first. */
export function historyOfCase(
  ctx: StoreContext,
  entity: string,
  id: number,
  limit: number,
): HistoryEntry[] {
  const table = recordTables.get(entity)
  const row = table && ctx.db.select().from(table).where(eq(table.id, id)).get()
  if (!row) return []
  const steps = ctx.db.select().from(caseStep).where(eq(caseStep.recordId, id)).all()
  const records = new Map<number, { table: RecordTable; row: Row }>([
    [id, { table, row: row as Row }],
    ...steps.map((step) => [step.id, { table: caseStep, row: step }] as const),
  ])
  return historyOfRecords(ctx, records, limit)
}

/** What one change set did to the records it touched, in the order in which they were written. */
export function historyOfSet(ctx: StoreContext, setId: number, limit: number): HistoryEntry[] {
  const changes = ctx.db
    .select({ id: change.id, entity: change.entity, recordId: change.recordId })
    .from(change)
    .where(eq(change.changeSetId, setId))
    .orderBy(change.id)
    .limit(limit)
    .all()
  const records = new Map<number, { table: RecordTable; row: Row }>()
  for (const { entity, recordId } of changes) {
    const table = recordTables.get(entity)
    const row = table && ctx.db.select().from(table).where(eq(table.id, recordId)).get()
    if (row) records.set(recordId, { table, row: row as Row })
  }
  const asked = new Set(changes.map(({ id }) => id))
  return historyOfRecords(ctx, records, Number.MAX_SAFE_INTEGER)
    .filter(({ id }) => asked.has(id))
    .reverse()
}

function historyOfRecords(
  ctx: StoreContext,
  records: ReadonlyMap<number, { table: RecordTable; row: Row }>,
  limit: number,
): HistoryEntry[] {
  const changes = ctx.db
    .select({
      id: change.id,
      recordId: change.recordId,
      at: changeSet.at,
      operatorName: operator.name,
      operation: changeSet.operation,
      cause: changeSet.cause,
      entity: change.entity,
      kind: change.kind,
      fields: change.fields,
    })
    .from(change)
    .innerJoin(changeSet, eq(changeSet.id, change.changeSetId))
    .leftJoin(operator, eq(operator.id, changeSet.operatorId))
    .where(inArray(change.recordId, [...records.keys()]))
    .orderBy(desc(changeSet.at), desc(change.id))
    .all()
  const subjects = subjectsOf(ctx, records)
  // A creation is kept without its values: they are today's with every later change taken back.
  const states = new Map([...records].map(([id, { row }]) => [id, { ...row }]))
  return changes
    .map(({ kind, fields, ...entry }): HistoryEntry => {
      const state = states.get(entry.recordId)!
      const isShownAgain = kind === 'update' && fields !== null && 'voidedAt' in fields
      // The reason of a hiding is no value of the record, though some records have such a field.
      for (const [field, [from]] of Object.entries(fields ?? {})) {
        if (kind === 'update' && !isShownAgain && field in state) state[field] = from
      }
      return {
        ...entry,
        kind: isShownAgain ? 'unvoid' : kind,
        subject: subjects(entry.recordId),
        fields: (kind === 'create'
          ? beginnings(entry.entity, state)
          : visibleFields(entry.entity, fields)
        )
          .flatMap((one) => entryFields(ctx, state, one))
          .map(hidingAccount),
        current: records.get(entry.recordId)!.row,
      }
    })
    .slice(0, limit)
}

/** The person's own record, those united with it, and everything that hangs on them. */
function recordsOf(ctx: StoreContext, recipientId: number) {
  const own = ctx.db
    .select()
    .from(recipient)
    .where(or(eq(recipient.id, recipientId), eq(recipient.mergedIntoId, recipientId)))
    .all() as Row[]
  const ids = own.map(({ id }) => id)
  const records = new Map<number, { table: RecordTable; row: Row }>(
    own.map((row) => [row.id, { table: recipient, row }]),
  )
  for (const { table, column } of partsOfFile) {
    const rows = ctx.db.select().from(table).where(inArray(column, ids)).all() as Row[]
    for (const row of rows) records.set(row.id, { table, row })
  }
  return records
}

const beginnings = (entity: string, state: Row): HistoryField[] =>
  Object.entries(state)
    .filter(
      ([field, value]) => isTold(entity, field) && field !== 'recipientId' && saysSomething(value),
    )
    .map(([field, value]) => ({ field, from: null, to: value }))

const saysSomething = (value: unknown): boolean =>
  value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0)

const visibleFields = (
  entity: string,
  fields: Record<string, [unknown, unknown]> | null,
): HistoryField[] =>
  Object.entries(fields ?? {})
    .filter(([field]) => isTold(entity, field))
    .map(([field, [from, to]]) => ({ field, from, to }))

/** The values of a register's entry, told field by field. */
function entryFields(ctx: StoreContext, row: Row, change: HistoryField): HistoryField[] {
  if (change.field !== 'values' || typeof row['versionId'] !== 'number') return [change]
  const entry = { registerId: row['registerId'] as number, versionId: row['versionId'] }
  const nameOf = (kind: string, id: number): string | null =>
    referenceNames(ctx)(`${kind === 'person' ? 'recipient' : kind}Id`, id)
  const from = (change.from ?? {}) as EntryValues
  const to = (change.to ?? {}) as EntryValues
  return valueChanges(ctx, entry, { from, to, nameOf })
}

/** An account number is shown in full by an act of its own, never in passing. */
function hidingAccount(change: HistoryField): HistoryField {
  if (change.field !== 'account') return change
  const tail = (value: unknown): unknown =>
    typeof value === 'string' ? maskBankCard(value) : value
  return { field: change.field, from: tail(change.from), to: tail(change.to) }
}

const benefitTitle = (ctx: StoreContext, code: string): string =>
  [...storedBenefits(ctx), ...benefitPresets].find((one) => one.code === code)?.title ?? code

/** Names the record among its kind: whose pairing, which child, which day's visit. */
function subjectsOf(
  ctx: StoreContext,
  records: ReadonlyMap<number, { table: RecordTable; row: Row }>,
): (recordId: number) => string | null {
  const names = referenceNames(ctx)
  return (recordId) => {
    const { table, row } = records.get(recordId)!
    const text = (key: string): string => (typeof row[key] === 'string' ? row[key] : '')
    switch (getTableName(table)) {
      case 'recipient':
        return row['mergedIntoId'] === null ? null : text('name')
      case 'family_member':
        return text('name')
      case 'absence_period':
        return names('familyMemberId', row['familyMemberId'])
      case 'pairing':
        return names('helperId', row['helperId'])
      case 'contact':
        return `${text('date')} ${contactKindLabel[row['kind'] as keyof typeof contactKindLabel]}`
      case 'assessment':
        return `${text('date')} ${scaleLabel[row['scale'] as keyof typeof scaleLabel]}`
      case 'risk_review':
        return text('date')
      case 'need':
      case 'hazard':
      case 'support_case':
      case 'task':
        return text('content')
      case 'service_plan':
      case 'service_record':
        return [text('date'), names('serviceItemId', row['serviceItemId'])]
          .filter(Boolean)
          .join(' ')
      case 'voucher':
        return text('number')
      case 'register_entry':
        return text('number') || text('openedOn')
      case 'incident':
        return `${text('openedOn')} ${text('kindLabel')}`
      case 'case_step':
        return `${text('day')} ${stepLabel(text('entity'), text('step'))}`
      case 'custom_value':
        return customFields(ctx).find(({ id }) => id === row['customFieldId'])?.name ?? null
      case 'attachment':
        return text('fileName')
      case 'benefit_period':
        return benefitTitle(ctx, text('benefit'))
      case 'exemption':
        return exemptionReasonLabel[row['reason'] as keyof typeof exemptionReasonLabel]
      default:
        return null
    }
  }
}

/** The record and field that one change of a file touched, and the value before. */
export function changedValue(
  ctx: StoreContext,
  recipientId: number,
  changeId: number,
  field: string,
): { entity: string; recordId: number; before: unknown } | undefined {
  const found = ctx.db.select().from(change).where(eq(change.id, changeId)).get()
  const values = found?.kind === 'update' ? found.fields?.[field] : undefined
  if (!found || !values || !recordsOf(ctx, recipientId).has(found.recordId)) return undefined
  return { entity: found.entity, recordId: found.recordId, before: values[0] }
}

/** Names for the ids that stand in a record's fields; null where the field is no reference. */
export function referenceNames(
  ctx: StoreContext,
): (field: string, value: unknown) => string | null {
  type Named =
    | typeof helper
    | typeof familyMember
    | typeof recipient
    | typeof serviceItem
    | typeof serviceProvider
    | typeof station
    | typeof villageGroup
  const named = (table: Named, id: number): string | undefined =>
    ctx.db.select({ name: table.name }).from(table).where(eq(table.id, id)).get()?.name
  const known = new Map<string, string>()
  const find = (field: string, id: number): string | undefined => {
    switch (field) {
      case 'helperId':
        return named(helper, id)
      case 'familyMemberId':
        return named(familyMember, id)
      case 'villageGroupId':
        return named(villageGroup, id)
      case 'serviceItemId':
        return named(serviceItem, id)
      case 'serviceProviderId':
        return named(serviceProvider, id)
      case 'stationId':
        return named(station, id)
      case 'spouseRecipientId':
        return named(recipient, id)
      case 'recipientId':
      case 'mergedIntoId':
        return nameAndNumber(ctx, id)
      case 'villageId':
        return ctx.db
          .select({ name: villageName.name })
          .from(villageName)
          .where(eq(villageName.villageId, id))
          .orderBy(desc(villageName.from))
          .get()?.name
      case 'photoId':
        return '一张照片'
      default:
        return undefined
    }
  }
  return (field, value) => {
    if (typeof value !== 'number' || !field.endsWith('Id')) return null
    const key = `${field} ${value}`
    if (!known.has(key)) known.set(key, find(field, value) ?? '')
    return known.get(key) || null
  }
}

/** Two files of one person bear the same name: the archive number tells them apart. */
function nameAndNumber(ctx: StoreContext, id: number): string | undefined {
  const found = ctx.db
    .select({ name: recipient.name, archiveNo: recipient.archiveNo })
    .from(recipient)
    .where(eq(recipient.id, id))
    .get()
  return found && [found.name, found.archiveNo].filter(Boolean).join(' ')
}
