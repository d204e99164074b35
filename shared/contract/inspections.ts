import { z } from 'zod'
import {
  inspectionMachine,
  type InspectionMove,
  type InspectionState,
} from '../domain/inspections/machine'
import { inspectionKindLabel, itemMarkLabel } from '../domain/inspections/vocabulary'
import { codesOf } from '../domain/vocabulary'
import { artifact } from './documents'
import { day, id, optionalText, reason, revision } from './fields'
import { findingFacts, findingRow } from './findings'
import { op } from './op'

/** 督查: rounds of inspection, their sheets, and the paper drawn from them. */

const text = z.string().nullable()
const kind = z.enum(codesOf(inspectionKindLabel))
const states = Object.keys(inspectionMachine.states) as [InspectionState, ...InspectionState[]]
const moves = Object.keys(inspectionMachine.moves) as [InspectionMove, ...InspectionMove[]]

const checklistItem = z.strictObject({
  key: z.string().trim().min(1).max(40),
  section: z.string().trim().min(1, '请填写类别').max(20, '最多 20 字'),
  text: z.string().trim().min(1, '请写明查什么').max(100, '最多 100 字'),
})
const checklist = z.array(checklistItem).min(1, '至少要有一项').max(60, '最多 60 项')
const days = z.number().int().min(0).max(365, '最多 365 天')

/** 督查项目 and 整改期限: what an office looks at, and the days it gives to mend. */
export const inspectionStandards = z.strictObject({
  items: checklist,
  days: z.strictObject({ minor: days, serious: days, grave: days }),
})

const facts = {
  kind,
  title: z.string().trim().min(1, '请填写督查名称').max(80, '最多 80 字'),
  from: day,
  to: day,
  /** 带队领导, 督查组成员. */
  leader: optionalText(40),
  members: optionalText(200),
  note: optionalText(500),
}

const figures = {
  found: z.number().int(),
  passed: z.number().int(),
  open: z.number().int(),
  overdue: z.number().int(),
}

const itemResult = z.strictObject({
  key: z.string().max(40),
  mark: z.enum(codesOf(itemMarkLabel)),
  note: optionalText(200),
})

const sheetRow = z.object({
  id,
  revision,
  inspectionId: id,
  villageId: id,
  villageName: z.string(),
  number: z.number().int(),
  /** Null until it has come back. */
  visitedOn: text,
  inspectors: text,
  present: text,
  /** Items marked × of those looked at. */
  problems: z.number().int(),
  marked: z.number().int(),
  ...figures,
})
export type InspectionSheetRow = z.output<typeof sheetRow>

export const inspectionRow = z.object({
  id,
  revision,
  kind,
  title: z.string(),
  state: z.enum(states),
  from: z.string(),
  to: z.string(),
  leader: text,
  members: text,
  note: text,
  sheets: z.number().int(),
  visited: z.number().int(),
  ...figures,
  documentId: id.nullable(),
})
export type InspectionRow = z.output<typeof inspectionRow>

export const inspectionsContract = {
  'inspections.standards': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({}),
    output: inspectionStandards,
  }),
  /** For inspections prepared from now on; sheets that were made keep their items. */
  'inspections.saveStandards': op({
    kind: 'command',
    right: 'organization.write',
    input: inspectionStandards,
    output: z.object({}),
  }),
  /** Whoever answers for some villages sees what has come back of theirs, never what is to come. */
  'inspections.list': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({
      year: z.number().int().min(2000).max(2100).optional(),
      kind: kind.optional(),
      state: z.enum(states).optional(),
    }),
    output: z.array(inspectionRow),
  }),
  'inspections.file': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({ id }),
    output: inspectionRow.extend({
      checklist: z.array(checklistItem),
      rows: z.array(sheetRow),
      moves: z.array(z.enum(moves)),
    }),
  }),
  /** Prepares a sheet for each of these villages, with the office's items as they stand. */
  'inspections.plan': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({
      ...facts,
      villageIds: z.array(id).min(1, '请选择要去的村（社区）').max(300),
    }),
    output: z.object({ id }),
  }),
  'inspections.update': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, revision, ...facts }),
    output: z.object({}),
  }),
  /** The items of this inspection; only while no sheet has come back. */
  'inspections.saveChecklist': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, revision, items: checklist }),
    output: z.object({}),
  }),
  /** Which villages are visited; a sheet that has come back stays. */
  'inspections.saveVillages': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, revision, villageIds: z.array(id).min(1).max(300) }),
    output: z.object({ added: z.number().int(), removed: z.number().int() }),
  }),
  'inspections.move': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({
      id,
      revision,
      move: z.enum(['begin', 'cancel', 'resume']),
      note: optionalText(200),
    }),
    output: z.object({}),
  }),
  'inspections.void': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({ id, reason }),
    output: z.object({}),
  }),
  /** One sheet with its items, what was marked and what was found. */
  'inspections.sheet': op({
    kind: 'query',
    right: 'organization.read',
    input: z.strictObject({ id }),
    output: sheetRow.extend({
      inspectionTitle: z.string(),
      kind,
      from: z.string(),
      state: z.enum(states),
      items: z.array(checklistItem),
      results: z.array(itemResult),
      note: text,
      enteredAt: text,
      findings: z.array(findingRow),
      /** Found there before, of earlier inspections, and not yet struck off. */
      stillOpen: z.array(findingRow),
    }),
  }),
  /**
   * 录入督查表: the marks of the visit as a whole, and the findings that were written for ×; typed
   * in again it corrects the marks and adds findings. All of it or nothing.
   */
  'inspections.enterSheet': op({
    kind: 'command',
    right: 'organization.write',
    input: z.strictObject({
      id,
      revision,
      visitedOn: day,
      inspectors: optionalText(200),
      present: optionalText(200),
      note: optionalText(1000),
      results: z.array(itemResult).max(60),
      findings: z
        .array(
          z.strictObject({
            /** The item it stands under; null for what stands under none. */
            itemKey: z.string().max(40).nullable().default(null),
            ...findingFacts,
            /** By when; by its severity and the office's days where left out. */
            dueOn: day.nullable().default(null),
          }),
        )
        .max(100)
        .default([]),
    }),
    output: z.object({ found: z.number().int() }),
  }),
  /** 督查通报 in Word, kept as handed in; made again, it is kept beside the one before. */
  'inspections.report': op({
    kind: 'job',
    right: 'organization.write',
    input: z.strictObject({ id }),
    output: artifact.extend({ documentId: id, missing: z.array(z.string()) }),
  }),
} as const
