import { describe, expect, it } from 'vitest'
import { allowsOnly } from '../ledgers/machine-check'
import { levelAbove, needMachine } from './machine'

describe('the machine of needs', () => {
  allowsOnly(needMachine, [
    'opened assign assigned',
    'assigned assign assigned',
    'inHand assign assigned',
    'assigned start inHand',
    'assigned finish done',
    'inHand finish done',
    'done confirm confirmed',
    'done rework inHand',
    'opened raise opened',
    'assigned raise assigned',
    'inHand raise inHand',
    'opened refuse refused',
    'assigned refuse refused',
    'inHand refuse refused',
    'opened withdraw withdrawn',
    'assigned withdraw withdrawn',
    'inHand withdraw withdrawn',
    'done withdraw withdrawn',
    'confirmed reopen opened',
    'refused reopen opened',
    'withdrawn reopen opened',
  ])

  it('goes up from the village to the town to the joint meeting and no further', () => {
    expect(levelAbove('village')).toBe('town')
    expect(levelAbove('town')).toBe('joint')
    expect(levelAbove('joint')).toBeNull()
  })
})
