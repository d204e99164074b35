import { describe } from 'vitest'
import { allowsOnly } from '../ledgers/machine-check'
import { meetingMachine } from './machine'

describe('the machine of meetings', () => {
  allowsOnly(meetingMachine, [
    'planned hold held',
    'held minute minuted',
    'minuted minute minuted',
    'planned cancel cancelled',
    'cancelled reopen planned',
  ])
})
