import { desc, eq } from 'drizzle-orm'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WriteContext } from './context'
import { rememberMapping, rememberedMappings } from './repositories/imports'
import { changeSet, helper, pairing, recipient } from './schema'
import { openTestStore, type TestStore } from './test-store'
import { undoChangeSet, undoObstacle } from './undo'

let vault: TestStore
beforeEach(() => {
  vault = openTestStore()
})
afterEach(() => vault.close())

const person = (name: string) => ({ name })

/** Runs `work` as a command of its own and answers the id of its change set. */
function set(work: (ctx: WriteContext) => void): number {
  vault.write(work)
  return vault.write(
    ({ db }) => db.select().from(changeSet).orderBy(desc(changeSet.id)).limit(1).get()!.id,
  )
}
const rowOf = (id: number) =>
  vault.write(({ db }) => db.select().from(recipient).where(eq(recipient.id, id)).get()!)
const undo = (id: number): void => vault.write((ctx) => undoChangeSet(ctx, id, '点错了'))

describe('taking a change set back', () => {
  it('lets an office teach a header again after taking the lesson back', () => {
    const teach = (columns: Record<number, 'recipient.name'>) =>
      set((ctx) => rememberMapping(ctx, '姓名|村', 'people', columns))
    undo(teach({ 0: 'recipient.name' }))
    teach({ 1: 'recipient.name' })
    expect(vault.write((ctx) => rememberedMappings(ctx))).toEqual({
      '姓名|村': { kind: 'people', fields: { 1: 'recipient.name' } },
    })
  })

  it('hides what it made, gives back what it changed, shows what it hid', () => {
    let [kept, hidden, made] = [0, 0, 0]
    vault.write(({ writer }) => {
      kept = writer.create(recipient, person('尉迟彩霞'))
      hidden = writer.create(recipient, { ...person('解旺'), idNumber: '1' })
    })
    const act = set(({ writer }) => {
      writer.void(recipient, hidden, '重复')
      writer.update(recipient, kept, { idNumber: '1', phones: ['0917'] })
      writer.update(recipient, kept, { remark: '两份并成一份' })
      made = writer.create(recipient, person('仇银秀'))
    })
    undo(act)
    expect(rowOf(kept)).toMatchObject({ idNumber: null, phones: [], remark: null })
    expect(rowOf(hidden)).toMatchObject({ idNumber: '1', voidedAt: null })
    expect(rowOf(made).voidedAt).not.toBeNull()
  })

  it('can itself be taken back', () => {
    let [kept, hidden] = [0, 0]
    vault.write(({ writer }) => {
      kept = writer.create(recipient, person('单秀兰'))
      hidden = writer.create(recipient, person('单秀蓝'))
    })
    const act = set(({ writer }) => {
      writer.void(recipient, hidden, '重复')
      writer.update(recipient, kept, { remark: '新' })
    })
    const back = set((ctx) => undoChangeSet(ctx, act, '点错了'))
    undo(back)
    expect(rowOf(kept).remark).toBe('新')
    expect(rowOf(hidden).voidedAt).not.toBeNull()
  })

  it('is refused with the reason once a touched record changed', () => {
    let id = 0
    vault.write(({ writer }) => {
      id = writer.create(recipient, person('查良'))
    })
    const act = set(({ writer }) => void writer.update(recipient, id, { remark: '一' }))
    vault.write(({ writer }) => writer.update(recipient, id, { health: 'poor' }))
    expect(vault.write((ctx) => undoObstacle(ctx, act))).toBe('changedSince')
    expect(() => undo(act)).toThrow('又有改动')
    expect(rowOf(id)).toMatchObject({ remark: '一', health: 'poor' })
    expect(() => undo(act + 999)).toThrow('没有这次操作')
  })

  it('is refused once something hangs on what it made', () => {
    let [id, helperId] = [0, 0]
    const act = set(({ writer }) => {
      id = writer.create(recipient, person('乐平安'))
    })
    vault.write(({ writer }) => {
      helperId = writer.create(helper, { name: '张吉祥' })
    })
    expect(vault.write((ctx) => undoObstacle(ctx, act))).toBeNull()
    vault.write(({ writer }) =>
      writer.create(pairing, { helperId, recipientId: id, from: '2026-01' }),
    )
    expect(() => undo(act)).toThrow('已经登记了别的记录')
  })

  it('gives back every value, whatever the changes were', () => {
    const patch = fc.record(
      {
        name: fc.constantFrom('甲', '乙', '丙'),
        remark: fc.option(fc.string()),
        phones: fc.array(fc.string(), { maxLength: 3 }),
        annualIncome: fc.option(fc.nat()),
        hasNoPhone: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), patch, fc.boolean()), { minLength: 1 }), (acts) => {
        const ids: number[] = []
        vault.write(({ writer }) => {
          for (const name of ['甲', '乙', '丙']) ids.push(writer.create(recipient, person(name)))
        })
        const facts = () => ids.map((id) => ({ ...rowOf(id), revision: 0 }))
        const before = facts()
        let wrote = false
        const act = set(({ writer }) => {
          const gone = new Set<number>()
          for (const [at, values, hides] of acts) {
            const id = ids[at]!
            if (gone.has(id)) continue
            wrote = writer.update(recipient, id, values) || wrote
            if (!hides) continue
            writer.void(recipient, id, '试')
            gone.add(id)
            wrote = true
          }
        })
        if (wrote) undo(act)
        expect(facts()).toEqual(before)
      }),
      { numRuns: 25 },
    )
  })
})
