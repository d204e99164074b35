import { getRecipient, updateRecipient } from '@db/repositories/recipients'
import type { recipientsContract } from '@shared/contract/recipients'
import type { HandlersOf } from '../../core/context'
import { createRecipient } from './create'
import { settleFacts } from './facts'
import { hideFamilyMember, saveFamilyMember } from './family'
import { readFile, readHistory } from './file'
import { listRecipients, lookUp } from './list'
import { changeStatus, moveRecipient, overrideCategory, setGroups, setRisk } from './periods'
import { requirePerson } from './person'
import { readPhoto, savePhoto } from './photo'
import { findSimilar } from './similar'

export const recipientsHandlers: HandlersOf<typeof recipientsContract> = {
  'recipients.list': listRecipients,
  'recipients.lookup': lookUp,
  'recipients.similar': findSimilar,
  'recipients.file': (ctx, { id }) => readFile(ctx, id),
  'recipients.history': readHistory,
  'recipients.create': createRecipient,
  'recipients.update': (ctx, { id, revision, facts }) => {
    requirePerson(ctx, id)
    const settled = settleFacts(ctx, facts, getRecipient(ctx, id) ?? null)
    return { revision: updateRecipient(ctx, id, settled, revision) }
  },
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
