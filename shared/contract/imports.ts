import { z } from 'zod'
import { fieldLabel, ledgerKindLabel, type Field, type LedgerKind } from '../domain/imports/fields'
import { fileFormatLabel, textEncodingLabel } from '../domain/imports/grid'
import { choiceLabel, differenceKindLabel, updateRuleLabel } from '../domain/imports/updates'
import { codesOf, villageKindLabel } from '../domain/vocabulary'
import { day, id } from './fields'
import { op, sensitive } from './op'

const kind = z.enum(codesOf<LedgerKind>(ledgerKindLabel))
const field = z.enum(codesOf<Field>(fieldLabel))
const importId = z.string().min(1).max(60)
const sheetIndex = z.number().int().min(0)
/** A row of a sheet, counted from 0 as in the grid; screens show it counted from 1. */
const place = z.strictObject({ sheet: sheetIndex, row: z.number().int().min(0) })

/** What becomes of a row if the import is carried out now. */
export const rowStates = {
  new: '新增',
  same: '已有',
  conflict: '冲突',
  pending: '待确认',
  duplicate: '重复',
  error: '错误',
  skipped: '不导入',
} as const
export type RowState = keyof typeof rowStates
const rowState = z.enum(codesOf<RowState>(rowStates))
const counts = z.record(rowState, z.number().int())

const fact = z.string().min(1).max(120)
const updateRule = z.enum(codesOf(updateRuleLabel))

/** A clerk's word on one row. A later word replaces an earlier one of the same kind. */
export const rowDecision = z.discriminatedUnion('kind', [
  /** The row is about this person on file. */
  z.strictObject({ kind: z.literal('match'), recipientId: id }),
  /** Whoever is named alike is somebody else: a file of their own. */
  z.strictObject({ kind: z.literal('create') }),
  z.strictObject({ kind: z.literal('skip') }),
  /** Import although the ID number cannot be used; it stays missing in the file. */
  z.strictObject({ kind: z.literal('withoutIdNumber') }),
  /** 证件原号如此: a number that only fails its check character is kept, with the reason. */
  z.strictObject({
    kind: z.literal('keepIdNumber'),
    note: z.string().trim().min(1, '请写明理由').max(200),
  }),
  /** Of the facts in conflict, these are taken from the ledger; the file keeps its own otherwise. */
  z.strictObject({ kind: z.literal('take'), facts: z.array(fact).max(200) }),
  /** What holds of each fact named; blanks and additions can be refused too. */
  z.strictObject({
    kind: z.literal('choose'),
    choices: z.record(fact, z.enum(codesOf(choiceLabel))),
  }),
  /** One rule for every fact of the row in which file and ledger differ. */
  z.strictObject({ kind: z.literal('update'), rule: z.enum(['fill', 'take', 'keep']) }),
  /** Takes back every word on the row. */
  z.strictObject({ kind: z.literal('reset') }),
])
export type RowDecision = z.output<typeof rowDecision>

const column = z.object({
  column: z.number().int(),
  title: z.string(),
  /** The merged heading above, if any. */
  group: z.string(),
  field: field.nullable(),
  /** 0–1; below 0.8 a clerk should look. */
  confidence: z.number(),
})

const sheetSummary = z.object({
  index: sheetIndex,
  name: z.string(),
  hidden: z.boolean(),
  /** Whether its rows are imported. */
  included: z.boolean(),
  /** Null where no header was found: the clerk points at it. */
  kind: kind.nullable(),
  title: z.string(),
  /** First and last row of the header, from 0. */
  header: z.object({ first: z.number().int(), last: z.number().int() }).nullable(),
  columns: z.array(column),
  /** Fields without which the rows cannot be read. */
  missing: z.array(field),
  /** The village all rows belong to that name none: from the title, or set by the clerk. */
  village: z.string().nullable(),
  rows: z.number().int(),
  counts,
})
export type SheetSummary = z.output<typeof sheetSummary>

/** A village the file names and the office does not have. */
const newVillage = z.object({
  name: z.string(),
  rows: z.number().int(),
  /** Undecided while both are null. */
  createAs: z.enum(codesOf(villageKindLabel)).nullable(),
  useId: id.nullable(),
})

