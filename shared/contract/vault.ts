import { z } from 'zod'
import { codesOf, villageKindLabel } from '../domain/vocabulary'
import { failureCodes } from './failure'
import { op } from './op'

export const password = z.string().min(8, '密码至少 8 位').max(200, '密码最多 200 位')

/** One half of the recovery sheet; both halves together open the vault without a password. */
export const recoveryHalf = z.object({ label: z.string(), code: z.string() })
export const recoverySheet = z.object({
  vaultId: z.string(),
  createdAt: z.string(),
  halves: z.tuple([recoveryHalf, recoveryHalf]),
})
export type RecoverySheet = z.infer<typeof recoverySheet>

export const failureShape = z.object({
  code: z.enum(failureCodes),
  message: z.string(),
})

const centreName = z.string().trim().min(2, '请填写单位名称').max(60, '单位名称最多 60 字')
const placeName = (what: string) =>
  z.string().trim().min(2, `请填写${what}`).max(30, `${what}最多 30 字`)

export const centreInput = z.strictObject({
  name: centreName,
  province: z.string().trim().max(30).optional(),
  county: placeName('县（市、区）'),
  township: placeName('乡镇（街道）'),
  regionCode: z
    .string()
    .regex(/^\d{6}$/, '行政区划代码是 6 位数字')
    .optional(),
})

export const vaultContract = {
  'vault.status': op({
    kind: 'query',
    right: null,
    input: z.strictObject({}),
    output: z.object({
      state: z.enum(['absent', 'locked', 'unlocked']),
      dataDir: z.string().nullable(),
      centreName: z.string().nullable(),
      /** Whether the sample township is open instead of the office's own vault. */
      sample: z.boolean(),
      operators: z.array(z.object({ id: z.number(), name: z.string() })),
      problem: failureShape.nullable(),
    }),
  }),
  'vault.create': op({
    kind: 'command',
    right: null,
    input: z.strictObject({
      dataDir: z.string().optional(),
      centre: centreInput,
      villages: z
        .array(
          z.strictObject({
            name: placeName('村（社区）名称'),
            kind: z.enum(codesOf(villageKindLabel)),
          }),
        )
        .max(500),
      operator: z.strictObject({
        name: z.string().trim().min(2, '请填写经办人姓名').max(30),
        password,
      }),
    }),
    output: z.object({ recoverySheet }),
  }),
  'vault.unlock': op({
    kind: 'command',
    right: null,
    input: z.strictObject({ operatorId: z.number().int(), password: z.string().max(200) }),
    output: z.object({}),
  }),
  'vault.recover': op({
    kind: 'command',
    right: null,
    input: z.strictObject({
      firstHalf: z.string().max(100),
      secondHalf: z.string().max(100),
      operatorId: z.number().int(),
      newPassword: password,
    }),
    output: z.object({ recoverySheet }),
  }),
  /** Opens the sample township in a vault of its own, made at first use. Locking goes back. */
  'vault.openSample': op({
    kind: 'command',
    right: null,
    input: z.strictObject({}),
    output: z.object({}),
  }),
  'vault.lock': op({
    kind: 'command',
    right: 'vault.use',
    /** `unlessBusy` answers BUSY while a job is running; without it jobs are cancelled. */
    input: z.strictObject({ unlessBusy: z.boolean().optional() }),
    output: z.object({}),
  }),
} as const
