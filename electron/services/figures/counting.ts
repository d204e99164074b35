import { asOf, type StoreContext } from '@db/context'
import { findInRoster, loadRoster, type RosterPerson } from '@db/repositories/roster'
import type { Day } from '@shared/domain/calendar/types'
import type { Tally } from '@shared/domain/figures/tally'

/** What a figure is counted from: the records as they stood on the last day of a period. */
export class Counting {
  private roster: readonly RosterPerson[] | null = null
  private persons: ReadonlyMap<number, RosterPerson> | null = null

  /** As of `to`. */
  readonly day: StoreContext

  constructor(
    /** As of today. */
    readonly ctx: StoreContext,
    readonly from: Day,
    readonly to: Day,
  ) {
    this.day = asOf(ctx, to)
  }

  /** Everybody the operator may see, closed files included, as of `to`: for an earlier day costly. */
  get people(): readonly RosterPerson[] {
    this.roster ??= this.readPeople()
    return this.roster
  }

  get byId(): ReadonlyMap<number, RosterPerson> {
    this.persons ??= new Map(this.people.map((person) => [person.id, person]))
    return this.persons
  }

  /** Whether somebody is on file and the operator may see them, asked without the roster of a past day. */
  sees(id: number): boolean {
    if (!findInRoster(this.ctx, id)) return false
    return this.isWhole || this.byId.has(id)
  }

  /** Whether the operator answers for everybody. */
  get isWhole(): boolean {
    const { villages, groups } = this.ctx.scope
    return villages === null && groups === null
  }

  /** Whoever moved into an operator's village or out of it is not theirs to see for the time before. */
  private readPeople(): readonly RosterPerson[] {
    const then = loadRoster(this.day)
    return this.isWhole ? then : then.filter(({ id }) => findInRoster(this.ctx, id))
  }
}

/**
 * 在册 on the context's day. A file opened later stands in the roster of an earlier day with the
 * status it will begin with.
 */
export const isOnFile = (
  { today }: StoreContext,
  { status, statusFrom }: Pick<RosterPerson, 'status' | 'statusFrom'>,
): boolean => status === 'active' && (statusFrom === null || statusFrom <= today)

export const onFile = ({ day, people }: Counting): RosterPerson[] =>
  people.filter((person) => isOnFile(day, person))

/** Each of these people once. */
export const once = (people: readonly { readonly id: number }[]): Tally[] =>
  people.map(({ id }) => ({ id, recipientId: id, amount: 1 }))

export const isWithin = (day: Day | null, { from, to }: Pick<Counting, 'from' | 'to'>): boolean =>
  day !== null && from <= day && day <= to
