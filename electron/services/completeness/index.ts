import type { StoreContext } from '@db/context'
import { groupBy } from '@db/group-by'
import { loadRoster } from '@db/repositories/roster'
import { loadVillages } from '@db/repositories/villages'
import type { completenessContract } from '@shared/contract/completeness'
import type { OutputOf } from '@shared/contract'
import type { HandlersOf } from '../../core/context'
import { requirePerson } from '../recipients/person'
import { completenessOfPerson, type FileCompleteness, rulesInForce } from './files'

export const completenessHandlers: HandlersOf<typeof completenessContract> = {
  'completeness.of': (ctx, { id }) => {
    const { score, missing } = completenessOfPerson(ctx, requirePerson(ctx, id))
    return {
      score,
      missing: missing.map(({ fact, label, part, question }) => ({ fact, label, part, question })),
    }
  },
  'completeness.summary': summary,
}

/** 在册 people only: nobody goes and asks for a closed file. */
function summary(ctx: StoreContext): OutputOf<'completeness.summary'> {
  const people = loadRoster(ctx)
    .filter(({ status }) => status === 'active')
    .map((person) => ({ ...completenessOfPerson(ctx, person), person }))
  const position = new Map(loadVillages(ctx).map(({ id }, at) => [id, at]))
  const byVillage = groupBy(people, ({ person }) => person.villageId)
  const counts = new Map<string, number>()
  for (const { missing } of people) {
    for (const { fact } of missing) counts.set(fact, (counts.get(fact) ?? 0) + 1)
  }
  return {
    ...standingOf(people),
    villages: [...byVillage]
      .map(([villageId, own]) => ({
        villageId,
        name: own[0]!.person.villageName,
        ...standingOf(own),
      }))
      .sort(
        (a, b) =>
          (position.get(a.villageId ?? 0) ?? Infinity) -
          (position.get(b.villageId ?? 0) ?? Infinity),
      ),
    facts: rulesInForce(ctx)
      .map(({ fact, label }) => ({ fact, label, count: counts.get(fact) ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  }
}

function standingOf(people: readonly Pick<FileCompleteness, 'score'>[]) {
  const sum = people.reduce((total, { score }) => total + score, 0)
  return {
    people: people.length,
    incomplete: people.filter(({ score }) => score < 100).length,
    score: people.length === 0 ? null : Math.floor(sum / people.length),
  }
}
