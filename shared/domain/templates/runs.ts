/** 批量出表: how the papers of many people are put into files. */
export const runModes = ['separate', 'merged', 'perVillage'] as const
export type RunMode = (typeof runModes)[number]

/** What became of one person. */
export interface RunResult {
  id: number
  name: string
  /** The file that holds the person's paper; null where the person was left out. */
  file: string | null
  /** Why left out, or what is missing on the paper. */
  note: string | null
}

interface RunPerson {
  id: number
  villageName: string
}

/** One file of a run, before it is made. */
export interface RunFile<Person> {
  key: string
  /** What a merged file is called after the form's title; null where the person names it. */
  label: string | null
  people: Person[]
}

/** The files of a run in their order: each person's, everybody's, or one for each village. */
export function filesOfRun<Person extends RunPerson>(
  mode: RunMode,
  people: readonly Person[],
): RunFile<Person>[] {
  if (mode === 'separate')
    return people.map((person) => ({ key: `person-${person.id}`, label: null, people: [person] }))
  if (mode === 'merged')
    return people.length === 0
      ? []
      : [{ key: 'all', label: `${people.length}人`, people: [...people] }]
  const villages = new Map<string, Person[]>()
  for (const person of people)
    villages.set(person.villageName, [...(villages.get(person.villageName) ?? []), person])
  return [...villages].map(([village, of], at) => ({
    key: `village-${at}`,
    label: `${village || '未分村'}_${of.length}人`,
    people: of,
  }))
}
