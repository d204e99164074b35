import { addDays } from '../calendar/days'
import type { Day } from '../calendar/types'
import type { AppraisalScores } from '../care-agreements/appraisal'
import {
  agreementMachine,
  type AgreementMove,
  type AgreementState,
} from '../care-agreements/machine'
import type { AgreementKind } from '../care-agreements/vocabulary'
import { standing, walk, type SampleStep } from './cases'
import { Chance } from './random'
import type { SampleRequest, SampleTownship } from './township'

export interface SampleAgreement {
  personIndex: number
  kind: AgreementKind
  entrustor: string | null
  entrustorRelation: string | null
  responsible: string
  carerRelation: string
  duties: string
  pay: string
  healthChecks: string
  openedOn: Day
  signedOn: Day | null
  termFrom: Day | null
  dueOn: Day | null
  closedOn: Day | null
  state: AgreementState
  endReason: string | null
  steps: SampleStep<AgreementMove>[]
  appraisals: { period: string; day: Day; by: string; scores: AppraisalScores; total: number }[]
}

const year = 365

/** An agreement for every twentieth person: most in force, some run out, a few not signed yet. */
export function sampleAgreements(
  { people }: SampleTownship,
  { until, recipients }: SampleRequest,
): SampleAgreement[] {
  const chance = new Chance(820_115)
  const entrustable = people.flatMap(({ closed, family, groups }, at) =>
    !closed && (family.length > 0 || groups.includes('extremePoverty')) ? [at] : [],
  )
  return Array.from({ length: Math.ceil(recipients / 20) }, () => {
    const personIndex = chance.pick(entrustable)
    const { family, groups } = people[personIndex]!
    const kind: AgreementKind = groups.includes('extremePoverty')
      ? 'extremePoverty'
      : chance.happens(0.7)
        ? 'entrusted'
        : 'family'
    const openedOn = addDays(until, -chance.between(5, year + 40))
    const way: readonly AgreementMove[] = chance.weigh<readonly AgreementMove[]>([
      [['sign', 'report'], 10],
      [['sign'], 4],
      [[], 2],
      [['sign', 'end'], 2],
    ])
    const steps = walk(chance, way, openedOn, until, (name) =>
      name === 'end' ? '子女返乡，自己照料' : null,
    )
    const signedOn = steps.find(({ step }) => step === 'sign')?.day ?? null
    const month = addDays(until, -30).slice(0, 7)
    const isAppraised =
      kind === 'extremePoverty' && signedOn !== null && signedOn.slice(0, 7) <= month
    const scores = { presence: 25, meals: 22, hygiene: 18, medical: 14, safety: 13 }
    return {
      personIndex,
      kind,
      entrustor: kind === 'extremePoverty' ? null : (family[0]?.name ?? null),
      entrustorRelation: kind === 'extremePoverty' ? null : '子女',
      responsible: chance.pick(['邻居李大嫂', '堂侄王福', '本组张婶']),
      carerRelation: chance.pick(['邻居', '亲戚']),
      duties: chance.pick([
        '每天做两顿饭，夜里照看',
        '代买药、打扫、洗衣，每天看望',
        '陪同看病，农忙时接来同住',
      ]),
      pay: chance.pick(['每月 600 元，月底付', '每月 300 元，另送米面']),
      healthChecks: '每年体检一次，由照料人陪同',
      openedOn,
      signedOn,
      termFrom: signedOn,
      dueOn: signedOn && addDays(signedOn, year - 1),
      ...standing(agreementMachine, steps),
      endReason: steps.some(({ step }) => step === 'end') ? '子女返乡，自己照料' : null,
      steps,
      appraisals: isAppraised
        ? [{ period: month, day: addDays(until, -5), by: '民政所', scores, total: 92 }]
        : [],
    }
  })
}
