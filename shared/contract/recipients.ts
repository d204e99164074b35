import { z } from 'zod'
import {
  categoryLabel,
  codesOf,
  genderLabel,
  recipientGroupLabel,
  recipientStatusLabel,
  riskLevelLabel,
} from '../domain/vocabulary'
import { completenessRules, type CompletenessFact } from '../domain/completeness/rules'
import { listFields } from '../domain/list-columns'
import { photoLimit } from '../domain/photo'
import { standingShape, standingState } from './compliance'
import { serviceTierLabel } from '../domain/service-tiers/vocabulary'
import { customColumn, customInput, customShape } from './custom-fields'
import { day, id, reason, revision } from './fields'
import { housemateShape } from './households'
import { op, sensitive } from './op'
import {
  factsInput,
  factsShape,
  familyMemberInput,
  familyMemberShape,
  newFacts,
} from './recipient-facts'

const status = z.enum(codesOf(recipientStatusLabel))
const category = z.enum(codesOf(categoryLabel))
const group = z.enum(codesOf(recipientGroupLabel))
const completenessFact = z.enum(
  completenessRules.map(({ fact }) => fact) as [CompletenessFact, ...CompletenessFact[]],
)
const serviceTier = z.enum(codesOf(serviceTierLabel))
const gender = z.enum(codesOf(genderLabel)).nullable()
const whereabouts = {
  villageId: z.number().nullable(),
  villageName: z.string(),
  villageGroupName: z.string(),
}

/** Which people a list, a paper or a figure is about; what is left out does not restrict. */
export const recipientFilter = z.strictObject({
  villageId: id.optional(),
  villageGroupId: id.optional(),
  /** `closed` is every file that is not 在册. */
  status: z.union([status, z.literal('closed')]).optional(),
  category: category.optional(),
  group: group.optional(),
  /** The gravest state of what is owed to them today. */
  standing: standingState.optional(),
  riskLevel: z.enum(codesOf(riskLevelLabel)).optional(),
  /** 服务类别 of today; `undecided` is everybody for whom facts are missing to be sure. */
  tier: z.union([serviceTier, z.literal('undecided')]).optional(),
  /** Only those without a helper today. */
  withoutHelper: z.boolean().optional(),
  /** 信息待补: files that do not say this fact, or not everything that is asked. */
  missing: z.union([completenessFact, customColumn, z.literal('any')]).optional(),
  /** Files that say something in a 自定义字段, or this: part of a text, an option's code, yes/no. */
  custom: z.strictObject({ fieldId: id, value: z.string().max(100).default('') }).optional(),
  /** Name, pinyin, initials, archive number, tail of ID or phone, village: all words must fit. */
  text: z.string().max(100).optional(),
})
export type RecipientFilter = z.output<typeof recipientFilter>

export const recipientSorts = [
  'village',
  'name',
  'age',
  'status',
  'standing',
  'missing',
  'entered',
] as const

/** One line of a list. */
export const recipientRow = z.object({
  id: z.number(),
  name: z.string(),
  gender,
  birthDate: z.string().nullable(),
  /** `91岁`, `82–83岁`; null where the year of birth is not known. */
  age: z.string().nullable(),
  ...whereabouts,
  status,
  categories: z.array(category),
  /** Last four of the ID: enough to tell two people apart. */
  idTail: sensitive(z.string().nullable(), 'idNumber'),
  phone: sensitive(z.string().nullable(), 'phone'),
  helpers: z.array(z.string()),
  standing: standingState,
  /** How many facts the file is still asked for. */
  missing: z.number().int(),
  groups: z.array(group),
  riskLevel: z.enum(codesOf(riskLevelLabel)).nullable(),
  /** 服务类别: the best of 无偿、低偿、有偿, or 志愿 where only that is open. */
  tier: serviceTier.nullable(),
  /** The facts that were asked for beside these. */
  facts: factsShape.partial(),
  ...customShape,
})
export type RecipientRow = z.output<typeof recipientRow>

export const recipientCandidate = recipientRow
  .pick({ id: true, name: true, gender: true, age: true, status: true, idTail: true })
  .extend({
    ...whereabouts,
    standing: standingState,
    /** Who lives in this home besides: visited at one time, they are recorded one by one. */
    housemates: z.array(housemateShape),
  })
