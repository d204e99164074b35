import type { householdsContract } from '@shared/contract/households'
import type { HandlersOf } from '../../core/context'
import { statedAge } from '../recipients/age'
import { requirePerson } from '../recipients/person'
import { joinHousehold, leaveHousehold } from './changes'
import { likelyHousemates } from './members'

export const householdsHandlers: HandlersOf<typeof householdsContract> = {
  'households.likely': (ctx, { id }) =>
    likelyHousemates(ctx, requirePerson(ctx, id)).map(({ one, why }) => ({
      id: one.id,
      name: one.name,
      gender: one.gender,
      age: statedAge(ctx, one.birthDate),
      villageName: one.villageName,
      villageGroupName: one.villageGroupName,
      why,
    })),
  'households.join': joinHousehold,
  'households.leave': leaveHousehold,
}
