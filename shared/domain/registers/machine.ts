import type { Machine } from '../ledgers/machine'
import type { Right } from '../rights'
import { fieldOf, stateOf, type Mover, type RegisterDefinition } from './definition'

const rightOf: Record<Mover, Right> = {
  anyone: 'registers.write',
  clerk: 'registers.define',
  admin: 'vault.admin',
}

/** A field as a move asks for it: apart from what is said with the step itself. */
export const askedKey = (code: string): string => `values.${code}`

/**
 * The state machine of a register's entries, so that they are moved by the same rules as every
 * ledger of the program. Only for a definition without faults.
 */
export function machineOf(definition: RegisterDefinition): Machine {
  const { name, states, moves } = definition
  return {
    noun: name,
    right: 'registers.write',
    first: states[0]!.code,
    states: Object.fromEntries(states.map(({ code, label, open }) => [code, { label, open }])),
    moves: Object.fromEntries(
      moves.map(({ code, label, from, to, by, needs, needsNote }) => [
        code,
        {
          label,
          from,
          to,
          right: rightOf[by],
          requires: {
            ...Object.fromEntries(
              needs.map((field) => [askedKey(field), fieldOf(definition, field)?.name ?? field]),
            ),
            ...(needsNote && { note: '说明' }),
          },
        },
      ]),
    ),
  }
}

/** What an entry in `state` is called; a state of an older definition keeps its code as its word. */
export const stateWords = (definition: RegisterDefinition, state: string): string =>
  stateOf(definition, state)?.label ?? state
