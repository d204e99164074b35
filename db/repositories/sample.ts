import { BEGINNING_OF_RECORDS } from './founding'
import type { Day } from '@shared/domain/calendar/types'
import { addDays } from '@shared/domain/calendar/days'
import type { SampleContact, SamplePerson, SampleTownship } from '@shared/domain/sample/township'
import { sampleAccount, sampleAllowance, sampleBenefits } from '@shared/domain/sample/benefits'
import { sampleIdentity } from '@shared/domain/sample/identity'
import { leadingGroup, planPhases, responsibilities } from '@shared/domain/sample/wording'
import type { ChangeWriter } from '../changes'
import { writeSampleCustomFields } from './sample-custom-fields'
import { writeSampleFindings } from './sample-findings'
import { writeSampleHouseholds } from './sample-households'
import { writeSampleHelping } from './sample-helping'
import { writeSampleDuties } from './sample-duties'
import { writeSampleSheets, type SampleSheetLines } from './sample-visit-sheets'
import {
  absencePeriod,
  benefit,
  benefitPeriod,
  contact,
  exemption,
  familyMember,
  groupPeriod,
  helper,
  leadingGroupMember,
  pairing,
  paymentAccount,
  planPhase,
  recipient,
  residencePeriod,
  responsibility,
  statusPeriod,
  villageGroup,
} from '../schema'

const samplePromise = {
  commitment: '买药、打扫、谈心',
  frequency: '每月一次电话，每季一次入户',
  hours: 4,
}

/** Record ids by position in the sample township. */
export interface SampleIds {
  people: number[]
  /** The members of each person's family. */
  families: number[][]
  helpers: number[]
  /** Lines of visit sheets that a contact of their month answers. */
  sheetLines: SampleSheetLines
}

/** Writes the township's villages' groups, helpers and people; its villages exist already. */
export function writeSampleTownship(
  writer: ChangeWriter,
  township: SampleTownship,
  villageIds: number[],
  until: Day,
): SampleIds {
  const groupIds = township.villages.map(({ groups }, v) =>
    groups.map((name) =>
      writer.create(villageGroup, {
        villageId: villageIds[v]!,
        name,
        from: BEGINNING_OF_RECORDS,
      }),
    ),
  )
  const helpers = township.helpers.map((each, at) =>
    writer.create(helper, {
      name: each.name,
      gender: each.gender,
      kind: each.kind,
      unit: each.unit,
      post: each.post,
      phones: [each.phone],
      phoneLabels: ['手机'],
      villageId: villageIds[each.villageIndex]!,
      // People from the town live in no group of the village they are sent to.
      villageGroupId:
        each.kind === 'townCadre'
          ? null
          : groupIds[each.villageIndex]![at % groupIds[each.villageIndex]!.length]!,
      // As many as the sample hands out on average, and a little more.
      capacity: 13,
    }),
  )
  const families: number[][] = []
  const people = township.people.map((person, i) => {
    const id = writeSamplePerson(writer, person, i, until)
    families.push(writeSampleFamily(writer, person, id))
    const opened = person.onFileFrom
    writer.create(residencePeriod, {
      recipientId: id,
      from: opened,
      villageId: villageIds[person.villageIndex]!,
      villageGroupId: groupIds[person.villageIndex]![person.groupIndex]!,
    })
    if (person.helperIndex !== null) {
      writer.create(pairing, {
        recipientId: id,
        helperId: helpers[person.helperIndex]!,
        from: opened,
        to: person.closed?.on ?? null,
        mode: 'oneToOne',
        // Every other register says what was promised.
        ...(i % 2 === 0 ? samplePromise : {}),
      })
    }
    return id
  })
  writeSampleCustomFields(writer, township, people)
  writeSampleHouseholds(writer, township, people)
  writeSamplePlan(writer, Number(until.slice(0, 4)))
  writeSampleDuties(writer, township, people, until)
  writer.create(benefit, sampleAllowance)
  const sheetLines = writeSampleSheets(writer, township, { people, helpers }, until)
  const ids = { people, families, helpers, sheetLines }
  writeSampleHelping(writer, township, ids, villageIds, until)
  return ids
}

