import { listSets, proveChain, touchedBy } from '@db/repositories/audit'
import { historyOfSet, referenceNames } from '@db/repositories/history'
import type { StoreContext } from '@db/context'
import type { auditContract } from '@shared/contract/audit'
import { entityLabel } from '@shared/domain/entity-labels'
import { operationLabels } from '@shared/domain/operation-labels'
import type { HandlersOf } from '../../core/context'

export const auditHandlers: HandlersOf<typeof auditContract> = {
  'audit.list': (ctx, { operatorId, from, to, text, after, limit }) => {
    const rows = listSets(
      ctx,
      {
        operatorId,
        from: from && startOfDay(from),
        to: to && endOfDay(to),
        ...(text && { operations: operationsNamed(text), text }),
      },
      after ?? null,
      limit + 1,
    )
    const page = rows.slice(0, limit)
    const about = aboutOf(
      ctx,
      page.map(({ id }) => id),
    )
    const last = page.at(-1)
    return {
      rows: page.map((row) => ({ ...row, about: about(row.id) })),
      next: rows.length > limit && last ? { at: last.at, id: last.id } : null,
    }
  },

  'audit.changes': (ctx, { id, limit }) => {
    const names = referenceNames(ctx)
    return historyOfSet(ctx, id, limit).map(({ fields, ...entry }) => ({
      id: entry.id,
      at: entry.at,
      operatorName: entry.operatorName,
      operation: entry.operation,
      cause: entry.cause,
      entity: entry.entity,
      subject: entry.subject,
      kind: entry.kind,
      fields: fields.map(({ field, from, to }) => ({
        field,
        from: names(field, from) ?? from,
        to: names(field, to) ?? to,
        restorable: false,
      })),
    }))
  },

  'audit.prove': async (ctx, _input) => {
    const proof = proveChain(ctx)
    for (;;) {
      const step = proof.next()
      if (step.done) return step.value
      ctx.signal.throwIfAborted()
      ctx.progress(step.value, 0, '正在核对操作记录')
      await new Promise((resume) => {
        setImmediate(resume)
      })
    }
  },
}

const operationsNamed = (text: string): string[] =>
  Object.entries(operationLabels)
    .filter(([, label]) => label.includes(text))
    .map(([name]) => name)

/** 档案 1、家庭成员 2; what was taken out, where records were not touched. */
function aboutOf(ctx: StoreContext, setIds: readonly number[]): (setId: number) => string {
  const { records, events } = touchedBy(ctx, setIds)
  const words = new Map<number, string[]>()
  const say = (setId: number, word: string): void =>
    void words.set(setId, [...(words.get(setId) ?? []), word])
  for (const { setId, about } of events) if (about) say(setId, about)
  for (const { setId, entity, records: count } of records) {
    if (entity !== 'audit_event') say(setId, `${entityLabel[entity] ?? '设置'} ${count}`)
  }
  return (setId) => words.get(setId)?.join('、') ?? ''
}

/** The instants between which a local day lies. */
const startOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString()
const endOfDay = (day: string): string => new Date(`${day}T23:59:59.999`).toISOString()
