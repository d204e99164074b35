import type { VillageKind } from '@shared/domain/vocabulary'

export interface VillageEntry {
  name: string
  kind: VillageKind
}

const villageEnding = /(村|社区|居委会|居民委员会|村委会|村民委员会|街|坊|屯|寨|庄|营|堡|组)$/
const heading = /^(序号|编号|村名|名称|行政村|村社区|村居|村名称|社区|村|合计|总计|小计|备注)$/
const isHeading = (cell: string): boolean => heading.test(cell.replace(/\s+/g, ''))

function kindOf(name: string): VillageKind {
  return /(社区|居委会|居民委员会)$/.test(name) ? 'community' : 'village'
}

/** The cell of a pasted row that names the place: one that ends like a place, else the first word. */
function nameIn(cells: string[]): string | undefined {
  const words = cells
    .map((cell) =>
      cell
        .normalize('NFKC')
        .replace(/\s+/g, '')
        .replace(/^[(]?[\d一二三四五六七八九十]{1,3}[.、)]/, ''),
    )
    .filter((word) => /\p{Script=Han}{2,}/u.test(word))
  return words.find((word) => villageEnding.test(word)) ?? words[0]
}

/**
 * Reads what a clerk pastes from Excel or types: a village per line, or several in a line between
 * commas; numbering, headings, totals and repeats fall away. The order is kept.
 */
export function readVillageList(text: string): VillageEntry[] {
  const seen = new Map<string, VillageEntry>()
  for (const line of text.split(/[\r\n]+/)) {
    // A row of a sheet has one village among its cells; typed lists part them by commas.
    const rows = line.includes('\t')
      ? [line.split('\t')]
      : line.split(/[,，、;；]|\s{2,}/).map((word) => [word])
    for (const cells of rows) {
      const name = cells.some(isHeading) ? undefined : nameIn(cells)
      if (name && !seen.has(name)) seen.set(name, { name, kind: kindOf(name) })
    }
  }
  return [...seen.values()]
}
