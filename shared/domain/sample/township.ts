import { presetDictionaries } from '../dictionaries/dictionary'
import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import { composeResidentId } from '../identity/resident-id'
import {
  type AbsenceScope,
  type ContactKind,
  type DailyCarer,
  type Gender,
  type Health,
  type HelperKind,
  type HousingGrade,
  type IncomeSource,
  type LivingArrangement,
  type Marital,
  type RecipientGroup,
  type RecipientStatus,
  type Relation,
  type ReliefKind,
  type RiskLevel,
  type SelfCare,
} from '../vocabulary'
import { sampleServiceNeeds } from './benefits'
import { groupFacts, type SampleGroupFacts } from './group-facts'
import { Chance } from './random'
import {
  childNames,
  diseases,
  findings,
  givenNames,
  helperPosts,
  surnames,
  villageNames,
  workPlaces,
} from './wording'

/** How large a sample township is; equal requests give equal townships. */
export interface SampleRequest {
  recipients: number
  contacts: number
  /** Over how many years, ending with `until`, the contacts are spread evenly. */
  years: number
  until: Day
  /** Cases of the ledger of needs; one for every three people where left out. */
  needs?: number
}

export interface SampleFamilyMember {
  name: string
  relation: Relation
  gender: Gender
  phone: string
  ableToSupport: boolean
  willingToSupport: boolean | null
  absence: {
    place: string
    scope: AbsenceScope
    since: string
    reason: 'work' | 'business'
    expectedReturn: string | null
    homeVisits: string
  } | null
}

export interface SamplePerson {
  name: string
  gender: Gender
  idNumber: string | null
  birthDate: string
  villageIndex: number
  groupIndex: number
  phone: string | null
  groups: RecipientGroup[]
  onFileFrom: Day
  closed: { status: RecipientStatus; on: Day; reason: string } | null
  marital: Marital
  livingArrangement: LivingArrangement
  health: Health
  chronicDiseases: string[]
  selfCare: SelfCare
  dailyCarer: DailyCarer
  incomeSources: IncomeSource[]
  reliefKinds: ReliefKind[]
  serviceNeeds: string[]
  risk: RiskLevel | null
  exemption: { from: Day; to: Day; reason: 'hospital' | 'withChildren' } | null
  /** Sons and daughters of an elder, the parents of a child. */
  family: SampleFamilyMember[]
  survey: SampleSurvey
  helperIndex: number | null
}

/** What the survey asked besides; here and there an answer is still missing. */
export interface SampleSurvey extends SampleGroupFacts {
  homeAddress: string | null
  housingGrade: HousingGrade | null
  hazardZone: string | null
  emergencyName: string | null
  emergencyRelation: string | null
  emergencyPhone: string | null
  guardianName: string | null
  guardianPhone: string | null
  medication: string | null
  allergies: string | null
  medicalInsurance: string | null
  residenceState: string | null
  housingTenure: string | null
  housingStructure: string | null
  utilities: string[]
  wish: string | null
  familyDoctor: string | null
  collectedOn: Day | null
  consentOn: Day | null
}

export interface SampleHelper {
  name: string
  gender: Gender
  kind: HelperKind
  unit: string | null
  post: string | null
  phone: string
  villageIndex: number
}

export interface SampleTownship {
  villages: { name: string; kind: 'village' | 'community'; groups: string[] }[]
  helpers: SampleHelper[]
  people: SamplePerson[]
}

export interface SampleContact {
  personIndex: number
  helperIndex: number | null
  kind: ContactKind
  date: Day
  enteredOn: Day
  summary: string | null
  problem: string | null
  outcome: string | null
}

const SEED = 610_999
const GROUPS = ['一组', '二组', '三组', '四组', '五组', '六组']
const PEOPLE_PER_HELPER = 9

