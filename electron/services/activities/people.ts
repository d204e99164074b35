import {
  addActivityPerson,
  peopleOfActivities,
  updateActivityPerson,
  voidActivityPerson,
  type Activity,
  type ActivityPerson,
} from '@db/repositories/activities'
import type { StoreContext, WriteContext } from '@db/context'
import { loadRoster } from '@db/repositories/roster'
import type { activitiesContract } from '@shared/contract/activities'
import { failure } from '@shared/contract/failure'
import { wasHeld } from '@shared/domain/activities/machine'
import type { ActivityRole } from '@shared/domain/activities/vocabulary'
import { judge, type Criterion } from '@shared/domain/criteria/criterion'
import { diedBefore } from '@shared/domain/death'
import type { HandlersOf } from '../../core/context'
import { criterionFactsOf } from '../classification/criterion-facts'
import { helperOnFile } from '../helpers/access'
import { requirePerson } from '../recipients/person'
import { activityForWriting, visibleActivity } from './access'
import { shownPeople } from './showing'

type PeopleHandlers = Pick<
  HandlersOf<typeof activitiesContract>,
  | 'activities.people'
  | 'activities.candidates'
  | 'activities.invite'
  | 'activities.attend'
  | 'activities.removePeople'
>

export const peopleHandlers: PeopleHandlers = {
  'activities.people': (ctx, { id }) => {
    visibleActivity(ctx, id)
    return shownPeople(ctx, id)
  },

  'activities.candidates': (ctx, { id, criteria, villageId }) => {
    const activity = visibleActivity(ctx, id)
    const there = new Set(peopleOfActivities(ctx, [id]).map(({ recipientId }) => recipientId))
    const village = villageId ?? activity.villageId
    return loadRoster(ctx).flatMap((person) => {
      if (person.status !== 'active' || there.has(person.id)) return []
      if (village !== null && person.villageId !== village) return []
      const reasons = reasonsFor(ctx, person, criteria)
      return reasons === null
        ? []
        : [
            {
              recipientId: person.id,
              recipientName: person.name,
              villageName: person.villageName || null,
              reasons,
            },
          ]
    })
  },

  'activities.invite': (ctx, { id, role, people, helperIds, names }) => {
    const activity = activityForWriting(ctx, id)
    if (people.length + helperIds.length + names.length === 0)
      throw failure('VALIDATION', '还没有选人，名单没有改动。', { people: '请选择人员' })
    return putDown(ctx, activity, [
      ...people.map(({ recipientId, reason }) => ({ role, recipientId, reason })),
      ...helperIds.map((helperId) => ({ role, helperId })),
      ...names.map((name) => ({ role, name })),
    ])
  },

  'activities.attend': (ctx, { id, personIds, present }) => {
    const activity = activityForWriting(ctx, id)
    if (!wasHeld(activity.state)) {
      throw failure('CONFLICT', '这次活动还没有登记举办，到场没有登记。请先登记举办，再勾到场。')
    }
    for (const one of onTheList(ctx, id, personIds)) updateActivityPerson(ctx, one.id, { present })
    const guests = shownPeople(ctx, id).filter(({ role }) => role === 'guest')
    return { invited: guests.length, present: guests.filter((one) => one.present).length }
  },

  'activities.removePeople': (ctx, { id, personIds, reason }) => {
    activityForWriting(ctx, id)
    for (const one of onTheList(ctx, id, personIds)) voidActivityPerson(ctx, one.id, reason)
    return {}
  },
}

/** Each condition with what meets it, or null where one is not met or not known to be. */
function reasonsFor(
  ctx: StoreContext,
  person: Parameters<typeof criterionFactsOf>[1],
  criteria: readonly Criterion[],
): string[] | null {
  if (criteria.length === 0) return []
  const facts = criterionFactsOf(ctx, person)
  const judged = criteria.map((one) => judge(one, facts, ctx.today))
  return judged.every(({ holds }) => holds) ? judged.map(({ words }) => words) : null
}

/** Somebody to put on a list: on file, a helper, or by name. */
export interface Invited {
  role: ActivityRole
  recipientId?: number
  helperId?: number
  name?: string
  reason?: string | null
}

/** Puts people on the list of an activity, each once. */
export function putDown(ctx: WriteContext, activity: Activity, people: readonly Invited[]) {
  const there = new Set(peopleOfActivities(ctx, [activity.id]).map(sameOne))
  let added = 0
  for (const one of people) {
    const key = sameOne(one)
    if (there.has(key)) continue
    there.add(key)
    if (one.recipientId !== undefined) refuseDead(ctx, one.recipientId, activity)
    if (one.helperId !== undefined) helperOnFile(ctx, one.helperId)
    addActivityPerson(ctx, { activityId: activity.id, ...one })
    added += 1
  }
  return { added, already: people.length - added }
}

/** The dead never stand on a list; whoever died after the day was there. */
function refuseDead(ctx: StoreContext, recipientId: number, { heldOn }: Activity): void {
  const { name, statuses } = requirePerson(ctx, recipientId)
  const death = diedBefore(statuses, heldOn ?? ctx.today)
  if (death === null) return
  throw failure(
    'VALIDATION',
    `${name}已于 ${death} 去世，名单没有改动。请把${name}从所选里去掉。`,
    {
      people: `${name}已去世`,
    },
  )
}

const sameOne = ({ recipientId, helperId, name }: Partial<ActivityPerson> | Invited): string =>
  recipientId ? `recipient ${recipientId}` : helperId ? `helper ${helperId}` : `name ${name}`

/** Those of the list with these ids whom the operator may see. */
function onTheList(
  ctx: StoreContext,
  activityId: number,
  ids: readonly number[],
): { id: number }[] {
  const there = new Map(shownPeople(ctx, activityId).map((one) => [one.id, one]))
  return [...new Set(ids)].map((id) => {
    const one = there.get(id)
    if (!one) throw failure('NOT_FOUND', '名单上找不到其中一位，没有改动。请刷新后再试。')
    return one
  })
}
