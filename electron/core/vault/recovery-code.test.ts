import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newHalf, printHalf, readHalf } from './recovery-code'

const half = fc.uint8Array({ minLength: 16, maxLength: 16 })

describe('the recovery code', () => {
  it('reads back what it prints, however people type it', () => {
    fc.assert(
      fc.property(half, fc.constantFrom('-', ' ', '', '－'), fc.boolean(), (bytes, mark, small) => {
        const printed = printHalf(bytes).replaceAll('-', mark)
        const typed = (small ? printed.toLowerCase() : printed)
          .replace(/0/g, 'O')
          .replace(/1/g, 'l')
        expect(Buffer.from(readHalf(typed)!)).toEqual(Buffer.from(bytes))
      }),
    )
  })

  it('notices one mistyped character in most cases and never reads another half as this one', () => {
    let unnoticed = 0
    fc.assert(
      fc.property(half, fc.nat(25), fc.constantFrom(...'ABCDEFGHJK'), (bytes, at, letter) => {
        const printed = printHalf(bytes).replaceAll('-', '')
        const typed = printed.slice(0, at) + letter + printed.slice(at + 1)
        if (typed === printed) return
        const read = readHalf(typed)
        if (read) unnoticed += 1
        expect(read && Buffer.from(read).equals(Buffer.from(bytes))).toBeFalsy()
      }),
      { numRuns: 2000 },
    )
    // Two check characters let one in 1,024 through; the keyring itself then refuses the half.
    expect(unnoticed).toBeLessThan(20)
  })

  it('refuses what is no code and gives a new half every time', () => {
    for (const text of ['', 'ABCD', '恢复码', 'U'.repeat(28), '1'.repeat(29)]) {
      expect(readHalf(text)).toBeNull()
    }
    expect(printHalf(newHalf())).not.toBe(printHalf(newHalf()))
    expect(printHalf(newHalf())).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
  })
})
