import { z } from 'zod'
import { attachmentHolderCodes } from '../domain/attachments/holders'
import { attachmentLimit, mediaTypeCodes } from '../domain/attachments/media-types'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import { op } from './op'

/** 附件: scans and files on any record. Whoever may read or write that record may do so with them. */

const holder = {
  entity: z.enum(attachmentHolderCodes),
  recordId: id,
}

const name = z.string().trim().min(1, '请给附件起个名字').max(200, '名字最多 200 字')
const told = {
  /** The day the paper is of, where that matters. */
  day: day.nullish().transform((value) => value ?? null),
  note: optionalText(200),
}

export const attachmentShape = z.object({
  id: z.number(),
  revision: z.number(),
  name: z.string(),
  mediaType: z.enum(mediaTypeCodes),
  /** Bytes. */
  size: z.number().int(),
  day: z.string().nullable(),
  note: z.string().nullable(),
  addedAt: z.string(),
  addedBy: z.string().nullable(),
})

export const attachmentsContract = {
  'attachments.list': op({
    kind: 'query',
    right: 'vault.use',
    input: z.strictObject(holder),
    output: z.array(attachmentShape),
  }),
  'attachments.add': op({
    kind: 'command',
    right: 'vault.use',
    input: z.strictObject({
      ...holder,
      /** The name of the file as it came; only its stem is believed. */
      name,
      base64: z
        .string()
        .min(1, '这个文件是空的')
        .max(Math.ceil(attachmentLimit / 3) * 4 + 4, '附件不能超过 20 MB，请压缩或拆开后再放'),
      ...told,
    }),
    output: z.object({ id: z.number(), name: z.string(), mediaType: z.enum(mediaTypeCodes) }),
  }),
  'attachments.update': op({
    kind: 'command',
    right: 'vault.use',
    input: z.strictObject({ id, revision, name, ...told }),
    output: z.object({ revision: z.number() }),
  }),
  'attachments.void': op({
    kind: 'command',
    right: 'vault.use',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  /** The file itself, to be shown inside the program. */
  'attachments.content': op({
    kind: 'query',
    right: 'sensitive.read',
    input: z.strictObject({ id }),
    output: z.object({ mediaType: z.enum(mediaTypeCodes), base64: z.string() }),
  }),
  /** The file for saving outside the vault, which is noted among what was given out. */
  'attachments.download': op({
    kind: 'command',
    right: 'sensitive.read',
    input: z.strictObject({ id }),
    output: artifact,
  }),
} as const
