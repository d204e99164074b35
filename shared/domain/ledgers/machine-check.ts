import { assert, constant, constantFrom, oneof, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { move, movesFrom, type Machine } from './machine'

/**
 * Tests every ledger's machine the same way: `allowed` lists each way there is, `state move state`,
 * written down by hand. Any other move, known by name or made up, must be refused and leave the
 * case where it was.
 */
export function allowsOnly(machine: Machine, allowed: readonly string[]): void {
  const states = Object.keys(machine.states)
  const names = Object.keys(machine.moves)
  const everything = new Proxy({}, { get: () => 'said' })
  const ways = new Set(allowed.map((way) => way.split(' ').slice(0, 2).join(' ')))

  it('makes exactly the moves that were written down', () => {
    const made = states.flatMap((state) =>
      names.flatMap((name) => {
        const verdict = move(machine, state, { move: name, said: everything, may: () => true })
        return verdict.refusal ? [] : [`${state} ${name} ${verdict.state}`]
      }),
    )
    expect(made.toSorted()).toEqual(allowed.toSorted())
  })

  it('refuses every other move, by any name, from any state, and tells why in Chinese', () => {
    const name = oneof(constantFrom(...names), string(), constant('constructor'))
    assert(
      property(constantFrom(...states), name, (state, asked) => {
        const verdict = move(machine, state, { move: asked, said: everything, may: () => true })
        expect(verdict.refusal === undefined).toBe(ways.has(`${state} ${asked}`))
        if (verdict.refusal) expect(verdict.refusal.message).toMatch(/没有改动/)
      }),
    )
  })

  it('offers only what it then makes, and nothing without the right', () => {
    for (const state of states) {
      const offered = movesFrom(machine, state, () => true)
      expect(offered.every((name) => ways.has(`${state} ${name}`))).toBe(true)
      expect(movesFrom(machine, state, () => false)).toEqual([])
      for (const asked of offered) {
        const verdict = move(machine, state, { move: asked, said: everything, may: () => false })
        expect(verdict.refusal?.message).toMatch(/不能/)
      }
    }
  })

  it('refuses a move that leaves out what it requires, naming the field', () => {
    for (const [name, { from, requires }] of Object.entries(machine.moves)) {
      for (const field of Object.keys(requires ?? {})) {
        const said = Object.fromEntries(Object.keys(requires!).map((key) => [key, 'said']))
        for (const empty of [undefined, null, '', '  ']) {
          const request = { move: name, said: { ...said, [field]: empty }, may: () => true }
          expect(move(machine, from[0]!, request).refusal?.fields).toHaveProperty(field)
        }
      }
    }
  })

  it('lets every case be closed, and every closed one be opened again or stand for good', () => {
    for (const state of states.filter((one) => machine.states[one]!.open)) {
      const reached = new Set([state])
      for (const one of reached) {
        for (const { from, to } of Object.values(machine.moves))
          if (to !== null && from.includes(one)) reached.add(to)
      }
      expect([...reached].some((one) => !machine.states[one]!.open)).toBe(true)
    }
    expect(machine.states[machine.first]!.open).toBe(true)
  })
}
