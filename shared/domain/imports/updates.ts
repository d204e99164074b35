import { isComplete, mayMean } from '../calendar/partial-date'

/*
 * What becomes of a file where a ledger knows more or says otherwise. The clerk decides: fact by
 * fact in a row, for a column of the ledger, or once for the whole file, the nearest word first.
 */

/** How files that exist are updated, for a whole ledger or for one column of it. */
export const updateRuleLabel = {
  ask: '补空白，不一样的逐个问',
  fill: '只补空白',
  take: '用台账的',
  keep: '留用本机',
} as const
export type UpdateRule = keyof typeof updateRuleLabel

export const choiceLabel = {
  onFile: '留用本机',
  inLedger: '用台账的',
  both: '都留',
} as const
/** What holds afterwards. `both` only where several things can be true at once. */
export type Choice = keyof typeof choiceLabel

export const differenceKindLabel = {
  fill: '补空白',
  add: '添上',
  conflict: '不一样',
} as const
/**
 * `fill`: the file knows nothing yet, or less. `add`: the ledger names more of a list, such as a
 * second telephone. `conflict`: both cannot be true.
 */
export type DifferenceKind = keyof typeof differenceKindLabel

export interface UpdateRules {
  run: UpdateRule
  /** By topic; a topic without a rule of its own follows the run. */
  topics: Readonly<Record<string, UpdateRule>>
}

/** The column a fact belongs to: `child.place:祁志强` is one of many `child.place`. */
export const topicOf = (fact: string): string => fact.split(':', 1)[0] ?? fact

/** What tells people apart: never overwritten by a rule for a whole ledger, only by name. */
const identity: ReadonlySet<string> = new Set([
  'name',
  'gender',
  'idNumber',
  'birthDate',
  'village',
])

/** What is to hold of a fact; null while the clerk has not said. */
export function choiceFor(
  { fact, kind }: { fact: string; kind: DifferenceKind },
  { run, topics }: UpdateRules,
  said: Readonly<Record<string, Choice>> | undefined,
): Choice | null {
  const word = said?.[fact]
  if (word) return word === 'both' && kind === 'conflict' ? 'inLedger' : word
  const topic = topicOf(fact)
  const ofRun = run === 'take' && kind === 'conflict' && identity.has(topic) ? 'ask' : run
  switch (topics[topic] ?? ofRun) {
    case 'keep':
      return 'onFile'
    case 'fill':
      return kind === 'fill' ? 'inLedger' : 'onFile'
    case 'take':
      return kind === 'add' ? 'both' : 'inLedger'
    case 'ask':
      return kind === 'conflict' ? null : kind === 'add' ? 'both' : 'inLedger'
  }
}

/**
 * How a ledger's word differs from the file's; null where it says nothing new. What is less exact
 * than the file contradicts nothing.
 */
export function differenceOf(
  onFile: string | number | boolean | null,
  inLedger: string | number | boolean | null,
): 'fill' | 'conflict' | null {
  if (inLedger === null || inLedger === '' || inLedger === onFile) return null
  return onFile === null || onFile === '' ? 'fill' : 'conflict'
}

/** The same of dates that may be partial. */
export function dateDifferenceOf(
  onFile: string | null,
  inLedger: string | null,
): 'fill' | 'conflict' | null {
  const plain = differenceOf(onFile, inLedger)
  if (plain !== 'conflict' || onFile === null || inLedger === null) return plain
  if (onFile.startsWith(inLedger) || (isComplete(onFile) && mayMean(inLedger, onFile))) return null
  const completes =
    inLedger.startsWith(onFile) || (isComplete(inLedger) && mayMean(onFile, inLedger))
  return completes ? 'fill' : 'conflict'
}
