import { z } from 'zod'
import { severityLabel } from '../domain/inspections/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { contactQuestion } from './contacts'
import { day, id, optionalText, reason, revision } from './fields'
import { figureQuestion } from './figures'
import { op, sensitive } from './op'
import { recipientFilter } from './recipients'

/** Word papers, lists and print views. */

const text = z.string().nullable()

/** Whom a paper is about: named people in that order, or everybody a list's filter finds. */
export const chosenPeople = z
  .strictObject({
    ids: z.array(id).min(1).max(10_000).optional(),
    filter: recipientFilter.optional(),
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    message: '请选择人员，或者给出筛选条件，二者取一',
  })
export type ChosenPeople = z.output<typeof chosenPeople>

/** Something written that waits to be saved or opened through the host. */
export const artifact = z.object({
  artifactId: z.number(),
  title: z.string(),
  files: z.number(),
  bytes: z.number(),
})

/** 走访记录表 in one file: a village's month, a person's years. */
export const mostVisitRecords = 500

/** Forms about the office itself. */
export const officePaperIds = ['directory', 'dutyRoster', 'helperAppraisal'] as const
export type OfficePaperId = (typeof officePaperIds)[number]

export const formTemplateIds = ['recipientFile', 'wallCard'] as const
export const rosterFormats = ['docxA4', 'docxA3', 'xlsx', 'pairings'] as const

/** 依据: papers from above, cited by title and 文号. */
export const basis = z
  .array(
    z.strictObject({
      title: z.string().trim().min(1, '请填写文件名称').max(120),
      number: optionalText(40),
    }),
  )
  .max(10)

/** Facts of a plan that no record holds: kept as written last time. */
export const planParticulars = z.strictObject({
  issuer: optionalText(60),
  /** 发文字号, e.g. 青政发〔2026〕3号. */
  documentNumber: optionalText(40),
  redHead: optionalText(40),
  addressee: optionalText(100),
  date: day.nullable(),
  sealed: z.boolean(),
  basis,
  definition: optionalText(300),
  officeDepartment: optionalText(60),
  officeDirector: optionalText(30),
  copyTo: optionalText(200),
  /** 印发机关; without it no 版记 is printed. */
  printedBy: optionalText(60),
})
export type PlanParticulars = z.output<typeof planParticulars>

const year = z.number().int().min(2000).max(2100)

const inline = z.union([
  z.string(),
  z.object({ figure: z.string(), text: z.string() }),
  z.object({ blank: z.string() }),
])
const inlines = z.array(inline)
const block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    text: inlines,
    body: inlines.optional(),
  }),
  z.object({ kind: z.literal('paragraph'), text: inlines }),
  z.object({
    kind: z.literal('table'),
    compact: z.boolean().optional(),
    columns: z.array(
      z.object({
        title: z.string(),
        weight: z.number(),
        align: z.enum(['left', 'center', 'right']).optional(),
      }),
    ),
    rows: z.array(z.array(inlines)),
  }),
])

/** A composed paper as data; the shape of shared/domain/papers/model.ts. */
export const paperShape = z.object({
  title: z.string(),
  redHead: text,
  documentNumber: text,
  signer: text,
  addressee: inlines.nullable(),
  body: z.array(block),
  attachments: z.array(
    z.object({ title: z.string(), landscape: z.boolean(), blocks: z.array(block) }),
  ),
  signature: z.object({ issuer: inlines, date: text, sealed: z.boolean() }).nullable(),
  colophon: z.object({ copyTo: text, printedBy: z.string(), printedOn: text }).nullable(),
  figures: z.record(
    z.string(),
    z.object({
      value: z.number(),
      basis: z.string(),
      /** The same of a year before, as it is written. */
      lastYear: z.string().optional(),
      source: z.discriminatedUnion('list', [
        z.object({
          list: z.enum(['recipients', 'helpers', 'villages', 'findings']),
          filter: recipientFilter
            .pick({ villageId: true, category: true, group: true, withoutHelper: true })
            .extend({
              status: z.literal('active').optional(),
              inspectionId: id.optional(),
              severity: z.enum(codesOf(severityLabel)).optional(),
            })
            .optional(),
        }),
        z.object({ list: z.literal('figure'), question: figureQuestion }),
      ]),
    }),
  ),
  missing: z.array(z.string()),
})

const keptPaper = z.object({
  id: z.number(),
  kind: z.string(),
  title: z.string(),
  year: z.number().nullable(),
  writtenAt: z.string(),
  /** 报送: the day it was handed in. */
  handedInOn: text,
})

/** What a print view shows of one person; the same for cards and registers. */
export const printedPerson = z.object({
  id: z.number(),
  name: z.string(),
  gender: text,
  age: text,
  birthDate: text,
  idNumber: sensitive(text, 'idNumber'),
  villageName: z.string(),
  villageGroupName: z.string(),
  address: z.string(),
  phones: sensitive(z.array(z.string()), 'phone'),
  categories: z.array(z.string()),
  supporters: z.string(),
  helpers: z.array(z.object({ name: z.string(), phone: sensitive(text, 'phone') })),
  emergency: z.array(
    z.object({ name: z.string(), relation: text, phone: sensitive(text, 'phone') }),
  ),
  doctor: text,
  doctorPhone: sensitive(text, 'phone'),
})
export type PrintedPerson = z.output<typeof printedPerson>

