import { describe, expect, it } from 'vitest'
import { registerDefinition } from '../../../contract/registers'
import { move, movesFrom } from '../../ledgers/machine'
import { definitionFaults } from '../check-definition'
import { askedKey, machineOf } from '../machine'
import { registerPresets } from './index'

describe.each(registerPresets.map(({ code, definition }) => [code, definition] as const))(
  'preset %s',
  (_code, definition) => {
    it('holds together, and is what the program takes from an office', () => {
      expect(definitionFaults(definition)).toEqual([])
      expect(registerDefinition.parse(definition)).toEqual(definition)
    })

    it('has a purpose, a list and a figure', () => {
      expect(definition.purpose).not.toBe('')
      expect(definition.listed.length).toBeGreaterThan(1)
      expect(definition.figures.length).toBeGreaterThan(0)
    })

    it('can be walked into every state, and out of each that is open to one that is closed', () => {
      const machine = machineOf(definition)
      const said = {
        note: '说明',
        ...Object.fromEntries(definition.fields.map(({ code }) => [askedKey(code), '值'])),
      }
      const walk = (start: string): Set<string> => {
        const seen = new Set([start])
        for (const state of seen)
          for (const name of movesFrom(machine, state, () => true)) {
            const verdict = move(machine, state, { move: name, said, may: () => true })
            if (!verdict.refusal) seen.add(verdict.state)
          }
        return seen
      }
      expect([...walk(machine.first)].toSorted()).toEqual(Object.keys(machine.states).toSorted())
      for (const { code, open } of definition.states)
        if (open)
          expect(
            [...walk(code)].some((state) => !machine.states[state]!.open),
            code,
          ).toBe(true)
    })
  },
)

it('no two are called alike', () => {
  expect(new Set(registerPresets.map(({ code }) => code)).size).toBe(registerPresets.length)
  expect(new Set(registerPresets.map(({ definition }) => definition.name)).size).toBe(
    registerPresets.length,
  )
})
