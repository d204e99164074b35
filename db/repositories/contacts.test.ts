import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someContacts, someDay, somePolicy } from '@shared/domain/cadence/arbitraries'
import { countingPlan } from '@shared/domain/cadence/compliance'
import { ledgerPlan } from '@shared/domain/cadence/ledger'
import { tally, type CountedContact } from '@shared/domain/cadence/obligations'
import { addDays } from '@shared/domain/calendar/days'
import { contact, recipient } from '../schema'
import { openTestStore, type TestStore } from '../test-store'
import { contactsOf, countContacts, countSliceSql, listContacts, voidContact } from './contacts'

let store: TestStore
let people: number[]

beforeAll(() => {
  store = openTestStore()
  people = store.write((ctx) =>
    ['尉迟彩霞', '解旺', '单桂兰'].map((name) => ctx.writer.create(recipient, { name })),
  )
})
afterAll(() => store.close())

/** Noon of the local day, so that a time zone does not move it. */
const typedAt = (day: string): string => new Date(`${day}T12:00:00`).toISOString()

/** Gives each person these contacts and nothing else; answers the records' ids. */
function setContacts(histories: readonly (readonly CountedContact[])[]): number[] {
  return store.write((ctx) => {
    ctx.db.delete(contact).run()
    return histories.flatMap((history, person) =>
      history.map(({ kind, date, typedOn }) =>
        ctx.writer.create(contact, {
          recipientId: people[person]!,
          kind,
          date,
          enteredAt: typedAt(typedOn),
        }),
      ),
    )
  })
}

const someHistories = fc.tuple(someContacts, someContacts, someContacts)

describe('counting contacts', () => {
  it('equals a plain recount for every plan, partial dates and late entries included', () => {
    fc.assert(
      fc.property(someHistories, somePolicy, someDay, (histories, policy, asOf) => {
        setContacts(histories)
        const range = { from: addDays(asOf, -150), to: asOf }
        const queries = [
          ...countingPlan(policy, asOf).counts,
          ...ledgerPlan(policy, range, asOf).counts,
        ]
        const counts = store.write((ctx) => countContacts(ctx, queries))
        histories.forEach((history, person) => {
          const answers = counts.get(people[person]!) ?? queries.map(() => 0)
          expect(answers).toEqual(tally(queries, history))
        })
      }),
      { numRuns: 60 },
    )
  })

  it('leaves voided contacts out', () => {
    const done = { kind: 'phone', date: '2026-11-03', typedOn: '2026-11-03' } as const
    const [first] = setContacts([[done, done]])
    store.write((ctx) => voidContact(ctx, first!, '录错了人'))
    const queries = [
      {
        parts: [{ kind: 'phone' as const, ranges: [{ lower: '2026-11', upper: '2026-11-30' }] }],
        typedAfter: null,
      },
    ]
    expect(store.write((ctx) => countContacts(ctx, queries)).get(people[0]!)).toEqual([1])
    expect(store.write((ctx) => contactsOf(ctx, people[0]!))).toEqual([done])
  })

  it('reads nothing but the covering index', () => {
    const plan = store.write(
      (ctx) =>
        ctx.db.$client
          .prepare(`explain query plan ${countSliceSql([{ typedAfter: null }])}`)
          .all('phone', '2026-11', '2026-11-30') as { detail: string }[],
    )
    expect(plan[0]!.detail).toBe(
      'SEARCH contact USING COVERING INDEX contact_kind_date (kind=? AND date>? AND date<?)',
    )
  })
})

describe('listing contacts', () => {
  it('pages through everything once, latest first, whatever the filter', () => {
    const filter = fc.record({
      recipientId: fc.option(fc.constantFrom(0, 1, 2), { nil: undefined }),
      kind: fc.option(fc.constantFrom('phone' as const, 'home' as const), { nil: undefined }),
      people: fc.option(fc.subarray([0, 1, 2])),
      limit: fc.integer({ min: 1, max: 40 }),
    })
    fc.assert(
      fc.property(
        someHistories,
        filter,
        (histories, { recipientId, kind, people: some, limit }) => {
          setContacts(histories)
          const chosen = {
            recipientId: recipientId === undefined ? undefined : people[recipientId]!,
            kind,
            people: some && new Set(some.map((one) => people[one]!)),
          }
          const listed: { date: string; id: number }[] = []
          for (;;) {
            const page = store.write((ctx) =>
              listContacts(ctx, chosen, listed.at(-1) ?? null, limit),
            )
            listed.push(...page)
            if (page.length < limit) break
          }
          const expected = histories.flatMap((history, person) =>
            (recipientId ?? person) === person && (some === null || some.includes(person))
              ? history.filter((one) => (kind ?? one.kind) === one.kind)
              : [],
          )
          expect(listed.map(({ date }) => date)).toEqual(
            expected.map(({ date }) => date).sort((a, b) => (a < b ? 1 : -1)),
          )
          expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length)
        },
      ),
      { numRuns: 60 },
    )
  })
})
