/**
 * The wording of a section as an office edits it: plain lines of text. `# ` before a line makes it
 * a heading of the second level; what follows its first 。 runs on in the same paragraph. `{在册人数}`
 * puts in a figure or a fact, `{在册人数·留守}` a part of it, `{探访次数·去年}` the same of last year.
 * A line that is nothing but `[[各村情况]]` puts in a table or paragraphs made from the records. Lines
 * between upright strokes, `| 月份 | 工作 |`, are the rows of a table, the first its head.
 */

export type Piece = { text: string } | { token: string }

export type Line =
  | { kind: 'paragraph'; pieces: Piece[] }
  | { kind: 'heading'; pieces: Piece[]; body: Piece[] }
  | { kind: 'made'; name: string }
  | { kind: 'table'; rows: Piece[][][] }

export function readWording(wording: string): Line[] {
  const lines: Line[] = []
  for (const text of wording.split('\n').map((line) => line.trim())) {
    if (text === '') continue
    const line = readLine(text)
    const above = lines.at(-1)
    if (line.kind === 'table' && above?.kind === 'table') above.rows.push(...line.rows)
    else lines.push(line)
  }
  return lines
}

function readLine(line: string): Line {
  const made = /^\[\[([^[\]]+)\]\]$/.exec(line)
  if (made) return { kind: 'made', name: made[1]!.trim() }
  const row = /^\|(.+)\|$/.exec(line)
  if (row) {
    const cells = row[1]!.split('|').map((cell) => readPieces(cell.trim()))
    return { kind: 'table', rows: [cells] }
  }
  if (!line.startsWith('# ')) return { kind: 'paragraph', pieces: readPieces(line) }
  const text = line.slice(2).trim()
  const stop = text.indexOf('。')
  const head = stop < 0 ? text : text.slice(0, stop + 1)
  return { kind: 'heading', pieces: readPieces(head), body: readPieces(text.slice(head.length)) }
}

/** Braces that do not close stay what they are: text. */
function readPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let rest = 0
  for (const found of text.matchAll(/\{([^{}]+)\}/g)) {
    if (found.index > rest) pieces.push({ text: text.slice(rest, found.index) })
    pieces.push({ token: found[1]!.trim() })
    rest = found.index + found[0].length
  }
  if (rest < text.length) pieces.push({ text: text.slice(rest) })
  return pieces
}

/** The parts of a token: `在册人数·留守·去年` → 在册人数, [留守], last year's. */
export function readToken(token: string): { name: string; marks: string[]; lastYear: boolean } {
  const [name = '', ...rest] = token.split(/[·・]/).map((part) => part.trim())
  return {
    name,
    marks: rest.filter((part) => part !== '去年'),
    lastYear: rest.includes('去年'),
  }
}
