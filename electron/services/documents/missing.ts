import type { StoreContext } from '@db/context'
import { recipientRows } from '@db/repositories/printing'
import type { RosterPerson } from '@db/repositories/roster'
import type { InputOf, OutputOf } from '@shared/contract'
import type { CompletenessFact } from '@shared/domain/completeness/rules'
import { completenessOfPerson } from '../completeness/files'

type Paper = InputOf<'documents.missing'>['paper']

const onCards: readonly CompletenessFact[] = ['gender', 'birthDate', 'phones', 'homeAddress']

/** The facts of 信息待补 that a paper prints; null is all of them. Each prints the helper too. */
const printed: Record<NonNullable<Paper>, ReadonlySet<string> | null> = {
  recipientFile: null,
  roster: new Set<CompletenessFact>([
    ...onCards,
    'idNumber',
    'livingArrangement',
    'health',
    'selfCare',
    'children',
    'childrenWhereabouts',
    'emergency',
  ]),
  cards: new Set<CompletenessFact>([...onCards, 'emergency', 'familyDoctor', 'allergies']),
  wallCard: new Set<CompletenessFact>([...onCards, 'emergency', 'familyDoctor', 'allergies']),
}

const examplesShown = 20
const batchSize = 500

type Gap = OutputOf<'documents.missing'>['fields'][number]

/** 缺项: what these people's files are asked for and the paper would print, most frequent first. */
export function missingOf(
  ctx: StoreContext,
  people: readonly RosterPerson[],
  paper: Paper,
): OutputOf<'documents.missing'> {
  const wanted = paper ? printed[paper] : null
  const gaps = new Map<string, Gap>()
  const note = (field: string, label: string, { id, name, villageName }: RosterPerson): void => {
    const gap = gaps.get(field) ?? { field, label, count: 0, examples: [] }
    gaps.set(field, gap)
    gap.count += 1
    if (gap.examples.length < examplesShown) gap.examples.push({ id, name, villageName })
  }
  const unphotographed = paper === 'recipientFile' ? withoutPhoto(ctx, people) : new Set<number>()
  for (const person of people) {
    for (const { fact, label } of completenessOfPerson(ctx, person).missing)
      if (wanted === null || wanted.has(fact)) note(fact, label, person)
    // Neither is asked for at the door, and each leaves a hole in the paper.
    if (person.helpers.length === 0) note('helper', '帮扶人', person)
    if (unphotographed.has(person.id)) note('photo', '照片', person)
  }
  return {
    people: people.length,
    fields: [...gaps.values()].sort((a, b) => b.count - a.count),
  }
}

function withoutPhoto(ctx: StoreContext, people: readonly RosterPerson[]): ReadonlySet<number> {
  const without = new Set<number>()
  for (let start = 0; start < people.length; start += batchSize) {
    const ids = people.slice(start, start + batchSize).map(({ id }) => id)
    for (const [id, { photoId }] of recipientRows(ctx, ids)) if (photoId === null) without.add(id)
  }
  return without
}
