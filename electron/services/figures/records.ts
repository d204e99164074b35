import { activitiesBetween, peopleOfActivities, type Activity } from '@db/repositories/activities'
import { caseTables } from '@db/repositories/case-tables'
import { fundEntriesBetween } from '@db/repositories/funds'
import { caseSpans, type CaseSpan } from '@db/repositories/ledgers'
import { listMeetings } from '@db/repositories/meetings'
import { diffDays } from '@shared/domain/calendar/days'
import type { FigureKey } from '@shared/domain/figures/registry'
import type { Tally } from '@shared/domain/figures/tally'
import type { FundDirection } from '@shared/domain/funds/balance'
import { ledgers, type CaseEntity } from '@shared/domain/ledgers/registry'
import { isVisible } from '../activities/access'
import { isWithin, type Counting } from './counting'

type Counter = (at: Counting) => Tally[]

/** The six figures every ledger of cases has. */
function caseFigures(entity: CaseEntity) {
  const { states } = ledgers[entity].machine as {
    states: Readonly<Record<string, { open: boolean; dropped?: boolean }>>
  }
  const isDropped = ({ state }: CaseSpan): boolean => states[state]?.dropped === true
  const isClosed = ({ state }: CaseSpan): boolean => states[state]?.open === false
  const select =
    (
      fits: (one: CaseSpan, at: Counting) => boolean,
      amount: (one: CaseSpan, at: Counting) => number = () => 1,
    ): Counter =>
    (at) =>
      caseSpans(at.ctx, caseTables[entity], at.from, at.to)
        .filter((one) => isAbout(at, one.recipientId) && fits(one, at))
        .map((one) => ({
          id: one.id,
          recipientId: one.recipientId,
          amount: amount(one, at),
        }))
  const openOn = ({ openedOn, closedOn }: CaseSpan, { to }: Counting): boolean =>
    openedOn <= to && (closedOn === null || closedOn > to)
  const solvedIn = (one: CaseSpan, at: Counting): boolean =>
    isClosed(one) && !isDropped(one) && isWithin(one.closedOn, at)
  return {
    opened: select((one, at) => !isDropped(one) && isWithin(one.openedOn, at)),
    closed: select(solvedIn),
    open: select(openOn),
    overdue: select((one, at) => openOn(one, at) && one.dueOn !== null && one.dueOn < at.to),
    daysToClose: select(solvedIn, ({ openedOn, closedOn }) => diffDays(openedOn, closedOn!)),
    openDays: select(openOn, ({ openedOn }, { to }) => diffDays(openedOn, to)),
  }
}

/** A case about nobody belongs to the township as a whole. */
const isAbout = (at: Counting, recipientId: number | null): boolean =>
  recipientId === null ? at.isWhole : at.sees(recipientId)

const named = <const Prefix extends string>(prefix: Prefix, entity: CaseEntity) => {
  const { opened, closed, open, overdue, daysToClose, openDays } = caseFigures(entity)
  return {
    [`${prefix}.opened`]: opened,
    [`${prefix}.closed`]: closed,
    [`${prefix}.open`]: open,
    [`${prefix}.overdue`]: overdue,
    [`${prefix}.daysToClose`]: daysToClose,
    [`${prefix}.openDays`]: openDays,
  } as Record<`${Prefix}.${keyof ReturnType<typeof caseFigures>}`, Counter>
}

const heldIn = ({ ctx, from, to }: Counting): Activity[] =>
  activitiesBetween(ctx, from, to).filter(
    (one) => (one.state === 'held' || one.state === 'reported') && isVisible(ctx, one),
  )

const movements =
  (direction: FundDirection): Counter =>
  ({ ctx, from, to }) =>
    fundEntriesBetween(ctx, from, to)
      .filter((one) => one.direction === direction)
      .map(({ id, amount }) => ({ id, recipientId: null, amount }))

/** Figures of ledgers, activities, meetings and money. */
export const recordFigures = {
  ...named('needs', 'need'),
  ...named('incidents', 'incident'),
  ...named('hazards', 'hazard'),
  ...named('supportCases', 'support_case'),
  ...named('tasks', 'task'),
  'assessments.done': (at) =>
    at.people.flatMap(({ id: recipientId, assessments }) =>
      assessments
        .filter(({ date }) => isWithin(date, at))
        .map(({ id }) => ({ id, recipientId, amount: 1 })),
    ),
  'activities.held': (at) => heldIn(at).map(({ id }) => ({ id, recipientId: null, amount: 1 })),
  'activities.attendance': (at) => {
    const came = new Map<number, number>()
    const held = heldIn(at).map(({ id }) => id)
    for (const { recipientId, present } of peopleOfActivities(at.ctx, held)) {
      if (present && recipientId !== null && at.sees(recipientId))
        came.set(recipientId, (came.get(recipientId) ?? 0) + 1)
    }
    return [...came].map(([id, amount]) => ({ id, recipientId: id, amount }))
  },
  'meetings.held': ({ ctx, from, to }) =>
    listMeetings(ctx, { from, to })
      .filter(({ state }) => state === 'held' || state === 'minuted')
      .map(({ id }) => ({ id, recipientId: null, amount: 1 })),
  'funds.received': movements('in'),
  'funds.spent': movements('out'),
} satisfies Partial<Record<FigureKey, Counter>>