export type RecipientCandidate = z.output<typeof recipientCandidate>

/** Somebody on file who may be the person being typed in. */
const similarPerson = z.object({
  id: z.number(),
  name: z.string(),
  gender,
  birthDate: z.string().nullable(),
  ...whereabouts,
  status,
  why: z.enum(['sameIdNumber', 'sameNameAndBirth', 'sameNameAndVillage', 'soundsAlike']),
})
export type SimilarPerson = z.output<typeof similarPerson>

// What a category rests on tells of illness and family.
const findingReason = sensitive(z.string(), 'health')
const finding = {
  holds: z.boolean(),
  reason: findingReason,
  rule: z.string(),
  unknown: z.array(z.string()).readonly(),
}
export const classificationShape = z.object({
  category,
  ...finding,
  overridden: z
    .object({
      reason: findingReason,
      from: z.string(),
      computed: z.object(finding).nullable(),
    })
    .nullable(),
})

const period = { id: z.number(), from: z.string(), to: z.string().nullable() }
const text = z.string().nullable()

export const recipientFile = z.object({
  id: z.number(),
  revision: z.number(),
  facts: factsShape,
  ...customShape,
  age: text,
  hasPhoto: z.boolean(),
  spouseName: text,
  /** 同户: the others on file who live in this home. */
  household: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      gender,
      age: text,
      /** What they are to the person, as far as the file says: a code of the dictionary 关系. */
      relation: text,
      status,
      villageName: z.string(),
      villageGroupName: z.string(),
      /** Since when it is written down; null for a couple taken to live together. */
      from: text,
    }),
  ),
  status,
  statusFrom: text,
  ...whereabouts,
  villageGroupId: z.number().nullable(),
  groups: z.array(group),
  riskLevel: z.enum(codesOf(riskLevelLabel)).nullable(),
  categories: z.array(classificationShape),
  /** 口径 by which the categories are found today. */
  categoryDefinition: z.object({ title: z.string(), from: z.string() }),
  standings: z.array(standingShape),
  family: z.array(familyMemberShape),
  pairings: z.array(
    z.object({ ...period, helperId: z.number(), helperName: z.string(), endReason: text }),
  ),
  statuses: z.array(z.object({ ...period, status, reason: text })),
  residences: z.array(
    z.object({ ...period, villageName: z.string(), villageGroupName: z.string(), reason: text }),
  ),
  groupPeriods: z.array(z.object({ ...period, group, reason: text })),
  /** 风险等级 and what it was found by; the reasons name illnesses. */
  risks: z.array(
    z.object({
      ...period,
      level: z.enum(codesOf(riskLevelLabel)),
      reason: sensitive(z.string().nullable(), 'health'),
    }),
  ),
  exemptions: z.array(z.object({ ...period, reason: z.string(), note: text })),
})
export type RecipientFile = z.output<typeof recipientFile>

/** One record of a person's file as one command made, changed, hid or showed it again. */
export const historyEntry = z.object({
  /** The change, for `recipients.restoreValue`. */
  id: z.number(),
  at: z.string(),
  operatorName: text,
  operation: z.string(),
  /** Why, where that was said: the file of an import. */
  cause: text,
  entity: z.string(),
  /** Which one of its kind: the family member's or helper's name, the day of a contact. */
  subject: text,
  kind: z.enum(['create', 'update', 'void', 'unvoid']),
  /** Of a creation: what it was created with. References stand as names. */
  fields: z.array(
    z.object({
      field: z.string(),
      from: sensitive(z.unknown(), 'health'),
      to: sensitive(z.unknown(), 'health'),
      /** Whether the value before can be given back. */
      restorable: z.boolean(),
    }),
  ),
})

/** Ids of others of the person's household. */
const housemates = z.array(id).max(20).default([])

const saved = z.object({ revision: z.number() })
const ofRecipient = { id, revision: revision.optional() }

