import type { StoreContext } from '@db/context'
import { dictionariesOf } from '@db/repositories/dictionaries'
import { allCustomValues, findCustomField, writeCustomValue } from '@db/repositories/custom-fields'
import { beginGroups, beginRisk } from '@db/repositories/recipient-periods'
import { allRecipients, changeFacts, type RecipientPatch } from '@db/repositories/recipients'
import type { RosterPerson } from '@db/repositories/roster'
import { failure } from '@shared/contract/failure'
import type { OutputOf } from '@shared/contract'
import type { BulkChange } from '@shared/contract/recipient-lists'
import { customWords, settleCustomValue } from '@shared/domain/custom-fields/custom-field'
import { factWords } from '@shared/domain/facts/words'
import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import { recipientGroupLabel, riskLevelLabel, type RecipientGroup } from '@shared/domain/vocabulary'
import type { CommandContext } from '../../core/context'
import { settleFacts } from '../recipients/facts'
import { requirePerson } from '../recipients/person'

/** What a change means for one person: how it reads, and how it is written. */
interface Effect {
  from: string
  to: string
  /** `revision` is the save of the person's record that the preview was made from. */
  write: (ctx: CommandContext, revision: number) => void
}

/** Null where the person is so already. */
type EffectOn = (person: RosterPerson) => Effect | null

function effectOf(ctx: StoreContext, change: BulkChange): EffectOn {
  if ('facts' in change) return factsEffect(ctx, change.facts)
  if ('custom' in change) return customEffect(ctx, change.custom)
  if ('riskLevel' in change) return riskEffect(ctx, change)
  return groupEffect(ctx, change)
}

function factsEffect(
  ctx: StoreContext,
  facts: Extract<BulkChange, { facts: object }>['facts'],
): EffectOn {
  const records = allRecipients(ctx)
  const dictionaries = dictionariesOf(ctx)
  const wordsOf = (field: RecipientField, value: unknown): string =>
    factWords(field, value, dictionaries)
  return ({ id }) => {
    const record = records.get(id)!
    const patch = settleFacts(ctx, facts, record)
    const fields = (Object.keys(patch) as (keyof RecipientPatch & RecipientField)[]).filter(
      (field) => wordsOf(field, record[field]) !== wordsOf(field, patch[field]),
    )
    if (fields.length === 0) return null
    const words = (of: RecipientPatch): string =>
      fields
        .map((field) => `${recipientFieldLabel[field]}：${wordsOf(field, of[field]) || '空'}`)
        .join('；')
    return {
      from: words(record),
      to: words(patch),
      write: (ctx, revision) => changeFacts(ctx, id, patch, revision),
    }
  }
}

function customEffect(
  ctx: StoreContext,
  { fieldId, value: typed }: Extract<BulkChange, { custom: object }>['custom'],
): EffectOn {
  const field = findCustomField(ctx, fieldId)
  if (!field || field.retired)
    throw failure('NOT_FOUND', '没有这个自定义字段，或已停用，没有改动任何人。请刷新后再试。')
  const values = allCustomValues(ctx)
  return ({ id }) => {
    const held = values.get(id)?.get(fieldId) ?? null
    const settled = settleCustomValue(field, typed, held, ctx.today)
    if ('fault' in settled)
      throw failure('VALIDATION', `${field.name}：${settled.fault}。没有改动任何人。`, {
        value: settled.fault,
      })
    const { value } = settled
    if (value === held) return null
    return {
      from: customWords(field, held) || '空',
      to: customWords(field, value) || '空',
      write: (ctx) => writeCustomValue(ctx, id, fieldId, value),
    }
  }
}

function riskEffect(
  { today }: StoreContext,
  { riskLevel, reason }: Extract<BulkChange, { riskLevel: unknown }>,
): EffectOn {
  const words = (level: RosterPerson['riskLevel']): string =>
    level === null ? '未定' : riskLevelLabel[level]
  return ({ id, risks, riskLevel: now }) =>
    now === riskLevel
      ? null
      : {
          from: words(now),
          to: words(riskLevel),
          write: (ctx) => beginRisk(ctx, id, risks, { level: riskLevel, from: today, reason }),
        }
}

function groupEffect(
  { today }: StoreContext,
  { group, joins, reason }: Extract<BulkChange, { group: unknown }>,
): EffectOn {
  const words = (groups: readonly RecipientGroup[]): string =>
    groups.map((one) => recipientGroupLabel[one]).join('、')
  return ({ id, groups: now, groupSpans }) => {
    if (now.includes(group) === joins) return null
    const groups = joins ? [...now, group] : now.filter((one) => one !== group)
    // Nobody is left without a group: such a file would stand in no list.
    if (groups.length === 0) return null
    return {
      from: words(now),
      to: words(groups),
      write: (ctx) => beginGroups(ctx, id, groupSpans, { groups, from: today, reason }),
    }
  }
}

export function previewBulk(
  ctx: StoreContext,
  { ids, change }: { ids: number[]; change: BulkChange },
): OutputOf<'recipients.bulkPreview'> {
  const effectOn = effectOf(ctx, change)
  const people = [...new Set(ids)].map((id) => requirePerson(ctx, id))
  const lines = people.flatMap((person) => {
    const effect = effectOn(person)
    if (!effect) return []
    const { id, revision, name, villageName } = person
    return [{ id, revision, name, villageName, from: effect.from, to: effect.to }]
  })
  return { lines, unchanged: people.length - lines.length }
}

/** Everybody or nobody. What each change rests on is read before the first is written. */
export function editBulk(
  ctx: CommandContext,
  { people, change }: { people: { id: number; revision: number }[]; change: BulkChange },
): OutputOf<'recipients.bulkEdit'> {
  const effectOn = effectOf(ctx, change)
  const effects = people.map(({ id, revision }) => {
    const person = requirePerson(ctx, id)
    if (person.revision !== revision) {
      throw failure(
        'CONFLICT',
        `${person.name}的档案在预览之后被人改过，这次没有改动任何人。请重新预览。`,
      )
    }
    return { revision, effect: effectOn(person) }
  })
  let changed = 0
  for (const { revision, effect } of effects) {
    if (!effect) continue
    effect.write(ctx, revision)
    changed += 1
  }
  return { changed, changeSetId: ctx.writer.setId }
}
