import { z } from 'zod'
import { serviceKindLabel } from '../domain/services/vocabulary'
import {
  associationKindLabel,
  fireResultLabel,
  stationKindLabel,
} from '../domain/stations/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import { op, sensitive } from './op'
import { historyEntry } from './recipients'

/** 站点和设施, their 消防安全检查, and the associations of elders. */

const kind = z.enum(codesOf(stationKindLabel))
const services = z.array(z.enum(codesOf(serviceKindLabel))).max(7)
const text = z.string().nullable()
const beds = z
  .number()
  .int()
  .min(0, '床位不能是负数')
  .max(10_000, '床位太多')
  .nullable()
  .default(null)

const filter = z.strictObject({
  kind: kind.optional(),
  villageId: id.optional(),
  /** What it is called, where it is, who runs it. */
  text: z.string().trim().max(60).optional(),
  /** Only those to which something has to be done: services lacking, a fire check due or missed. */
  wanting: z.enum(['services', 'fire']).optional(),
  withClosed: z.boolean().default(false),
})

const facts = {
  kind,
  name: z.string().trim().min(2, '请填写名称').max(60, '名称最多 60 字'),
  /** Null belongs to the township. */
  villageId: id.nullable().default(null),
  address: optionalText(120),
  openHours: optionalText(60),
  bedsTotal: beds,
  bedsUsed: beds,
  runBy: optionalText(60),
  manager: optionalText(30),
  phone: optionalText(30),
  services: services.default([]),
  from: day,
  note: optionalText(500),
}

export const stationRow = z.object({
  id,
  revision,
  kind,
  name: z.string(),
  villageId: id.nullable(),
  villageName: text,
  address: text,
  openHours: text,
  bedsTotal: z.number().int().nullable(),
  bedsUsed: z.number().int().nullable(),
  runBy: text,
  manager: text,
  phone: sensitive(text, 'phone'),
  services,
  /** Kinds of service it lacks of those the office asks. */
  lackingServices: z.number().int(),
  fire: z.object({
    standing: z.enum(['never', 'overdue', 'due', 'met']),
    lastOn: text,
    lastResult: z.enum(codesOf(fireResultLabel)).nullable(),
    nextOn: text,
  }),
  from: z.string(),
  to: text,
  endReason: text,
  note: text,
})
export type StationRow = z.output<typeof stationRow>

export const stationStandards = z.strictObject({
  leastServices: z.number().int().min(0).max(7),
  leastServicesOf: z.array(kind).max(4),
  fireCheckMonths: z.number().int().min(1, '至少 1 个月').max(36, '最多 36 个月'),
  recheckDays: z.number().int().min(1, '至少 1 天').max(180, '最多 180 天'),
})

const associationKind = z.enum(codesOf(associationKindLabel))
const associationFacts = {
  kind: associationKind,
  name: z.string().trim().min(2, '请填写名称').max(60, '名称最多 60 字'),
  villageId: id,
  /** Null is of the whole village. */
  villageGroupId: id.nullable().default(null),
  chair: optionalText(30),
  phone: optionalText(30),
  members: z.number().int().min(0, '人数不能是负数').max(100_000).nullable().default(null),
  from: day,
  note: optionalText(500),
}
const associationFilter = z.strictObject({
  kind: associationKind.optional(),
  villageId: id.optional(),
  withClosed: z.boolean().default(false),
})

export const associationRow = z.object({
  id,
  revision,
  kind: associationKind,
  name: z.string(),
  villageId: id,
  villageName: z.string(),
  villageGroupId: id.nullable(),
  villageGroupName: text,
  chair: text,
  phone: sensitive(text, 'phone'),
  members: z.number().int().nullable(),
  from: z.string(),
  to: text,
  endReason: text,
  note: text,
})
export type AssociationRow = z.output<typeof associationRow>

const read = 'organization.read'
const write = 'organization.write'
const ending = z.strictObject({ id, revision, on: day, reason })

export const stationsContract = {
  'stations.list': op({
    kind: 'query',
    right: read,
    input: z.strictObject({ filter: filter.prefault({}) }),
    output: z.array(stationRow),
  }),
  'stations.file': op({
    kind: 'query',
    right: read,
    input: z.strictObject({ id }),
    output: stationRow.extend({
      /** The latest first. */
      checks: z.array(
        z.object({
          id,
          day: z.string(),
          result: z.enum(codesOf(fireResultLabel)),
          checkedBy: text,
          nextOn: z.string(),
          note: text,
        }),
      ),
    }),
  }),
  'stations.history': op({
    kind: 'query',
    right: read,
    input: z.strictObject({ id }),
    output: z.array(historyEntry),
  }),
  'stations.create': op({
    kind: 'command',
    right: write,
    input: z.strictObject(facts),
    output: z.object({ id }),
  }),
  'stations.update': op({
    kind: 'command',
    right: write,
    input: z.strictObject({ id, revision, ...facts }),
    output: z.object({}),
  }),
  /** The last day it was open, and why. */
  'stations.close': op({ kind: 'command', right: write, input: ending, output: z.object({}) }),
  'stations.reopen': op({
    kind: 'command',
    right: write,
    input: z.strictObject({ id, revision }),
    output: z.object({}),
  }),
  /** Only for what was typed in twice. */
  'stations.void': op({
    kind: 'command',
    right: write,
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'stations.recordFireCheck': op({
    kind: 'command',
    right: write,
    input: z.strictObject({
      stationId: id,
      day,
      result: z.enum(codesOf(fireResultLabel)),
      checkedBy: optionalText(60),
      /** By the office's standards where left out. */
      nextOn: day.nullable().default(null),
      note: optionalText(300),
    }),
    output: z.object({ id, nextOn: z.string() }),
  }),
  'stations.voidFireCheck': op({
    kind: 'command',
    right: write,
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'stations.standards': op({
    kind: 'query',
    right: read,
    input: z.strictObject({}),
    output: stationStandards,
  }),
  'stations.saveStandards': op({
    kind: 'command',
    right: write,
    input: stationStandards,
    output: z.object({}),
  }),
  /** The list as filtered, to Excel. */
  'stations.export': op({
    kind: 'job',
    right: read,
    input: z.strictObject({ filter: filter.prefault({}) }),
    output: artifact,
  }),

  'associations.list': op({
    kind: 'query',
    right: read,
    input: z.strictObject({ filter: associationFilter.prefault({}) }),
    output: z.array(associationRow),
  }),
  'associations.create': op({
    kind: 'command',
    right: write,
    input: z.strictObject(associationFacts),
    output: z.object({ id }),
  }),
  'associations.update': op({
    kind: 'command',
    right: write,
    input: z.strictObject({ id, revision, ...associationFacts }),
    output: z.object({}),
  }),
  /** Its last day, and why. */
  'associations.dissolve': op({
    kind: 'command',
    right: write,
    input: ending,
    output: z.object({}),
  }),
  'associations.void': op({
    kind: 'command',
    right: write,
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'associations.export': op({
    kind: 'job',
    right: read,
    input: z.strictObject({ filter: associationFilter.prefault({}) }),
    output: artifact,
  }),
} as const
