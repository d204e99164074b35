import { z } from 'zod'
import { day, id } from './fields'
import { op } from './op'

/** What a day of the calendar can hold beside what was done. */
export const calendarKinds = [
  'festival',
  'birthday',
  'call',
  'revisit',
  'exemption',
  'case',
  'meeting',
  'visitSheet',
  'assessment',
  'activity',
  'fireCheck',
] as const

export const calendarItem = z.object({
  day: z.string(),
  kind: z.enum(calendarKinds),
  /** 90 整寿, 需求到期, 再打电话. */
  what: z.string(),
  /** Who or what it is about; null for a festival. */
  who: z.string().nullable(),
  /** Where the screen leads, as a path of the program. */
  path: z.string().nullable(),
})
export type CalendarItem = z.output<typeof calendarItem>

/** 日历: what was done on each day of a month, and what falls on it. */
export const calendarContract = {
  'calendar.days': op({
    kind: 'query',
    right: 'contacts.read',
    input: z
      .strictObject({ from: day, to: day, villageId: id.optional() })
      .refine(
        ({ from, to }) => from <= to && to.slice(0, 4) <= String(Number(from.slice(0, 4)) + 1),
        {
          message: '一次最多看一年',
          path: ['to'],
        },
      ),
    output: z.object({
      days: z.array(
        z.object({
          day: z.string(),
          /** 十三, or 冬月 on its first day. */
          lunar: z.string(),
          /** Contacts of every kind done on the day. */
          contacts: z.number().int(),
        }),
      ),
      /** In the order of the days. */
      items: z.array(calendarItem),
    }),
  }),
} as const
