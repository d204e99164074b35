import type { StoreContext, WriteContext } from '@db/context'
import type { CaseFilter } from '@db/repositories/ledgers'
import {
  addRegister,
  allRegisters,
  countEntries,
  entriesByVersion,
  entriesOfPerson,
  entryConditions,
  entryTable,
  openedBetween,
  retireRegister,
  reviseRegister,
  type KnownRegister,
} from '@db/repositories/registers'
import { countedBy, figureValue } from '@db/repositories/register-figures'
import { failure } from '@shared/contract/failure'
import {
  registerDefinition,
  type EntryQuestion,
  type RegisterRow,
  type registersContract,
} from '@shared/contract/registers'
import { fileStem } from '@shared/domain/file-name'
import { definitionFaults, type DefinitionFault } from '@shared/domain/registers/check-definition'
import {
  fieldOf,
  stateOf,
  subjectField,
  type RegisterDefinition,
} from '@shared/domain/registers/definition'
import { machineOf, stateWords } from '@shared/domain/registers/machine'
import {
  carryOverObstacle,
  leftOverFields,
  revisionFaults,
  usedCodes,
} from '@shared/domain/registers/revise'
import { presetOfCode, registerPresets } from '@shared/domain/registers/presets'
import { readDefinition, writeDefinition } from '@shared/domain/registers/travel'
import { movesFrom } from '@shared/domain/ledgers/machine'
import type { HandlersOf } from '../../core/context'
import { mayOf, pageOfCases, shownSteps } from '../ledgers/cases'
import { caseHistory } from '../ledgers/history'
import { requirePerson } from '../recipients/person'
import { findPeople } from '../search/people'
import { newestOf, reachOf, requireEntry, requireRegister } from './access'
import { carryOver, changeEntry, moveEntry, openEntry, voidEntry } from './entries'
import { exportEntries } from './export'
import { mayReadField, namesFor, shownEntries, shownFields } from './shown'

