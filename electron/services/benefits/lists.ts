import type { StoreContext } from '@db/context'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import { loadVillages } from '@db/repositories/villages'
import type { BenefitCounts, BenefitRow, WhoseBenefits } from '@shared/contract/benefits'
import { ageToday, statedAge } from '../recipients/age'
import { findPeople } from '../search/people'
import { findingsOf, goneSince, type BenefitFinding } from './standings'

/** What every line about a person says. */
export function whoOf(ctx: StoreContext, person: RosterPerson) {
  return {
    recipientId: person.id,
    name: person.name,
    gender: person.gender,
    age: statedAge(ctx, person.birthDate),
    villageId: person.villageId,
    villageName: person.villageName,
    villageGroupName: person.villageGroupName,
  }
}

/** Everybody in the order of the villages, the oldest of each first. */
export function inVillageOrder(ctx: StoreContext, people: readonly RosterPerson[]): RosterPerson[] {
  const position = new Map(loadVillages(ctx).map(({ id }, at) => [id, at]))
  const place = ({ villageId }: RosterPerson): number =>
    (villageId === null ? undefined : position.get(villageId)) ?? Infinity
  const keyed = people.map((person) => ({
    person,
    place: place(person),
    age: ageToday(ctx, person.birthDate)?.max ?? -1,
  }))
  keyed.sort((a, b) =>
    a.place === b.place ? b.age - a.age || a.person.id - b.person.id : a.place < b.place ? -1 : 1,
  )
  return keyed.map(({ person }) => person)
}

/** The lines of 应享未享, 已享待核, 待停发 …, by village. */
export function benefitRows(ctx: StoreContext, filter: WhoseBenefits): BenefitRow[] {
  const { benefit, standing, villageId, unexplained, text } = filter
  const found = text?.trim() ? findPeople(ctx, text).map(({ person }) => person) : loadRoster(ctx)
  const people =
    villageId === undefined ? found : found.filter((one) => one.villageId === villageId)
  const lines = people.flatMap((person) => {
    const findings = findingsOf(ctx, person).filter(
      (one) =>
        one.standing === standing &&
        (benefit === undefined ? isListed(one) : one.benefit.code === benefit) &&
        (!unexplained || one.record === undefined),
    )
    return findings.length === 0 ? [] : [{ person, findings }]
  })
  const byPerson = new Map(lines.map(({ person, findings }) => [person, findings]))
  return inVillageOrder(ctx, [...byPerson.keys()]).flatMap((person) =>
    byPerson.get(person)!.map((finding) => rowOf(ctx, person, finding)),
  )
}

/** A payment to stop is listed whether a register is kept of the benefit or not. */
const isListed = ({ benefit, standing }: BenefitFinding): boolean =>
  benefit.register || standing === 'toStop'

function rowOf(ctx: StoreContext, person: RosterPerson, finding: BenefitFinding): BenefitRow {
  const { benefit, entitlement, record, standing } = finding
  return {
    ...whoOf(ctx, person),
    benefit: benefit.code,
    benefitTitle: benefit.title,
    standing,
    reason: entitlement.reason,
    amount: entitlement.amount,
    record: record ?? null,
    gone: goneSince(person, ctx.today),
  }
}

export const noCounts = (): BenefitCounts => ({
  held: 0,
  owed: 0,
  wronglyHeld: 0,
  toStop: 0,
  undecided: 0,
})

export function countFindings(findings: Iterable<BenefitFinding>): BenefitCounts {
  const counts = noCounts()
  for (const { standing } of findings) if (standing !== 'none') counts[standing] += 1
  return counts
}
