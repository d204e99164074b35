import { z } from 'zod'
import { proposalKindLabel } from '../domain/risk-tiers/propose'
import { codesOf, riskLevelLabel } from '../domain/vocabulary'
import { criteria } from './criteria'
import { id } from './fields'
import { op, sensitive } from './op'

const riskLevel = z.enum(codesOf(riskLevelLabel))
const kind = z.enum(codesOf(proposalKindLabel))

const rules = z
  .array(
    z.strictObject({
      title: z.string().trim().min(1, '请写明是哪些人').max(60),
      level: z.enum(['high', 'key']),
      conditions: criteria.refine((list) => list.length > 0, '至少要有一项条件'),
    }),
  )
  .min(1, '至少要有一条')
  .max(30)
  .readonly()

// The words name diseases and assessments.
const words = sensitive(z.string(), 'health')

/** 分级: levels of risk proposed from the file, by conditions an office may edit. */
export const riskTiersContract = {
  'riskTiers.rules': op({
    kind: 'query',
    right: 'rules.read',
    input: z.strictObject({}),
    output: z.object({
      rules,
      /** Whether the office has edited them. */
      own: z.boolean(),
    }),
  }),
  /** Changes what is proposed from now on; nobody's level changes by it. */
  'riskTiers.saveRules': op({
    kind: 'command',
    right: 'rules.write',
    /** Null goes back to the published ones. */
    input: z.strictObject({ rules: rules.nullable() }),
    output: z.object({}),
  }),
  /** The elders on file, each with the level on file and the one their facts propose. */
  'riskTiers.proposals': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({
      villageId: id.optional(),
      kind: kind.optional(),
      level: riskLevel.optional(),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          recipientId: id,
          recipientName: z.string(),
          villageName: z.string(),
          groupName: z.string(),
          now: riskLevel.nullable(),
          since: z.string().nullable(),
          proposed: riskLevel,
          reason: words,
          missing: z.array(z.string()).readonly(),
          kind,
        }),
      ),
      /** Of everybody in the village, whatever kind and level are asked for. */
      counts: z.record(kind, z.number().int()),
    }),
  }),
  /** Gives these people the level proposed, from today; whoever has it already stays as they are. */
  'riskTiers.adopt': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ recipientIds: z.array(id).min(1, '还没有选人').max(10_000) }),
    output: z.object({ changed: z.number().int() }),
  }),
} as const
