import { z } from 'zod'
import { codesOf, recipientGroupLabel, roleLabel } from '../domain/vocabulary'
import { op } from './op'
import { password, recoverySheet } from './vault'

const id = z.number().int()
const facts = {
  name: z.string().trim().min(2, '请填写姓名').max(30, '姓名最多 30 字'),
  role: z.enum(codesOf(roleLabel)),
  /** Villages and groups the operator may see; null is all. */
  villages: z.array(id).max(500).nullable(),
  groups: z
    .array(z.enum(codesOf(recipientGroupLabel)))
    .max(10)
    .nullable(),
}

/** 经办人: who may open this vault, as what, and the keys they open it with. */
export const operatorsContract = {
  'operators.list': op({
    kind: 'query',
    right: 'vault.admin',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        ...facts,
        id,
        revision: z.number().int(),
        /** The day the operator was taken off, UTC; null while they work. */
        disabledAt: z.string().nullable(),
        hasPassword: z.boolean(),
      }),
    ),
  }),
  'operators.add': op({
    kind: 'command',
    right: 'vault.admin',
    input: z.strictObject({ ...facts, password }),
    output: z.object({ id }),
  }),
  'operators.update': op({
    kind: 'command',
    right: 'vault.admin',
    input: z.strictObject({ ...facts, id, revision: z.number().int() }),
    output: z.object({}),
  }),
  /** Gives an operator who forgot it a new password. */
  'operators.setPassword': op({
    kind: 'command',
    right: 'vault.admin',
    input: z.strictObject({ id, password }),
    output: z.object({}),
  }),
  /** Takes an operator off and gives the vault a new key: the old recovery sheet is void. */
  'operators.disable': op({
    kind: 'command',
    right: 'vault.admin',
    input: z.strictObject({ id, revision: z.number().int(), reason: z.string().trim().max(200) }),
    output: z.object({ recoverySheet }),
  }),
  /** Lets somebody who was taken off work again, with a new password. */
  'operators.enable': op({
    kind: 'command',
    right: 'vault.admin',
    input: z.strictObject({ id, revision: z.number().int(), password }),
    output: z.object({}),
  }),
  'session.changePassword': op({
    kind: 'command',
    right: 'vault.use',
    input: z.strictObject({ password: z.string().max(200), newPassword: password }),
    output: z.object({}),
  }),
  /** A new vault key and a new recovery sheet, when a half was lost or seen by others. */
  'vault.renewKeys': op({
    kind: 'command',
    right: 'vault.admin',
    input: z.strictObject({ password: z.string().max(200) }),
    output: z.object({ recoverySheet }),
  }),
} as const
