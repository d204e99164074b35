import { z } from 'zod'
import { listColumns } from '../domain/list-columns'
import { codesOf, recipientGroupLabel, riskLevelLabel } from '../domain/vocabulary'
import { artifact } from './documents'
import { customColumn, customInput } from './custom-fields'
import { id, reason, revision } from './fields'
import { op } from './op'
import { factsInput } from './recipient-facts'
import { recipientFilter, recipientSorts } from './recipients'

/** The list of 关爱对象 as a tool: own views and columns, many people at once, and out to Excel. */

const columns = z
  .array(z.union([z.enum(listColumns), customColumn]))
  .min(1, '至少选一栏')
  .max(listColumns.length + 200)

const listView = z.strictObject({
  name: z.string().trim().min(1, '请给名单起个名字').max(30, '名字最多 30 字'),
  /** The conditions as they stand in the list's address. */
  conditions: z.record(z.string().max(30), z.string().max(100)),
  columns,
})
export type ListView = z.output<typeof listView>

/** Facts that many people of a place share; what tells one person from another is not among them. */
export const bulkFacts = factsInput
  .pick({
    familyDoctor: true,
    familyDoctorPhone: true,
    medicalInsurance: true,
    hazardZone: true,
    housingGrade: true,
    dailyCarer: true,
    collectedBy: true,
    collectedOn: true,
  })
  .partial()
  .refine((facts) => Object.keys(facts).length > 0, '请选择要改的内容')

/** What is changed for everybody; levels and groups change from today on. */
export const bulkChange = z.union([
  z.strictObject({ facts: bulkFacts }),
  z.strictObject({ riskLevel: z.enum(codesOf(riskLevelLabel)).nullable(), reason }),
  /** One 自定义字段 in use, and its value for everybody; null empties it. */
  z.strictObject({ custom: z.strictObject({ fieldId: id, value: customInput.valueType }) }),
  z.strictObject({ group: z.enum(codesOf(recipientGroupLabel)), joins: z.boolean(), reason }),
])
export type BulkChange = z.output<typeof bulkChange>

const exported = {
  filter: recipientFilter.default({}),
  sort: z.enum(recipientSorts).default('village'),
  descending: z.boolean().default(false),
  columns,
}

export const recipientListsContract = {
  'recipientLists.own': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({}),
    output: z.object({
      /** Null: the usual ones. */
      columns: columns.nullable(),
      views: z.array(listView),
    }),
  }),
  'recipientLists.setColumns': op({
    kind: 'command',
    right: 'recipients.read',
    input: z.strictObject({ columns: columns.nullable() }),
    output: z.object({}),
  }),
  /** A view of the same name is replaced. */
  'recipientLists.saveView': op({
    kind: 'command',
    right: 'recipients.read',
    input: listView,
    output: z.object({}),
  }),
  'recipientLists.removeView': op({
    kind: 'command',
    right: 'recipients.read',
    input: z.strictObject({ name: z.string() }),
    output: z.object({}),
  }),
  /** Who would be changed, from what to what; those who already are so are only counted. */
  'recipients.bulkPreview': op({
    kind: 'query',
    right: 'recipients.write',
    input: z.strictObject({ ids: z.array(id).min(1).max(10_000), change: bulkChange }),
    output: z.object({
      lines: z.array(
        z.object({
          id: z.number(),
          revision: z.number(),
          name: z.string(),
          villageName: z.string(),
          from: z.string(),
          to: z.string(),
        }),
      ),
      unchanged: z.number().int(),
    }),
  }),
  /** Applies what a preview showed: somebody saved meanwhile answers CONFLICT, and nobody is changed. */
  'recipients.bulkEdit': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      people: z.array(z.object({ id, revision })).min(1).max(10_000),
      change: bulkChange,
    }),
    output: z.object({ changed: z.number().int(), changeSetId: z.number() }),
  }),
  /** The list as shown, to Excel; ID numbers, phones and health are masked whoever asks. */
  'recipients.export': op({
    kind: 'job',
    right: 'recipients.read',
    input: z.strictObject(exported),
    output: artifact,
  }),
  /** The same in full: an act of its own that stays on record with its reason. */
  'recipients.exportFull': op({
    kind: 'job',
    right: 'sensitive.read',
    input: z.strictObject({ ...exported, reason }),
    output: artifact,
  }),
  /** Who took people's facts out in full, when and why. */
  'recipients.disclosures': op({
    kind: 'query',
    right: 'vault.admin',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        at: z.string(),
        operatorName: z.string().nullable(),
        people: z.number().int(),
        columns: z.array(z.string()),
        reason: z.string(),
      }),
    ),
  }),
} as const