export const importState = z.object({
  importId,
  fileName: z.string(),
  format: z.enum(codesOf(fileFormatLabel)),
  encoding: z.enum(codesOf(textEncodingLabel)).nullable(),
  sheets: z.array(sheetSummary),
  counts,
  newVillages: z.array(newVillage),
  newGroups: z.array(z.object({ village: z.string(), group: z.string() })),
  /** The day from which new people are 在册. */
  from: z.string(),
  /** Contacts whose date lacks the year, and the year the clerk gives them, if any. */
  yearless: z.object({ rows: z.number().int(), year: z.number().int().nullable() }),
  /** Rows that wait for a word and name just one possible person, with nothing against it. */
  unconfirmed: z.number().int(),
  /** How files that exist are updated, and what that comes to, column by column. */
  updates: z.object({
    rule: updateRule,
    /** Rows in which anything differs from what is on file. */
    rows: z.number().int(),
    topics: z.array(
      z.object({
        topic: z.string(),
        label: z.string(),
        /** The column's own rule; null where it follows the whole file's. */
        rule: updateRule.nullable(),
        fills: z.number().int(),
        additions: z.number().int(),
        conflicts: z.number().int(),
        /** Of all of these, how many will be written, and how many still wait for a word. */
        taken: z.number().int(),
        open: z.number().int(),
      }),
    ),
  }),
})
export type ImportState = z.output<typeof importState>

const problem = z.object({
  field: field.nullable(),
  column: z.number().int().nullable(),
  code: z.string(),
  message: z.string(),
  blocking: z.boolean(),
  /** A value that would mend the cell. */
  offer: sensitive(z.string().nullable(), 'idNumber'),
})

const candidate = z.object({
  recipientId: id,
  name: z.string(),
  gender: z.string().nullable(),
  birthDate: z.string().nullable(),
  village: z.string(),
  group: z.string(),
  idTail: z.string().nullable(),
  reasons: z.array(z.string()),
  /** Something speaks against it; the reasons say what. */
  doubtful: z.boolean(),
})
export type ImportCandidate = z.output<typeof candidate>

const difference = z.object({
  fact: z.string(),
  label: z.string(),
  onFile: sensitive(z.string().nullable(), 'idNumber'),
  inLedger: sensitive(z.string(), 'idNumber'),
  kind: z.enum(codesOf(differenceKindLabel)),
  /** What holds afterwards; null while nobody said. */
  choice: z.enum(codesOf(choiceLabel)).nullable(),
  /** Whether the ledger's value will be written. */
  taken: z.boolean(),
})

export const importRow = z.object({
  ...place.shape,
  /** Row of the sheet as the clerk sees it in Excel. */
  line: z.number().int(),
  sheetName: z.string(),
  kind,
  state: rowState,
  name: z.string(),
  village: z.string().nullable(),
  group: z.string().nullable(),
  idNumber: sensitive(z.string().nullable(), 'idNumber'),
  phone: sensitive(z.string().nullable(), 'phone'),
  gender: z.string().nullable(),
  birthDate: z.string().nullable(),
  /** As the ledger states it, in years. */
  age: z.number().nullable(),
  /** What the row adds, in a few words: 子女 2 人 · 低保; 帮扶人 张某; 入户 2026-03-01. */
  gist: sensitive(z.string(), 'health'),
  problems: z.array(problem),
  match: candidate.nullable(),
  candidates: z.array(candidate),
  differences: z.array(difference),
  /** The earlier row about the same person. */
  duplicateOf: z.object({ sheetName: z.string(), line: z.number().int() }).nullable(),
  decision: z.enum(['match', 'create', 'skip']).nullable(),
  /** Whether the clerk said of some fact of this very row what is to hold. */
  hasChoices: z.boolean(),
})
export type ImportRow = z.output<typeof importRow>

const artifact = z.object({
  artifactId: z.number().int(),
  title: z.string(),
  files: z.number().int(),
  bytes: z.number().int(),
})

const outcomeOfKind = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
})

