import { z } from 'zod'
import { paperSpanLabel } from '../domain/papers/kind'
import { composedKindKeys } from '../domain/papers/kinds'
import { codesOf } from '../domain/vocabulary'
import { artifact, basis, paperShape } from './documents'
import { day, optionalText } from './fields'
import { op } from './op'

/** 公文 composed of sections: their wording, the paper they make, and writing it. */

const kind = z.enum(composedKindKeys)
const year = z.number().int().min(2000).max(2100)
const month = z.number().int().min(1).max(12)

const section = z.strictObject({
  key: z.string().min(1).max(40),
  title: z.string().trim().max(60, '标题最多 60 字'),
  on: z.boolean(),
  wording: z.string().max(6_000, '一节最多 6000 字'),
})

export const composedDraft = z.strictObject({
  title: z.string().trim().min(1, '请写标题').max(100, '标题最多 100 字'),
  sections: z.array(section).max(30, '最多 30 节'),
  particulars: z.strictObject({
    issuer: optionalText(60),
    documentNumber: optionalText(40),
    redHead: optionalText(40),
    signer: optionalText(40),
    addressee: optionalText(100),
    date: day.nullable(),
    sealed: z.boolean(),
    copyTo: optionalText(100),
    printedBy: optionalText(60),
    // A paper kept before papers could be cited cites none.
    basis: basis.default([]),
  }),
})

/** Which paper: its kind, its year, and its month where it speaks of one. */
const which = { kind, year, month: month.default(1) }

export const papersContract = {
  'papers.kinds': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        key: kind,
        name: z.string(),
        about: z.string(),
        span: z.enum(codesOf(paperSpanLabel)),
        limit: z.number(),
      }),
    ),
  }),
  /** What a new paper starts from: the last of its kind, else the office's wording, else ours. */
  'papers.start': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject(which),
    output: z.object({
      draft: composedDraft,
      from: z.enum(['lastPaper', 'ownWording', 'preset']),
      /** Title of the paper it starts from. */
      fromTitle: z.string().nullable(),
      /** Words in braces that may be used, in the order of the list. */
      tokens: z.array(z.object({ token: z.string(), about: z.string() })),
    }),
  }),
  'papers.preview': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({ ...which, draft: composedDraft }),
    output: z.object({
      paper: paperShape,
      length: z.number(),
      limit: z.number(),
      /** Words in braces that mean nothing. */
      unknown: z.array(z.string()),
    }),
  }),
  /** Writes the paper, and keeps it with the figures of this moment and its sections. */
  'papers.write': op({
    kind: 'job',
    right: 'documents.write',
    input: z.strictObject({ ...which, draft: composedDraft }),
    output: artifact.extend({ documentId: z.number(), missing: z.array(z.string()) }),
  }),
  /** Keeps sections as the office's own standard text of a kind; null returns to ours. */
  'papers.keepWording': op({
    kind: 'command',
    right: 'documents.write',
    input: z.strictObject({ kind, sections: z.array(section).max(30).nullable() }),
    output: z.object({}),
  }),
} as const