export const registersHandlers: HandlersOf<typeof registersContract> = {
  'registers.list': (ctx, { retired }) =>
    allRegisters(ctx)
      .filter((one) => one.retired === retired)
      .map((known) => shownRegister(ctx, known)),

  'registers.definition': (ctx, { registerId, version }) => {
    const known = requireRegister(ctx, registerId)
    const asked = version === undefined ? newestOf(known) : known.versions[version - 1]
    if (!asked) throw failure('NOT_FOUND', '登记簿没有这一版。请刷新后再试。')
    const entries = entriesByVersion(ctx, registerId)
    return {
      register: shownRegister(ctx, known),
      definition: asked.definition,
      used: usedCodes(known.versions.map(({ definition }) => definition)),
      versions: known.versions.map(({ id, version: number, savedAt, note }) => ({
        version: number,
        savedAt,
        note,
        entries: entries.get(id) ?? 0,
      })),
    }
  },

  'registers.presets': (ctx) => {
    const made = new Map(allRegisters(ctx).map(({ id, preset }) => [preset, id]))
    return registerPresets.map(({ code, area, definition }) => ({
      code,
      area,
      definition,
      registerId: made.get(code) ?? null,
    }))
  },

  'registers.adopt': (ctx, { presets }) => ({ ids: adopt(ctx, presets) }),

  'registers.definitionFile': (ctx, { registerId }) => {
    const { name, versions } = requireRegister(ctx, registerId)
    return {
      fileName: `${fileStem(name, '业务')}_登记簿.json`,
      text: writeDefinition(versions.at(-1)!.definition),
    }
  },

  'registers.readDefinition': (ctx, { text }) => {
    const read = readDefinition(text)
    if ('fault' in read) throw failure('VALIDATION', `${read.fault}。没有导入任何内容。`)
    const shaped = registerDefinition.safeParse(read.definition)
    if (!shaped.success)
      throw failure(
        'VALIDATION',
        '文件里的登记簿不完整或写法不对，没有导入任何内容。请重新导出一份。',
      )
    return { definition: shaped.data, faults: faultsOf(ctx, shaped.data, null) }
  },

  'registers.check': (ctx, { registerId, definition }) =>
    faultsOf(ctx, definition, registerId === null ? null : requireRegister(ctx, registerId)),

  'registers.create': (ctx, { definition }) => {
    refuseFaults(faultsOf(ctx, definition, null))
    return { id: addRegister(ctx, { definition, preset: null }) }
  },

  'registers.revise': (ctx, { id, ...revised }) => {
    const known = requireRegister(ctx, id)
    refuseFaults(faultsOf(ctx, revised.definition, known))
    return { version: reviseRegister(ctx, known, revised) }
  },

  'registers.retire': (ctx, asked) => {
    requireRegister(ctx, asked.id)
    retireRegister(ctx, asked)
    return {}
  },

  'registers.entries': (ctx, { filter, ...page }) => {
    const known = requireRegister(ctx, filter.registerId)
    const { rows, next } = pageOfCases(ctx, { table: entryTable }, entryFilter(ctx, filter), page)
    return { rows: shownEntries(ctx, known, rows), next }
  },

  'registers.summary': (ctx, { filter }) => {
    const known = requireRegister(ctx, filter.registerId)
    return summaryOf(ctx, known, entryFilter(ctx, filter))
  },

  'registers.entry': (ctx, { id }) => {
    const { entry, known, version, definition } = requireEntry(ctx, id)
    const nameOf = namesFor(ctx)
    const earlier = known.versions.map((one) => one.definition)
    const left = leftOverFields(entry.values, definition, earlier)
    const newest = newestOf(known)
    return {
      ...shownEntries(ctx, known, [entry])[0]!,
      version: version.version,
      definition,
      values: Object.fromEntries(
        definition.fields
          .filter((field) => mayReadField(ctx, field) && field.code in entry.values)
          .map(({ code }) => [code, entry.values[code]]),
      ),
      shown: shownFields(ctx, definition.fields, entry.values, nameOf),
      leftOver: shownFields(ctx, left, entry.values, nameOf),
      steps: shownSteps(ctx, { entity: 'register_entry' }, id),
      moves: movesFrom(machineOf(definition), entry.state, mayOf(ctx)),
      newest:
        newest.id === version.id
          ? null
          : {
              version: newest.version,
              obstacle: carryOverObstacle(entry.state, definition, newest.definition),
            },
    }
  },

  'registers.addEntry': (ctx, { registerId, ...facts }) => {
    const known = requireRegister(ctx, registerId)
    if (known.retired)
      throw failure('CONFLICT', `“${known.name}”已停用，没有登记。请先在登记簿设置里启用。`)
    return openEntry(ctx, newestOf(known), facts)
  },

  'registers.updateEntry': (ctx, { id, ...facts }) => {
    changeEntry(ctx, requireEntry(ctx, id), facts)
    return {}
  },

  'registers.moveEntry': (ctx, { id, revision, move, values, ...step }) => {
    moveEntry(ctx, requireEntry(ctx, id), { revision, move, values, step })
    return {}
  },

  'registers.carryOver': (ctx, { id, revision }) => ({
    version: carryOver(ctx, requireEntry(ctx, id), revision),
  }),

  'registers.voidEntry': (ctx, { id, reason }) => {
    voidEntry(ctx, requireEntry(ctx, id), reason)
    return {}
  },

  'registers.export': (ctx, { filter }) => {
    const known = requireRegister(ctx, filter.registerId)
    return exportEntries(ctx, known, entryFilter(ctx, filter))
  },

  'registers.figures': (ctx, { registerId, from, to }) => {
    const known = requireRegister(ctx, registerId)
    const { definition } = newestOf(known)
    const { also = [] } = entryFilter(ctx, { registerId })
    return definition.figures.map((figure) => {
      const counted = figureValue(ctx, figure, [...also, ...countedBy(figure, { from, to })])
      const summed = figure.field === null ? undefined : fieldOf(definition, figure.field)
      return {
        code: figure.code,
        name: figure.name,
        basis: figure.basis,
        unit: figure.how === 'count' ? 'count' : summed?.kind === 'money' ? 'money' : 'number',
        ...counted,
      }
    })
  },

  'registers.history': (ctx, { id, limit }) => {
    requireEntry(ctx, id)
    return caseHistory(ctx, 'register_entry', id, limit)
  },

  'registers.ofPerson': (ctx, { recipientId }) => {
    requirePerson(ctx, recipientId)
    return entriesOfPerson(ctx, recipientId).flatMap((entry) => {
      const known = requireRegister(ctx, entry.registerId)
      return shownEntries(ctx, known, [entry]).map((row) => ({ ...row, registerName: known.name }))
    })
  },
}

