import { loadPolicy } from '@db/repositories/rules'
import type { StoreContext } from '@db/context'
import type { OutputOf } from '@shared/contract'
import type { RuleChange } from '@shared/contract/rules'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { CadencePolicy, CadenceRule } from '@shared/domain/cadence/rules'
import { complianceUnder, type PersonStandings } from '../compliance/standings'
import { presetNamed } from './presets'

type Preview = OutputOf<'rules.preview'>
type Burden = Preview['before']

/** What a change of rules, credits or scope would do, worked out by the one function for both. */
export function previewOf(ctx: StoreContext, change: RuleChange): Preview {
  const policy = loadPolicy(ctx)
  const { from, ...after } = changedBy(policy, change)
  const asOf = from > ctx.today ? from : ctx.today
  const now = complianceUnder(ctx, policy, asOf)
  const then = complianceUnder(ctx, { ...policy, ...after }, asOf)
  const [before, later] = [now, then].map(({ people }) => byVillage(people))
  return {
    asOf,
    before: burdenOf(now.people),
    after: burdenOf(then.people),
    rate: {
      before: { scope: now.visitRate.scope, visited: now.visitRate.visited },
      after: { scope: then.visitRate.scope, visited: then.visitRate.visited },
    },
    villages: [...before!.entries()]
      .map(([name, people]) => ({
        name,
        before: burdenOf(people),
        after: burdenOf(later!.get(name) ?? []),
      }))
      .filter(({ before, after }) => before.bound > 0 || after.bound > 0),
  }
}

/** The policy after a change, and the first day on which it shows. */
function changedBy(
  { rules, credits, rateScopes }: CadencePolicy,
  change: RuleChange,
): Partial<CadencePolicy> & { from: Day } {
  switch (change.change) {
    case 'end':
      return {
        rules: rules.flatMap((one) => (one.id === change.id ? cutTo(one, change.on) : one)),
        from: addDays(change.on, 1),
      }
    case 'add':
      return { rules: [...rules, { ...change, id: UNSAVED }], from: change.from }
    case 'adopt': {
      const eve = addDays(change.from, -1)
      const kept = change.replaceOthers ? rules.flatMap((rule) => cutTo(rule, eve)) : rules
      const adopted = presetNamed(change.preset).rules.map((rule, index) => ({
        ...rule,
        id: UNSAVED + index,
        from: change.from,
        to: null,
      }))
      return { rules: [...kept, ...adopted], from: change.from }
    }
    case 'addCredit':
      return { credits: [...credits, change], from: change.from }
    case 'endCredit':
      return {
        credits: credits.flatMap((one) =>
          'id' in one && one.id === change.id ? cutTo(one, change.on) : one,
        ),
        from: addDays(change.on, 1),
      }
    case 'scope': {
      const from = `${change.fromMonth}-01`
      return { rateScopes: [...rateScopes, { who: change.who, from, to: null }], from }
    }
  }
}

/** Ids of rules that are only tried out: beyond those of saved ones, because ties go by id. */
const UNSAVED = Number.MAX_SAFE_INTEGER - 1000

/** What is dated, cut to its last day; nothing is left of what was to begin later. */
function cutTo<Kept extends Pick<CadenceRule, 'to'> & { from: Day | null }>(
  one: Kept,
  on: Day,
): Kept[] {
  if (one.from !== null && one.from > on) return []
  return [one.to !== null && one.to <= on ? one : { ...one, to: on }]
}

function byVillage(people: readonly PersonStandings[]): Map<string, PersonStandings[]> {
  const villages = new Map<string, PersonStandings[]>()
  for (const one of people) {
    const name = one.person.villageName || '未分村'
    const known = villages.get(name)
    if (known) known.push(one)
    else villages.set(name, [one])
  }
  return villages
}

function burdenOf(people: readonly PersonStandings[]): Burden {
  const burden = { bound: 0, overdue: 0, due: 0, exempt: 0, owed: 0 }
  for (const { standings, state } of people) {
    if (standings.length > 0) burden.bound += 1
    if (state === 'overdue' || state === 'due' || state === 'exempt') burden[state] += 1
    for (const one of standings) {
      if (one.state !== 'exempt') burden.owed += Math.max(0, one.open.needed - one.open.done)
    }
  }
  return burden
}
