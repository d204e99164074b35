import type { Day } from '../calendar/types'
import { diffDays } from '../calendar/days'
import { matterKindLabel, type MatterKind } from './vocabulary'

/** Something that stands open and that a meeting may take up. */
export interface Matter {
  /** The same matter has the same key at every meeting: `task:17`, `overdue:3`. */
  key: string
  kind: MatterKind
  text: string
}

/** A matter as an agenda keeps it. */
export interface AgendaItem extends Matter {
  /** False for what the clerk dropped: it is not offered again at this meeting. */
  kept: boolean
  /** 议定情况: what was said of it. */
  said: string | null
}

interface OpenCase {
  id: number
  /** Whom it is about; null where it is about nobody. */
  name: string | null
  what: string
  openedOn: Day
  dueOn: Day | null
}

/** What stands open on the day a meeting is prepared. */
export interface OpenMatters {
  today: Day
  incidents: readonly (OpenCase & { missed: readonly string[] })[]
  tasks: readonly (OpenCase & { owner: string | null })[]
  /** 督查问题, each under the name of its village. */
  findings: readonly (OpenCase & { owner: string | null })[]
  /** Needs a village could not solve, and needs past their day. */
  raisedNeeds: readonly OpenCase[]
  overdueNeeds: readonly OpenCase[]
  /** Per village, how many people. */
  overdue: readonly VillageCount[]
  withoutHelper: readonly VillageCount[]
}

export interface VillageCount {
  villageId: number
  villageName: string
  people: number
}

/** Cases of one kind that a meeting reads one by one; the rest are counted. */
export const mostSingle = 40

/**
 * 待议事项: the one function that says what a meeting should take up. Single cases come one by one,
 * the oldest first; people are counted by village, so that a meeting of fifteen villages reads them.
 */
export function agendaOf(open: OpenMatters): Matter[] {
  const { today } = open
  const single = <Case extends OpenCase>(
    kind: MatterKind,
    entity: string,
    cases: readonly Case[],
    words: (one: Case) => string,
  ): Matter[] => {
    const inOrder = cases.toSorted(byAge)
    const listed = inOrder.slice(0, mostSingle)
    const rest = inOrder.length - listed.length
    return [
      ...listed.map((one) => ({ key: `${entity}:${one.id}`, kind, text: words(one) })),
      ...(rest > 0
        ? [{ key: `rest:${kind}`, kind, text: `${matterKindLabel[kind]}还有 ${rest} 件，见台账` }]
        : []),
    ]
  }
  const counted = (kind: MatterKind, words: string, counts: readonly VillageCount[]): Matter[] =>
    counts
      .filter(({ people }) => people > 0)
      .map(({ villageId, villageName, people }) => ({
        key: `${kind}:${villageId}`,
        kind,
        text: `${villageName}${people} 人${words}`,
      }))
  const raised = new Set(open.raisedNeeds.map(({ id }) => id))
  const caseWords = ({ name, what, openedOn, dueOn }: OpenCase): string =>
    sentence(`${name ?? ''}：${what}`, `登记 ${diffDays(openedOn, today)} 天`, late(dueOn, today))
  return [
    ...single('incident', 'incident', open.incidents, ({ name, what, missed }) =>
      sentence(
        `${name ?? ''}${what}，正在处置`,
        missed.length > 0 ? `${missed.join('、')}已过时限` : null,
      ),
    ),
    ...single('task', 'task', open.tasks, ({ what, owner, dueOn }) =>
      sentence(what, owner, late(dueOn, today)),
    ),
    ...single('finding', 'finding', open.findings, ({ name, what, owner, dueOn }) =>
      sentence(`${name ?? ''}：${what}`, owner, late(dueOn, today)),
    ),
    ...single('raisedNeed', 'need', open.raisedNeeds, caseWords),
    ...single(
      'need',
      'need',
      open.overdueNeeds.filter(({ id }) => !raised.has(id)),
      caseWords,
    ),
    ...counted('overdue', '逾期未走访联系', open.overdue),
    ...counted('withoutHelper', '没有帮扶人', open.withoutHelper),
  ]
}

const byAge = (a: OpenCase, b: OpenCase): number =>
  a.openedOn === b.openedOn ? a.id - b.id : a.openedOn < b.openedOn ? -1 : 1

const sentence = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join('，')

const late = (dueOn: Day | null, today: Day): string | null =>
  dueOn !== null && dueOn < today ? `逾期 ${diffDays(dueOn, today)} 天` : null

/** Adds what has come up since; what is on the agenda already, kept or dropped, stays as it is. */
export function extended(agenda: readonly AgendaItem[], matters: readonly Matter[]): AgendaItem[] {
  const known = new Set(agenda.map(({ key }) => key))
  const added = matters
    .filter(({ key }) => !known.has(key))
    .map((matter) => ({ ...matter, kept: true, said: null }))
  const order = Object.keys(matterKindLabel)
  // A stable sort: within a kind the old order stays and what is new comes last.
  return [...agenda, ...added].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}