/** The township's villages, helpers and people; contacts come from `sampleContacts`. */
export function sampleTownship(request: SampleRequest): SampleTownship {
  const chance = new Chance(SEED)
  const villages = villageNames.map((name) => ({
    name,
    kind: name.endsWith('社区') ? ('community' as const) : ('village' as const),
    groups: GROUPS.slice(0, chance.between(4, 6)),
  }))
  const helperCount = Math.max(1, Math.ceil(request.recipients / PEOPLE_PER_HELPER))
  const helpers = Array.from({ length: helperCount }, (_, i) =>
    sampleHelper(chance, i % villages.length),
  )
  const people = Array.from({ length: request.recipients }, (_, i) => {
    const villageIndex = i % villages.length
    const groupIndex = chance.below(villages[villageIndex]!.groups.length)
    // One in twelve has no helper: the program must show who falls through.
    const nearby = helpers.flatMap((helper, h) => (helper.villageIndex === villageIndex ? [h] : []))
    const helperIndex = chance.happens(1 / 12) || nearby.length === 0 ? null : chance.pick(nearby)
    return samplePerson(chance, request, i, villageIndex, groupIndex, helperIndex)
  })
  return { villages, helpers, people }
}

/**
 * The contacts, year by year back from `until`. A year's contacts depend only on how far back the
 * year is, so a vault with ten times the history has the same contacts in its last year.
 */
export function* sampleContacts(
  township: SampleTownship,
  request: SampleRequest,
): Generator<SampleContact> {
  const perYear = Math.floor(request.contacts / request.years)
  for (let back = request.years - 1; back >= 0; back -= 1) {
    const chance = new Chance(SEED + 1 + back)
    const first = addDays(request.until, -365 * (back + 1) + 1)
    const count = back === 0 ? request.contacts - perYear * (request.years - 1) : perYear
    for (let i = 0; i < count; i += 1) {
      const date = addDays(first, Math.floor(((i + chance.next()) * 365) / count))
      const personIndex = personAtTurn(township, i + chance.below(3), date)
      yield sampleContact(chance, township, personIndex, date, request.until)
    }
  }
}

/** The person at that turn or the next one whose file is open and whom somebody reaches that month. */
function personAtTurn(township: SampleTownship, turn: number, day: Day): number {
  const { people } = township
  for (let i = 0; i < people.length; i += 1) {
    const index = (turn + i) % people.length
    const { closed } = people[index]!
    if ((!closed || day < closed.on) && !isQuiet(index, day)) return index
  }
  return turn % people.length
}

/** One person in nineteen is reached by nobody for two months: the due list must have something to say. */
function isQuiet(personIndex: number, day: Day): boolean {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return new Chance(personIndex * 65_537 + Math.floor(month / 2)).happens(1 / 19)
}

function sampleContact(
  chance: Chance,
  township: SampleTownship,
  personIndex: number,
  date: Day,
  until: Day,
): SampleContact {
  const kind = chance.weigh<ContactKind>([
    ['phone', 58],
    ['home', 28],
    ['child', 7],
    ['video', 4],
    ['proxy', 2],
    ['checkup', 1],
  ])
  const hasProblem = chance.happens(0.06)
  const enteredOn = addDays(
    date,
    chance.weigh([
      [0, 6],
      [1, 2],
      [5, 1],
    ]),
  )
  return {
    personIndex,
    helperIndex: township.people[personIndex]!.helperIndex,
    kind,
    date,
    enteredOn: enteredOn > until ? until : enteredOn,
    summary: chance.happens(0.3) ? chance.pick(findings.summary) : null,
    problem: hasProblem ? chance.pick(findings.problem) : null,
    outcome: hasProblem ? chance.pick(findings.outcome) : null,
  }
}

function sampleHelper(chance: Chance, villageIndex: number): SampleHelper {
  const gender = chance.pick(['male', 'female'] as const)
  const { kind, unit, post } = chance.pick(helperPosts)
  return {
    name: chance.pick(surnames) + chance.pick(givenNames[gender]),
    gender,
    kind,
    unit: unit === '村委会' ? `${villageNames[villageIndex]}委会` : unit || null,
    post: post || null,
    phone: samplePhone(chance),
    villageIndex,
  }
}

