import { describe } from 'vitest'
import { allowsOnly } from '../ledgers/machine-check'
import { supportCaseMachine } from './machine'

describe('the machine of defaults of support', () => {
  const open = ['found', 'urged', 'mediated', 'reported', 'legalAid']
  allowsOnly(supportCaseMachine, [
    'found urge urged',
    'urged urge urged',
    'urged mediate mediated',
    'mediated mediate mediated',
    'urged report reported',
    'mediated report reported',
    'mediated aid legalAid',
    'reported aid legalAid',
    ...open.map((state) => `${state} fulfil fulfilled`),
    ...open.map((state) => `${state} drop dropped`),
    'fulfilled reopen found',
    'dropped reopen found',
  ])
})
