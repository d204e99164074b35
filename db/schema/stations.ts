import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ServiceKind } from '@shared/domain/services/vocabulary'
import {
  associationKindLabel,
  fireResultLabel,
  stationKindLabel,
} from '@shared/domain/stations/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { village, villageGroup } from './organization'
import { periodColumns, recordColumns } from './record'

/** 管护站、互助幸福院、日间照料中心、养老机构; open from `from` to `to`. */
export const station = sqliteTable(
  'station',
  {
    ...recordColumns(),
    ...periodColumns(),
    kind: text({ enum: codesOf(stationKindLabel) }).notNull(),
    name: text().notNull(),
    /** Null where it belongs to no village but to the township. */
    villageId: integer().references(() => village.id),
    address: text(),
    /** 开放时间, in words: 每天8:00至17:00. */
    openHours: text(),
    /** 床位; null where it has none to count. */
    bedsTotal: integer(),
    bedsUsed: integer(),
    /** 运营单位 and whom to ask for. */
    runBy: text(),
    manager: text(),
    phone: text(),
    /** What it offers, by the kinds of the catalogue of services. */
    services: text({ mode: 'json' }).$type<ServiceKind[]>().notNull(),
    note: text(),
    endReason: text(),
  },
  (t) => [index('station_village').on(t.villageId)],
)

/** 消防安全检查 of a station. */
export const fireCheck = sqliteTable(
  'fire_check',
  {
    ...recordColumns(),
    stationId: integer()
      .notNull()
      .references(() => station.id),
    day: text().notNull(),
    result: text({ enum: codesOf(fireResultLabel) }).notNull(),
    checkedBy: text(),
    /** The day by which the next has to be done. */
    nextOn: text().notNull(),
    note: text(),
  },
  (t) => [index('fire_check_station').on(t.stationId)],
)

/** 老年协会 of a village, 互助协会 of a 村民小组; there from `from` to `to`. */
export const association = sqliteTable(
  'association',
  {
    ...recordColumns(),
    ...periodColumns(),
    kind: text({ enum: codesOf(associationKindLabel) }).notNull(),
    name: text().notNull(),
    villageId: integer()
      .notNull()
      .references(() => village.id),
    villageGroupId: integer().references(() => villageGroup.id),
    /** 会长 */
    chair: text(),
    phone: text(),
    members: integer(),
    note: text(),
    endReason: text(),
  },
  (t) => [index('association_village').on(t.villageId)],
)
