import { z } from 'zod'
import { usualFileName } from '../domain/templates/file-name'
import { formIds } from '../domain/templates/forms'
import { runModes } from '../domain/templates/runs'
import { artifact, chosenPeople } from './documents'
import { id } from './fields'
import { op } from './op'

/** 批量出表: any form for any people, which goes on where it was cut short. */

const run = z.object({
  id: z.number(),
  title: z.string(),
  mode: z.enum(runModes),
  people: z.number(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** Files that are made already, of how many; of a finished run all of them. */
  doneFiles: z.number(),
  files: z.number(),
  leftOut: z.number(),
})

const made = artifact.extend({ runId: z.number(), leftOut: z.number() })

export const formRunsContract = {
  'formRuns.start': op({
    kind: 'job',
    right: 'documents.read',
    input: z.strictObject({
      people: chosenPeople,
      form: z.enum(formIds).default('recipientFile'),
      /** Which of the office's 自制 forms. */
      templateId: id.optional(),
      mode: z.enum(runModes).default('merged'),
      /**
       * In a merged file: each person on a new sheet of paper, for printing on both sides. Null is
       * as the template begins.
       */
      newSheets: z.boolean().nullable().default(null),
      fileName: z
        .string()
        .trim()
        .min(1, '请填写文件名的写法')
        .max(120, '文件名的写法最多 120 字')
        .default(usualFileName),
    }),
    output: made,
  }),
  /** Goes on with a run that was cancelled or cut short; what is made already is not made again. */
  'formRuns.resume': op({
    kind: 'job',
    right: 'documents.read',
    input: z.strictObject({ id }),
    output: made,
  }),
  /** The operator's own, newest first. */
  'formRuns.list': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({}),
    output: z.array(run),
  }),
  /** 结果清单: the file of each person, who was left out and why. */
  'formRuns.results': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({ id }),
    output: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        file: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
  }),
  /** Gives an unfinished run up, and what was made of it. */
  'formRuns.discard': op({
    kind: 'command',
    right: 'documents.read',
    input: z.strictObject({ id }),
    output: z.object({}),
  }),
} as const
