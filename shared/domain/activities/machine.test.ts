import { describe } from 'vitest'
import { allowsOnly } from '../ledgers/machine-check'
import { activityMachine } from './machine'

describe('the machine of activities', () => {
  allowsOnly(activityMachine, [
    'idea plan planning',
    'planning approve approved',
    'approved sendBack planning',
    'approved hold held',
    'held report reported',
    'idea cancel cancelled',
    'planning cancel cancelled',
    'approved cancel cancelled',
    'cancelled resume planning',
    'reported reopen held',
  ])
})