/** Copies presets; one whose name is taken is refused with all the others. */
function adopt(ctx: WriteContext, codes: readonly string[]): number[] {
  return [...new Set(codes)].map((code) => {
    const preset = presetOfCode(code)
    if (!preset) throw failure('NOT_FOUND', '没有这本现成的登记簿。请刷新后再选。')
    refuseFaults(faultsOf(ctx, preset.definition, null))
    return addRegister(ctx, { definition: preset.definition, preset: code })
  })
}

function shownRegister(ctx: StoreContext, known: KnownRegister): RegisterRow {
  const filter = entryFilter(ctx, { registerId: known.id })
  const { states, open, overdue } = summaryOf(ctx, known, filter)
  const { definition, version } = newestOf(known)
  return {
    id: known.id,
    revision: known.revision,
    name: known.name,
    purpose: definition.purpose,
    version,
    preset: known.preset,
    retired: known.retired,
    ofPeople: subjectField(definition) !== undefined,
    entries: states.reduce((sum, { count }) => sum + count, 0),
    open,
    overdue,
  }
}

function summaryOf(ctx: StoreContext, known: KnownRegister, filter: CaseFilter) {
  const found = countEntries(ctx, filter)
  const counts = new Map(found.map(({ state, count }) => [state, count]))
  const { definition } = newestOf(known)
  const older = [...counts.keys()].filter((code) => !stateOf(definition, code))
  return {
    states: [...definition.states.map(({ code }) => code), ...older].map((code) => ({
      code,
      label: labelOf(known, code),
      count: counts.get(code) ?? 0,
    })),
    open: found.reduce((sum, one) => sum + one.open, 0),
    overdue: found.reduce((sum, one) => sum + one.overdue, 0),
  }
}

/** A state's word in the newest version that knows it. */
function labelOf({ versions }: KnownRegister, code: string): string {
  const knowing = versions.findLast(({ definition }) => stateOf(definition, code))
  return knowing ? stateWords(knowing.definition, code) : code
}

/** Resolves a question to what the repository reads. */
function entryFilter(ctx: StoreContext, question: EntryQuestion): CaseFilter {
  const { registerId, recipientId, villageId, state, helperId, overdue, text } = question
  if (recipientId !== undefined) requirePerson(ctx, recipientId)
  const wanted = text?.trim()
  const named = wanted ? findPeople(ctx, wanted).map(({ person }) => person.id) : []
  return {
    recipientId,
    people: named.length > 0 ? new Set(named) : null,
    state,
    helperId,
    overdueOn: overdue ? ctx.today : undefined,
    also: [
      ...entryConditions({
        registerId,
        reach: reachOf(ctx),
        villageId,
        words: wanted && named.length === 0 ? wanted : undefined,
      }),
      ...periodOf(ctx, question),
    ],
  }
}

/** Between two days: of the opening, or of the day by which a figure counts. */
function periodOf(
  ctx: StoreContext,
  { registerId, from, to, figure: code }: EntryQuestion,
): NonNullable<CaseFilter['also']> {
  if (code === undefined) return openedBetween(from, to)
  const figure = newestOf(requireRegister(ctx, registerId)).definition.figures.find(
    (one) => one.code === code,
  )
  if (!figure || from === undefined || to === undefined)
    throw failure('VALIDATION', '登记簿里没有这个数字，或没有写哪一段时间。请刷新后再试。')
  return countedBy(figure, { from, to })
}

function faultsOf(
  ctx: StoreContext,
  definition: RegisterDefinition,
  known: KnownRegister | null,
): DefinitionFault[] {
  const earlier = known?.versions.map((one) => one.definition) ?? []
  const taken = allRegisters(ctx).some(
    ({ id, name }) => name === definition.name && id !== known?.id,
  )
  return [
    ...(taken ? [{ path: 'name', words: `已有登记簿“${definition.name}”，请换个名称` }] : []),
    ...definitionFaults(definition),
    ...revisionFaults(earlier, definition).map((words) => ({ path: 'fields', words })),
  ]
}

function refuseFaults(faults: readonly DefinitionFault[]): void {
  if (faults.length === 0) return
  throw failure(
    'VALIDATION',
    `登记簿还没有定好，没有保存：${faults[0]!.words}${faults.length > 1 ? `（另有 ${faults.length - 1} 处）` : ''}。`,
    Object.fromEntries(faults.map(({ path, words }) => [`definition.${path}`, words])),
  )
}
