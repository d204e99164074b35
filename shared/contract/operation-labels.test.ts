import { expect, it } from 'vitest'
import { operationLabels } from '../domain/operation-labels'
import { contract } from './index'
import type { Op } from './op'

it('names every act in Chinese: none stands in a history by its name in the code', () => {
  const acts = Object.entries(contract as Record<string, Op>)
    .filter(([, { kind }]) => kind !== 'query')
    .map(([name]) => name)
  expect(acts.filter((name) => !operationLabels[name])).toEqual([])
})
