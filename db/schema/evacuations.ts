import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { evacuationKindLabel, evacuationOutcomeLabel } from '@shared/domain/evacuations/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { helper } from './helpers'
import { village } from './organization'
import { recordColumns } from './record'
import { recipient } from './recipients'

const ofRecipient = () =>
  integer()
    .notNull()
    .references(() => recipient.id)

/** 汛期转移安排: who moves one person where. It stands from year to year and is gone through in each. */
export const evacuationPlan = sqliteTable(
  'evacuation_plan',
  {
    ...recordColumns(),
    recipientId: ofRecipient(),
    /** 转移责任人: a helper on file, or a name as written. */
    helperId: integer().references(() => helper.id),
    responsible: text(),
    /** Under which they are reached; null takes the helper's own. */
    phone: text(),
    /** Who goes along: carries, leads by the hand, sits with them. */
    assistant: text(),
    vehicle: text(),
    /** 安置地点. */
    shelter: text(),
    route: text(),
    note: text(),
    confirmedOn: text(),
  },
  (t) => [index('evacuation_plan_recipient').on(t.recipientId)],
)

/** 一次转移: a drill or the real thing, in one village or (null) the whole township. */
export const evacuation = sqliteTable('evacuation', {
  ...recordColumns(),
  kind: text({ enum: codesOf(evacuationKindLabel) }).notNull(),
  day: text().notNull(),
  villageId: integer().references(() => village.id),
  note: text(),
})

/** Everybody who stood on the list on that day, and what became of them. */
export const evacuee = sqliteTable(
  'evacuee',
  {
    ...recordColumns(),
    evacuationId: integer()
      .notNull()
      .references(() => evacuation.id),
    recipientId: ofRecipient(),
    /** Null while nobody has said. */
    outcome: text({ enum: codesOf(evacuationOutcomeLabel) }),
    /** `HH:MM`, when they were there. */
    time: text(),
    note: text(),
  },
  (t) => [
    index('evacuee_evacuation').on(t.evacuationId),
    index('evacuee_recipient').on(t.recipientId),
  ],
)
