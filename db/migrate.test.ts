import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { migrate } from './migrate'
import { openConnection, storeOn, type Store } from './open'

const shipped = resolve(import.meta.dirname, 'migrations')
let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sangyu-db-'))
  store = storeOn(openConnection(join(folder, 'test.db'), new Uint8Array(32).fill(7)))
})
afterEach(() => {
  store.$client.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The shipped migrations and one more, made of these statements. */
function withOneMore(...statements: string[]): string {
  const target = join(folder, `migrations-${Math.random()}`)
  mkdirSync(target)
  cpSync(shipped, target, { recursive: true })
  const path = join(target, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as {
    entries: { idx: number; when: number; tag: string; version: string; breakpoints: boolean }[]
  }
  const last = journal.entries.at(-1)!
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_more' })
  writeFileSync(path, JSON.stringify(journal))
  writeFileSync(join(target, '9999_more.sql'), statements.join('--> statement-breakpoint\n'))
  return target
}

const names = (): string[] =>
  store.all<{ name: string }>(sql`select name from helper order by id`).map(({ name }) => name)

const addHelper = (id: number, name: string): void =>
  void store.run(sql`insert into helper (id, name, phones) values (${id}, ${name}, '[]')`)

describe('migrating a vault', () => {
  it('backs up before it touches anything, and only when there is something to lose', () => {
    const backUp = vi.fn()
    migrate(store, shipped, backUp)
    expect(backUp).not.toHaveBeenCalled()
    migrate(store, shipped, backUp)
    expect(backUp).not.toHaveBeenCalled()
    const more = withOneMore('alter table helper add column extra text')
    migrate(store, more, () => {
      expect(store.all(sql`select * from helper`)).toEqual([])
      expect(() => store.all(sql`select extra from helper`)).toThrow('extra')
      backUp()
    })
    expect(backUp).toHaveBeenCalledOnce()
    store.all(sql`select extra from helper`)
  })

  it('leaves the old version usable when a migration fails half way', () => {
    migrate(store, shipped, () => {})
    addHelper(1, '张吉祥')
    const broken = withOneMore(
      'alter table helper add column extra text',
      `update helper set name = 'lost'`,
      'this is no sql',
    )
    expect(() => migrate(store, broken, () => {})).toThrow()
    expect(names()).toEqual(['张吉祥'])
    expect(() => store.all(sql`select extra from helper`)).toThrow('extra')
    migrate(store, shipped, () => {})
  })

  it('keeps child rows through the rebuild of their parent table', () => {
    migrate(store, shipped, () => {})
    addHelper(1, '张吉祥')
    store.run(sql`insert into recipient (id, name) values (2, '解旺')`)
    store.run(
      sql`insert into pairing (id, helper_id, recipient_id, "from") values (3, 1, 2, '2026-03')`,
    )
    const rebuild = withOneMore(
      'create table helper_new as select * from helper',
      'drop table helper',
      'create table helper (id integer primary key, revision integer, voided_at text, name text, phones text)',
      'insert into helper (id, revision, name, phones) select id, revision, name, phones from helper_new',
      'drop table helper_new',
    )
    migrate(store, rebuild, () => {})
    expect(store.all(sql`select id from pairing`)).toEqual([{ id: 3 }])
    expect(store.$client.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('refuses a change that breaks references, and keeps the old version', () => {
    migrate(store, shipped, () => {})
    addHelper(1, '张吉祥')
    store.run(sql`insert into recipient (id, name) values (2, '解旺')`)
    store.run(
      sql`insert into pairing (id, helper_id, recipient_id, "from") values (3, 1, 2, '2026-03')`,
    )
    expect(() => migrate(store, withOneMore('delete from helper'), () => {})).toThrow('关联不完整')
    expect(names()).toEqual(['张吉祥'])
  })

  it('refuses a vault from the future and one from another history', () => {
    const more = withOneMore('alter table helper add column extra text')
    migrate(store, more, () => {})
    expect(() => migrate(store, shipped, () => {})).toThrow('更新版本')
    rmSync(more, { recursive: true })
    expect(() => migrate(store, withOneMore('select 1'), () => {})).toThrow('更新版本')
  })
})
