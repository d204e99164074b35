import type { StoreContext, WriteContext } from '@db/context'
import { addCase, addStep, updateCase, voidCase } from '@db/repositories/ledgers'
import {
  entryTable,
  nextSerial,
  setLinks,
  type EntryLink,
  type RegisterVersion,
} from '@db/repositories/registers'
import { failure } from '@shared/contract/failure'
import type { Day } from '@shared/domain/calendar/types'
import {
  isReference,
  stateOf,
  subjectField,
  type RegisterDefinition,
} from '@shared/domain/registers/definition'
import { dueOn } from '@shared/domain/registers/due'
import { askedKey, machineOf } from '@shared/domain/registers/machine'
import { numberOf, numberingPeriod } from '@shared/domain/registers/numbering'
import { carryOverObstacle } from '@shared/domain/registers/revise'
import { fieldWords, settleEntry, type EntryValues } from '@shared/domain/registers/values'
import { move } from '@shared/domain/ledgers/machine'
import { allVillages } from '@db/repositories/villages'
import { helperOnFile } from '../helpers/access'
import { checkDoer, checkStep, mayOf, refuseFuture, type StepInput } from '../ledgers/cases'
import { requirePerson } from '../recipients/person'
import { checkReach, newestOf, type OpenEntry } from './access'
import { mayReadField, namesFor } from './shown'

/** Writing entries: what they say, where they stand, what they are called. */

const entity = 'register_entry'

export interface EntryFacts {
  values: Readonly<Record<string, unknown>>
  helperId: number | null
  responsible: string | null
}

/** Opens an entry under a definition, in its first state and with the next number. */
export function openEntry(
  ctx: WriteContext,
  version: RegisterVersion,
  { openedOn, values: typed, ...responsible }: EntryFacts & { openedOn: Day },
): { id: number; number: string | null } {
  const { definition, registerId } = version
  refuseFuture(ctx, openedOn, 'openedOn')
  checkDoer(ctx, responsible)
  const values = settled(ctx, definition, typed, {})
  const state = definition.states[0]!
  const about = aboutOf(ctx, definition, values)
  checkReach(ctx, about)
  const named = numbered(ctx, registerId, definition, openedOn)
  const id = addCase(ctx, entryTable, {
    registerId,
    versionId: version.id,
    ...named,
    ...about,
    ...responsible,
    state: state.code,
    since: openedOn,
    openedOn,
    closedOn: state.open ? null : openedOn,
    dueOn: dueOn(definition, { state: state.code, since: openedOn, values }),
    values,
    words: wordsOf(ctx, definition, values, named.number),
  })
  setLinks(ctx, id, linksOf(definition, values))
  addStep(ctx, {
    entity,
    recordId: id,
    recipientId: about.recipientId,
    step: 'open',
    day: openedOn,
  })
  return { id, number: named.number }
}

/** Changes what an entry says. */
export function changeEntry(
  ctx: WriteContext,
  { entry, definition }: OpenEntry,
  { revision, values: typed, ...responsible }: EntryFacts & { revision: number },
): void {
  checkDoer(ctx, responsible)
  const values = settled(ctx, definition, typed, entry.values)
  write(ctx, { entry, definition }, values, { ...responsible, revision })
}

export interface EntryMove {
  revision: number
  move: string
  values: Readonly<Record<string, unknown>>
  step: StepInput
}

/** Moves an entry along its register's machine, filling in what comes with the move. */
export function moveEntry(
  ctx: WriteContext,
  open: OpenEntry,
  { revision, move: name, values: typed, step }: EntryMove,
): void {
  const { entry, definition } = open
  const values = settled(ctx, definition, typed, entry.values)
  const said = Object.fromEntries(Object.keys(values).map((code) => [askedKey(code), 'said']))
  const verdict = move(machineOf(definition), entry.state, {
    move: name,
    said: { ...step, ...said },
    may: mayOf(ctx),
  })
  if (verdict.refusal) {
    const { message, fields } = verdict.refusal
    throw failure(fields ? 'VALIDATION' : 'CONFLICT', message, fields && { ...fields })
  }
  checkStep(ctx, entry, step)
  const { state } = verdict
  const closedOn = stateOf(definition, state)!.open ? null : (entry.closedOn ?? step.day)
  write(ctx, open, values, { state, since: step.day, closedOn, revision })
  addStep(ctx, {
    entity,
    recordId: entry.id,
    recipientId: entry.recipientId,
    ...step,
    step: definition.moves.find(({ code }) => code === name)!.label,
  })
}

/** 换到新版: the entry goes on by the newest definition and keeps all it says. */
export function carryOver(ctx: WriteContext, open: OpenEntry, revision: number): number {
  const { entry, known } = open
  const newest = newestOf(known)
  if (newest.id === entry.versionId)
    throw failure('CONFLICT', '这一条已经是新版，没有改动。请刷新后再看。')
  const obstacle = carryOverObstacle(entry.state, open.definition, newest.definition)
  if (obstacle) throw failure('CONFLICT', obstacle)
  const { definition } = newest
  write(ctx, { entry, definition }, entry.values, { versionId: newest.id, revision })
  return newest.version
}

export function voidEntry(ctx: WriteContext, { entry }: OpenEntry, reason: string): void {
  setLinks(ctx, entry.id, [])
  voidCase(ctx, entryTable, entry.id, reason)
}

