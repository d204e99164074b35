import { z } from 'zod'
import { findingMachine } from '../domain/inspections/machine'
import { severityLabel } from '../domain/inspections/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import {
  caseFile,
  caseFilter,
  casePage,
  caseRow,
  ledgerSummary,
  moveInput,
  pageOf,
  responsibleInput,
} from './ledgers'
import { op } from './op'

/** 督查问题: what a village has to mend, by when, and how far it is. */

const text = z.string().nullable()

export const severity = z.enum(codesOf(severityLabel))

export const findingRow = z.object({
  ...caseRow(findingMachine),
  recipientId: z.null(),
  villageId: id,
  inspectionId: id,
  inspectionTitle: z.string(),
  sheetId: id,
  itemKey: text,
  /** The item of the sheet it stands under; null for what stands under none. */
  item: text,
  /** The station it is about, if it is about one. */
  stationId: id.nullable(),
  stationName: text,
  content: z.string(),
  severity,
  measure: text,
  result: text,
})
export type FindingRow = z.output<typeof findingRow>

const filter = z
  .strictObject({
    ...caseFilter(findingMachine),
    inspectionId: id.optional(),
    severity: severity.optional(),
    stationId: id.optional(),
  })
  .omit({ recipientId: true })

export const findingFacts = {
  content: z.string().trim().min(1, '请写明问题').max(500, '最多 500 字'),
  severity: severity.default('minor'),
  /** 整改要求. */
  measure: optionalText(500),
  ...responsibleInput,
}

export const findingsContract = {
  'findings.list': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({ filter: filter.default({}), ...casePage }),
    output: pageOf(findingRow),
  }),
  'findings.summary': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: ledgerSummary(findingMachine),
  }),
  'findings.file': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({ id }),
    output: findingRow.extend(caseFile(findingMachine.moves)),
  }),
  /** Words, severity and who mends it; its day changes only by 延期, with the reason. */
  'findings.update': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({
      id,
      revision,
      ...findingFacts,
      /** A station of the village; left out, it stays as it is. */
      stationId: id.nullable().optional(),
    }),
    output: z.object({}),
  }),
  /** One move of the machine; 延期, 复查不合格 and 重新整改 set a new day. */
  'findings.move': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({
      ...moveInput(findingMachine.moves),
      dueOn: day.nullable().default(null),
    }),
    output: z.object({}),
  }),
  /** The ledger as filtered, to Excel. */
  'findings.export': op({
    kind: 'job',
    right: 'organization.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: artifact,
  }),
  /** Only for what was typed in twice; its item loses the × with it. */
  'findings.void': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
} as const
