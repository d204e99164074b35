import { addDays, diffDays, startOf } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { FeedbackWay, Rating } from '../feedback/vocabulary'
import type { TeamRole } from '../pairings/vocabulary'
import { Chance } from './random'
import type { SampleTownship } from './township'

/** What the sample township has around its pairings: teams, who answers, what people said. */
export interface SampleHelping {
  /** Members of each of the preset teams, by position of the helper. */
  members: { teamIndex: number; helperIndex: number; role: TeamRole }[]
  /** By village. */
  chain: { supervisor: SampleAnswerer; firstResponsible: SampleAnswerer }[]
  feedback: SampleFeedback[]
}

interface SampleAnswerer {
  name: string
  post: string
  phone: string
}

export interface SampleFeedback {
  personIndex: number
  helperIndex: number
  date: Day
  rating: Rating
  words: string | null
  way: FeedbackWay
}

const SEED = 610_004
const teams = 4
const supervisors = ['邵国栋', '汤明礼', '白云霞', '蒋文斌', '孔令辉']
const secretaries = (
  '吴长顺 郑秋生 冯立新 褚明亮 卫东来 蒋淑珍 沈家兴 韩卫国 ' +
  '杨春和 朱广田 秦永福 许满仓 何金枝 吕德胜 施兰英'
).split(' ')
const words: Record<Rating, readonly string[]> = {
  satisfied: ['常来看我，说话和气', '帮我买药、交电费', '农忙时来帮了两天工', '隔几天就来个电话'],
  fair: ['来得少了些', '电话打得多，人来得少', '想让多陪着说说话'],
  dissatisfied: ['好久没来了', '不知道谁是我的帮扶人'],
}

export function sampleHelping(township: SampleTownship, until: Day): SampleHelping {
  const chance = new Chance(SEED)
  const members = township.helpers.flatMap((helper, helperIndex) =>
    chance.happens(0.55)
      ? [
          {
            teamIndex: helper.kind === 'townCadre' ? 2 : chance.below(teams),
            helperIndex,
            role: 'member' as TeamRole,
          },
        ]
      : [],
  )
  // The first of each team leads it.
  for (let at = 0; at < teams; at += 1) {
    const first = members.find(({ teamIndex }) => teamIndex === at)
    if (first) first.role = 'leader'
  }
  const town = supervisors.map((name) => answerer(chance, name, '镇干部'))
  const chain = township.villages.map((_, at) => ({
    supervisor: town[Math.floor(at / 3) % town.length]!,
    firstResponsible: answerer(chance, secretaries[at % secretaries.length]!, '村党支部书记'),
  }))
  return { members, chain, feedback: sampleFeedback(chance, township, until) }
}

const answerer = (chance: Chance, name: string, post: string): SampleAnswerer => ({
  name,
  post,
  phone: `139${String(chance.below(100_000_000)).padStart(8, '0')}`,
})

/** Most people were asked in the half-year before, some already in this one. */
function sampleFeedback(chance: Chance, township: SampleTownship, until: Day): SampleFeedback[] {
  const thisHalf = startOf('halfYear', until)
  const lastHalf = startOf('halfYear', addDays(thisHalf, -1))
  const said = (personIndex: number, from: Day, to: Day): SampleFeedback[] => {
    const { helperIndex, closed, onFileFrom } = township.people[personIndex]!
    const date = addDays(from, chance.below(Math.max(1, diffDays(from, to))))
    const rating = chance.weigh<Rating>([
      ['satisfied', 80],
      ['fair', 16],
      ['dissatisfied', 4],
    ])
    const way = chance.weigh<FeedbackWay>([
      ['card', 6],
      ['home', 3],
      ['phone', 2],
    ])
    const spoke = chance.happens(0.4) ? chance.pick(words[rating]) : null
    if (helperIndex === null || date < onFileFrom || (closed && closed.on <= date)) return []
    return [{ personIndex, helperIndex, date, rating, words: spoke, way }]
  }
  return township.people.flatMap((_, at) => [
    ...(chance.happens(0.7) ? said(at, lastHalf, thisHalf) : []),
    ...(chance.happens(0.2) ? said(at, thisHalf, until) : []),
  ])
}
