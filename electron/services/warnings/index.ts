import type { StoreContext } from '@db/context'
import { allHelpers } from '@db/repositories/helpers'
import { addMajorChange } from '@db/repositories/major-changes'
import { loadRoster, type RosterPerson } from '@db/repositories/roster'
import { loadPolicy } from '@db/repositories/rules'
import {
  addWarning,
  findWarning,
  firstContactsSince,
  listWarnings,
  voidWarning,
  warnedBy,
  type Warning,
} from '@db/repositories/warnings'
import { failure } from '@shared/contract/failure'
import type { warningsContract } from '@shared/contract/warnings'
import { holdsOn } from '@shared/domain/cadence/spans'
import { categoriesHeld } from '@shared/domain/categories/classify'
import { standingOn } from '@shared/domain/periods'
import type { ContactKind } from '@shared/domain/vocabulary'
import { warningReasons } from '@shared/domain/warnings/at-risk'
import { changeOfWarning } from '@shared/domain/warnings/vocabulary'
import type { HandlersOf } from '../../core/context'
import { classificationsOf } from '../classification'
import { refuseAfterClosing } from '../contacts/checks'
import { requirePerson } from '../recipients/person'

/** Contacts by which a warning reaches the person. */
const reachingKinds: readonly ContactKind[] = ['phone', 'home', 'video', 'proxy']

export const warningsHandlers: HandlersOf<typeof warningsContract> = {
  'warnings.list': (ctx) =>
    listWarnings(ctx).map((warning) => {
      const people = peopleOf(ctx, warning)
      const reached = reachedSince(ctx, warning, people)
      const { id, kind, day, note } = warning
      return { id, kind, day, note, people: people.length, reached: reached.size }
    }),

  'warnings.atRisk': (ctx, { criteria }) => ({
    rows: loadRoster(ctx)
      .filter(({ status }) => status === 'active')
      .flatMap((person) => {
        const reasons = warningReasons(
          {
            categories: categoriesHeld(classificationsOf(ctx, person)),
            riskLevel: standingOn(person.risks, ctx.today)?.level ?? null,
            hazardZone: person.hazardZone,
            housingGrade: person.housingGrade,
          },
          criteria,
        )
        return reasons.length > 0 ? [{ ...shown(person), reasons }] : []
      }),
    ruleInForce: loadPolicy(ctx).rules.some(
      (rule) => rule.period === 'change' && holdsOn(rule, ctx.today),
    ),
  }),

  'warnings.raise': (ctx, { kind, day, recipientIds, note }) => {
    if (day > ctx.today) {
      throw failure('VALIDATION', '这一天还没到，没有发预警。', { day: '不能晚于今天' })
    }
    const people = [...new Set(recipientIds)].map((id) => requirePerson(ctx, id))
    for (const person of people) refuseAfterClosing(person, day)
    const change = changeOfWarning[kind]
    const warned = people.filter(
      ({ recordedChanges }) =>
        !recordedChanges.some((one) => one.kind === change && one.date === day),
    )
    if (warned.length === 0) {
      throw failure('CONFLICT', '这些人这一天已经预警过，没有重复登记。')
    }
    const id = addWarning(ctx, { kind, day, note })
    for (const { id: recipientId } of warned) {
      addMajorChange(ctx, { recipientId, date: day, kind: change, note, warningId: id })
    }
    return { id, people: warned.length }
  },

  'warnings.file': (ctx, { id }) => {
    const warning = requireWarning(ctx, id)
    const people = peopleOf(ctx, warning)
    const reached = reachedSince(ctx, warning, people)
    const helpers = new Map(allHelpers(ctx).map((helper) => [helper.id, helper.name]))
    return {
      id,
      kind: warning.kind,
      day: warning.day,
      note: warning.note,
      people: people.map((person) => {
        const first = reached.get(person.id)
        return {
          ...shown(person),
          reached: first
            ? {
                date: first.date,
                kind: first.kind,
                by: (first.helperId && helpers.get(first.helperId)) || first.visitor,
              }
            : null,
        }
      }),
    }
  },

  'warnings.void': (ctx, { id, reason }) => {
    const warning = requireWarning(ctx, id)
    if (peopleOf(ctx, warning).length < warnedBy(ctx, [id]).length) {
      throw failure('FORBIDDEN', '这次预警也发给了您看不到的人，没有撤销。请找经办人来撤。')
    }
    voidWarning(ctx, id, reason)
    return {}
  },
}

/** Those of a warning whom the operator may see. */
function peopleOf(ctx: StoreContext, { id }: Warning): RosterPerson[] {
  const warned = new Set(warnedBy(ctx, [id]).map(({ recipientId }) => recipientId))
  return loadRoster(ctx).filter((person) => warned.has(person.id))
}

const reachedSince = (ctx: StoreContext, { day }: Warning, people: readonly RosterPerson[]) =>
  firstContactsSince(
    ctx,
    people.map(({ id }) => id),
    reachingKinds,
    day,
  )

function requireWarning(ctx: StoreContext, id: number): Warning {
  const warning = findWarning(ctx, id)
  if (!warning) throw failure('NOT_FOUND', '找不到这次预警，可能已经撤销。请刷新后再看。')
  return warning
}

const shown = (person: RosterPerson) => ({
  recipientId: person.id,
  recipientName: person.name,
  villageName: person.villageName || null,
  phones: person.phones,
  helpers: person.helpers.map(({ helperId, helperName }) => ({ id: helperId, name: helperName })),
})
