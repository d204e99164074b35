import { z } from 'zod'
import { customKindLabel, customSectionLabel } from '../domain/custom-fields/custom-field'
import { codesOf, recipientGroupLabel } from '../domain/vocabulary'
import { id, revision } from './fields'
import { op, sensitive } from './op'

/** 自定义字段: what an office asks of its files beside the program's own fields. */

const kind = z.enum(codesOf(customKindLabel))
const section = z.enum(codesOf(customSectionLabel))
const groups = z
  .array(z.enum(codesOf(recipientGroupLabel)))
  .min(1, '请选择群体')
  .nullable()
const word = z.string().trim().min(1, '选项不能空').max(30, '选项最多 30 字')

/** As typed: text, number, partial date, an option's code or label, true or false; null empties. */
export const customInput = z.record(
  z.string().regex(/^\d{1,16}$/, '请用自定义字段的编号'),
  z.union([z.string().max(1000), z.number(), z.boolean()]).nullable(),
)
export type CustomInput = z.output<typeof customInput>

const value = z.union([z.string(), z.number(), z.boolean()])
/** What a file says, by the field's id; sensitive fields stand apart so that they can be masked. */
export const customShape = {
  custom: z.record(z.string(), value),
  sensitiveCustom: sensitive(z.record(z.string(), value).nullable(), 'health'),
}

export const customFieldShape = z.object({
  id: z.number(),
  revision: z.number(),
  name: z.string(),
  kind,
  section,
  groups,
  options: z.array(z.object({ code: z.string(), label: z.string(), retired: z.boolean() })),
  required: z.boolean(),
  isSensitive: z.boolean(),
  retired: z.boolean(),
})

const definition = {
  name: z.string().trim().min(1, '请填写名称').max(20, '名称最多 20 字'),
  section,
  /** Null is everybody. */
  groups: groups.default(null),
  /** Of a choice: those in use, in their order; an option left out is retired. */
  options: z
    .array(z.strictObject({ code: z.string().max(30).optional(), label: word }))
    .max(60, '最多 60 个选项')
    .default([]),
  required: z.boolean().default(false),
  isSensitive: z.boolean().default(false),
}

export const customFieldsContract = {
  'customFields.list': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({}),
    output: z.array(
      customFieldShape.extend({
        /** Files the operator may see that say something in the field. */
        files: z.number().int(),
      }),
    ),
  }),
  'customFields.add': op({
    kind: 'command',
    right: 'fields.write',
    input: z.strictObject({ ...definition, kind }),
    output: z.object({ id: z.number() }),
  }),
  'customFields.change': op({
    kind: 'command',
    right: 'fields.write',
    input: z.strictObject({ ...definition, id, revision }),
    output: z.object({}),
  }),
  'customFields.retire': op({
    kind: 'command',
    right: 'fields.write',
    input: z.strictObject({ id, revision, retired: z.boolean() }),
    output: z.object({}),
  }),
  'customFields.reorder': op({
    kind: 'command',
    right: 'fields.write',
    /** All fields in their new order; those left out keep to the end. */
    input: z.strictObject({ ids: z.array(id).min(1).max(200) }),
    output: z.object({}),
  }),
} as const

/** A 自定义字段 among the columns of a list and the facts a file is asked for. */
export const customColumn = z.templateLiteral(['custom.', z.number().int().positive()])
