import { describe } from 'vitest'
import { allowsOnly } from '../ledgers/machine-check'
import { supportCaseMachine } from './machine'

describe('the machine of disputes', () => {
  const open = ['found', 'urged', 'mediated', 'reported', 'legalAid', 'court']
  allowsOnly(supportCaseMachine, [
    'found urge urged',
    'urged urge urged',
    'found mediate mediated',
    'urged mediate mediated',
    'mediated mediate mediated',
    'found report reported',
    'urged report reported',
    'mediated report reported',
    'mediated aid legalAid',
    'reported aid legalAid',
    'mediated sue court',
    'reported sue court',
    'legalAid sue court',
    ...open.map((state) => `${state} fulfil fulfilled`),
    ...open.map((state) => `${state} drop dropped`),
    'fulfilled reopen found',
    'dropped reopen found',
  ])
})
