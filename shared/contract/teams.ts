import { z } from 'zod'
import { chainLevelLabel, teamRoleLabel } from '../domain/pairings/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { day, dictionaryCode, id, optionalText, reason, revision } from './fields'
import { op, sensitive } from './op'

/** 队伍 of helpers, and the 责任链 above them. */

const teamFacts = {
  name: z.string().trim().min(2, '请填写队伍名称').max(30, '名称最多 30 字'),
  purpose: optionalText(200),
  /** Null works in the whole township. */
  villageId: id.nullable().default(null),
  note: optionalText(500),
}

const teamHead = {
  id,
  name: z.string(),
  purpose: z.string().nullable(),
  villageId: id.nullable(),
  villageName: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  endReason: z.string().nullable(),
}

const teamMemberRow = z.object({
  memberId: id,
  helperId: id,
  helperName: z.string(),
  kind: dictionaryCode('helperKind').nullable(),
  unit: z.string().nullable(),
  post: z.string().nullable(),
  phones: sensitive(z.array(z.string()), 'phone'),
  villageName: z.string().nullable(),
  caseload: z.number().int(),
  role: z.enum(codesOf(teamRoleLabel)),
  from: z.string(),
  to: z.string().nullable(),
  endReason: z.string().nullable(),
  /** Whether it holds today. */
  current: z.boolean(),
})

const chainLink = z.object({
  level: z.enum(codesOf(chainLevelLabel)),
  name: z.string(),
  post: z.string().nullable(),
  phone: sensitive(z.string().nullable(), 'phone'),
  from: z.string(),
  to: z.string().nullable(),
})
const level = z.enum(codesOf(chainLevelLabel))

export const teamsContract = {
  'teams.list': op({
    kind: 'query',
    right: 'helpers.read',
    input: z.strictObject({ withDissolved: z.boolean().default(false) }),
    output: z.array(
      z.object({
        ...teamHead,
        /** 队长 of today, usually one. */
        leaders: z.array(z.string()),
        members: z.number().int(),
        /** People on file whom the members help today, each once. */
        helped: z.number().int(),
      }),
    ),
  }),
  'teams.file': op({
    kind: 'query',
    right: 'helpers.read',
    input: z.strictObject({ id }),
    output: z.object({
      ...teamHead,
      revision,
      note: z.string().nullable(),
      /** Leaders first, then members, then who left. */
      members: z.array(teamMemberRow),
    }),
  }),
  'teams.create': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({ ...teamFacts, from: day }),
    output: z.object({ id }),
  }),
  /** The four usual teams, but for those that are there by name. */
  'teams.addPresets': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({}),
    output: z.object({ added: z.number().int() }),
  }),
  'teams.update': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({ id, revision, ...teamFacts }),
    output: z.object({}),
  }),
  /** Ends the team and everybody's membership with that day. */
  'teams.dissolve': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({ id, on: day, reason }),
    output: z.object({}),
  }),
  'teams.addMembers': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({
      id,
      helperIds: z.array(id).min(1, '请选择队员').max(200),
      role: z.enum(codesOf(teamRoleLabel)).default('member'),
      from: day,
    }),
    output: z.object({ added: z.number().int() }),
  }),
  /** From a day on in another role; the days before keep the old one. */
  'teams.setRole': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({ memberId: id, role: z.enum(codesOf(teamRoleLabel)), from: day }),
    output: z.object({}),
  }),
  'teams.removeMembers': op({
    kind: 'command',
    right: 'helpers.write',
    input: z.strictObject({ memberIds: z.array(id).min(1).max(200), on: day, reason }),
    output: z.object({}),
  }),

  /** 责任链 of every village: who answers today, and who did before. */
  'chain.list': op({
    kind: 'query',
    right: 'helpers.read',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        villageId: id,
        villageName: z.string(),
        /** In force today, the township's level first. */
        links: z.array(chainLink),
        /** All others, the latest first. */
        others: z.array(chainLink),
        /** Helpers of the people on file there. */
        helpers: z.number().int(),
        active: z.number().int(),
      }),
    ),
  }),
  /** Who answers for one person today, from the township down; the helper is the last link. */
  'chain.ofRecipient': op({
    kind: 'query',
    right: 'helpers.read',
    input: z.strictObject({ recipientId: id }),
    output: z.array(
      chainLink.extend({
        /** Named for this person, not for the village. */
        own: z.boolean(),
      }),
    ),
  }),
  /** From a day on somebody answers for these villages, or for one person instead. */
  'chain.set': op({
    kind: 'command',
    right: 'helpers.write',
    input: z
      .strictObject({
        level,
        villageIds: z.array(id).max(200).default([]),
        recipientId: id.nullable().default(null),
        name: z.string().trim().min(2, '请填写姓名').max(30, '姓名最多 30 字'),
        post: optionalText(60),
        phone: optionalText(30),
        from: day,
      })
      .refine(({ villageIds, recipientId }) => villageIds.length > 0 !== (recipientId !== null), {
        message: '请选择村（社区），或者一位关爱对象',
        path: ['villageIds'],
      }),
    output: z.object({}),
  }),
  /** From a day on nobody does: for a person the village's applies again. */
  'chain.clear': op({
    kind: 'command',
    right: 'helpers.write',
    input: z
      .strictObject({
        level,
        villageId: id.nullable().default(null),
        recipientId: id.nullable().default(null),
        from: day,
      })
      .refine(({ villageId, recipientId }) => (villageId === null) !== (recipientId === null), {
        message: '请选择村（社区），或者一位关爱对象',
        path: ['villageId'],
      }),
    output: z.object({}),
  }),
} as const
