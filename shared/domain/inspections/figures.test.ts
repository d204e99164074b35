import { array, assert, constantFrom, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import { stateLabels } from '../ledgers/machine'
import { codesOf } from '../vocabulary'
import { findingFigures } from './figures'
import { findingMachine } from './machine'
import { severityLabel } from './vocabulary'

const findings = array(
  record({
    villageId: constantFrom(1, 2, 3),
    severity: constantFrom(...codesOf(severityLabel)),
    state: constantFrom(...codesOf(stateLabels(findingMachine))),
    dueOn: constantFrom(null, '2026-11-20', '2026-11-21', '2026-11-22'),
  }),
)
const today = '2026-11-21'

it('counts every finding once: by village, by severity, mended or open, none withdrawn', () => {
  assert(
    property(findings, (all) => {
      const whole = findingFigures(all, today)
      expect(whole.found).toBe(all.filter(({ state }) => state !== 'withdrawn').length)
      expect(whole.passed + whole.open).toBe(whole.found)
      expect(Object.values(whole.bySeverity).reduce((sum, one) => sum + one, 0)).toBe(whole.found)
      const villages = [1, 2, 3].map((id) =>
        findingFigures(
          all.filter(({ villageId }) => villageId === id),
          today,
        ),
      )
      for (const key of ['found', 'passed', 'open', 'overdue'] as const)
        expect(villages.reduce((sum, one) => sum + one[key], 0)).toBe(whole[key])
      expect(whole.overdue).toBe(
        all.filter(
          ({ state, dueOn }) => findingMachine.states[state].open && dueOn === '2026-11-20',
        ).length,
      )
    }),
  )
})
