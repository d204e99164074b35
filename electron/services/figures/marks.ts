import type { StoreContext } from '@db/context'
import { keptWith } from '@db/kept-with'
import type { RosterPerson } from '@db/repositories/roster'
import { abilityLevelOn } from '@shared/domain/assessments/latest'
import { ageBandOf } from '@shared/domain/calendar/age'
import {
  ageBandCode,
  noMark,
  underAged,
  type Dimension,
  type Marks,
} from '@shared/domain/figures/dimensions'
import { ageToday } from '../recipients/age'
import { categoriesOf } from '../recipients/list'
import { shownTier, tierOf } from '../service-tiers/tiers'

/** What a person is marked with on the context's day, asked for as late as possible. */
export const marksOf =
  (ctx: StoreContext, person: RosterPerson): Marks =>
  (dimension) => {
    const marks = readers[dimension](ctx, person)
    return marks.length > 0 ? marks : none
  }

const none = [noMark]
const one = (mark: string | number | null): string[] => (mark === null ? [] : [String(mark)])

const keptAges = keptWith<RosterPerson, string[]>()

const readers: Readonly<
  Record<Dimension, (ctx: StoreContext, person: RosterPerson) => readonly string[]>
> = {
  village: (_, { villageId }) => one(villageId),
  villageGroup: (_, { villageGroupId }) => one(villageGroupId),
  group: (_, { groups }) => groups,
  category: (ctx, person) => categoriesOf(ctx, person),
  gender: (_, { gender }) => one(gender),
  ageBand: (ctx, person) => keptAges(person, [], () => ageBandMark(ctx, person)),
  tier: (ctx, person) => one(shownTier(tierOf(ctx, person))),
  ability: (ctx, { assessments }) => one(abilityLevelOn(assessments, ctx.today)),
  risk: (_, { riskLevel }) => one(riskLevel),
}

/** An age that is only known to lie in one of two bands is not known. */
function ageBandMark(ctx: StoreContext, { birthDate }: RosterPerson): string[] {
  const age = ageToday(ctx, birthDate)
  if (age === null) return []
  const band = ageBandOf(age)
  if (band) return [ageBandCode(band)]
  return age.max < 60 ? [underAged] : []
}