export const documentsContract = {
  'documents.fieldGuide': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({}),
    output: z.array(
      z.object({
        tag: z.string(),
        about: z.string(),
        example: z.string(),
        /** Under which heading it stands: 单位, 本人, 走访 … */
        group: z.string(),
        /** The list whose {#…} and {/…} it stands between; null where it stands alone. */
        within: text,
        /** `{出生日期|农历}` and the like, with what they make of the example. */
        variants: z.array(z.object({ tag: z.string(), example: z.string() })),
      }),
    ),
  }),
  /** 缺项: what 信息待补 asks of the chosen people and the paper prints, most frequent first. */
  'documents.missing': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({
      people: chosenPeople,
      /** Left out: everything a file is asked for. */
      paper: z.enum(['recipientFile', 'roster', 'cards', 'wallCard']).optional(),
    }),
    output: z.object({
      people: z.number(),
      fields: z.array(
        z.object({
          field: z.string(),
          label: z.string(),
          count: z.number(),
          /** The first of them. */
          examples: z.array(
            z.object({ id: z.number(), name: z.string(), villageName: z.string() }),
          ),
        }),
      ),
    }),
  }),
  /** 个人档案表 or A5 wall cards: one merged file to print from, or one file each. */
  'documents.recipientForms': op({
    kind: 'job',
    right: 'documents.read',
    input: z.strictObject({
      people: chosenPeople,
      template: z.enum(formTemplateIds).default('recipientFile'),
      mode: z.enum(['merged', 'separate']).default('merged'),
    }),
    output: artifact,
  }),
  'documents.roster': op({
    kind: 'job',
    right: 'documents.read',
    input: z.strictObject({
      people: chosenPeople,
      format: z.enum(rosterFormats).default('docxA4'),
      /** ID numbers and phones in full: only for reporting upwards, by those who may read them. */
      full: z.boolean().default(false),
    }),
    output: artifact,
  }),
  /** 走访记录表 of recorded contacts, named or as a list shows them, one page each, in one file. */
  'documents.visitRecords': op({
    kind: 'job',
    right: 'documents.read',
    input: z
      .strictObject({
        contactIds: z.array(id).min(1, '请选择走访记录').max(mostVisitRecords).optional(),
        filter: contactQuestion.optional(),
      })
      .refine(({ contactIds, filter }) => (contactIds === undefined) !== (filter === undefined), {
        message: '请选择走访记录，或者给出筛选条件，二者取一',
      }),
    output: artifact,
  }),
  /** 通讯录 and a blank 考核表 as of today, 值班表 of a month (left out: this one). */
  'documents.officePaper': op({
    kind: 'job',
    right: 'documents.read',
    input: z.strictObject({
      form: z.enum(officePaperIds),
      month: z
        .string()
        .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '请写到月，如 2026-12')
        .nullable()
        .default(null),
    }),
    output: artifact,
  }),
  /** 便民联系卡, ten to an A4 sheet, front and back. */
  'documents.cards': op({
    kind: 'job',
    right: 'documents.read',
    input: z.strictObject({ people: chosenPeople }),
    output: artifact,
  }),
  'documents.workPlanParticulars': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({ year }),
    output: planParticulars,
  }),
  /** The plan as it would be written now. Attachment 2 shows at most the first rows. */
  'documents.workPlanPreview': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({ year, particulars: planParticulars }),
    output: z.object({ paper: paperShape, length: z.number(), limit: z.number() }),
  }),
  'documents.workPlan': op({
    kind: 'job',
    right: 'documents.write',
    input: z.strictObject({ year, particulars: planParticulars.optional() }),
    output: artifact.extend({ documentId: z.number(), missing: z.array(z.string()) }),
  }),
  'documents.list': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({}),
    output: z.array(keptPaper),
  }),
  'documents.get': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({ id }),
    output: keptPaper.extend({
      revision,
      paper: paperShape,
      length: z.number(),
      /** Whether it can be taken as the start of a new one. */
      reusable: z.boolean(),
    }),
  }),
  /** Writes a kept paper again, with the figures it had. */
  'documents.reprint': op({
    kind: 'job',
    right: 'documents.read',
    input: z.strictObject({ id }),
    output: artifact,
  }),
  /** Marks a paper as handed in; without a day the mark is taken back. */
  'documents.handIn': op({
    kind: 'command',
    right: 'documents.write',
    input: z.strictObject({ id, revision, on: day.nullable() }),
    output: z.object({}),
  }),
  'documents.void': op({
    kind: 'command',
    right: 'documents.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  'documents.printedPeople': op({
    kind: 'query',
    right: 'documents.read',
    input: z.strictObject({ people: chosenPeople }),
    output: z.object({
      centre: z.object({ name: z.string(), township: z.string(), phone: text }),
      people: z.array(printedPerson),
    }),
  }),
} as const