export function writeSampleContacts(
  writer: ChangeWriter,
  ids: SampleIds,
  contacts: Iterable<SampleContact>,
): void {
  for (const each of contacts) {
    writer.create(contact, {
      recipientId: ids.people[each.personIndex]!,
      helperId: each.helperIndex === null ? null : ids.helpers[each.helperIndex]!,
      kind: each.kind,
      date: each.date,
      enteredAt: `${each.enteredOn}T09:00:00.000Z`,
      summary: each.summary,
      problem: each.problem,
      outcome: each.outcome,
      visitSheetLineId: answeredLine(ids.sheetLines, each),
    })
  }
}

/** The first contact of a person within the month of their sheet is the one typed from it. */
function answeredLine(
  lines: SampleSheetLines,
  { personIndex, date }: SampleContact,
): number | null {
  const line = lines.get(personIndex)
  if (!line || !date.startsWith(line.month)) return null
  lines.delete(personIndex)
  return line.lineId
}

function writeSamplePerson(
  writer: ChangeWriter,
  person: SamplePerson,
  index: number,
  until: Day,
): number {
  const opened = person.onFileFrom
  const recipientId = writer.create(recipient, {
    archiveNo: `${until.slice(0, 4)}-${String(index + 1).padStart(4, '0')}`,
    name: person.name,
    gender: person.gender,
    idNumber: person.idNumber,
    birthDate: person.birthDate,
    phones: person.phone ? [person.phone] : [],
    hasNoPhone: person.phone === null,
    marital: person.marital,
    livingArrangement: person.livingArrangement,
    health: person.health,
    chronicDiseases: person.chronicDiseases,
    selfCare: person.selfCare,
    dailyCarer: person.dailyCarer,
    incomeSources: person.incomeSources,
    reliefKinds: person.reliefKinds,
    serviceNeeds: person.serviceNeeds,
    hasNoChildren: person.groups.includes('elder') && person.family.length === 0,
    collectedBy: person.survey.collectedOn ? '村管护站' : null,
    ...sampleIdentity(person, index),
    ...person.survey,
  })
  writeSampleBenefits(writer, person, recipientId, index, until)
  const { closed } = person
  writer.create(statusPeriod, {
    recipientId,
    status: 'active',
    from: opened,
    to: closed ? addDays(closed.on, -1) : null,
  })
  if (closed) {
    writer.create(statusPeriod, {
      recipientId,
      status: closed.status,
      from: closed.on,
      reason: closed.reason,
    })
  }
  for (const group of person.groups) {
    writer.create(groupPeriod, { recipientId, group, from: opened })
  }
  writeSampleFindings(writer, person, recipientId, index, until)
  if (person.exemption) writer.create(exemption, { recipientId, ...person.exemption })
  return recipientId
}

/** Writes a family and answers its members' ids in order. */
function writeSampleFamily(
  writer: ChangeWriter,
  person: SamplePerson,
  recipientId: number,
): number[] {
  return person.family.map((child, position) => {
    const familyMemberId = writer.create(familyMember, {
      recipientId,
      position,
      name: child.name,
      relation: child.relation,
      gender: child.gender,
      phones: [child.phone],
      isSupporter: true,
      ableToSupport: child.ableToSupport,
      willingToSupport: child.willingToSupport,
      // Whoever did not leave lives in a house of their own in the village.
      livesTogether: false,
    })
    if (child.absence)
      writer.create(absencePeriod, { familyMemberId, recipientId, ...child.absence })
    return familyMemberId
  })
}

function writeSampleBenefits(
  writer: ChangeWriter,
  person: SamplePerson,
  recipientId: number,
  index: number,
  until: Day,
): void {
  const benefits = sampleBenefits(person, index, until)
  for (const each of benefits) writer.create(benefitPeriod, { recipientId, ...each })
  const account = benefits.length > 0 ? sampleAccount(person, index) : null
  if (account) writer.create(paymentAccount, { recipientId, ...account })
}

/** The organisation behind the plan. */
function writeSamplePlan(writer: ChangeWriter, year: number): void {
  leadingGroup.forEach((member, position) =>
    writer.create(leadingGroupMember, { ...member, position, from: `${year}-01-01` }),
  )
  responsibilities.forEach((entry, position) =>
    writer.create(responsibility, { ...entry, position, from: `${year}-01-01` }),
  )
  planPhases.forEach((phase, position) =>
    writer.create(planPhase, {
      ...phase,
      position,
      year,
      from: `${year}-${phase.from}`,
      to: `${year}-${phase.to}`,
      responsible: '镇民政所、各村（社区）',
    }),
  )
}
