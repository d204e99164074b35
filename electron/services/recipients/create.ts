import { archiveNumbers, enterRecipient, type NewRecipient } from '@db/repositories/recipients'
import type { CustomInput } from '@shared/contract/custom-fields'
import { failure } from '@shared/contract/failure'
import type { newFacts, FamilyMemberInput } from '@shared/contract/recipient-facts'
import type { RecipientGroup } from '@shared/domain/vocabulary'
import type { z } from 'zod'
import type { CommandContext } from '../../core/context'
import { requireVillage } from '../villages/places'
import { saveCustomValues } from '../custom-fields/values'
import { settleFacts } from './facts'
import { saveNewMember } from './family'
import { findSimilar } from './similar'

interface NewFile {
  facts: z.output<typeof newFacts>
  custom: CustomInput
  villageId: number
  villageGroupId?: number | null
  groups: RecipientGroup[]
  from?: string
  family: FamilyMemberInput[]
  allowSimilar: boolean
}

/** 建档: one person's file, refused where the person is on file already or may be. */
export function createRecipient(
  ctx: CommandContext,
  input: NewFile,
): { id: number; archiveNo: string } {
  const from = input.from ?? ctx.today
  if (from > ctx.today) {
    throw failure('VALIDATION', '建档日期不能晚于今天。', { from: '不能晚于今天' })
  }
  const place = requireVillage(ctx, input, from)
  const facts = settleFacts(ctx, input.facts, null)
  if (!input.allowSimilar) refuseSimilar(ctx, { ...facts, villageId: input.villageId })
  const archiveNo = facts.archiveNo ?? archiveNumbers(ctx)()
  const id = enterRecipient(ctx, {
    facts: { ...(facts as NewRecipient), archiveNo },
    ...place,
    groups: [...new Set(input.groups)],
    from,
  })
  saveCustomValues(ctx, id, input.custom)
  for (const member of input.family) saveNewMember(ctx, id, member)
  return { id, archiveNo }
}

function refuseSimilar(
  ctx: CommandContext,
  sought: { name?: string; birthDate?: string | null; idNumber?: string | null; villageId: number },
): void {
  const similar = findSimilar(ctx, { ...sought, name: sought.name ?? '' }).filter(
    ({ why }) => why !== 'soundsAlike',
  )
  const [first] = similar
  if (!first) return
  const place = first.villageName + first.villageGroupName
  const likeness = first.why === 'sameNameAndBirth' ? '姓名、出生日期相同' : '同村同名'
  throw failure(
    'CONFLICT',
    `可能已经建档：${place} ${first.name}（${likeness}）。没有保存；确认不是同一人后可以继续建档。`,
    { name: `与${place}的${first.name}${likeness}` },
    { similar },
  )
}
