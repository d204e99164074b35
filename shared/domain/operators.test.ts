import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operatorsRefusal, reachRefusal, type KnownOperator } from './operators'
import { codesOf, roleLabel } from './vocabulary'

const operator = fc.record({
  id: fc.nat(),
  name: fc.constantFrom('甲', '乙', '丙', '丁'),
  role: fc.constantFrom(...codesOf(roleLabel)),
  villages: fc.option(fc.array(fc.nat(9), { maxLength: 3 })),
  groups: fc.option(fc.array(fc.constantFrom('elder' as const, 'child' as const))),
  disabled: fc.boolean(),
})

describe('who may be operators', () => {
  it('never leaves a vault without an admin, nor two people under one name', () => {
    fc.assert(
      fc.property(fc.array(operator, { maxLength: 6 }), (operators) => {
        const active = operators.filter((one) => !one.disabled)
        const sound =
          active.some((one) => one.role === 'admin') &&
          new Set(active.map((one) => one.name)).size === active.length
        expect(operatorsRefusal(operators) === null).toBe(sound)
      }),
    )
  })

  it('takes somebody who left for nobody: their name is free, their admin role counts no more', () => {
    const left: KnownOperator = {
      id: 1,
      name: '王经办',
      role: 'admin',
      villages: null,
      groups: null,
      disabled: true,
    }
    expect(operatorsRefusal([left])?.field).toBe('role')
    expect(operatorsRefusal([left, { ...left, id: 2, disabled: false }])).toBeNull()
  })

  it.each([
    [{ role: 'admin', villages: [1], groups: null }, 'role'],
    [{ role: 'village', villages: null, groups: null }, 'villages'],
    [{ role: 'village', villages: [], groups: null }, 'villages'],
    [{ role: 'groupLead', villages: [1], groups: null }, 'groups'],
    [{ role: 'groupLead', villages: null, groups: ['child'] }, undefined],
    [{ role: 'reader', villages: null, groups: null }, undefined],
    [{ role: 'clerk', villages: [1], groups: ['elder'] }, undefined],
  ] as const)('asks %j for a reach that fits the role', (reach, field) => {
    expect(reachRefusal(reach)?.field).toBe(field)
  })
})
