import type { StoreContext } from '@db/context'
import { benefitTables } from '@db/repositories/benefits'
import { loadRoster, rosterTables, type StatusSpan } from '@db/repositories/roster'
import { diffDays } from '@shared/domain/calendar/days'
import type { FigureKey } from '@shared/domain/figures/registry'
import type { Tally } from '@shared/domain/figures/tally'
import { holdsOn } from '@shared/domain/periods'
import { loadVillages } from '@db/repositories/villages'
import { lacksBenefit } from '../benefits/standings'
import { completenessOfPerson } from '../completeness/files'
import { askedOf, complianceOf } from '../compliance/standings'
import { homeSettings } from '../home/settings'
import { unseenFor } from '../home/unseen'
import { isOnFile, isWithin, onFile, once, type Counting } from './counting'

/** Figures of people, their helpers and where they live. */
export const peopleFigures = {
  'people.onFile': (at) => once(onFile(at)),
  'people.added': (at) => once(at.people.filter(({ statuses }) => joins(statuses, at))),
  'people.left': (at) => once(at.people.filter(({ statuses }) => leaves(statuses, at))),
  'people.died': (at) =>
    once(
      at.people.filter(({ statuses }) =>
        leaves(statuses, at, ({ status }) => status === 'deceased'),
      ),
    ),
  'people.assessed': (at) =>
    once(onFile(at).filter(({ assessments }) => assessments.some(({ date }) => date <= at.to))),
  'people.exempt': (at) =>
    once(onFile(at).filter(({ exemptions }) => exemptions.some((one) => holdsOn(one, at.to)))),
  'people.incomplete': (at) =>
    once(onFile(at).filter((person) => completenessOfPerson(at.day, person).score < 100)),
  'people.benefitMissed': (at) => {
    const owed = owedBenefits(at.day)
    return once(onFile(at).filter(({ id }) => owed.has(id)))
  },
  'people.paired': (at) => once(onFile(at).filter(({ helpers }) => helpers.length > 0)),
  'people.unpaired': (at) => once(onFile(at).filter(({ helpers }) => helpers.length === 0)),
  'helpers.paired': (at) =>
    onFile(at).flatMap(({ id: recipientId, helpers }) =>
      helpers.map(({ helperId }) => ({ id: helperId, recipientId, amount: 1 })),
    ),
  'villages.inForce': ({ day }) =>
    loadVillages(day)
      .filter((village) => holdsOn(village, day.today))
      .map(({ id }) => ({ id, recipientId: null, amount: 1 })),
  'people.overdue': (at) => standing(at, 'overdue'),
  'people.due': (at) => standing(at, 'due'),
  'people.unseen': (at) => {
    const unseen = new Set(unseenFor(at.day, homeSettings(at.day).unseenDays).map(({ id }) => id))
    return once(onFile(at).filter(({ id }) => unseen.has(id)))
  },
} satisfies Partial<Record<FigureKey, (at: Counting) => Tally[]>>

/** Who lacks a benefit on the context's day: every benefit of everybody, so it is kept. */
const owedBenefits = (day: StoreContext): ReadonlySet<number> =>
  day.memo.derive(
    'figures.owedBenefits',
    [...rosterTables, ...benefitTables],
    () =>
      new Set(
        loadRoster(day)
          .filter((person) => isOnFile(day, person) && lacksBenefit(day, person))
          .map(({ id }) => id),
      ),
    askedOf(day),
  )

function standing(at: Counting, state: 'overdue' | 'due'): Tally[] {
  const { byId } = complianceOf(at.day)
  return once(onFile(at).filter(({ id }) => byId.get(id)?.state === state))
}

/** A file comes to be 在册 within the period, whatever it was before. */
const joins = (statuses: readonly StatusSpan[], at: Counting): boolean =>
  statuses.some(
    (one) => one.status === 'active' && isWithin(one.from, at) && !follows(statuses, one),
  )

/** A file that was 在册 is closed within the period. */
const leaves = (
  statuses: readonly StatusSpan[],
  at: Counting,
  how: (span: StatusSpan) => boolean = () => true,
): boolean =>
  statuses.some(
    (one) =>
      one.status !== 'active' && isWithin(one.from, at) && how(one) && follows(statuses, one),
  )

/** Whether the span takes over from one in which the file was 在册, on the day it ends or the next. */
const follows = (statuses: readonly StatusSpan[], span: StatusSpan): boolean =>
  statuses.some(
    (one) =>
      one !== span &&
      one.status === 'active' &&
      one.to !== null &&
      Math.abs(diffDays(one.to, span.from)) <= 1,
  )
