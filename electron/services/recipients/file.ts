import type { StoreContext } from '@db/context'
import { customValuesOf } from '@db/repositories/custom-fields'
import { absencesOf, familyOf, type Absence } from '@db/repositories/families'
import {
  exemptionHistory,
  groupHistory,
  pairingHistory,
  residenceHistory,
  riskHistory,
  statusHistory,
} from '@db/repositories/recipient-periods'
import { getRecipient } from '@db/repositories/recipients'
import { absenceOn, findInRoster } from '@db/repositories/roster'
import { allVillages, villageNameOn } from '@db/repositories/villages'
import { factsShape } from '@shared/contract/recipient-facts'
import type { RecipientFile } from '@shared/contract/recipients'
import { classificationsOf } from '../classification'
import { definitionOn } from '../classification/definitions'
import { standingsOfPerson } from '../compliance/standings'
import { shownCustomValues } from '../custom-fields/values'
import { shownHousehold } from '../households/members'
import { statedAge } from './age'
import { requirePerson } from './person'

const factKeys = Object.keys(factsShape.shape) as (keyof RecipientFile['facts'])[]

/** Everything about one person. */
export function readFile(ctx: StoreContext, id: number): RecipientFile {
  const person = requirePerson(ctx, id)
  const row = getRecipient(ctx, id)!
  const spouse = row.spouseRecipientId ? findInRoster(ctx, row.spouseRecipientId) : undefined
  return {
    id,
    revision: row.revision,
    facts: Object.fromEntries(factKeys.map((key) => [key, row[key]])) as RecipientFile['facts'],
    ...shownCustomValues(ctx, customValuesOf(ctx, id)),
    age: statedAge(ctx, row.birthDate),
    hasPhoto: row.photoId !== null,
    spouseName: spouse?.name ?? null,
    household: shownHousehold(ctx, person),
    status: person.status,
    statusFrom: person.statusFrom,
    villageId: person.villageId,
    villageName: person.villageName,
    villageGroupId: person.villageGroupId,
    villageGroupName: person.villageGroupName,
    groups: [...person.groups],
    riskLevel: person.riskLevel,
    categories: classificationsOf(ctx, person),
    categoryDefinition: definitionOn(ctx, ctx.today),
    standings: [...standingsOfPerson(ctx, id)],
    family: familyWithAbsences(ctx, id),
    pairings: pairingHistory(ctx, id),
    statuses: statusHistory(ctx, id),
    residences: residencesWithNames(ctx, id),
    groupPeriods: groupHistory(ctx, id),
    risks: riskHistory(ctx, id),
    exemptions: exemptionHistory(ctx, id),
  }
}

function familyWithAbsences(ctx: StoreContext, id: number): RecipientFile['family'] {
  const absences = absencesOf(ctx, id)
  return familyOf(ctx, id).map((member) => {
    const own = absences.filter(({ familyMemberId }) => familyMemberId === member.id)
    const current: Absence | null = absenceOn(own, ctx.today)
    return { ...member, absence: current, pastAbsences: own.filter((one) => one !== current) }
  })
}

/** Places under the name they had when the person came there. */
function residencesWithNames(ctx: StoreContext, id: number): RecipientFile['residences'] {
  const villages = new Map(allVillages(ctx).map((village) => [village.id, village]))
  return residenceHistory(ctx, id).map((residence) => {
    const village = villages.get(residence.villageId)
    const group = village?.groups.find((one) => one.id === residence.villageGroupId)
    return {
      ...residence,
      villageName: village ? villageNameOn(village, residence.to ?? ctx.today) : '',
      villageGroupName: group?.name ?? '',
    }
  })
}
