import { z } from 'zod'
import { mostOf } from '../domain/registers/check-definition'
import {
  columnKinds,
  fieldKindLabel,
  moverLabel,
  type RegisterDefinition,
} from '../domain/registers/definition'
import { mostDefinitionText } from '../domain/registers/travel'
import { codesOf, recipientGroupLabel } from '../domain/vocabulary'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import { caseStepShape, casePage, pageOf, responsibleInput, stepInput } from './ledgers'
import { op } from './op'
import { historyEntry } from './recipients'

/** 登记簿: ledgers an office defines itself, and their entries. */

/**
 * What values are kept under. No quotes, for it stands in paths the database reads; no name that
 * every object has, for a value must never be found where none was kept.
 */
const code = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^"\\\p{C}]+$/u, '编码里不能有引号和反斜杠')
  .refine((text) => !(text in {}), '编码不能用这个词')
const name = z.string().trim().min(1, '请填写名称').max(40, '名称最多 40 字')
const text = z.string().nullable()

const option = z.strictObject({ code, label: name, retired: z.boolean() })
const options = z.array(option).max(mostOf.options, `最多 ${mostOf.options} 个选项`).readonly()
const column = z.strictObject({ code, name, kind: z.enum(columnKinds), options })

const field = z.strictObject({
  code,
  name,
  kind: z.enum(codesOf(fieldKindLabel)),
  required: z.boolean(),
  isSensitive: z.boolean(),
  options,
  columns: z.array(column).max(mostOf.columns, `明细表最多 ${mostOf.columns} 列`).readonly(),
  hint: optionalText(200),
})

const state = z.strictObject({
  code,
  label: name,
  open: z.boolean(),
  dueDays: z.number().int().min(0).max(3660).nullable(),
  dueField: code.nullable(),
})

const moveShape = z.strictObject({
  code,
  label: name,
  from: z.array(code).max(mostOf.states).readonly(),
  to: code,
  by: z.enum(codesOf(moverLabel)),
  needs: z.array(code).max(mostOf.fields).readonly(),
  needsNote: z.boolean(),
})

const figure = z.strictObject({
  code,
  name,
  basis: z.string().trim().max(300),
  how: z.enum(['count', 'sum']),
  field: code.nullable(),
  states: z.array(code).max(mostOf.states).readonly().nullable(),
  dayOf: code,
})

/** The shape of a definition; whether it holds together is told by `definitionFaults`. */
export const registerDefinition = z.strictObject({
  name,
  purpose: z.string().trim().max(1000, '用途最多 1000 字'),
  fields: z.array(field).max(mostOf.fields, `最多 ${mostOf.fields} 个栏目`).readonly(),
  states: z.array(state).max(mostOf.states, `最多 ${mostOf.states} 个状态`).readonly(),
  moves: z.array(moveShape).max(mostOf.moves, `最多 ${mostOf.moves} 个动作`).readonly(),
  numbering: z.string().trim().min(1).max(40, '编号最多 40 字').nullable(),
  groups: z
    .array(z.enum(codesOf(recipientGroupLabel)))
    .max(4)
    .readonly()
    .nullable(),
  listed: z.array(code).max(mostOf.fields).readonly(),
  figures: z.array(figure).max(mostOf.figures, `最多 ${mostOf.figures} 个数字`).readonly(),
}) satisfies z.ZodType<RegisterDefinition>

const fault = z.object({ path: z.string(), words: z.string() })
/** What was typed into an entry's fields, by code; checked by the definition. */
const typed = z
  .record(code, z.unknown())
  .refine((values) => Object.keys(values).length <= mostOf.fields, '栏目太多')

const registerRow = z.object({
  id,
  revision,
  name: z.string(),
  purpose: z.string(),
  version: z.number().int(),
  /** The preset it was made from. */
  preset: text,
  retired: z.boolean(),
  /** Whether an entry is about a person. */
  ofPeople: z.boolean(),
  /** Entries the operator may see: all, those still open, and of these those past their day. */
  entries: z.number().int(),
  open: z.number().int(),
  overdue: z.number().int(),
})
export type RegisterRow = z.output<typeof registerRow>

