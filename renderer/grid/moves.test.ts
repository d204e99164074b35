import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveFrom, startOf, type Cell, type GridShape } from './moves'

/** A grid drawn line by line: `x` filled, `.` empty, `#` closed; a capital column title must be said. */
function drawn(titles: string, ...rows: string[]): GridShape {
  const sign = ({ line, column }: Cell): string => rows[line]![column]!
  return {
    lines: rows.length,
    columns: titles.length,
    canEnter: (cell) => sign(cell) !== '#',
    isEmpty: (cell) => sign(cell) === '.',
    isOptional: (column) => titles[column] === titles[column]!.toLowerCase(),
  }
}
const at = (line: number, column: number): Cell => ({ line, column })

describe('the keys of a grid', () => {
  const shape = drawn('#KDabc', '#xx...', '######', '#.....')

  it('goes on to the next line from an empty cell that may stay empty, past closed lines', () => {
    expect(moveFrom(shape, at(0, 3), 'enter')).toEqual(at(2, 1))
    expect(moveFrom(shape, at(0, 2), 'enter')).toEqual(at(0, 3))
    expect(moveFrom(shape, at(2, 2), 'enter')).toEqual(at(2, 3))
  })

  it('passes closed lines up and down, and says where the grid ends', () => {
    expect(moveFrom(shape, at(0, 2), 'down')).toEqual(at(2, 2))
    expect(moveFrom(shape, at(2, 2), 'up')).toEqual(at(0, 2))
    expect(moveFrom(shape, at(2, 2), 'down')).toBe('beyond')
    expect(moveFrom(shape, at(0, 1), 'previous')).toBeNull()
    expect(moveFrom(shape, at(2, 5), 'next')).toBe('beyond')
  })

  it('begins where something must be said and is not', () => {
    expect(startOf(drawn('PKDa', 'xx..'), 0)).toEqual(at(0, 2))
    expect(startOf(drawn('PKDa', '#xx.'), 0)).toEqual(at(0, 1))
    expect(startOf(shape, 1)).toBeNull()
  })

  it('comes back with Shift+Tab to where Tab came from, whatever is closed', () => {
    const grids = fc
      .array(fc.stringMatching(/^[x.#]{5}$/), { minLength: 1, maxLength: 6 })
      .map((rows) => drawn('PKabc', ...rows))
    fc.assert(
      fc.property(grids, fc.nat(), (shape, seed) => {
        const open = Array.from({ length: shape.lines * 5 }, (_, n) =>
          at(Math.floor(n / 5), n % 5),
        ).filter((cell) => shape.canEnter(cell))
        if (open.length === 0) return
        const from = open[seed % open.length]!
        const next = moveFrom(shape, from, 'next')
        if (next === 'beyond') expect(from).toEqual(open.at(-1))
        else expect(moveFrom(shape, next!, 'previous')).toEqual(from)
      }),
    )
  })
})
