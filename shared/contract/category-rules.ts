import { z } from 'zod'
import {
  ageTurnsLabel,
  emptyNestLabel,
  incapacityLabel,
  leftBehindLabel,
  livingAloneLabel,
  unwillingLabel,
} from '../domain/categories/vocabulary'
import { categoryLabel, codesOf } from '../domain/vocabulary'
import { day } from './fields'
import { op, sensitive } from './op'

/** 类别口径: by which definition 留守、空巢、独居、高龄、失能 are found, from which day on. */

const years = (least: number) =>
  z.number().int().min(least, `不能小于 ${least} 周岁`).max(120, '不能大于 120 周岁')
const score = z.number().int().min(0, '得分为 0–90').max(90, '得分为 0–90')

/** What a definition says. */
const definition = {
  title: z.string().trim().min(2, '请给口径起个名字').max(60, '名字最多 60 字'),
  elderFrom: years(50),
  awayMonths: z.number().int().min(1, '至少 1 个月').max(36, '最多 36 个月'),
  advancedAgeFrom: years(60),
  ageTurns: z.enum(codesOf(ageTurnsLabel)),
  leftBehind: z.enum(codesOf(leftBehindLabel)),
  /** Whether a supporter at hand who refuses to support counts as one. */
  unwilling: z.enum(codesOf(unwillingLabel)).default('atHand'),
  livingAlone: z.enum(codesOf(livingAloneLabel)),
  emptyNest: z.enum(codesOf(emptyNestLabel)),
  incapacity: z.enum(codesOf(incapacityLabel)),
  incapacitatedUpTo: score,
  partlyIncapacitatedUpTo: score.nullable(),
}

/** A definition and the day from which it holds, until the next one begins. */
const begun = z.strictObject({ ...definition, from: day })

const affected = z.object({
  id: z.number(),
  name: z.string(),
  villageName: z.string(),
  /** What the changed definition says of this person. */
  reason: sensitive(z.string(), 'health'),
})

export const categoryRulesContract = {
  'categoryRules.list': op({
    kind: 'query',
    right: 'rules.read',
    input: z.strictObject({}),
    output: z.object({
      /** The latest first; the last one is what holds where an office chose nothing. */
      definitions: z.array(
        z.object({
          ...definition,
          from: z.string(),
          /** Last day; null while no other is set to follow. */
          to: z.string().nullable(),
          standing: z.enum(['inForce', 'ended', 'coming']),
          /** The definition the program came with, which cannot be taken away. */
          isDefault: z.boolean(),
        }),
      ),
      presets: z.array(z.object({ ...definition, key: z.string(), basis: z.string() })),
    }),
  }),
  /** Whom each category gains and loses, before the definition is saved. */
  'categoryRules.preview': op({
    kind: 'query',
    right: 'rules.read',
    input: begun,
    output: z.object({
      /** Today, or the first day of the definition where that lies ahead. */
      asOf: z.string(),
      categories: z.array(
        z.object({
          category: z.enum(codesOf(categoryLabel)),
          before: z.number().int(),
          after: z.number().int(),
          gained: z.array(affected),
          lost: z.array(affected),
        }),
      ),
    }),
  }),
  /** From that day on; the days before keep the definition they had. */
  'categoryRules.save': op({
    kind: 'command',
    right: 'rules.write',
    input: begun,
    output: z.object({}),
  }),
  /** Takes back one that has not begun yet. */
  'categoryRules.remove': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject({ from: day }),
    output: z.object({}),
  }),
} as const
