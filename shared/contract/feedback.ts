import { z } from 'zod'
import { feedbackPeriodLabel, feedbackWayLabel, ratingLabel } from '../domain/feedback/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { day, id, optionalText, reason, revision } from './fields'
import { op } from './op'

/** 满意度反馈: what people say of their helpers. Shown as it was said; helpers are never ranked. */

const said = {
  date: day,
  rating: z.enum(codesOf(ratingLabel)),
  words: optionalText(200),
  way: z.enum(codesOf(feedbackWayLabel)),
  askedBy: optionalText(30),
}

export const feedbackRow = z.object({
  id,
  revision,
  recipientId: id,
  recipientName: z.string(),
  villageName: z.string().nullable(),
  helperId: id,
  helperName: z.string(),
  date: z.string(),
  enteredAt: z.string(),
  rating: z.enum(codesOf(ratingLabel)),
  words: z.string().nullable(),
  way: z.enum(codesOf(feedbackWayLabel)),
  askedBy: z.string().nullable(),
})

/** One person to be asked about one helper. */
const asking = z.object({
  recipientId: id,
  /** Printed on the card, so that it is found again when it comes back. */
  archiveNo: z.string().nullable(),
  recipientName: z.string(),
  initials: z.string(),
  villageId: id.nullable(),
  villageName: z.string().nullable(),
  groupName: z.string().nullable(),
  helperId: id,
  helperName: z.string(),
  unit: z.string().nullable(),
})

const scope = { villageId: id.optional(), helperId: id.optional() }

export const feedbackContract = {
  /** Who has not been asked in the period that holds today; also what the cards print. */
  'feedback.pending': op({
    kind: 'query',
    right: 'feedback.read',
    input: z.strictObject(scope),
    output: z.object({
      /** 2026年下半年 */
      period: z.string(),
      from: z.string(),
      to: z.string(),
      asked: z.number().int(),
      centre: z.object({ name: z.string(), phone: z.string().nullable() }),
      people: z.array(asking),
    }),
  }),
  'feedback.list': op({
    kind: 'query',
    right: 'feedback.read',
    input: z.strictObject({ ...scope, recipientId: id.optional(), from: day.optional() }),
    output: z.array(feedbackRow),
  }),
  /** A returned pile of cards, or one answer: all or none are kept. */
  'feedback.record': op({
    kind: 'command',
    right: 'feedback.write',
    input: z.strictObject({
      entries: z
        .array(z.strictObject({ recipientId: id, helperId: id, ...said }))
        .min(1, '还没有填写')
        .max(500),
    }),
    output: z.object({ ids: z.array(id) }),
  }),
  'feedback.update': op({
    kind: 'command',
    right: 'feedback.write',
    input: z.strictObject({ id, revision, ...said }),
    output: z.object({}),
  }),
  'feedback.void': op({
    kind: 'command',
    right: 'feedback.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'feedback.settings': op({
    kind: 'query',
    right: 'feedback.read',
    input: z.strictObject({}),
    output: z.object({ period: z.enum(codesOf(feedbackPeriodLabel)) }),
  }),
  'feedback.setSettings': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject({ period: z.enum(codesOf(feedbackPeriodLabel)) }),
    output: z.object({}),
  }),
} as const
