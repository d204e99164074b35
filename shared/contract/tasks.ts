import { z } from 'zod'
import { taskMachine } from '../domain/tasks/machine'
import { artifact } from './documents'
import { day, id, reason, revision } from './fields'
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

/** 任务: what was decided, who does it, by when, and how far it is. */

export const taskRow = z.object({
  ...caseRow(taskMachine),
  recipientId: id.nullable(),
  content: z.string(),
  villageId: id.nullable(),
  meetingId: id.nullable(),
  /** The meeting that decided it; null for one given without a meeting. */
  meetingTitle: z.string().nullable(),
  result: z.string().nullable(),
})
export type TaskRow = z.output<typeof taskRow>

const filter = z
  .strictObject({ ...caseFilter(taskMachine), meetingId: id.optional() })
  .omit({ recipientId: true })

export const taskFacts = {
  content: z.string().trim().min(1, '请写明要做什么').max(500, '最多 500 字'),
  dueOn: day.nullable().default(null),
  villageId: id.nullable().default(null),
  ...responsibleInput,
}

export const tasksContract = {
  'tasks.list': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({ filter: filter.default({}), ...casePage }),
    output: pageOf(taskRow),
  }),
  'tasks.summary': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: ledgerSummary(taskMachine),
  }),
  'tasks.file': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({ id }),
    output: taskRow.extend(caseFile(taskMachine.moves)),
  }),
  'tasks.open': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ ...taskFacts, openedOn: day }),
    output: z.object({ id }),
  }),
  'tasks.update': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, revision, ...taskFacts }),
    output: z.object({}),
  }),
  /** 记进展 → 办结: one move with its day, doer and words. */
  'tasks.move': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject(moveInput(taskMachine.moves)),
    output: z.object({}),
  }),
  'tasks.void': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'tasks.export': op({
    kind: 'job',
    right: 'organization.read',
    input: z.strictObject({ filter: filter.default({}) }),
    output: artifact,
  }),
} as const
