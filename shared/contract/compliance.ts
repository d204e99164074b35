import { z } from 'zod'
import { dutyLabel } from '../domain/cadence/duty-label'
import { standingStates } from '../domain/cadence/compliance'
import { majorChangeLabel, rulePeriodLabel } from '../domain/cadence/vocabulary'
import { codesOf, contactKindLabel } from '../domain/vocabulary'
import { id } from './fields'

/** How a person stands with the duties that bind them; shared by home, people, helpers. */

export const standingState = z.enum(standingStates)
export const duty = z.enum(codesOf(dutyLabel))

const windowCount = { from: z.string(), to: z.string(), needed: z.number(), done: z.number() }

export const standingShape = z.object({
  duty,
  kinds: z.array(z.enum(codesOf(contactKindLabel))).readonly(),
  period: z.enum(codesOf(rulePeriodLabel)),
  /** Why it is owed, where the period is `change`. */
  change: z.object({ date: z.string(), kind: z.enum(codesOf(majorChangeLabel)) }).nullable(),
  ruleId: id,
  /** The rule's own words: 每月电话不少于 4 次. */
  title: z.string(),
  state: standingState,
  open: z.object({ ...windowCount, daysLeft: z.number() }),
  lastClosed: z.object({ ...windowCount, missed: z.boolean() }),
})
