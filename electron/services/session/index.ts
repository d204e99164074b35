import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import { discardDraft, getDraft, putDraft } from '@db/repositories/drafts'
import { readSetting, writeSetting } from '@db/repositories/settings'
import type { sessionContract } from '@shared/contract/session'
import { mayDo, rights } from '@shared/domain/rights'
import type { HandlersOf } from '../../core/context'

const IDLE_LOCK = 'idleLockMinutes'

export const sessionHandlers: HandlersOf<typeof sessionContract> = {
  'session.me': (ctx) => {
    const { name, province, county, township, regionCode } = getCentre(ctx)
    return {
      operator: ctx.operator,
      rights: rights.filter((right) => mayDo(ctx.operator.role, right)),
      reach: reachOf(ctx),
      centre: { name, province, county, township, regionCode },
      today: ctx.today,
      idleLockMinutes: readSetting<number>(ctx, IDLE_LOCK) ?? 10,
    }
  },
  'session.setIdleLock': (ctx, { minutes }) => {
    writeSetting(ctx, IDLE_LOCK, minutes)
    return {}
  },
  'drafts.get': (ctx, { id }) => {
    const draft = getDraft(ctx, id)
    return draft ? { content: draft.content, savedAt: draft.savedAt } : null
  },
  'drafts.put': (ctx, { id, content }) => {
    putDraft(ctx, id, content)
    return { savedAt: ctx.now }
  },
  'drafts.discard': (ctx, { id }) => {
    discardDraft(ctx, id)
    return {}
  },
}

const reachOf = ({ scope: { villages, groups } }: StoreContext) =>
  groups !== null ? 'groups' : villages !== null ? 'villages' : 'township'
