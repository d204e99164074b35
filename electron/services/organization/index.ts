import {
  leadingGroupOf,
  phasesOf,
  replaceLeadingGroup,
  replacePhases,
  replaceResponsibilities,
  responsibilitiesOf,
} from '@db/repositories/plan'
import type { organizationContract } from '@shared/contract/organization'
import type { HandlersOf } from '../../core/context'

export const organizationHandlers: HandlersOf<typeof organizationContract> = {
  'organization.planBasis': (ctx, { year }) => ({
    leadingGroup: leadingGroupOf(ctx),
    responsibilities: responsibilitiesOf(ctx),
    phases: phasesOf(ctx, year),
  }),

  'organization.saveLeadingGroup': (ctx, { members }) => {
    replaceLeadingGroup(ctx, members)
    return {}
  },

  'organization.saveResponsibilities': (ctx, { items }) => {
    replaceResponsibilities(ctx, items)
    return {}
  },

  'organization.savePhases': (ctx, { year, phases }) => {
    replacePhases(ctx, year, phases)
    return {}
  },
}
