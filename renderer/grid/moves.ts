/** A cell of a grid, both counted from 0. */
export interface Cell {
  readonly line: number
  readonly column: number
}

/** What the keys of a grid must know of it. */
export interface GridShape {
  readonly lines: number
  readonly columns: number
  /** Whether something can be typed into the cell now. */
  canEnter(cell: Cell): boolean
  isEmpty(cell: Cell): boolean
  /** Whether the column may stay empty. */
  isOptional(column: number): boolean
}

export type Move = 'next' | 'previous' | 'up' | 'down' | 'enter'

/**
 * Where a key leads. `next` and `previous` run through the cells line by line, `up` and `down` stay
 * in the column; `enter` goes on to the next cell, but from a cell that may stay empty, and is, to
 * the next line: there is nothing more to say about this one. `beyond` lies below the last line;
 * null is no move.
 */
export function moveFrom(shape: GridShape, at: Cell, move: Move): Cell | 'beyond' | null {
  switch (move) {
    case 'next':
      return along(shape, at, 1) ?? 'beyond'
    case 'previous':
      return along(shape, at, -1)
    case 'down':
      return upright(shape, at, 1) ?? 'beyond'
    case 'up':
      return upright(shape, at, -1)
    case 'enter': {
      if (!shape.isOptional(at.column) || !shape.isEmpty(at)) return along(shape, at, 1) ?? 'beyond'
      for (let line = at.line + 1; line < shape.lines; line += 1) {
        const start = startOf(shape, line)
        if (start) return start
      }
      return 'beyond'
    }
  }
}

/** Where typing begins in a line: what must be said and is not yet, else the first cell. */
export function startOf(shape: GridShape, line: number): Cell | null {
  const cells = cellsOf(shape, line).filter((cell) => shape.canEnter(cell))
  const missing = cells.find((cell) => !shape.isOptional(cell.column) && shape.isEmpty(cell))
  return missing ?? cells[0] ?? null
}

const cellsOf = ({ columns }: GridShape, line: number): Cell[] =>
  Array.from({ length: columns }, (_, column) => ({ line, column }))

function along(shape: GridShape, at: Cell, step: 1 | -1): Cell | null {
  const last = shape.lines * shape.columns
  for (
    let place = at.line * shape.columns + at.column + step;
    place >= 0 && place < last;
    place += step
  ) {
    const cell = { line: Math.floor(place / shape.columns), column: place % shape.columns }
    if (shape.canEnter(cell)) return cell
  }
  return null
}

function upright(shape: GridShape, at: Cell, step: 1 | -1): Cell | null {
  for (let line = at.line + step; line >= 0 && line < shape.lines; line += step) {
    const cell = { line, column: at.column }
    if (shape.canEnter(cell)) return cell
  }
  return null
}
