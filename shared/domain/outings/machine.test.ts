import { describe } from 'vitest'
import { allowsOnly } from '../ledgers/machine-check'
import { outingMachine } from './machine'

describe('the machine of reports of going out', () => {
  allowsOnly(outingMachine, ['away return returned', 'away extend away'])
})
