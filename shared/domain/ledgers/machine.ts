import type { Right } from '../rights'

/** 办理状态: where a case of a ledger stands, and whether somebody still has to do something. */
export interface CaseState {
  readonly label: string
  readonly open: boolean
  /** Closed without having been solved: refused, withdrawn, mistaken. */
  readonly dropped?: boolean
  /** Open, and nobody has to do anything until its due day: an agreement in force. */
  readonly settled?: boolean
  /** What such a case is called past that day. */
  readonly late?: string
}

/** One thing that can be done with a case, and what has to be said with it. */
export interface Move<State extends string> {
  /** The word on its button: 分派, 办结. */
  readonly label: string
  readonly from: readonly State[]
  /** Where it leads; null leaves the case where it is (handed up, put off). */
  readonly to: State | null
  /** Who may make it; the ledger's own right where left out. */
  readonly right?: Right
  /** What must not be left empty, each field with the name it has on the form. */
  readonly requires?: Readonly<Record<string, string>>
}

/**
 * The one state machine of a ledger: its states in the order of the work, the one a case begins
 * in, and every move there is. What is not listed cannot be done.
 */
export interface Machine<State extends string = string, Name extends string = string> {
  /** What a case is called in sentences: 需求. */
  readonly noun: string
  readonly right: Right
  readonly first: State
  readonly states: Readonly<Record<State, CaseState>>
  readonly moves: Readonly<Record<Name, Move<State>>>
}

export type StateOf<Ledger> = Ledger extends Machine<infer State, string> ? State : never
export type MoveOf<Ledger> = Ledger extends Machine<string, infer Name> ? Name : never

/** Keeps the names of states and moves as types. */
export function defineMachine<const State extends string, const Name extends string>(
  machine: Machine<State, Name>,
): Machine<State, Name> {
  return machine
}

export interface MoveRequest {
  move: string
  /** What was said with it, by field. */
  said: Readonly<Record<string, unknown>>
  /** Whether whoever asks holds a right. */
  may: (right: Right) => boolean
}

/** Why a move is not made, in words for the clerk. */
export interface MoveRefusal {
  readonly message: string
  readonly fields?: Readonly<Record<string, string>>
}

export type MoveVerdict<State extends string> =
  { readonly state: State; readonly refusal?: undefined } | { readonly refusal: MoveRefusal }

/** The state a case comes to by a move, or why it cannot be made. */
export function move<State extends string, Name extends string>(
  machine: Machine<State, Name>,
  state: State,
  { move: name, said, may }: MoveRequest,
): MoveVerdict<State> {
  const { noun, states } = machine
  const known = moveNamed(machine, name)
  if (!known) return { refusal: { message: `${noun}没有这一步办法，没有改动。请刷新后再试。` } }
  if (!may(known.right ?? machine.right))
    return { refusal: { message: `您的角色不能“${known.label}”，没有改动。需要时请找管理员。` } }
  if (!known.from.includes(state)) {
    return {
      refusal: {
        message: `这件${noun}现在是“${states[state].label}”，不能“${known.label}”，没有改动。请刷新后看现在的情况。`,
      },
    }
  }
  const missing = Object.entries(known.requires ?? {}).filter(([field]) => isUnsaid(said[field]))
  if (missing.length > 0) {
    return {
      refusal: {
        message: `“${known.label}”还要写明${missing.map(([, label]) => label).join('、')}，没有改动。`,
        fields: Object.fromEntries(missing.map(([field, label]) => [field, `请填写${label}`])),
      },
    }
  }
  return { state: known.to ?? state }
}

/** The moves that can be made now, in the order in which buttons offer them. */
export function movesFrom<State extends string, Name extends string>(
  machine: Machine<State, Name>,
  state: State,
  may: (right: Right) => boolean,
): Name[] {
  return (Object.keys(machine.moves) as Name[]).filter((name) => {
    const { from, right } = machine.moves[name]
    return from.includes(state) && may(right ?? machine.right)
  })
}

export function isOpen<State extends string>(
  machine: Machine<State, string>,
  state: State,
): boolean {
  return machine.states[state].open
}

/** `{ opened: '待分派' }`: the states as a label table for columns, filters and inputs. */
export function stateLabels<State extends string>(
  machine: Machine<State, string>,
): Record<State, string> {
  return Object.fromEntries(
    Object.entries<CaseState>(machine.states).map(([state, { label }]) => [state, label]),
  ) as Record<State, string>
}

/** Looked up among the machine's own: `toString` is no move. */
function moveNamed<State extends string>(
  { moves }: Machine<State, string>,
  name: string,
): Move<State> | undefined {
  return Object.hasOwn(moves, name) ? moves[name] : undefined
}

const isUnsaid = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