const entryRow = z.object({
  id,
  revision,
  registerId: id,
  number: text,
  recipientId: id.nullable(),
  recipientName: z.string(),
  villageName: text,
  state: z.string(),
  stateLabel: z.string(),
  isOpen: z.boolean(),
  openedOn: z.string(),
  closedOn: text,
  dueOn: text,
  overdue: z.boolean(),
  ageDays: z.number().int(),
  helperId: id.nullable(),
  helperName: text,
  responsible: text,
  /** The listed fields in words, by code; null hides one the operator may not read. */
  listed: z.record(z.string(), text),
})
export type EntryRow = z.output<typeof entryRow>

const entryFilter = z.strictObject({
  registerId: id,
  recipientId: id.optional(),
  villageId: id.optional(),
  /** A state of the register, or every open or closed one. */
  state: z.string().max(60).optional(),
  helperId: id.optional(),
  overdue: z.boolean().optional(),
  /** Only entries opened between these days, both included. */
  from: day.optional(),
  to: day.optional(),
  /** Name, pinyin or initials of the person, or number and words of the entry. */
  text: z.string().max(100).optional(),
  /** Only what this figure counts from `from` to `to`, by the figure's own day. */
  figure: z.string().max(60).optional(),
})
export type EntryQuestion = z.output<typeof entryFilter>

const fieldShown = z.object({
  code: z.string(),
  name: z.string(),
  /** The value in words; null where the operator may not read it. */
  words: text,
})

const entryFile = entryRow.extend({
  version: z.number().int(),
  definition: registerDefinition,
  /** As typed, by code; sensitive ones are left out for whoever may not read them. */
  values: z.record(z.string(), z.unknown()),
  shown: z.array(fieldShown),
  /** What an earlier version asked and the entry still says. */
  leftOver: z.array(fieldShown),
  steps: z.array(caseStepShape),
  moves: z.array(z.string()),
  /** Why it cannot be taken over to the newest version; undefined where it has it. */
  newest: z.object({ version: z.number().int(), obstacle: text }).nullable(),
})
export type EntryFile = z.output<typeof entryFile>

const entryFacts = { values: typed, ...responsibleInput }

