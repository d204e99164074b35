import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { ServiceKind } from '../services/vocabulary'
import { nextFireCheck, usualStationStandards } from '../stations/standards'
import type { AssociationKind, FireResult, StationKind } from '../stations/vocabulary'
import { Chance } from './random'
import { givenNames, surnames } from './wording'

export interface SampleStation {
  kind: StationKind
  name: string
  /** Null is the township's. */
  villageIndex: number | null
  address: string
  openHours: string
  bedsTotal: number | null
  bedsUsed: number | null
  runBy: string
  manager: string
  phone: string
  services: ServiceKind[]
  from: Day
  checks: { day: Day; result: FireResult; checkedBy: string; nextOn: Day }[]
}

export interface SampleAssociation {
  kind: AssociationKind
  name: string
  villageIndex: number
  chair: string
  phone: string
  members: number
  from: Day
}

const offered: readonly ServiceKind[] = [
  'meals',
  'cleaning',
  'medical',
  'mobility',
  'social',
  'emergency',
  'bathing',
]

const nameOf = (chance: Chance): string => chance.pick(surnames) + chance.pick(givenNames.male)
const phoneOf = (chance: Chance): string =>
  `139${String(chance.below(100_000_000)).padStart(8, '0')}`

/** A 管护站 in each village, homes and day care in some, one 养老机构 of the township. */
export function sampleStations(villages: readonly string[], until: Day): SampleStation[] {
  const chance = new Chance(614_003)
  const station = (
    kind: StationKind,
    villageIndex: number | null,
    beds: number | null,
    count: number,
  ): SampleStation => {
    const place = villageIndex === null ? '松溪镇' : villages[villageIndex]!
    const committee = `${place}${place.endsWith('社区') ? '居' : '村'}委会`
    const title = {
      station: '管护站',
      mutualHome: '互助幸福院',
      dayCare: '日间照料中心',
      careHome: '敬老院',
    }[kind]
    // Some were checked long ago, one of them found wanting, the newest not at all.
    const checked = addDays(until, -chance.between(5, 200))
    const result: FireResult = chance.happens(0.15) ? 'failed' : 'passed'
    return {
      kind,
      name: `${place}${title}`,
      villageIndex,
      address: kind === 'station' ? `${committee}一楼` : `${place}中心路旁`,
      openHours: kind === 'careHome' ? '全天' : '周一至周五 8:30—17:00',
      bedsTotal: beds,
      bedsUsed: beds === null ? null : chance.between(Math.floor(beds / 2), beds),
      runBy: kind === 'careHome' ? '松溪镇人民政府' : committee,
      manager: nameOf(chance),
      phone: phoneOf(chance),
      services: offered.slice(0, count),
      from: addDays(until, -chance.between(400, 900)),
      checks: chance.happens(0.9)
        ? [
            {
              day: checked,
              result,
              checkedBy: '镇应急办',
              nextOn: nextFireCheck(usualStationStandards, checked, result),
            },
          ]
        : [],
    }
  }
  return [
    ...villages.map((_, at) => station('station', at, null, chance.happens(0.8) ? 5 : 3)),
    ...villages.flatMap((_, at) => (at % 4 === 1 ? [station('mutualHome', at, 12, 6)] : [])),
    ...villages.flatMap((_, at) => (at % 6 === 2 ? [station('dayCare', at, 10, 7)] : [])),
    station('careHome', null, 60, 7),
  ]
}

/** 老年协会 in each village. */
export function sampleAssociations(villages: readonly string[], until: Day): SampleAssociation[] {
  const chance = new Chance(614_029)
  return villages.map((village, villageIndex) => ({
    kind: 'elders' as const,
    name: `${village}老年协会`,
    villageIndex,
    chair: nameOf(chance),
    phone: phoneOf(chance),
    members: chance.between(20, 90),
    from: addDays(until, -chance.between(500, 3000)),
  }))
}
