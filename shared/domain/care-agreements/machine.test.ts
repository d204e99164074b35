import { describe } from 'vitest'
import { allowsOnly } from '../ledgers/machine-check'
import { agreementMachine } from './machine'

describe('the machine of care agreements', () => {
  allowsOnly(agreementMachine, [
    'drafted sign active',
    'active renew active',
    'active report active',
    'active end ended',
    'drafted drop dropped',
    'ended redraft drafted',
    'dropped redraft drafted',
  ])
})
