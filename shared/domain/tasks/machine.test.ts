import { describe } from 'vitest'
import { allowsOnly } from '../ledgers/machine-check'
import { taskMachine } from './machine'

describe('the machine of tasks', () => {
  allowsOnly(taskMachine, [
    'waiting progress handling',
    'handling progress handling',
    'waiting finish done',
    'handling finish done',
    'waiting drop dropped',
    'handling drop dropped',
    'done reopen waiting',
    'dropped reopen waiting',
  ])
})
