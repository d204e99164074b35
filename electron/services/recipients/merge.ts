import { uniteParts, voidMergedFile } from '@db/repositories/file-merge'
import { getRecipient, updateRecipient, type Recipient } from '@db/repositories/recipients'
import { failure } from '@shared/contract/failure'
import { factsInput, type FactsInput } from '@shared/contract/recipient-facts'
import type { OutputOf } from '@shared/contract'
import type { correctionsContract } from '@shared/contract/corrections'
import { customIdOf } from '@shared/domain/custom-fields/custom-field'
import { mergedFacts, usualChoice } from '@shared/domain/merge-facts'
import type { z } from 'zod'
import type { CommandContext } from '../../core/context'
import { settleFacts } from './facts'
import { requirePerson } from './person'

type MergeInput = z.output<(typeof correctionsContract)['recipients.merge']['input']>

const factKeys = Object.keys(factsInput.shape) as (keyof FactsInput)[]

/**
 * Two files of one person become one: the chosen facts, and everything that hangs on either. The
 * other file is hidden with a pointer to the kept one. All of it is one change set.
 */
export function mergeFiles(ctx: CommandContext, input: MergeInput): OutputOf<'recipients.merge'> {
  const { keptId, otherId, reason } = input
  if (keptId === otherId) throw failure('VALIDATION', '这是同一份档案，无需合并。')
  requirePerson(ctx, keptId)
  requirePerson(ctx, otherId)
  const kept = getRecipient(ctx, keptId)!
  const other = getRecipient(ctx, otherId)!
  if (kept.spouseRecipientId === otherId || other.spouseRecipientId === keptId) {
    throw failure(
      'CONFLICT',
      '这两份档案互为配偶，不能合并。没有改动；如果配偶关系录错了，请先改正再合并。',
    )
  }
  if (kept.revision !== input.keptRevision || other.revision !== input.otherRevision) {
    throw failure('CONFLICT', '有一份档案刚被改过，没有合并。请对照新内容后再合并。')
  }
  const { spouseRecipientId, archiveNo, ...facts } = mergedFacts(
    factsOf(kept),
    factsOf(other),
    withIdentity(kept, other, input.choices),
  )
  // Before the kept file takes them over, its ID number and archive number must be free.
  voidMergedFile(ctx, otherId, keptId, reason)
  const settled = settleFacts(ctx, facts, kept, { alsoRetired: true })
  if (settled.phones ? settled.phones.length > 0 : kept.phones.length > 0)
    settled.hasNoPhone = false
  updateRecipient(ctx, keptId, {
    ...settled,
    ...(archiveNo !== undefined && { archiveNo }),
    ...(kept.photoId === null && { photoId: other.photoId }),
  })
  // Whoever the other file was linked to is linked to the kept one, or to nobody.
  if (spouseRecipientId !== undefined) updateRecipient(ctx, keptId, { spouseRecipientId })
  else if (other.spouseRecipientId !== null && other.spouseRecipientId !== kept.spouseRecipientId)
    updateRecipient(ctx, other.spouseRecipientId, { spouseRecipientId: null })
  uniteParts(ctx, keptId, otherId, input, reason, customTaken(input.choices))
  return { changeSetId: ctx.writer.setId }
}

/** The 自定义字段 for which the other file's word was chosen. */
const customTaken = (choices: MergeInput['choices']): ReadonlySet<number> =>
  new Set(
    Object.entries(choices).flatMap(([key, choice]) => {
      const id = customIdOf(key)
      return id !== null && choice === 'other' ? [id] : []
    }),
  )

const factsOf = (row: Recipient): FactsInput =>
  Object.fromEntries(factKeys.map((key) => [key, row[key]])) as unknown as FactsInput

/** Birth, sex and note go with the ID number they were read from, unless the clerk said otherwise. */
function withIdentity(
  kept: Recipient,
  other: Recipient,
  choices: MergeInput['choices'],
): MergeInput['choices'] {
  const choice = choices['idNumber'] ?? usualChoice(kept.idNumber, other.idNumber)
  if (choice !== 'other' || !other.idNumber) return choices
  return { birthDate: 'other', gender: 'other', idNumberNote: 'other', ...choices }
}
