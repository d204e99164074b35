import { z } from 'zod'
import { rateScopeLabel } from '../domain/cadence/vocabulary'
import { codesOf, contactKindLabel } from '../domain/vocabulary'
import { duty } from './compliance'
import { day, id } from './fields'
import { op } from './op'

/** 抵算: which kind of contact also counts for which duty, from when to when. */
export const creditAsk = {
  kind: z.enum(codesOf(contactKindLabel)),
  duty,
}

const creditRow = z.object({
  id,
  ...creditAsk,
  from: z.string(),
  to: z.string().nullable(),
  standing: z.enum(['inForce', 'ended', 'coming']),
})

export const rateScopeAsk = {
  who: z.enum(codesOf(rateScopeLabel)),
  /** The first month measured so. */
  fromMonth: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请填写年月，如 2026-11'),
}

export const creditsContract = {
  'credits.list': op({
    kind: 'query',
    right: 'rules.read',
    input: z.strictObject({}),
    output: z.object({
      credits: z.array(creditRow),
      /** Common ones that are not in force, to be taken over with one key. */
      suggested: z.array(z.object(creditAsk)),
    }),
  }),
  'credits.add': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject({ ...creditAsk, from: day, to: day.nullable().default(null) }),
    output: z.object({ id }),
  }),
  /** `on` is the last day on which it counts. */
  'credits.end': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject({ id, on: day }),
    output: z.object({}),
  }),
  /** 月探访率的统计范围, newest first; months before the first are measured over `bound`. */
  'rateScopes.list': op({
    kind: 'query',
    right: 'rules.read',
    input: z.strictObject({}),
    output: z.object({
      scopes: z.array(
        z.object({ id, who: rateScopeAsk.who, from: z.string(), to: z.string().nullable() }),
      ),
      /** This month's. */
      who: rateScopeAsk.who,
      /** 口径 of this month's rate. */
      basis: z.string(),
    }),
  }),
  'rateScopes.set': op({
    kind: 'command',
    right: 'rules.write',
    input: z.strictObject(rateScopeAsk),
    output: z.object({ id }),
  }),
} as const
