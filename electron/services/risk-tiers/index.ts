import type { StoreContext } from '@db/context'
import { beginRisk } from '@db/repositories/recipient-periods'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import { readSetting, writeSetting } from '@db/repositories/settings'
import { failure } from '@shared/contract/failure'
import type { riskTiersContract } from '@shared/contract/risk-tiers'
import { standingOn } from '@shared/domain/periods'
import {
  proposalKind,
  proposeRiskTier,
  publishedRiskTiers,
  type ProposalKind,
  type RiskTierProposal,
  type RiskTierRule,
} from '@shared/domain/risk-tiers/propose'
import type { HandlersOf } from '../../core/context'
import { criterionFactsOf } from '../classification/criterion-facts'
import { requirePerson } from '../recipients/person'

const rulesKey = 'riskTierRules'

const ownRules = (ctx: StoreContext): readonly RiskTierRule[] | null =>
  readSetting<{ rules: readonly RiskTierRule[] | null }>(ctx, rulesKey)?.rules ?? null

const proposalFor = (ctx: StoreContext, person: RosterPerson): RiskTierProposal =>
  proposeRiskTier(ownRules(ctx) ?? publishedRiskTiers, criterionFactsOf(ctx, person), ctx.today)

const isElderOnFile = ({ status, groups }: RosterPerson): boolean =>
  status === 'active' && groups.includes('elder')

export const riskTiersHandlers: HandlersOf<typeof riskTiersContract> = {
  'riskTiers.rules': (ctx) => {
    const own = ownRules(ctx)
    return { rules: own ?? publishedRiskTiers, own: own !== null }
  },

  'riskTiers.saveRules': (ctx, { rules }) => {
    writeSetting(ctx, rulesKey, { rules })
    return {}
  },

  'riskTiers.proposals': (ctx, { villageId, kind, level }) => {
    const all = loadRoster(ctx)
      .filter((one) => isElderOnFile(one) && (villageId ?? one.villageId) === one.villageId)
      .map((person) => {
        const { level, ...why } = proposalFor(ctx, person)
        const now = standingOn(person.risks, ctx.today)
        return {
          recipientId: person.id,
          recipientName: person.name,
          villageName: person.villageName,
          groupName: person.villageGroupName,
          now: now?.level ?? null,
          since: now?.from ?? null,
          proposed: level,
          ...why,
          kind: proposalKind(now?.level ?? null, level),
        }
      })
    const counts: Record<ProposalKind, number> = { unset: 0, higher: 0, lower: 0, same: 0 }
    for (const one of all) counts[one.kind] += 1
    return {
      rows: all.filter(
        (one) => (kind ?? one.kind) === one.kind && (level ?? one.proposed) === one.proposed,
      ),
      counts,
    }
  },

  'riskTiers.adopt': (ctx, { recipientIds }) => {
    const people = [...new Set(recipientIds)].map((id) => requirePerson(ctx, id))
    const stranger = people.find((person) => !isElderOnFile(person))
    if (stranger) {
      throw failure(
        'VALIDATION',
        `${stranger.name}不是在册老人，分级只管在册老人。谁的等级都没有改，请去掉后再采用。`,
      )
    }
    let changed = 0
    for (const person of people) {
      const { level, reason } = proposalFor(ctx, person)
      if (person.riskLevel === level) continue
      beginRisk(ctx, person.id, person.risks, {
        level,
        from: ctx.today,
        reason: `按分级条件：${reason}`,
      })
      changed += 1
    }
    return { changed }
  },
}