function samplePerson(
  chance: Chance,
  request: SampleRequest,
  index: number,
  villageIndex: number,
  groupIndex: number,
  helperIndex: number | null,
): SamplePerson {
  const group = chance.weigh<RecipientGroup>([
    ['elder', 86],
    ['woman', 5],
    ['child', 5],
    ['extremePoverty', 4],
  ])
  const gender = group === 'woman' ? 'female' : chance.pick(['male', 'female'] as const)
  const surname = chance.pick(surnames)
  const ages = {
    elder: [60, 98],
    extremePoverty: [60, 90],
    woman: [25, 55],
    child: [3, 15],
  } as const
  const [youngest, oldest] = ages[group]
  const birthDate = addDays(
    request.until,
    -365 * chance.between(youngest, oldest) - chance.below(365) - 25,
  )
  const isElder = group === 'elder' || group === 'extremePoverty'
  const alone = isElder && chance.happens(0.34)
  const selfCare = isElder
    ? chance.weigh<SelfCare>([
        ['able', 70],
        ['partly', 22],
        ['unable', 8],
      ])
    : 'able'
  const relief = chance.weigh<ReliefKind | null>([
    [null, 74],
    ['subsistenceAllowance', 14],
    ['disability', 6],
    ['povertyMonitored', 3],
    ['specialCare', 3],
  ])
  const sequence = ((index % 497) + 1) * 2 + (gender === 'male' ? 1 : 0)
  const first = addDays(request.until, -365 * request.years + 1)
  const family: SampleFamilyMember[] = isElder
    ? Array.from(
        {
          length: chance.weigh([
            [0, 1],
            [1, 4],
            [2, 5],
            [3, 2],
          ]),
        },
        () => sampleFamilyMember(chance, surname, request.until),
      )
    : group === 'child'
      ? [{ ...sampleFamilyMember(chance, surname, request.until), relation: 'parent' }]
      : []
  return {
    name: surname + chance.pick(givenNames[gender]),
    gender,
    idNumber: chance.happens(0.03) ? null : composeResidentId('610999', birthDate, sequence),
    birthDate,
    villageIndex,
    groupIndex,
    phone: chance.happens(0.1) ? null : samplePhone(chance),
    groups: group === 'extremePoverty' ? ['elder', 'extremePoverty'] : [group],
    onFileFrom: addDays(first, -chance.between(1, 300)),
    closed: sampleClosing(chance, request),
    marital: isElder ? (alone ? 'widowed' : 'married') : group === 'child' ? 'single' : 'married',
    livingArrangement: alone
      ? 'alone'
      : isElder
        ? chance.weigh<LivingArrangement>([
            ['withSpouse', 60],
            ['withGrandchildren', 25],
            ['withChildren', 15],
          ])
        : 'withOtherRelatives',
    health: chance.weigh<Health>([
      ['good', 25],
      ['fair', 40],
      ['poor', 20],
      ['ill', 15],
    ]),
    chronicDiseases: isElder ? [chance.happens(0.55) ? chance.pick(diseases) : '无'] : [],
    selfCare,
    dailyCarer: alone ? chance.pick(['self', 'neighbours', 'relatives'] as const) : 'spouse',
    incomeSources: isElder
      ? ['residentPension', chance.pick(['farming', 'childrenSupport'] as const)]
      : [],
    reliefKinds: [
      ...(relief ? [relief] : []),
      ...(group === 'extremePoverty' ? (['extremePoverty'] as const) : []),
    ],
    serviceNeeds: isElder ? sampleServiceNeeds(index) : [],
    risk: isElder
      ? chance.weigh<RiskLevel>([
          ['high', 10],
          ['key', 25],
          ['general', 65],
        ])
      : null,
    exemption: chance.happens(0.03)
      ? {
          from: addDays(request.until, -chance.between(10, 40)),
          to: addDays(request.until, chance.between(5, 40)),
          reason: chance.pick(['hospital', 'withChildren'] as const),
        }
      : null,
    family,
    survey: sampleSurvey(chance, {
      on: addDays(first, -chance.between(1, 30)),
      address: `${villageNames[villageIndex]}${GROUPS[groupIndex]}${chance.between(1, 120)}号`,
      group,
      until: request.until,
      guardian: group === 'child' ? surname + chance.pick(givenNames.female) : null,
      // Whoever has no child calls a neighbour.
      emergency: family[0] ?? {
        name: chance.pick(surnames) + chance.pick(givenNames.female),
        phone: samplePhone(chance),
      },
    }),
    helperIndex,
  }
}