export const importResult = z.object({
  batchIds: z.array(id),
  people: z.object({
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
  }),
  helpers: z.object({ created: z.number().int(), updated: z.number().int() }),
  pairings: outcomeOfKind,
  contacts: outcomeOfKind,
  villages: z.number().int(),
  /** Rows left out: in error, undecided, duplicate or skipped. */
  leftOut: z.number().int(),
  /** A workbook of the rows left out and why; null where there are none. */
  leftOutWorkbook: artifact.nullable(),
})
export type ImportResult = z.output<typeof importResult>

/** Of a file that is partly on file: how many rows are, and how many are left. */
const restOfFile = z.object({ applied: z.number().int(), left: z.number().int() })

export const importedState = {
  standing: '已入库',
  undone: '已撤销',
} as const

const pastImport = z.object({
  /** The first of its batches; names the import. */
  id,
  fileName: z.string(),
  kinds: z.array(kind),
  at: z.string(),
  operatorName: z.string().nullable(),
  counts: z.record(z.string(), z.number()),
  state: z.enum(codesOf(importedState)),
  /** Of one taken back: when and by whom. */
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  /** The last day on which it can be taken back whole. */
  undoUntil: day,
  /** The rows left out that still wait for this operator. */
  rest: z.object({ importId, left: z.number().int() }).nullable(),
})
export type PastImport = z.output<typeof pastImport>

const changeKind = z.enum(['create', 'update', 'void'])

/** A record changed, or made on what the import made, since then. */
const obstruction = z.object({
  why: z.enum(['changedSince', 'builtOn']),
  entity: z.string(),
  recipientId: id.nullable(),
  /** Whose record it is. */
  name: z.string().nullable(),
  at: z.string(),
  operatorName: z.string().nullable(),
  operation: z.string(),
})
export type Obstruction = z.output<typeof obstruction>

const right = 'imports.write'

