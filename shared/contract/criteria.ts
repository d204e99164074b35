import { z } from 'zod'
import { codesOf, categoryLabel, recipientGroupLabel } from '../domain/vocabulary'

/** Conditions of rules as data, shared by service tiers and benefits. */

const categories = z
  .array(z.enum(codesOf(categoryLabel)))
  .min(1, '至少选一类')
  .max(30)
  .readonly()
const words = z.array(z.string().trim().min(1).max(40)).min(1, '至少选一项').max(40).readonly()
const age = z.number().int().min(0).max(130).nullable()

export const criterion = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('age'), from: age, upTo: age }),
    z.strictObject({
      kind: z.literal('group'),
      anyOf: z
        .array(z.enum(codesOf(recipientGroupLabel)))
        .min(1)
        .max(10)
        .readonly(),
    }),
    z.strictObject({ kind: z.literal('category'), anyOf: categories }),
    z.strictObject({ kind: z.literal('noCategory'), noneOf: categories }),
    z.strictObject({ kind: z.literal('relief'), anyOf: words }),
    z.strictObject({ kind: z.literal('noRelief'), noneOf: words }),
    z.strictObject({ kind: z.literal('disabilityLevel'), upTo: z.number().int().min(1).max(4) }),
    z.strictObject({ kind: z.literal('abilityScore'), upTo: z.number().int().min(0).max(90) }),
    z.strictObject({ kind: z.literal('noChildNearby') }),
    z.strictObject({
      kind: z.literal('income'),
      anyOf: z.array(z.string().trim().min(1).max(40)).max(40).readonly(),
      atLeast: z.number().min(0).max(10_000_000).nullable(),
    }),
    z.strictObject({ kind: z.literal('need'), anyOf: words }),
    z.strictObject({ kind: z.literal('disease'), anyOf: words }),
  ])
  .refine(
    (one) => one.kind !== 'age' || one.from === null || one.upTo === null || one.from <= one.upTo,
    '年龄上限不能小于下限',
  )

export const criteria = z.array(criterion).max(20, '条件最多 20 项').readonly()
