import { describe } from 'vitest'
import { allowsOnly } from '../ledgers/machine-check'
import { hazardMachine } from './machine'

describe('the machine of hazards: nothing passes that was not mended and looked at again', () => {
  allowsOnly(hazardMachine, [
    'found tell told',
    'told tell told',
    'mending tell told',
    'failed tell told',
    'told start mending',
    'failed start mending',
    'told finish mended',
    'mending finish mended',
    'mended pass passed',
    'mended fail failed',
    'found dismiss gone',
    'told dismiss gone',
    'mending dismiss gone',
    'mended dismiss gone',
    'failed dismiss gone',
    'passed reopen found',
    'gone reopen found',
  ])
})
