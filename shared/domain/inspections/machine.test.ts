import { describe } from 'vitest'
import { allowsOnly } from '../ledgers/machine-check'
import { findingMachine, inspectionMachine } from './machine'

describe('the machine of inspections: none is reported on that nobody went out for', () => {
  allowsOnly(inspectionMachine, [
    'planned begin visiting',
    'visiting report reported',
    'reported report reported',
    'planned cancel cancelled',
    'cancelled resume planned',
  ])
})

describe('the machine of findings: none is struck off that was not mended and looked at again', () => {
  allowsOnly(findingMachine, [
    'issued start mending',
    'failed start mending',
    'issued finish mended',
    'mending finish mended',
    'failed finish mended',
    'mended pass passed',
    'mended fail failed',
    'issued extend issued',
    'mending extend mending',
    'failed extend failed',
    'issued withdraw withdrawn',
    'mending withdraw withdrawn',
    'mended withdraw withdrawn',
    'failed withdraw withdrawn',
    'passed reopen issued',
    'withdrawn reopen issued',
  ])
})
