import { z } from 'zod'
import {
  chargedTiers,
  freeReadingLabel,
  serviceTierLabel,
} from '../domain/service-tiers/vocabulary'
import { categoryLabel, codesOf } from '../domain/vocabulary'
import { criteria } from './criteria'
import { day, id, reason } from './fields'
import { op, sensitive } from './op'

const chargedTier = z.enum(chargedTiers)
export const serviceTier = z.enum(codesOf(serviceTierLabel))
const categories = z
  .array(z.enum(codesOf(categoryLabel)))
  .max(30)
  .readonly()

const tierRule = z.strictObject({
  code: z.string().trim().min(1).max(40),
  tier: serviceTier,
  title: z.string().trim().min(1, '请给规则起个名字').max(60),
  /** Any one of these; empty is everybody. */
  groups: categories,
  conditions: criteria,
})

const scheme = {
  from: day,
  /** 无偿的三项条件管到谁. */
  reading: z.enum(codesOf(freeReadingLabel)),
  rules: z.array(tierRule).min(1, '至少要有一条规则').max(40).readonly(),
  volunteerFirst: categories,
}
const schemeInput = z.strictObject(scheme)

const counts = z.object({
  free: z.number().int(),
  lowCost: z.number().int(),
  paid: z.number().int(),
  /** People of none of the three to whom 志愿服务 is open. */
  volunteer: z.number().int(),
  none: z.number().int(),
  /** People for whom facts are missing that could give a better tier. */
  undecided: z.number().int(),
})
export type TierCounts = z.output<typeof counts>

// Reasons name self-care and assessments.
const why = sensitive(z.string(), 'health')
const computed = z.object({ tier: chargedTier.nullable(), reason: why })

export const tierDecision = z.object({
  tier: chargedTier.nullable(),
  rule: z.string().nullable(),
  reason: why,
  /** Why not a better tier. */
  better: z
    .array(
      z.object({
        tier: chargedTier,
        title: z.string(),
        reason: why,
        unknown: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  volunteer: z.object({ holds: z.boolean(), reason: why, first: z.boolean() }),
  unknown: z.array(z.string()).readonly(),
  overridden: z.object({ from: z.string(), to: z.string().nullable(), computed }).nullable(),
})

export const serviceTiersContract = {
  'serviceTiers.schemes': op({
    kind: 'query',
    right: 'rules.read',
    input: z.strictObject({}),
    /** Oldest first; the program's own comes before any of the office's. */
    output: z.array(schemeInput.extend({ to: z.string().nullable() })),
  }),
  /** What a change of rules would do to the people on file, before it is saved. */
  'serviceTiers.preview': op({
    kind: 'query',
    right: 'rules.read',
    input: schemeInput,
    output: z.object({
      /** Today, or the first day of the change where that lies ahead. */
      asOf: z.string(),
      before: counts,
      after: counts,
      changed: z.number().int(),
      /** The first of them by name. */
      examples: z.array(
        z.object({
          id,
          name: z.string(),
          villageName: z.string(),
          from: serviceTier.nullable(),
          to: serviceTier.nullable(),
        }),
      ),
    }),
  }),
  /** The office's own rules from a day on; days before keep theirs. */
  'serviceTiers.saveScheme': op({
    kind: 'command',
    right: 'rules.write',
    input: schemeInput,
    output: z.object({}),
  }),
  /** One person's tier with the rule that gave it and why no better one. */
  'serviceTiers.person': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ recipientId: id, day: day.optional() }),
    output: tierDecision.extend({
      reading: z.enum(codesOf(freeReadingLabel)),
      overrides: z.array(
        z.object({
          id,
          tier: chargedTier.nullable(),
          reason: z.string(),
          from: z.string(),
          to: z.string().nullable(),
        }),
      ),
    }),
  }),
  'serviceTiers.override': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      recipientId: id,
      /** `none`: none of the three applies; `rules`: back to what the rules say. */
      tier: z.enum([...chargedTiers, 'none', 'rules']),
      from: day,
      /** The last day, where the decision is for a time. */
      to: day.nullable().default(null),
      reason,
    }),
    output: z.object({}),
  }),
  /** How many people of each tier on a day, over all and by village. */
  'serviceTiers.summary': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ day: day.optional(), villageId: id.optional() }),
    output: z.object({
      asOf: z.string(),
      total: counts,
      villages: z.array(z.object({ villageId: id.nullable(), name: z.string(), counts })),
    }),
  }),
} as const
