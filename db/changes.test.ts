import { createHash } from 'node:crypto'
import { asc } from 'drizzle-orm'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SEQUENCE_SPACE } from './ids'
import { change, changeSet, helper, recipient } from './schema'
import { openTestStore, type TestStore } from './test-store'

let vault: TestStore
beforeEach(() => {
  vault = openTestStore()
})
afterEach(() => vault.close())

const person = (name: string) => ({ name })

/** The last change set with its changes. */
function lastSet() {
  return vault.write(({ db }) => {
    const sets = db.select().from(changeSet).orderBy(asc(changeSet.id)).all()
    const set = sets.at(-1)!
    const changes = db.select().from(change).orderBy(asc(change.id)).all()
    return { set, sets, changes: changes.filter(({ changeSetId }) => changeSetId === set.id) }
  })
}

describe('the change writer', () => {
  it('records a creation without its values, an update with old and new', () => {
    const id = vault.write(({ writer }) => writer.create(recipient, person('尉迟彩霞')))
    expect(lastSet().changes).toMatchObject([
      { entity: 'recipient', recordId: id, kind: 'create', fields: null },
    ])
    vault.write(({ writer }) => writer.update(recipient, id, { name: '尉迟彩云', phones: ['1'] }))
    expect(lastSet().changes).toMatchObject([
      { kind: 'update', fields: { name: ['尉迟彩霞', '尉迟彩云'], phones: [[], ['1']] } },
    ])
  })

  it('writes no change set for a command that changes nothing', () => {
    const id = vault.write(({ writer }) => writer.create(recipient, person('解旺')))
    const before = lastSet().sets.length
    expect(vault.write(({ writer }) => writer.update(recipient, id, person('解旺')))).toBe(false)
    expect(lastSet().sets).toHaveLength(before)
  })

  it('refuses a stale save and shows the newer record', () => {
    const id = vault.write(({ writer }) => writer.create(recipient, person('仇银秀')))
    vault.write(({ writer }) => writer.update(recipient, id, { remark: '一' }, { revision: 1 }))
    expect(() =>
      vault.write(({ writer }) => writer.update(recipient, id, { remark: '二' }, { revision: 1 })),
    ).toThrowError(
      expect.objectContaining({
        failure: expect.objectContaining({
          code: 'CONFLICT',
          details: { current: expect.objectContaining({ remark: '一', revision: 2 }) },
        }),
      }),
    )
  })

  it('keeps nothing of a command that fails half way', () => {
    const before = lastSet().sets.length
    expect(() =>
      vault.write(({ writer }) => {
        writer.create(helper, { name: '张吉祥' })
        throw new Error('half way')
      }),
    ).toThrow('half way')
    expect(vault.write(({ db }) => db.select().from(helper).all())).toEqual([])
    expect(lastSet().sets).toHaveLength(before)
  })

  it('hides a voided record from further changes and keeps it in the history', () => {
    const id = vault.write(({ writer }) => writer.create(recipient, person('曾志和')))
    vault.write(({ writer }) => writer.void(recipient, id, '录入错误'))
    expect(lastSet().changes).toMatchObject([
      { kind: 'void', fields: { reason: [null, '录入错误'] } },
    ])
    expect(() => vault.write(({ writer }) => writer.update(recipient, id, person('x')))).toThrow(
      '找不到这条记录',
    )
  })

  it('chains every set to the one before over the digests of its changes', () => {
    for (const name of ['甲', '乙', '丙']) {
      vault.write(({ writer }) => writer.create(recipient, person(name)))
    }
    const { sets } = lastSet()
    const changes = vault.write(({ db }) => db.select().from(change).orderBy(asc(change.id)).all())
    let previous: Buffer | null = null
    for (const set of sets) {
      expect(set.previousDigest).toEqual(previous)
      const { id, replica, operation, operatorId, at, cause, undoes } = set
      const hash = createHash('sha256')
      if (previous) hash.update(previous)
      const header = {
        operation,
        operatorId,
        at,
        ...(cause && { cause }),
        ...(undoes && { undoes }),
      }
      hash.update(JSON.stringify([id, replica, header]))
      for (const { digest, changeSetId } of changes) if (changeSetId === id) hash.update(digest)
      expect(hash.digest()).toEqual(set.digest)
      previous = set.digest
    }
  })

  it('gives ids of its own replica, rising, whatever is rolled back in between', () => {
    const ids: number[] = []
    fc.assert(
      fc.property(fc.boolean(), (fails) => {
        try {
          vault.write(({ writer }) => {
            const id = writer.create(helper, { name: '某' })
            if (fails) throw new Error('rolled back')
            ids.push(id)
          })
        } catch {
          // The ids it used are gone; the next ones must still be new.
        }
      }),
      { numRuns: 40 },
    )
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
    expect(new Set(ids.map((id) => Math.floor(id / SEQUENCE_SPACE))).size).toBe(1)
    expect(ids.every(Number.isSafeInteger)).toBe(true)
  })
})
