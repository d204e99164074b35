import { z } from 'zod'
import { formIds, templateLimit, templateScopes } from '../domain/templates/forms'
import { artifact } from './documents'
import { id, optionalText, reason, revision } from './fields'
import { op } from './op'

/** 模板: the shipped templates of every form, the office's own ones, and which is filled in. */

const form = z.enum(formIds)
const name = z.string().trim().min(1, '请给模板起个名字').max(60, '名字最多 60 字')

const templateShape = z.object({
  id: z.number(),
  revision: z.number(),
  form,
  name: z.string(),
  inForce: z.boolean(),
  /** The version that is filled in; null as long as none is free of faults. */
  versionId: z.number().nullable(),
  versionNumber: z.number().nullable(),
  /** How many faults the latest version has. */
  faults: z.number(),
  latestNumber: z.number(),
  /** The program brings a newer template than the one this was copied from. */
  shippedIsNewer: z.boolean(),
})

const versionShape = z.object({
  id: z.number(),
  number: z.number(),
  fileName: z.string(),
  /** Bytes. */
  size: z.number(),
  addedAt: z.string(),
  addedBy: z.string().nullable(),
  note: z.string().nullable(),
  /** Copied from the shipped template, not handed in. */
  isCopy: z.boolean(),
  /** What must be mended before it can be filled in, as whole sentences. */
  problems: z.array(z.string()),
})

/** A template by its version, or the one the program brings for a form. */
const source = z
  .strictObject({ form: form.optional(), versionId: id.optional() })
  .refine(({ form, versionId }) => (form === undefined) !== (versionId === undefined), {
    message: '请指明表的种类，或者模板的一个版本，二者取一',
  })
export type TemplateSource = z.output<typeof source>

export const templatesContract = {
  'templates.list': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        form,
        title: z.string(),
        scope: z.enum(templateScopes),
        /** Whether the program brings a template; 自制 forms have the office's alone. */
        shipped: z.boolean(),
        templates: z.array(templateShape),
      }),
    ),
  }),
  'templates.get': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({ id }),
    output: templateShape.extend({
      formTitle: z.string(),
      scope: z.enum(templateScopes),
      /** Newest first. */
      versions: z.array(versionShape),
    }),
  }),
  /** A template of the office's own that begins as the shipped one. */
  'templates.copy': op({
    kind: 'command',
    right: 'documents.write',
    input: z.strictObject({ form, name }),
    output: z.object({ id: z.number() }),
  }),
  /**
   * Takes a .docx as a new template of `form`, or as the next version of a template. What could do
   * harm is refused; one with faults is kept beside the version in use until it is mended.
   */
  'templates.upload': op({
    kind: 'command',
    right: 'documents.write',
    input: z
      .strictObject({
        id: id.optional(),
        form: form.optional(),
        name: name.optional(),
        fileName: z.string().trim().min(1).max(200),
        base64: z
          .string()
          .min(1, '这个文件是空的')
          .max(Math.ceil(templateLimit / 3) * 4 + 4, '模板不能超过 20 MB，请压缩里面的图片后再传'),
        note: optionalText(200),
      })
      .refine(({ id, form, name }) => (id === undefined) === (form !== undefined && !!name), {
        message: '新模板请写明表的种类和名字，新版本请指明模板',
      }),
    output: z.object({ id: z.number(), number: z.number(), problems: z.array(z.string()) }),
  }),
  'templates.rename': op({
    kind: 'command',
    right: 'documents.write',
    input: z.strictObject({ id, revision, name }),
    output: z.object({}),
  }),
  /** Goes back (or forward) to a version, which is checked again. */
  'templates.useVersion': op({
    kind: 'command',
    right: 'documents.write',
    input: z.strictObject({ id, revision, versionId: id }),
    output: z.object({}),
  }),
  /** Puts a template in force, and the one of the same form that was so out of it; or ends it. */
  'templates.setInForce': op({
    kind: 'command',
    right: 'documents.write',
    input: z.strictObject({ id, revision, inForce: z.boolean() }),
    output: z.object({}),
  }),
  'templates.void': op({
    kind: 'command',
    right: 'documents.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  /** The .docx itself, to be edited in WPS or Word. */
  'templates.download': op({
    kind: 'job',
    right: 'documents.read',
    input: source,
    output: artifact,
  }),
  /** 试印 with one person (a list of one, one card, the latest visit). */
  'templates.trial': op({
    kind: 'job',
    right: 'documents.read',
    input: source.and(z.object({ recipientId: id })),
    output: artifact,
  }),
} as const
