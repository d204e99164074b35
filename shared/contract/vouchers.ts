import { z } from 'zod'
import { serviceKindLabel } from '../domain/services/vocabulary'
import { voucherMachine, type VoucherState } from '../domain/vouchers/machine'
import { codesOf } from '../domain/vocabulary'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import { op } from './op'
import { cents } from './services'

/** 服务券: issued, handed out, redeemed, and accounted for to the last one. Amounts in whole 分. */

const state = z.enum(Object.keys(voucherMachine.states) as [VoucherState, ...VoucherState[]])
const text = z.string().nullable()
const number = z.string().trim().min(1).max(40)
const numbers = z.array(number).min(1, '请填写券号').max(1000, '一次最多 1000 张')
const kinds = z
  .array(z.enum(codesOf(serviceKindLabel)))
  .min(1)
  .max(20)
  .nullable()
  .default(null)

const sum = z.object({ count: z.number().int(), value: z.number().int() })
const reconciliation = z.object({
  issued: sum,
  sums: z.object({ inStock: sum, handedOut: sum, redeemed: sum, voided: sum, expired: sum }),
  /** Zero where the books are right. */
  difference: sum,
})

export const voucherBatchRow = z.object({
  id,
  revision,
  name: z.string(),
  faceValue: z.number().int(),
  count: z.number().int(),
  firstNumber: z.string(),
  lastNumber: z.string(),
  issuedOn: z.string(),
  expiresOn: text,
  kinds: z.array(z.enum(codesOf(serviceKindLabel))).nullable(),
  source: text,
  books: reconciliation,
})
export type VoucherBatchRow = z.output<typeof voucherBatchRow>

const filter = z.strictObject({
  batchId: id.optional(),
  state: state.optional(),
  recipientId: id.optional(),
  villageId: id.optional(),
  handoutId: id.optional(),
  number: number.optional(),
})

export const voucherRow = z.object({
  id,
  number: z.string(),
  batchId: id,
  batchName: z.string(),
  faceValue: z.number().int(),
  expiresOn: text,
  state,
  recipientId: id.nullable(),
  recipientName: text,
  villageName: text,
  villageGroupName: text,
  handedOn: text,
  closedOn: text,
  /** The service it paid for. */
  serviceRecordId: id.nullable(),
  reason: text,
})
export type VoucherRow = z.output<typeof voucherRow>

const handout = z.object({
  id,
  batchId: id,
  batchName: z.string(),
  faceValue: z.number().int(),
  title: z.string(),
  day: z.string(),
  by: text,
  people: z.number().int(),
  vouchers: z.number().int(),
})

export const vouchersContract = {
  /** Every batch with its books, and all of them together. */
  'vouchers.batches': op({
    kind: 'query',
    right: 'services.read',
    input: z.strictObject({}),
    output: z.object({ batches: z.array(voucherBatchRow), total: reconciliation }),
  }),
  'vouchers.issue': op({
    kind: 'command',
    right: 'vouchers.write',
    input: z.strictObject({
      name: z.string().trim().min(1, '请填写批次名称').max(40, '最多 40 字'),
      faceValue: cents.min(1, '请填写面值'),
      count: z.number().int().min(1, '至少 1 张').max(20_000, '一批最多 20000 张'),
      /** Before the running number: ZC2026. */
      prefix: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z0-9-]{0,12}$/, '号头用字母、数字和短横，最多 12 位'),
      firstNumber: z.number().int().min(1).max(9_000_000).default(1),
      issuedOn: day,
      expiresOn: day.nullable().default(null),
      kinds,
      source: optionalText(60),
    }),
    output: z.object({ id }),
  }),
  /** What may still be said of a batch: 延期 takes effect on every unused voucher at once. */
  'vouchers.updateBatch': op({
    kind: 'command',
    right: 'vouchers.write',
    input: z.strictObject({
      id,
      revision,
      name: z.string().trim().min(1, '请填写批次名称').max(40, '最多 40 字'),
      expiresOn: day.nullable(),
      kinds,
      source: optionalText(60),
    }),
    output: z.object({}),
  }),
  'vouchers.list': op({
    kind: 'query',
    right: 'services.read',
    input: z.strictObject({
      filter: filter.default({}),
      /** The id at which the page before ended. */
      after: id.optional(),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ rows: z.array(voucherRow), next: id.nullable() }),
  }),
  /** 发放 from the stock, the lowest numbers first, so many to each person. */
  'vouchers.handOut': op({
    kind: 'command',
    right: 'vouchers.write',
    input: z.strictObject({
      batchId: id,
      title: z.string().trim().min(1, '请写明发放事由').max(40, '最多 40 字'),
      day,
      by: optionalText(30),
      each: z.number().int().min(1, '每人至少 1 张').max(100, '每人最多 100 张'),
      recipientIds: z.array(id).min(1, '请选择领取人').max(3000, '一次最多 3000 人'),
    }),
    output: z.object({ handoutId: id }),
  }),
  'vouchers.handouts': op({
    kind: 'query',
    right: 'services.read',
    input: z.strictObject({ limit: z.number().int().min(1).max(500).default(200) }),
    output: z.array(handout),
  }),
  /** 签领表: one line for each person with the numbers handed to them. */
  'vouchers.handout': op({
    kind: 'query',
    right: 'services.read',
    input: z.strictObject({ id }),
    output: handout.extend({
      centre: z.object({ name: z.string(), township: z.string() }),
      lines: z.array(
        z.object({
          recipientId: id,
          name: z.string(),
          villageName: text,
          villageGroupName: text,
          numbers: z.array(z.string()),
          value: z.number().int(),
        }),
      ),
    }),
  }),
  /** 核销 of vouchers that came back without a record of the service they paid for. */
  'vouchers.redeem': op({
    kind: 'command',
    right: 'vouchers.write',
    input: z.strictObject({ numbers, day, providerId: id.nullable().default(null) }),
    output: z.object({ count: z.number().int(), value: z.number().int() }),
  }),
  'vouchers.giveBack': op({
    kind: 'command',
    right: 'vouchers.write',
    input: z.strictObject({ numbers, day, reason }),
    output: z.object({}),
  }),
  'vouchers.void': op({
    kind: 'command',
    right: 'vouchers.write',
    input: z.strictObject({ numbers, day, reason }),
    output: z.object({}),
  }),
  /** What is printed on them. */
  'vouchers.printed': op({
    kind: 'query',
    right: 'services.read',
    input: z.strictObject({ batchId: id.optional(), handoutId: id.optional() }),
    output: z.object({
      centre: z.object({ name: z.string(), township: z.string(), phone: text }),
      vouchers: z.array(
        z.object({
          number: z.string(),
          faceValue: z.number().int(),
          batchName: z.string(),
          expiresOn: text,
          kinds: z.array(z.enum(codesOf(serviceKindLabel))).nullable(),
          holder: text,
        }),
      ),
    }),
  }),
  /** 对账表 with every voucher and where it stands. */
  'vouchers.export': op({
    kind: 'job',
    right: 'services.read',
    input: z.strictObject({ batchId: id.optional() }),
    output: artifact,
  }),
} as const