type Written = Pick<OpenEntry, 'entry' | 'definition'>

/** Writes values with all that follows from them. */
function write(
  ctx: WriteContext,
  { entry, definition }: Written,
  values: EntryValues,
  {
    revision,
    ...changed
  }: { revision: number } & Partial<
    Pick<
      OpenEntry['entry'],
      'state' | 'since' | 'closedOn' | 'versionId' | 'helperId' | 'responsible'
    >
  >,
): void {
  if (revision !== entry.revision) refuseStale(ctx, { entry, definition })
  const about = aboutOf(ctx, definition, values)
  checkReach(ctx, about)
  const { state, since } = { ...entry, ...changed }
  const patch = {
    ...changed,
    ...about,
    values,
    words: wordsOf(ctx, definition, values, entry.number),
    dueOn: dueOn(definition, { state, since, values }),
  }
  updateCase(ctx, entryTable, entry.id, patch, revision)
  setLinks(ctx, entry.id, linksOf(definition, values))
}

/** Somebody else saved in between: what the entry says now, but for what the operator may not read. */
function refuseStale(ctx: StoreContext, { entry, definition }: Written): never {
  const { id, revision, helperId, responsible } = entry
  const readable = definition.fields.filter(
    (field) => mayReadField(ctx, field) && Object.hasOwn(entry.values, field.code),
  )
  const values = Object.fromEntries(readable.map(({ code }) => [code, entry.values[code]]))
  throw failure('CONFLICT', '这一条刚被别人保存过，您的改动没有存。请对照后再保存。', undefined, {
    current: { id, revision, helperId, responsible, values },
  })
}

/** What an entry keeps after typing, or a refusal that names each field. */
function settled(
  ctx: StoreContext,
  definition: RegisterDefinition,
  typed: Readonly<Record<string, unknown>>,
  held: EntryValues,
): EntryValues {
  const strange = Object.keys(typed).filter(
    (code) => !definition.fields.some((field) => field.code === code && mayReadField(ctx, field)),
  )
  if (strange.length > 0)
    throw failure('VALIDATION', `登记簿里没有栏目“${strange.join('、')}”，没有保存。请刷新后再填。`)
  const { values, faults } = settleEntry(definition, { typed, held, today: ctx.today })
  if (Object.keys(faults).length > 0)
    throw failure('VALIDATION', '有的栏目没有填对，没有保存。请看标出的地方。', inValues(faults))
  for (const { code, kind } of definition.fields) {
    const id = values[code]
    if (typeof id !== 'number' || !Object.hasOwn(typed, code) || held[code] === id) continue
    if (kind === 'person') requirePerson(ctx, id)
    if (kind === 'helper') helperOnFile(ctx, id)
    if (kind === 'village' && !allVillages(ctx).some((village) => village.id === id))
      throw failure('VALIDATION', '找不到这个村（社区），没有保存。请刷新后再选。', {
        [`values.${code}`]: '没有这个村（社区）',
      })
  }
  return values
}

const inValues = (faults: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(faults).map(([code, words]) => [`values.${code}`, words]))

/** Whom and which village an entry is about. */
function aboutOf(
  ctx: StoreContext,
  definition: RegisterDefinition,
  values: EntryValues,
): { recipientId: number | null; villageId: number | null } {
  const subject = subjectField(definition)
  const village = definition.fields.find(({ kind }) => kind === 'village')
  const recipientId = subject ? ((values[subject.code] as number | undefined) ?? null) : null
  const named = village ? ((values[village.code] as number | undefined) ?? null) : null
  const villageId =
    named ?? (recipientId === null ? null : (requirePerson(ctx, recipientId).villageId ?? null))
  return { recipientId, villageId }
}

function numbered(
  ctx: StoreContext,
  registerId: number,
  { numbering }: RegisterDefinition,
  openedOn: Day,
): { number: string | null; numberedIn: string | null; serial: number | null } {
  if (numbering === null) return { number: null, numberedIn: null, serial: null }
  const numberedIn = numberingPeriod(numbering, openedOn)
  const serial = nextSerial(ctx, registerId, numberedIn)
  return { number: numberOf(numbering, openedOn, serial), numberedIn, serial }
}

/** The words a list finds an entry by; what only some may read is not among them. */
function wordsOf(
  ctx: StoreContext,
  { fields }: RegisterDefinition,
  values: EntryValues,
  number: string | null,
): string {
  const nameOf = namesFor(ctx)
  const words = fields
    .filter(({ kind, isSensitive }) => !isSensitive && kind !== 'person')
    .map((field) => fieldWords(field, values[field.code], nameOf))
  return [number, ...words].filter(Boolean).join(' ')
}

/** Every person and helper an entry names besides the one it is about. */
function linksOf(definition: RegisterDefinition, values: EntryValues): EntryLink[] {
  const subject = subjectField(definition)?.code
  return definition.fields
    .filter(({ code, kind }) => isReference(kind) && kind !== 'village' && code !== subject)
    .flatMap(({ code, kind }): EntryLink[] => {
      const id = values[code]
      if (typeof id !== 'number') return []
      return kind === 'person'
        ? [{ field: code, kind, recipientId: id, helperId: null }]
        : [{ field: code, kind, recipientId: null, helperId: id }]
    })
}