export const recipientsContract = {
  'recipients.list': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({
      filter: recipientFilter.default({}),
      sort: z.enum(recipientSorts).default('village'),
      descending: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      /** Facts of the file to show beside what every line shows. */
      fields: z.array(z.enum(listFields)).max(listFields.length).default([]),
      /** 自定义字段 to show too. */
      customFields: z.array(id).max(200).default([]),
      /** Left out: all of them, which 3,000 people bear. */
      limit: z.number().int().min(1).max(10_000).optional(),
    }),
    output: z.object({ rows: z.array(recipientRow), total: z.number() }),
  }),
  'recipients.lookup': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({
      text: z.string().max(60).default(''),
      /** Instead of a text: these people, in this order. */
      ids: z.array(id).max(500).optional(),
      villageId: id.optional(),
      activeOnly: z.boolean().default(true),
      limit: z.number().int().min(1).max(500).default(8),
    }),
    output: z.array(recipientCandidate),
  }),
  'recipients.similar': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({
      name: z.string().max(60).default(''),
      idNumber: z.string().max(40).nullish(),
      birthDate: z.string().max(10).nullish(),
      villageId: id.nullish(),
      except: id.optional(),
    }),
    output: z.array(similarPerson),
  }),
  'recipients.file': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ id }),
    output: recipientFile,
  }),
  'recipients.history': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ id, limit: z.number().int().min(1).max(500).default(200) }),
    output: z.array(historyEntry),
  }),
  'recipients.create': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      facts: newFacts,
      custom: customInput.default({}),
      villageId: id,
      villageGroupId: id.nullish(),
      groups: z.array(group).min(1, '请选择群体').default(['elder']),
      /** From which day the file is kept; today where left out. */
      from: day.optional(),
      family: z.array(familyMemberInput).max(30).default([]),
      /** Said yes to “可能已经建档”. */
      allowSimilar: z.boolean().default(false),
    }),
    output: z.object({ id: z.number(), archiveNo: z.string() }),
  }),
  'recipients.update': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      id,
      revision,
      facts: factsInput.partial(),
      custom: customInput.default({}),
      /** Others of the household: what changes here of where and how they live changes there too. */
      alsoFor: housemates,
    }),
    output: saved,
  }),
  'recipients.restoreValue': op({
    kind: 'command',
    right: 'recipients.write',
    /** Gives `field` the value it had before the change: a new change, nothing is rewritten. */
    input: z.strictObject({ id, changeId: id, field: z.string().min(1).max(60) }),
    output: z.object({}),
  }),
  'recipients.changeStatus': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, status, from: day, reason }),
    output: z.object({
      endedPairings: z.number(),
      /** 待遇 that go on being paid to somebody who is gone, until each is stopped. */
      benefitsToStop: z.number().int(),
    }),
  }),
  'recipients.move': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      id,
      villageId: id,
      villageGroupId: id.nullish(),
      from: day,
      reason,
      /** Others of the household who move along. */
      alsoFor: housemates,
    }),
    output: z.object({}),
  }),
  'recipients.setGroups': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      id,
      groups: z.array(group).min(1, '至少属于一个群体'),
      from: day,
      reason,
    }),
    output: z.object({}),
  }),
  'recipients.setRisk': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      id,
      /** Null: no level of its own any more. */
      level: z.enum(codesOf(riskLevelLabel)).nullable(),
      from: day,
      reason,
    }),
    output: z.object({}),
  }),
  'recipients.overrideCategory': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      id,
      category,
      /** Null: back to what the facts say. */
      holds: z.boolean().nullable(),
      from: day,
      reason,
    }),
    output: z.object({}),
  }),
  'recipients.saveFamilyMember': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      recipientId: id,
      /** Left out: a new member. */
      id: id.optional(),
      revision: revision.optional(),
      member: familyMemberInput,
    }),
    output: z.object({ id: z.number() }),
  }),
  'recipients.voidFamilyMember': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'recipients.photo': op({
    kind: 'query',
    right: 'recipients.read',
    input: z.strictObject({ id }),
    output: z.object({ mime: z.string(), base64: z.string() }).nullable(),
  }),
  'recipients.setPhoto': op({
    kind: 'command',
    right: 'recipients.write',
    input: z.strictObject({
      ...ofRecipient,
      /**
       * A JPEG or PNG as the camera wrote it; it is kept upright and small, without the place and
       * time in it. Null takes the photo away.
       */
      base64: z
        .string()
        .max(Math.ceil(photoLimit / 3) * 4 + 4, '照片不能超过 20 MB，请先缩小再放')
        .nullable(),
    }),
    output: z.object({}),
  }),
} as const
