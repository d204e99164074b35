import type { StoreContext } from '@db/context'
import { findActivity } from '@db/repositories/activities'
import { caseTables } from '@db/repositories/case-tables'
import { findFundEntry } from '@db/repositories/funds'
import { allHelpers } from '@db/repositories/helpers'
import { findCase } from '@db/repositories/ledgers'
import { findMeeting } from '@db/repositories/meetings'
import type { RosterPerson } from '@db/repositories/roster'
import { allVillages, villageNameOn } from '@db/repositories/villages'
import type { FigureRow } from '@shared/contract/figures'
import {
  dimensions,
  markLabels,
  noMark,
  type Dimension,
  type Slice,
} from '@shared/domain/figures/dimensions'
import type { FigureSubject } from '@shared/domain/figures/registry'
import type { Tally } from '@shared/domain/figures/tally'
import { fundDirectionLabel, yuanWords } from '@shared/domain/funds/balance'
import { ledgers, type CaseEntity } from '@shared/domain/ledgers/registry'
import { statedAge } from '../recipients/age'

/** What the rows of a figure are called, and where each is opened. */
export function shownTallies(
  day: StoreContext,
  subject: FigureSubject,
  people: ReadonlyMap<number, RosterPerson>,
  tallies: readonly Tally[],
): FigureRow[] {
  const helperNames = new Map(
    subject === 'helper' ? allHelpers(day).map(({ id, name }) => [id, name]) : [],
  )
  return tallies.map((tally) => {
    const { id, recipientId } = tally
    const person = recipientId === null ? undefined : people.get(recipientId)
    return {
      id,
      recipientId,
      amount: tally.amount,
      whole: tally.whole ?? null,
      ...(subject === 'helper'
        ? { title: helperNames.get(id) ?? '', detail: '', path: `/helpers/${id}` }
        : wordsOf(day, subject, id, person)),
    }
  })
}

type Words = Pick<FigureRow, 'title' | 'detail' | 'path'>

function wordsOf(
  day: StoreContext,
  subject: FigureSubject,
  id: number,
  person: RosterPerson | undefined,
): Words {
  switch (subject) {
    case 'recipient':
    case 'helper':
      return {
        title: person?.name ?? '',
        detail: person ? whereabouts(day, person) : '',
        path: `/recipients/${id}`,
      }
    case 'village': {
      const village = allVillages(day).find((one) => one.id === id)
      return { title: village ? villageNameOn(village, day.today) : '', detail: '', path: null }
    }
    case 'assessment': {
      const one = person?.assessments.find((assessment) => assessment.id === id)
      return {
        title: person?.name ?? '',
        detail: one?.date ?? '',
        path: person ? `/recipients/${person.id}` : null,
      }
    }
    case 'activity': {
      const one = findActivity(day, id)
      return { title: one?.name ?? '', detail: one?.heldOn ?? '', path: `/activities/${id}` }
    }
    case 'meeting': {
      const one = findMeeting(day, id)
      return { title: one?.title ?? '', detail: one?.day ?? '', path: `/meetings/${id}` }
    }
    case 'fundEntry': {
      const one = findFundEntry(day, id)
      return {
        title: one?.purpose ?? '',
        detail: one
          ? `${one.day} ${fundDirectionLabel[one.direction]}${yuanWords(one.amount)}元`
          : '',
        path: '/funds',
      }
    }
    default:
      return caseWords(day, caseEntityOf[subject], id, person)
  }
}

const caseEntityOf = {
  need: 'need',
  incident: 'incident',
  hazard: 'hazard',
  supportCase: 'support_case',
  task: 'task',
} as const satisfies Partial<Record<FigureSubject, CaseEntity>>

function caseWords(
  day: StoreContext,
  entity: CaseEntity,
  id: number,
  person: RosterPerson | undefined,
): Words {
  const { machine, path } = ledgers[entity]
  const one = findCase(day, caseTables[entity], id) as
    { state: string; openedOn: string; content?: string } | undefined
  const states = machine.states as Readonly<Record<string, { label: string }>>
  return {
    // What a case about somebody says may tell of illness: it is read on its own page.
    title: person?.name ?? one?.content ?? machine.noun,
    detail: one
      ? [one.openedOn, states[one.state]?.label, person?.villageName].filter(Boolean).join(' · ')
      : '',
    path: `${path}/${id}`,
  }
}

const whereabouts = (day: StoreContext, person: RosterPerson): string =>
  [
    person.villageName + person.villageGroupName,
    person.gender && markLabels.gender[person.gender],
    statedAge(day, person.birthDate),
  ]
    .filter(Boolean)
    .join(' · ')

/** A mark by its name: 下河村, 留守. */
export function markName(ctx: StoreContext, dimension: Dimension, mark: string): string {
  if (dimension !== 'village' && dimension !== 'villageGroup')
    return markLabels[dimension][mark] ?? mark
  if (mark === noMark) return dimension === 'village' ? '村（社区）不详' : '小组不详'
  const villages = allVillages(ctx)
  if (dimension === 'village') {
    const village = villages.find(({ id }) => String(id) === mark)
    return village ? villageNameOn(village, ctx.today) : mark
  }
  return (
    villages.flatMap(({ groups }) => groups).find(({ id }) => String(id) === mark)?.name ?? mark
  )
}

/** Whom a part of the figures is about: 下河村 · 留守. */
export const sliceName = (ctx: StoreContext, slice: Slice): string =>
  dimensions
    .flatMap((one) => (slice[one] === undefined ? [] : [markName(ctx, one, slice[one])]))
    .join(' · ')