export const registersContract = {
  'registers.list': op({
    kind: 'query',
    right: 'registers.read',
    input: z.strictObject({ retired: z.boolean().default(false) }),
    output: z.array(registerRow),
  }),
  /** A register's definition, the newest or an earlier one, and the versions there are. */
  'registers.definition': op({
    kind: 'query',
    right: 'registers.read',
    input: z.strictObject({ registerId: id, version: z.number().int().min(1).optional() }),
    output: z.object({
      register: registerRow,
      definition: registerDefinition,
      /** Every code any version used: what is new must not take one of them. */
      used: z.array(z.string()),
      versions: z.array(
        z.object({
          version: z.number().int(),
          savedAt: z.string(),
          note: text,
          entries: z.number().int(),
        }),
      ),
    }),
  }),
  /** 现成的登记簿, each as it would be adopted; `registerId` is the register made from it. */
  'registers.presets': op({
    kind: 'query',
    right: 'registers.read',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        code: z.string(),
        area: z.string(),
        definition: registerDefinition,
        registerId: id.nullable(),
      }),
    ),
  }),
  /** 启用: copies presets into registers of the office's own, all or none. */
  'registers.adopt': op({
    kind: 'command',
    right: 'registers.define',
    input: z.strictObject({ presets: z.array(code).min(1, '请先选').max(60) }),
    output: z.object({ ids: z.array(id) }),
  }),
  /** A definition as a file to hand on. */
  'registers.definitionFile': op({
    kind: 'query',
    right: 'registers.read',
    input: z.strictObject({ registerId: id }),
    output: z.object({ fileName: z.string(), text: z.string() }),
  }),
  /** What a file from elsewhere would make, before it does: nothing is saved. */
  'registers.readDefinition': op({
    kind: 'query',
    right: 'registers.define',
    input: z.strictObject({ text: z.string().max(mostDefinitionText, '文件太大') }),
    output: z.object({ definition: registerDefinition, faults: z.array(fault) }),
  }),
  /** What is wrong with a definition, before it is saved. */
  'registers.check': op({
    kind: 'query',
    right: 'registers.define',
    input: z.strictObject({ registerId: id.nullable(), definition: registerDefinition }),
    output: z.array(fault),
  }),
  'registers.create': op({
    kind: 'command',
    right: 'registers.define',
    input: z.strictObject({ definition: registerDefinition }),
    output: z.object({ id }),
  }),
  /** Saves a new version; entries keep the one they were made under. */
  'registers.revise': op({
    kind: 'command',
    right: 'registers.define',
    input: z.strictObject({
      id,
      revision,
      definition: registerDefinition,
      note: optionalText(200),
    }),
    output: z.object({ version: z.number().int() }),
  }),
  /** 停用 or bring back: a retired register is listed apart, its entries stay. */
  'registers.retire': op({
    kind: 'command',
    right: 'registers.define',
    input: z.strictObject({ id, revision, retired: z.boolean() }),
    output: z.object({}),
  }),
  'registers.entries': op({
    kind: 'query',
    right: 'registers.read',
    input: z.strictObject({ filter: entryFilter, ...casePage }),
    output: pageOf(entryRow),
  }),
  'registers.summary': op({
    kind: 'query',
    right: 'registers.read',
    input: z.strictObject({ filter: entryFilter }),
    output: z.object({
      /** In the order of the newest version, then states only older ones know. */
      states: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
      open: z.number().int(),
      overdue: z.number().int(),
    }),
  }),
  'registers.entry': op({
    kind: 'query',
    right: 'registers.read',
    input: z.strictObject({ id }),
    output: entryFile,
  }),
  'registers.addEntry': op({
    kind: 'command',
    right: 'registers.write',
    input: z.strictObject({ registerId: id, openedOn: day, ...entryFacts }),
    output: z.object({ id, number: text }),
  }),
  'registers.updateEntry': op({
    kind: 'command',
    right: 'registers.write',
    input: z.strictObject({ id, revision, ...entryFacts }),
    output: z.object({}),
  }),
  /** One move with its day and words; values it needs may come with it. */
  'registers.moveEntry': op({
    kind: 'command',
    right: 'registers.write',
    input: z.strictObject({ id, revision, move: code, values: typed.default({}), ...stepInput }),
    output: z.object({}),
  }),
  /** 换到新版: the entry keeps all it says and goes on by the newest definition. */
  'registers.carryOver': op({
    kind: 'command',
    right: 'registers.write',
    input: z.strictObject({ id, revision }),
    output: z.object({ version: z.number().int() }),
  }),
  'registers.voidEntry': op({
    kind: 'command',
    right: 'registers.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'registers.export': op({
    kind: 'job',
    right: 'registers.read',
    input: z.strictObject({ filter: entryFilter }),
    output: artifact,
  }),
  /** The register's figures over a period, each with the entries behind it. */
  'registers.figures': op({
    kind: 'query',
    right: 'registers.read',
    input: z.strictObject({ registerId: id, from: day, to: day }),
    output: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        basis: z.string(),
        /** `money` is in 分. */
        unit: z.enum(['count', 'number', 'money']),
        value: z.number(),
        /** How many entries it opens: `registers.entries` with this figure and period. */
        entries: z.number().int(),
      }),
    ),
  }),
  /** Who changed what of an entry, when, from what to what. */
  'registers.history': op({
    kind: 'query',
    right: 'registers.read',
    input: z.strictObject({ id, limit: z.number().int().min(1).max(500).default(200) }),
    output: z.array(historyEntry),
  }),
  /** Every entry that concerns a person, by what it is about or names. */
  'registers.ofPerson': op({
    kind: 'query',
    right: 'registers.read',
    input: z.strictObject({ recipientId: id }),
    output: z.array(entryRow.extend({ registerName: z.string() })),
  }),
} as const