/** One answer in sixty was not given: every fifth file still has something to ask. */
function sampleSurvey(
  chance: Chance,
  facts: {
    on: Day
    address: string
    group: RecipientGroup
    until: Day
    guardian: string | null
    emergency: Pick<SampleFamilyMember, 'name' | 'phone'> & { relation?: Relation }
  },
): SampleSurvey {
  const told = <Answer>(answer: Answer): Answer | null => (chance.happens(1 / 60) ? null : answer)
  const { emergency, guardian } = facts
  return {
    homeAddress: told(facts.address),
    housingGrade: told(
      chance.weigh<HousingGrade>([
        ['A', 60],
        ['B', 34],
        ['C', 5],
        ['D', 1],
      ]),
    ),
    hazardZone: told(
      chance.weigh([
        ['无', 92],
        ['滑坡点附近', 5],
        ['河道低洼处', 3],
      ]),
    ),
    emergencyName: told(emergency.name),
    emergencyRelation: emergency.relation
      ? presetDictionaries.label('relation', emergency.relation)
      : '邻居',
    emergencyPhone: emergency.phone,
    guardianName: guardian,
    guardianPhone: guardian && samplePhone(chance),
    medication: told(chance.pick(['无', '降压药', '降糖药', '无'])),
    allergies: told(
      chance.weigh([
        ['无', 94],
        ['青霉素', 6],
      ]),
    ),
    medicalInsurance: told('城乡居民医保'),
    residenceState: told(
      chance.weigh([
        ['户在人在', 95],
        ['户不在人在', 5],
      ]),
    ),
    housingTenure: told(
      chance.weigh([
        ['自有', 94],
        ['借住', 6],
      ]),
    ),
    housingStructure: told(chance.pick(['砖木', '砖混', '土木'])),
    utilities: [chance.pick(['自来水', '井水']), '通电'],
    wish: chance.happens(0.1) ? chance.pick(['想和儿子视频', '修一修屋顶', '换一台收音机']) : null,
    familyDoctor: told(`${chance.pick(surnames)}医生`),
    collectedOn: facts.on,
    consentOn: told(facts.on),
    ...groupFacts(
      chance,
      facts.group,
      facts.until,
      chance.pick(surnames) + chance.pick(givenNames.female),
    ),
  }
}

function sampleClosing(chance: Chance, request: SampleRequest): SamplePerson['closed'] {
  if (!chance.happens(0.05)) return null
  const on = addDays(request.until, -chance.between(20, Math.min(700, 365 * request.years - 1)))
  const [status, reason] = chance.weigh([
    [['deceased', '因病去世'], 5],
    [['institution', '入住县养老院'], 2],
    [['childrenReturned', '儿子返乡同住'], 2],
    [['movedOut', '随女儿迁往外县'], 1],
  ] as const)
  return { status, on, reason }
}

function sampleFamilyMember(chance: Chance, surname: string, until: Day): SampleFamilyMember {
  const gender = chance.pick(['male', 'female'] as const)
  const away = chance.happens(0.82)
  const work = chance.weigh(workPlaces)
  const name = surname + chance.pick(childNames[gender])
  const phone = samplePhone(chance)
  // What not every family was asked follows the phone's last digit.
  const digit = Number(phone.at(-1))
  return {
    name,
    relation: gender === 'male' ? 'son' : 'daughter',
    gender,
    phone,
    ableToSupport: chance.happens(0.94),
    willingToSupport: digit === 7 ? null : digit !== 8,
    absence: away
      ? {
          ...work,
          since: String(Number(until.slice(0, 4)) - chance.between(1, 18)),
          reason: chance.weigh([
            ['work', 5],
            ['business', 1],
          ]),
          expectedReturn: digit % 4 === 0 ? `${Number(until.slice(0, 4)) + 1}年春节` : null,
          homeVisits: digit % 2 === 0 ? '每年春节' : '一年两三次',
        }
      : null,
  }
}

/** Numbers of a block that operators keep unassigned for such use cannot be had; these look real enough. */
function samplePhone(chance: Chance): string {
  return `1${chance.pick(['30', '39', '51', '58', '77', '87'])}${String(chance.below(100_000_000)).padStart(8, '0')}`
}
