import { openPackage, partText, type Parts } from './package'

/**
 * What Word or WPS would stumble over, or a clerk would be ashamed of, and what the schema validator
 * lets pass. Each finding is one line with the part it stands in.
 */
export function lintWord(bytes: Uint8Array): string[] {
  const parts = openPackage(bytes)
  const styles = styleIdsOf(parts)
  const drawings = new DrawingIds()
  return [...parts.keys()]
    .filter((path) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(path))
    .sort()
    .flatMap((path) => {
      const inspector = new Inspector(styles, drawings)
      inspector.read(partText(parts, path))
      return inspector.findings.map((finding) => `${path}: ${finding}`)
    })
}

/** Text that can only be a program's slip: an unfilled tag or a printed missing value. */
const slips = /\{[#/]?[^{}]*\}|undefined|\bnull\b|\bNaN\b|\[object /

const token = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1]
}

function styleIdsOf(parts: Parts): Set<string> {
  const xml = parts.has('word/styles.xml') ? partText(parts, 'word/styles.xml') : ''
  return new Set([...xml.matchAll(/<w:style\b[^>]*w:styleId="([^"]+)"/g)].map(([, id]) => id!))
}

/** Picture ids must be unique over the whole file. */
class DrawingIds {
  private readonly seen = new Set<string>()

  isRepeated(id: string): boolean {
    const repeated = this.seen.has(id)
    this.seen.add(id)
    return repeated
  }
}

interface OpenTable {
  columns: number | null
  row: number
  rowSpan: number
}

/** Reads one part from start to end, keeping the open tables and the last child of each cell. */
class Inspector {
  readonly findings: string[] = []
  private readonly path: string[] = []
  private readonly tables: OpenTable[] = []
  private readonly lastChild: string[] = []
  private paragraph = ''

  constructor(
    private readonly styles: ReadonlySet<string>,
    private readonly drawings: DrawingIds,
  ) {}

  read(xml: string): void {
    for (const [, closing, name, attributes, empty, text] of xml.matchAll(token)) {
      if (text !== undefined) {
        if (this.path.at(-1) === 'w:t') this.paragraph += text
      } else if (closing) this.close(name!)
      else {
        this.open(name!, attributes ?? '')
        if (empty) this.close(name!)
      }
    }
  }

  private open(name: string, attributes: string): void {
    if (this.lastChild.length > 0) this.lastChild[this.lastChild.length - 1] = name
    this.path.push(name)
    this.lastChild.push('')
    const table = this.tables.at(-1)
    switch (name) {
      case 'w:p':
        this.paragraph = ''
        break
      case 'w:tbl':
        this.tables.push({ columns: null, row: 0, rowSpan: 0 })
        break
      case 'w:tblGrid':
        if (table) table.columns = 0
        break
      case 'w:gridCol':
        if (table?.columns !== null && table) table.columns += 1
        break
      case 'w:tr':
        if (table) Object.assign(table, { row: table.row + 1, rowSpan: 0 })
        break
      case 'w:tc':
        if (table) table.rowSpan += 1
        break
      case 'w:gridSpan':
        if (table) table.rowSpan += Number(attribute(attributes, 'w:val') ?? 1) - 1
        break
      case 'w:gridBefore':
      case 'w:gridAfter':
        if (table) table.rowSpan += Number(attribute(attributes, 'w:val') ?? 0)
        break
      case 'w:tblW':
      case 'w:tcW':
        if (attribute(attributes, 'w:type') === 'pct')
          this.findings.push(`${name} is a percentage; WPS collapses the column`)
        break
      case 'w:pStyle':
      case 'w:rStyle':
      case 'w:tblStyle': {
        const id = attribute(attributes, 'w:val')
        if (id && !this.styles.has(id)) this.findings.push(`unknown style ${id}`)
        break
      }
      case 'w:rFonts':
        if (/w:\w*Theme=/.test(attributes)) this.findings.push('a run leaves its font to the theme')
        break
      case 'wp:docPr': {
        const id = attribute(attributes, 'id') ?? ''
        if (this.drawings.isRepeated(id)) this.findings.push(`drawing id ${id} is used twice`)
        break
      }
    }
  }

  private close(name: string): void {
    const last = this.lastChild.pop()
    this.path.pop()
    const table = this.tables.at(-1)
    if (name === 'w:p') this.checkText()
    else if (name === 'w:tc' && last !== 'w:p')
      this.findings.push(`a cell ends with ${last || 'nothing'} instead of a paragraph`)
    else if (name === 'w:tr' && table) this.checkRow(table)
    else if (name === 'w:tbl') {
      if (table?.columns === null) this.findings.push('a table has no grid')
      this.tables.pop()
    }
  }

  private checkRow(table: OpenTable): void {
    if (table.columns !== null && table.rowSpan !== table.columns)
      this.findings.push(`row ${table.row} fills ${table.rowSpan} of ${table.columns} grid columns`)
  }

  private checkText(): void {
    const slip = slips.exec(this.paragraph)
    if (slip) this.findings.push(`leftover “${slip[0]}” in “${this.paragraph.slice(0, 40)}”`)
    this.paragraph = ''
  }
}
