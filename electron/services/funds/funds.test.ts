import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { closeTestVaults, finishedJob, openTestVault } from '../../core/test-vault'

afterEach(closeTestVaults)

describe('经费', () => {
  it('refuses what would overdraw a line on any day, late entries included, unless a reason is given', async () => {
    const vault = await openTestVault()
    const line = { year: 2026, name: '重阳慰问', source: '镇财政', budget: 500_000 }
    const { id: lineId } = await vault.must('funds.addLine', line)
    const money = { lineId, purpose: '拨款', amount: 100_000 }
    await vault.must('funds.record', { ...money, direction: 'in', day: '2026-10-10' })
    await vault.must('funds.record', { ...money, direction: 'out', day: '2026-10-19' })
    // It was there on the 12th, but is already spent by the 19th.
    const late = { lineId, direction: 'out' as const, day: '2026-10-12', amount: 1, purpose: '纸' }
    expect(await vault.core.do('funds.record', late)).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fields: { overdraftReason: '请写明超支原因' } },
    })
    expect((await vault.must('funds.year', { year: 2026 })).entries).toHaveLength(2)
    await vault.must('funds.record', { ...late, overdraftReason: '先行垫付，待拨款' })
    const { total, lines, entries } = await vault.must('funds.year', { year: 2026 })
    expect(total).toEqual({ budget: 500_000, in: 100_000, out: 100_001, balance: -1 })
    expect(lines[0]).toMatchObject({ name: '重阳慰问', balance: -1 })
    await vault.must('funds.voidEntry', { id: entries.at(-2)!.id, reason: '录错' })
    expect((await vault.must('funds.year', { year: 2026 })).entries).toHaveLength(2)
    const { jobId } = await vault.must('funds.export', { year: 2026 })
    expect(await finishedJob(vault.core, jobId)).toMatchObject({ status: 'done' })
    expect(
      await vault.core.do('funds.voidLine', { id: lineId, reason: '试' }),
      'a line with money is not hidden with it',
    ).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
  })

  it('does not undo what would leave spent money uncovered', async () => {
    const vault = await openTestVault()
    const money = { purpose: '试', amount: 100, day: '2026-10-10' }
    const undoLast = async () => {
      const last = await vault.must('changes.latestOwn', {})
      return {
        obstacle: last!.obstacle,
        answer: await vault.core.do('changes.undo', { changeSetId: last!.changeSetId }),
      }
    }
    const refused = {
      obstacle: '撤销后科目会透支',
      answer: { ok: false, error: { code: 'CONFLICT' } },
    }
    const { id: lineId } = await vault.must('funds.addLine', { year: 2026, name: '试', budget: 0 })
    await vault.must('funds.record', {
      ...money,
      lineId,
      direction: 'out',
      overdraftReason: '垫付',
    })
    await vault.must('funds.record', { ...money, lineId, direction: 'in' })
    expect(await undoLast(), 'an advance is overdrawn again without its income').toMatchObject(
      refused,
    )
    const { entries } = await vault.must('funds.year', { year: 2026 })
    const advance = entries.find(({ direction }) => direction === 'out')!
    await vault.must('funds.voidEntry', { id: advance.id, reason: '录错' })
    expect(await undoLast(), 'the advance fits beside its income').toMatchObject({
      obstacle: null,
      answer: { ok: true },
    })
  })

  it('never goes below zero without a reason, whatever is recorded, voided and undone in whatever order', async () => {
    const vault = await openTestVault()
    await assert(
      asyncProperty(array(step, { maxLength: 8 }), async (steps) => {
        const line = { year: 2026, name: '试', budget: 0 }
        const { id: lineId } = await vault.must('funds.addLine', line)
        const own = async () =>
          (await vault.must('funds.year', { year: 2026 })).entries.filter(
            (entry) => entry.lineId === lineId,
          )
        for (const { direction, day, amount, voids } of steps) {
          const entries = await own()
          const chosen = entries[voids % Math.max(1, entries.length)]
          if (voids > 7) {
            const last = await vault.must('changes.latestOwn', {})
            if (last?.operation.startsWith('funds.') && last.operation !== 'funds.addLine')
              await vault.core.do('changes.undo', { changeSetId: last.changeSetId })
          } else if (voids < 4 && chosen)
            await vault.core.do('funds.voidEntry', { id: chosen.id, reason: '录错' })
          else
            await vault.core.do('funds.record', { lineId, direction, day, amount, purpose: '试' })
          const left = await own()
          // Counted anew for each day, with no reason given anywhere.
          for (const close of days) {
            const balance = left
              .filter((entry) => entry.day <= close)
              .reduce((sum, one) => sum + (one.direction === 'in' ? one.amount : -one.amount), 0)
            expect(balance).toBeGreaterThanOrEqual(0)
          }
        }
      }),
      { numRuns: 15 },
    )
  }, 120_000)
})

const days = ['2026-03-01', '2026-05-01', '2026-11-20']
const step = record({
  direction: constantFrom('in' as const, 'out' as const),
  day: constantFrom(...days),
  amount: integer({ min: 1, max: 50 }),
  /** Below 4 an entry is voided instead, that one of those there are; above 7 the last act undone. */
  voids: integer({ min: 0, max: 9 }),
})
