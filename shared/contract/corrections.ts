import { z } from 'zod'
import { mergeChoices } from '../domain/merge-facts'
import { codesOf, genderLabel, recipientStatusLabel } from '../domain/vocabulary'
import { id, reason, revision } from './fields'
import { op, sensitive } from './op'

/** Mistakes of entry: files entered twice or for nobody, hidden or united, and taken back. */

/** Why two files may be one person's, the likeliest first. */
export const likenessLabel = {
  sameNameBirthVillage: '同村同名，出生日期相同',
  sameNameAndBirth: '姓名、出生日期相同',
  soundsAlikeBirth: '姓名同音，出生日期相同',
  soundsAlikePhone: '姓名同音，电话相同',
  samePhone: '电话相同，姓名相近',
} as const
export type Likeness = keyof typeof likenessLabel

const text = z.string().nullable()
const likePerson = z.object({
  id: z.number(),
  name: z.string(),
  gender: z.enum(codesOf(genderLabel)).nullable(),
  birthDate: text,
  villageName: z.string(),
  villageGroupName: z.string(),
  status: z.enum(codesOf(recipientStatusLabel)),
  idTail: sensitive(z.string().nullable(), 'idNumber'),
})

/** How many live records of a kind (a table's name) hang on a file. */
const attached = z.object({ entity: z.string(), count: z.number() })

export const correctionsContract = {
  'recipients.duplicates': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({}),
    output: z.array(
      z.object({ one: likePerson, other: likePerson, why: z.enum(codesOf(likenessLabel)) }),
    ),
  }),
  /** 不是同一人: the pair is not told again, and stands in the list of such marks. */
  'recipients.markDistinct': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ oneId: id, otherId: id, reason }),
    output: z.object({}),
  }),
  'recipients.distinctPairs': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        id: z.number(),
        one: likePerson,
        other: likePerson,
        reason: z.string(),
        at: z.string(),
        operatorName: text,
      }),
    ),
  }),
  'recipients.unmarkDistinct': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'recipients.attached': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ id }),
    output: z.array(attached),
  }),
  'recipients.merge': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      keptId: id,
      keptRevision: revision,
      otherId: id,
      otherRevision: revision,
      /** By field, `custom.<id>` for a 自定义字段; left out: blanks are filled, lists united, else the kept file's word. */
      choices: z.record(z.string(), z.enum(mergeChoices)).default({}),
      /** Whose status and whose place hold on days both files tell about. */
      status: z.enum(['kept', 'other']).default('kept'),
      residence: z.enum(['kept', 'other']).default('kept'),
      reason,
    }),
    output: z.object({ changeSetId: z.number() }),
  }),
  'recipients.void': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      id,
      reason,
      /** Said yes to hiding contacts, pairings and findings along with the file. */
      confirmed: z.boolean().default(false),
    }),
    output: z.object({ changeSetId: z.number() }),
  }),
  'recipients.corrections': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ limit: z.number().int().min(1).max(1000).default(300) }),
    output: z.array(
      z.object({
        changeSetId: z.number(),
        operation: z.enum(['recipients.void', 'recipients.merge']),
        at: z.string(),
        operatorName: text,
        reason: z.string(),
        recipientId: z.number(),
        name: z.string(),
        archiveNo: text,
        /** The file it was united with, as long as it is. */
        keptId: z.number().nullable(),
        keptName: text,
        isHidden: z.boolean(),
      }),
    ),
  }),
  'recipients.undoCorrection': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ changeSetId: id, reason }),
    output: z.object({}),
  }),
} as const
