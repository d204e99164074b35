import { expect, it } from 'vitest'
import { householdOf } from './household'

it('finds the couple from either file, also where only one of the two names the other', () => {
  const files = [
    { id: 1, spouseRecipientId: 2 },
    { id: 2, spouseRecipientId: null },
    { id: 3, spouseRecipientId: null },
  ]
  expect([...householdOf(files, 1)].toSorted()).toEqual([1, 2])
  expect([...householdOf(files, 2)].toSorted()).toEqual([1, 2])
  expect([...householdOf(files, 3)]).toEqual([3])
})
