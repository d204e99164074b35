import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  absencePeriod,
  familyMember,
  groupPeriod,
  helper,
  pairing,
  recipient,
  residencePeriod,
  statusPeriod,
} from '../schema'
import type { WriteContext } from '../context'
import { openTestStore, type TestStore } from '../test-store'
import { findInRoster, loadRoster } from './roster'
import { allVillages } from './villages'

let store: TestStore

beforeAll(() => {
  store = openTestStore()
})
afterAll(() => store.close())

function enter(ctx: WriteContext, name: string, villageId: number, until?: string): number {
  const from = '2020-01-01'
  const recipientId = ctx.writer.create(recipient, { name })
  ctx.writer.create(statusPeriod, { recipientId, status: 'active', from })
  ctx.writer.create(residencePeriod, { recipientId, villageId, from, to: until })
  ctx.writer.create(groupPeriod, { recipientId, group: 'elder', from })
  return recipientId
}

const villageIds = (ctx: WriteContext): number[] => allVillages(ctx).map(({ id }) => id)

describe('the roster', () => {
  it('shows each person as of today: status, village, absence, helper', () => {
    const id = store.write((ctx) => {
      const [first, second] = villageIds(ctx)
      const id = enter(ctx, '尉迟彩霞', first!, '2026-11-20')
      ctx.writer.create(residencePeriod, {
        recipientId: id,
        villageId: second!,
        from: '2026-11-21',
      })
      ctx.writer.create(statusPeriod, {
        recipientId: id,
        status: 'movedOut',
        from: '2027-01-01', // not yet
      })
      const son = ctx.writer.create(familyMember, {
        recipientId: id,
        position: 1,
        name: '尉迟大山',
        isSupporter: true,
      })
      for (const [since, to, place] of [
        ['2010', '2020-05-01', '太原'],
        ['2021-03', null, '东莞'],
      ] as const) {
        ctx.writer.create(absencePeriod, {
          recipientId: id,
          familyMemberId: son,
          scope: 'outsideProvince',
          since,
          to,
          place,
        })
      }
      const helperId = ctx.writer.create(helper, { name: '张吉祥' })
      ctx.writer.create(pairing, { recipientId: id, helperId, from: '2025-03' })
      ctx.writer.create(pairing, {
        recipientId: id,
        helperId: ctx.writer.create(helper, { name: '早已离任' }),
        from: '2020-01-01',
        to: '2025-02-28',
      })
      return id
    })
    store.write((ctx) => {
      expect(findInRoster(ctx, id)).toMatchObject({
        status: 'active',
        villageName: '柳林村',
        groups: ['elder'],
        family: [{ name: '尉迟大山', absence: { place: '东莞' } }],
        helpers: [{ helperName: '张吉祥' }],
      })
    })
  })

  it('follows every commit, and not a command that failed', () => {
    const before = store.write((ctx) => loadRoster(ctx).length)
    expect(() =>
      store.write((ctx) => {
        enter(ctx, '未成', villageIds(ctx)[0]!)
        expect(loadRoster(ctx).length).toBe(before + 1) // the command sees its own writes
        throw new Error('broken off')
      }),
    ).toThrow('broken off')
    expect(store.write((ctx) => loadRoster(ctx).length)).toBe(before)
    store.write((ctx) => enter(ctx, '新到', villageIds(ctx)[0]!))
    expect(store.write((ctx) => loadRoster(ctx).length)).toBe(before + 1)
  })

  it('leaves whoever a save does not concern the same object, and no other', () => {
    const [id, other] = store.write((ctx) => {
      const [village] = villageIds(ctx)
      return [enter(ctx, '仇大山', village!), enter(ctx, '仇小山', village!)]
    }) as [number, number]
    const both = () => store.write((ctx) => [id, other].map((one) => findInRoster(ctx, one)!))
    const saves: ((ctx: WriteContext) => unknown)[] = [
      ({ writer }) => writer.update(recipient, id, { homeAddress: '上塘村1号' }),
      ({ writer }) => writer.create(familyMember, { recipientId: id, position: 1, name: '仇强' }),
      ({ writer }) =>
        writer.create(statusPeriod, { recipientId: id, status: 'institution', from: '2026-11-01' }),
      ({ writer }) => {
        const helperId = writer.create(helper, { name: '张吉祥' })
        writer.create(pairing, { recipientId: id, helperId, from: '2026-01-01' })
      },
    ]
    for (const save of saves) {
      const before = both()
      store.write(save)
      const after = both()
      expect(after[0]).not.toEqual(before[0])
      expect(after[1]).toBe(before[1])
    }
  })

  it('hides people of other villages and other groups from an operator of one', () => {
    store.write((ctx) => {
      const [first] = villageIds(ctx)
      const ofFirst = { ...ctx, scope: { villages: [first!], groups: null } }
      const seen = loadRoster(ofFirst)
      expect(seen.length).toBeGreaterThan(0)
      expect(seen.every(({ villageId }) => villageId === first)).toBe(true)
      const hidden = loadRoster(ctx).find(({ villageId }) => villageId !== first)!
      expect(findInRoster(ofFirst, hidden.id)).toBeUndefined()
      const ofWomen = { ...ctx, scope: { villages: null, groups: ['woman' as const] } }
      expect(loadRoster(ofWomen)).toEqual([])
    })
  })
})
