import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { codesOf } from '@shared/domain/vocabulary'
import { chainLevelLabel, teamRoleLabel } from '@shared/domain/pairings/vocabulary'
import { helper } from './helpers'
import { village } from './organization'
import { periodColumns, recordColumns } from './record'
import { recipient } from './recipients'

/** 队伍 of helpers. Without a village it works in the whole township. */
export const team = sqliteTable('team', {
  ...recordColumns(),
  ...periodColumns(),
  name: text().notNull(),
  purpose: text(),
  villageId: integer().references(() => village.id),
  endReason: text(),
  note: text(),
})

/** 队员: in which role, from when to when. A change of role ends one period and begins another. */
export const teamMember = sqliteTable(
  'team_member',
  {
    ...recordColumns(),
    ...periodColumns(),
    teamId: integer()
      .notNull()
      .references(() => team.id),
    helperId: integer()
      .notNull()
      .references(() => helper.id),
    role: text({ enum: codesOf(teamRoleLabel) }).notNull(),
    endReason: text(),
  },
  (t) => [index('team_member_team').on(t.teamId), index('team_member_helper').on(t.helperId)],
)

/**
 * 责任链: who answers at a level, for a village or, where it is somebody else, for one person.
 * Exactly one of `villageId` and `recipientId` is set.
 */
export const chainLink = sqliteTable(
  'chain_link',
  {
    ...recordColumns(),
    ...periodColumns(),
    level: text({ enum: codesOf(chainLevelLabel) }).notNull(),
    villageId: integer().references(() => village.id),
    recipientId: integer().references(() => recipient.id),
    name: text().notNull(),
    post: text(),
    phone: text(),
  },
  (t) => [
    index('chain_link_village').on(t.villageId),
    index('chain_link_recipient').on(t.recipientId),
  ],
)
