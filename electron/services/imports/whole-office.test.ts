import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeTestVaults, openTestVault, type TestVault } from '@electron/core/test-vault'
import { TestDesk } from './test-desk'

const sampleFolder = resolve(import.meta.dirname, '../../../../shared/ledgers')
const present = existsSync(sampleFolder)

let vault: TestVault
let desk: TestDesk
beforeEach(async () => {
  vault = await openTestVault()
  desk = new TestDesk(vault)
})
afterAll(closeTestVaults)

describe.skipIf(!present)('the sample ledgers (skipped where ../shared/ledgers is absent)', () => {
  const ledger = (prefix: string): Buffer =>
    readFileSync(
      join(
        sampleFolder,
        readdirSync(sampleFolder).find(
          (name) => name.startsWith(prefix) && !name.endsWith('json'),
        )!,
      ),
    )
  const createVillages = async (importId: string): Promise<void> => {
    const { newVillages } = await desk.state(importId)
    await vault.must('imports.setOptions', {
      importId,
      villages: newVillages.map(({ name }) => ({
        name,
        createAs: name.endsWith('社区') ? ('community' as const) : ('village' as const),
      })),
    })
  }

  test('02, then 04, 05, 03 and 01 on the same office', { timeout: 120_000 }, async () => {
    const second = await desk.open(ledger('02'), '02.xlsx')
    expect((await desk.state(second)).newVillages.map(({ name }) => name).sort()).toEqual(
      ['上河村', '观音桥社区', '青石村', '黄泥坪村'].sort(),
    )
    await createVillages(second)
    expect((await desk.state(second)).counts).toMatchObject({ new: 107, error: 13, duplicate: 3 })
    const [first] = await desk.rows(second, 'error')
    const offered = first?.problems.find(({ offer }) => offer)
    expect(offered?.offer).toBe('610999196406147275')
    await vault.must('imports.fixCell', {
      importId: second,
      sheet: 0,
      row: first!.row,
      column: offered!.column!,
      text: offered!.offer!,
    })
    expect(await desk.apply(second)).toMatchObject({
      people: { created: 108 },
      leftOut: 15,
      villages: 4,
    })

    const fourth = await desk.open(ledger('04'), '04.xlsx')
    const pairings = (await desk.state(fourth)).counts
    expect(pairings.new + pairings.pending).toBe(90)
    // Eleven of the thirteen bad numbers stand in the register; one was mended.
    expect(pairings.pending).toBe(10)
    const done = await desk.apply(fourth)
    expect(done.pairings.created).toBe(pairings.new)

    const fifth = await desk.open(ledger('05'), '05.xlsx')
    const contacts = await desk.state(fifth)
    expect(contacts.counts.pending).toBe(300)
    expect(contacts.yearless.rows).toBeGreaterThan(0)
    const { changed } = await vault.must('imports.confirmAll', { importId: fifth })
    expect((await desk.apply(fifth)).contacts.created).toBe(changed)

    const third = await desk.open(ledger('03'), '03.csv')
    await createVillages(third)
    const names = (await desk.state(third)).counts
    expect(names.new + names.same + names.conflict + names.pending).toBe(45)

    const one = await desk.open(ledger('01'), '01.xlsx')
    const counts = (await desk.state(one)).counts
    expect(counts.error).toBe(3)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(132)
  })
})
