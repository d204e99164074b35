import { z } from 'zod'
import { closings } from '../domain/cadence/compliance'
import { codesOf, contactKindLabel } from '../domain/vocabulary'
import { duty, standingShape, standingState } from './compliance'
import { id } from './fields'
import { op, sensitive } from './op'

const homeSettings = z.strictObject({
  /** 整寿 is kept at 虚岁 60, 70 … (做十) or the year before (做九). */
  roundBirthday: z.enum(['atTen', 'atNine']),
  /** Days without a face-to-face contact after which somebody counts as unseen. */
  unseenDays: z.number().int().min(7, '最短 7 天').max(366, '最长 366 天'),
})

export const dueRow = z.object({
  recipientId: id,
  recipientName: z.string(),
  initials: z.string(),
  villageId: id.nullable(),
  villageName: z.string().nullable(),
  groupName: z.string().nullable(),
  phones: sensitive(z.array(z.string()), 'phone'),
  helpers: z.array(z.object({ id, name: z.string() })),
  /** The gravest of the standings below. */
  state: standingState,
  /** One for each duty that is due or overdue, gravest first. */
  standings: z.array(standingShape),
  /** The last day of the open window that closes first. */
  until: z.string(),
})
export type DueRow = z.output<typeof dueRow>

/** 到期与逾期 summed over a village's or a helper's people. */
export const progressRow = z.object({
  /** 0 stands for people without a village, or without a helper. */
  id: z.number().int().min(0),
  name: z.string(),
  people: z.number().int(),
  /** Contacts the open windows ask for, and how many of those are done. */
  needed: z.number().int(),
  done: z.number().int(),
  /** People, as `home.due` lists them. */
  overdue: z.number().int(),
  due: z.number().int(),
  /** Of those due, the ones with a window that closes today, and by Sunday. */
  dueToday: z.number().int(),
  dueThisWeek: z.number().int(),
})

export type ProgressRow = z.output<typeof progressRow>

export const birthdayRow = z.object({
  recipientId: id,
  recipientName: z.string(),
  villageName: z.string().nullable(),
  /** The solar day on which it is kept next. */
  on: z.string(),
  daysLeft: z.number().int(),
  calendar: z.enum(['solar', 'lunar']),
  /** 农历十月十三, where it is kept by the lunar calendar. */
  lunar: z.string().nullable(),
  /** 虚岁 on that day, where the year of birth is known. */
  nominalAge: z.number().int().nullable(),
  /** The 整寿 that is kept, or null. */
  round: z.number().int().nullable(),
})

export type BirthdayRow = z.output<typeof birthdayRow>

const festival = z.object({
  key: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  daysLeft: z.number().int(),
})

export const homeContract = {
  'home.summary': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({}),
    output: z.object({
      today: z.string(),
      lunarToday: z.string(),
      onFile: z.number().int(),
      overdue: z.number().int(),
      due: z.number().int(),
      /** Of the people due, those with a window that closes today, and by Sunday. */
      dueToday: z.number().int(),
      dueThisWeek: z.number().int(),
      unhelped: z.number().int(),
      /** 在册 people nobody has met face to face for `unseenDays`. */
      unseen: z.number().int(),
      unseenDays: z.number().int(),
      /** 在册 people whose file is still asked for something. */
      incomplete: z.number().int(),
      visitRate: z.object({
        scope: z.number().int(),
        visited: z.number().int(),
        rate: z.number().nullable(),
        basis: z.string(),
      }),
      birthdays: z.array(birthdayRow),
      festivals: z.array(festival),
    }),
  }),
  /** Who is due or overdue now. */
  'home.due': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({
      /** 0 finds those without a village, or without a helper. */
      villageId: z.number().int().min(0).optional(),
      helperId: z.number().int().min(0).optional(),
      duty: duty.optional(),
      state: z.enum(['due', 'overdue']).optional(),
      /** Only those with a window that closes today, or by Sunday. */
      closes: z.enum(closings).optional(),
      /** The gravest come first; a screen asks for more as it is scrolled. */
      limit: z.number().int().min(1).max(10_000).default(300),
    }),
    output: z.object({ rows: z.array(dueRow), total: z.number().int() }),
  }),
  /** Who has not been met face to face for that long; those longest unseen first. */
  'home.unseen': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({
      villageId: id.optional(),
      /** By default what the office set. */
      days: homeSettings.shape.unseenDays.optional(),
    }),
    output: z.object({
      days: z.number().int(),
      rows: z.array(
        z.object({
          recipientId: id,
          recipientName: z.string(),
          villageName: z.string().nullable(),
          groupName: z.string().nullable(),
          phones: sensitive(z.array(z.string()), 'phone'),
          helpers: z.array(z.object({ id, name: z.string() })),
          /** When somebody was last there, as far as known; null: never. */
          lastSeen: z.string().nullable(),
          exempt: z.boolean(),
        }),
      ),
    }),
  }),
  /** How many contacts of each kind this month and last, the last one to the same day as well. */
  'home.months': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({}),
    output: z.object({
      month: z.string(),
      rows: z.array(
        z.object({
          kind: z.enum(codesOf(contactKindLabel)),
          now: z.number().int(),
          /** Up to the same day of last month. */
          sameDay: z.number().int(),
          lastMonth: z.number().int(),
        }),
      ),
      visitRate: z.object({ now: z.number().nullable(), lastMonth: z.number().nullable() }),
    }),
  }),
  'home.settings': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({}),
    output: homeSettings,
  }),
  'home.saveSettings': op({
    kind: 'command',
    right: 'rules.write',
    input: homeSettings,
    output: z.object({}),
  }),
  'home.progress': op({
    kind: 'query',
    right: 'contacts.read',
    input: z.strictObject({ by: z.enum(['village', 'helper']) }),
    output: z.array(progressRow),
  }),
} as const