export const importsContract = {
  /** Reads and recognises a file; nothing of it is on file yet. `content` is base64. */
  'imports.open': op({
    kind: 'job',
    right,
    input: z.strictObject({
      fileName: z.string().min(1).max(255),
      content: z
        .string()
        .max(42 * 1024 * 1024, '文件超过 30 MB，没有读取。请删去图片和无关的工作表后再导入。'),
    }),
    output: z.object({ importId }),
  }),
  /** Files being imported that were not carried out or dropped yet. */
  'imports.waiting': op({
    kind: 'query',
    right,
    input: z.strictObject({}),
    output: z.array(
      z.object({
        importId,
        fileName: z.string(),
        openedAt: z.string(),
        /** Rows of it that are on file already, and those left; null before anything was. */
        rest: restOfFile.nullable(),
      }),
    ),
  }),
  'imports.state': op({
    kind: 'query',
    right,
    input: z.strictObject({ importId }),
    output: importState,
  }),
  /** The cells of a sheet as they were found, to show its header. */
  'imports.grid': op({
    kind: 'query',
    right,
    input: z.strictObject({
      importId,
      sheet: sheetIndex,
      from: z.number().int().min(0).default(0),
      rows: z.number().int().min(1).max(200).default(40),
    }),
    output: z.object({
      from: z.number().int(),
      total: z.number().int(),
      rows: z.array(sensitive(z.array(z.string().nullable()), 'idNumber')),
      merges: z.array(
        z.object({
          top: z.number().int(),
          left: z.number().int(),
          bottom: z.number().int(),
          right: z.number().int(),
        }),
      ),
    }),
  }),
  /** Corrects what a sheet was taken for; with `remember` the office finds it again next time. */
  'imports.setMapping': op({
    kind: 'job',
    right,
    input: z.strictObject({
      importId,
      sheet: sheetIndex,
      kind: kind.optional(),
      headerRow: z.number().int().min(0).optional(),
      fields: z
        .array(z.strictObject({ column: z.number().int().min(0), field: field.nullable() }))
        .max(300)
        .optional(),
      remember: z.boolean().default(true),
    }),
    output: z.object({}),
  }),
  'imports.setOptions': op({
    kind: 'command',
    right,
    input: z.strictObject({
      importId,
      from: day.optional(),
      year: z.number().int().min(1990).max(2100).nullable().optional(),
      included: z
        .array(z.strictObject({ sheet: sheetIndex, included: z.boolean() }))
        .max(100)
        .optional(),
      sheetVillage: z.strictObject({ sheet: sheetIndex, village: z.string().max(40) }).optional(),
      villages: z
        .array(
          z.strictObject({
            name: z.string().min(1).max(40),
            createAs: z.enum(codesOf(villageKindLabel)).nullable().default(null),
            useId: id.nullable().default(null),
          }),
        )
        .max(500)
        .optional(),
      /** How files that exist are updated where no word on a row says otherwise. */
      updates: z
        .strictObject({
          rule: updateRule.optional(),
          /** Rules of single columns; null follows the whole file's again. */
          topics: z
            .array(z.strictObject({ topic: fact, rule: updateRule.nullable() }))
            .max(100)
            .default([]),
        })
        .optional(),
    }),
    output: z.object({}),
  }),
  /** A page of rows, those that need a look first. */
  'imports.preview': op({
    kind: 'query',
    right,
    input: z.strictObject({
      importId,
      states: z.array(rowState).max(7).optional(),
      sheet: sheetIndex.optional(),
      text: z.string().max(60).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(importRow) }),
  }),
  /** The cells of one row under their columns, as they count now: mended, 同上 spelt out. */
  'imports.cells': op({
    kind: 'query',
    right,
    input: z.strictObject({ importId, ...place.shape }),
    output: z.object({
      cells: z.array(
        z.object({
          column: z.number().int(),
          text: sensitive(z.string(), 'idNumber'),
          mended: z.boolean(),
        }),
      ),
    }),
  }),
  /** Mends one cell of the staged file; the clerk's own file is not touched. */
  'imports.fixCell': op({
    kind: 'command',
    right,
    input: z.strictObject({
      importId,
      ...place.shape,
      column: z.number().int().min(0),
      text: z.string().max(2000),
    }),
    output: z.object({ row: importRow }),
  }),
  'imports.decide': op({
    kind: 'command',
    right,
    input: z.strictObject({
      importId,
      rows: z.array(place).min(1).max(5000),
      decision: rowDecision,
    }),
    output: z.object({ changed: z.number().int() }),
  }),
  /** Says of all `unconfirmed` rows: yes, that person. */
  'imports.confirmAll': op({
    kind: 'command',
    right,
    input: z.strictObject({ importId }),
    output: z.object({ changed: z.number().int() }),
  }),
  /** Puts everything on file that is new, known or decided, in one go; leaves the rest out. */
  'imports.apply': op({
    kind: 'job',
    right,
    input: z.strictObject({ importId }),
    output: importResult,
  }),
  /** The rows that would be left out now, as a workbook. */
  'imports.saveLeftOut': op({
    kind: 'job',
    right,
    input: z.strictObject({ importId }),
    output: z.object({ artifact: artifact.nullable() }),
  }),
  'imports.discard': op({
    kind: 'command',
    right,
    input: z.strictObject({ importId }),
    output: z.object({}),
  }),
  /** What was imported before, latest first, taken back or not. */
  'imports.history': op({
    kind: 'query',
    right,
    input: z.strictObject({}),
    output: z.array(pastImport),
  }),
  /** What taking an import back would hide or restore, and what stands in the way. */
  'imports.undoPreview': op({
    kind: 'query',
    right,
    input: z.strictObject({ id }),
    output: z.object({
      /** Null where the import can be taken back. */
      refusal: z.string().nullable(),
      /** Records it made, changed or hid, by their table. */
      records: z.array(z.object({ entity: z.string(), kind: changeKind, count: z.number().int() })),
      obstructions: z.array(obstruction),
      /** More than are listed. */
      more: z.boolean(),
    }),
  }),
  /** Takes a whole import back, as one change: what it made is hidden, what it changed is as before. */
  'imports.undo': op({
    kind: 'job',
    right,
    input: z.strictObject({ id }),
    output: z.object({ records: z.number().int() }),
  }),
} as const
