import type { StoreContext } from '@db/context'
import { categoryRulesToday } from '@db/repositories/category-rules'
import { getCentre } from '@db/repositories/centre'
import { leadingGroupOf, phasesOf, responsibilitiesOf } from '@db/repositories/plan'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import { allRules } from '@db/repositories/rules'
import { loadVillages, villageNameOn } from '@db/repositories/villages'
import { tagValues } from '@electron/documents/forms/field'
import { personFields } from '@electron/documents/forms/person-fields'
import type { RecipientRecord } from '@electron/documents/forms/record'
import type {
  Frequency,
  RosterRow,
  VillageCounts,
  WorkPlanFacts,
} from '@electron/documents/papers/work-plan-facts'
import type { PlanParticulars } from '@shared/contract/documents'
import { ageBands } from '@shared/domain/calendar/age'
import { ageBandCode, type Slice } from '@shared/domain/figures/dimensions'
import { inYearTo } from '@shared/domain/figures/question'
import type { FigureKey } from '@shared/domain/figures/registry'
import { leftBehindDefinition } from '@shared/domain/categories/left-behind'
import { holdsOn } from '@shared/domain/periods'
import {
  categoryLabel,
  codesOf,
  recipientGroupLabel,
  riskLevelLabel,
} from '@shared/domain/vocabulary'
import { FigureDesk } from '../figures/desk'

/** The title under which the leading group's list names the head of its office. */
const officeHead = '办公室主任'

/**
 * What the plan of a year says, from the records as they stand today: the elders on file in the
 * operator's villages, the rules in force, the office's own lists.
 */
export function workPlanFacts(
  ctx: StoreContext,
  year: number,
  particulars: PlanParticulars,
  roster: RosterRow[],
): WorkPlanFacts {
  const { name, township } = getCentre(ctx)
  const group = leadingGroupOf(ctx)
  return {
    year,
    township,
    centre: name,
    issuer: particulars.issuer,
    documentNumber: particulars.documentNumber,
    redHead: particulars.redHead,
    addressee: particulars.addressee,
    date: particulars.date,
    sealed: particulars.sealed,
    colophon: particulars.printedBy
      ? {
          copyTo: particulars.copyTo,
          printedBy: particulars.printedBy,
          printedOn: particulars.date,
        }
      : null,
    basis: particulars.basis,
    definition: particulars.definition,
    asOf: ctx.today,
    ...counts(ctx),
    frequencies: frequenciesOf(ctx),
    phases: phasesOf(ctx, year).map((phase) => ({ ...phase, tasks: phase.content })),
    leadingGroup: group
      .filter(({ title }) => title !== officeHead)
      .map(({ title, name, post }) => ({ role: title, name, post })),
    office: {
      department: particulars.officeDepartment,
      director:
        particulars.officeDirector ?? group.find(({ title }) => title === officeHead)?.name ?? null,
    },
    duties: responsibilitiesOf(ctx),
    roster,
  }
}

/** The definition of 留守老人 in force, as a sentence an office may reword. */
export function definitionInForce(ctx: StoreContext): string {
  const rules = categoryRulesToday(ctx)
  return `留守老人是指${leftBehindDefinition(rules)}的老人。`
}

/** The elders of the plan, as every other paper and screen counts them. */
const elderly = { group: 'elder' } as const

function counts(
  ctx: StoreContext,
): Pick<WorkPlanFacts, 'total' | 'categories' | 'ageBands' | 'villages' | 'pairing'> {
  const desk = new FigureDesk(ctx)
  const value = (figure: FigureKey, further: Slice = {}): number =>
    desk.answer(inYearTo(figure, ctx.today, { ...elderly, ...further })).value ?? 0
  const villages = loadVillages(ctx).filter((village) => holdsOn(village, ctx.today))
  return {
    total: value('people.onFile'),
    categories: codesOf(categoryLabel).map((category) => ({
      category,
      count: value('people.onFile', { category }),
    })),
    ageBands: ageBands.map((band) => ({
      label: band.label,
      count: value('people.onFile', { ageBand: ageBandCode(band) }),
    })),
    villages: villages.map((one): VillageCounts => {
      const village = String(one.id)
      return {
        villageId: one.id,
        name: villageNameOn(one, ctx.today),
        total: value('people.onFile', { village }),
        categories: Object.fromEntries(
          codesOf(categoryLabel).map((category) => [
            category,
            value('people.onFile', { village, category }),
          ]),
        ),
      }
    }),
    pairing: {
      helpers: value('helpers.paired'),
      paired: value('people.paired'),
      unpaired: value('people.unpaired'),
    },
  }
}

/** The rules that bind elders today; whom a narrower rule binds is said in words. */
function frequenciesOf(ctx: StoreContext): Frequency[] {
  return allRules(ctx)
    .filter((rule) => holdsOn(rule, ctx.today) && (rule.group ?? 'elder') === 'elder')
    .map(({ category, riskLevel, group, kinds, count, period }) => {
      const who = [
        riskLevel && `${riskLevelLabel[riskLevel]}的`,
        category && `${categoryLabel[category]}`,
      ]
        .filter(Boolean)
        .join('')
      return {
        who: who ? `${who}${recipientGroupLabel[group ?? 'elder']}` : null,
        kinds: [...kinds],
        count,
        period,
      }
    })
}

function eldersOnFile(ctx: StoreContext): RosterPerson[] {
  return loadRoster(ctx).filter(
    ({ status, groups }) => status === 'active' && groups.includes('elder'),
  )
}

/** The elders of 附件2, village by village. */
export function eldersInOrder(ctx: StoreContext): RosterPerson[] {
  const order = new Map(loadVillages(ctx).map(({ id }, position) => [id, position]))
  const place = ({ villageId }: RosterPerson): number => order.get(villageId ?? 0) ?? Infinity
  return eldersOnFile(ctx).sort(
    (a, b) =>
      place(a) - place(b) || (a.villageGroupId ?? 0) - (b.villageGroupId ?? 0) || a.id - b.id,
  )
}

/** A row of 附件2 as it is printed. */
export function planRosterRow(record: RecipientRecord): RosterRow {
  const values = tagValues(personFields, record)
  const word = (tag: string): string => values[tag] as string
  return {
    name: word('姓名'),
    gender: word('性别'),
    age: word('年龄').replace('岁', ''),
    village: word('村'),
    address: word('现住址'),
    phone: word('联系电话'),
    categories: word('对象类别'),
    supporter: word('赡养人'),
    helper: word('帮扶人'),
  }
}
