import { getRecipient, updateRecipient } from '@db/repositories/recipients'
import type { recipientsContract } from '@shared/contract/recipients'
import type { HandlersOf } from '../../core/context'
import { saveCustomValues } from '../custom-fields/values'
import { changedFacts, requireHousemates, shareWithHousemates } from '../households/shared-edits'
import { createRecipient } from './create'
import { settleFacts } from './facts'
import { hideFamilyMember, saveFamilyMember } from './family'
import { readFile } from './file'
import { readHistory, restoreValue } from './history'
import { listRecipients, lookUp } from './list'
import { changeStatus, moveRecipient, overrideCategory, setGroups, setRisk } from './periods'
import { requirePerson } from './person'
import { readPhoto, savePhoto } from './photo'
import { findSimilar } from './similar'

export const recipientsHandlers: HandlersOf<typeof recipientsContract, 'recipients.setPhoto'> = {
  'recipients.list': listRecipients,
  'recipients.lookup': lookUp,
  'recipients.similar': findSimilar,
  'recipients.file': (ctx, { id }) => readFile(ctx, id),
  'recipients.history': readHistory,
  'recipients.create': createRecipient,
  'recipients.update': (ctx, { id, revision, facts, custom, alsoFor }) => {
    requirePerson(ctx, id)
    const housemates = requireHousemates(ctx, id, alsoFor)
    const current = getRecipient(ctx, id) ?? null
    const settled = settleFacts(ctx, facts, current)
    const saved = updateRecipient(ctx, id, settled, revision)
    saveCustomValues(ctx, id, custom)
    shareWithHousemates(ctx, housemates, changedFacts(current, settled))
    return { revision: saved }
  },
  'recipients.restoreValue': restoreValue,
  'recipients.changeStatus': changeStatus,
  'recipients.move': moveRecipient,
  'recipients.setGroups': setGroups,
  'recipients.setRisk': setRisk,
  'recipients.overrideCategory': overrideCategory,
  'recipients.saveFamilyMember': saveFamilyMember,
  'recipients.voidFamilyMember': hideFamilyMember,
  'recipients.photo': readPhoto,
  'recipients.setPhoto': savePhoto,
}
