import { z } from 'zod'
import { codesOf, genderLabel } from '../domain/vocabulary'
import { unplacedReasonLabel } from '../domain/pairings/suggest'
import { day, id, reason } from './fields'
import { assignment } from './helpers'
import { op } from './op'

/** A helper who fits somebody, with what speaks for it. */
const candidate = z.object({
  helperId: id,
  helperName: z.string(),
  unit: z.string().nullable(),
  villageName: z.string().nullable(),
  caseload: z.number().int(),
  capacity: z.number().int(),
  /** In words, the weightiest first: 同一小组, 同姓 … */
  reasons: z.array(z.string()),
})

export const pairingSuggestion = z.object({
  recipientId: id,
  recipientName: z.string(),
  initials: z.string(),
  gender: z.enum(codesOf(genderLabel)).nullable(),
  age: z.string().nullable(),
  villageId: id.nullable(),
  villageName: z.string().nullable(),
  groupName: z.string().nullable(),
  needsBathing: z.boolean(),
  /** Who helped last. */
  lastHelper: z.string().nullable(),
  /** Null where nobody can be proposed; `unplaced` says why. */
  proposal: candidate.nullable(),
  unplaced: z.enum(codesOf(unplacedReasonLabel)).nullable(),
  /** The best of all who fit, full ones included. */
  candidates: z.array(candidate),
})
export type PairingSuggestion = z.output<typeof pairingSuggestion>

export const pairingSuggestionsContract = {
  /**
   * 结对建议: for everybody on file without a helper, or for those whom one helper would leave
   * behind. One proposal for all of them together, so that nobody gets more than they can take.
   */
  'pairings.suggest': op({
    kind: 'query',
    right: 'helpers.read',
    input: z.strictObject({
      villageId: id.optional(),
      /** Only these; they may have helpers besides. */
      recipientIds: z.array(id).min(1).max(500).optional(),
      /** Whoever would have no helper if this one left today; the helper is proposed to nobody. */
      leavingHelperId: id.optional(),
    }),
    output: z.array(pairingSuggestion),
  }),
  /** Pairs each with their own helper, in one act. Refused where somebody would be overloaded. */
  'pairings.assign': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({
      assignments: z.array(assignment).min(1, '请选择要采用的建议').max(3000),
      from: day,
      reason: reason.nullable().default(null),
      /** Said yes to “超过最多帮扶人数”. */
      allowOverload: z.boolean().default(false),
    }),
    output: z.object({ ids: z.array(id) }),
  }),
  /** 「不配这一位」: the pair is not suggested again; it can still be made by hand. */
  'pairings.dismiss': op({
    kind: 'command',
    right: 'helpers.write',
    input: assignment,
    output: z.object({}),
  }),
} as const
