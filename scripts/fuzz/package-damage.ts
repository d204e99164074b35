import { unzipSync, zipSync } from 'fflate'
import type { Chance } from '../../shared/domain/sample/random'

/* Workbooks that unpack well and hold nonsense: entries lost, XML torn, numbers beyond all bounds. */

type Entries = Record<string, Uint8Array>
type EntryDamage = (entries: Entries, chance: Chance) => void

const sheetOf = (entries: Entries, chance: Chance): string =>
  chance.pick(Object.keys(entries).filter((name) => /sheet\d+\.xml$/.test(name)))
const partOf = (entries: Entries, chance: Chance): string => chance.pick(Object.keys(entries))

const textOf = (entries: Entries, name: string): string => new TextDecoder().decode(entries[name])
function rewrite(entries: Entries, name: string, change: (text: string) => string): void {
  entries[name] = new TextEncoder().encode(change(textOf(entries, name)))
}

const lose: EntryDamage = (entries, chance) => void delete entries[partOf(entries, chance)]

const swap: EntryDamage = (entries, chance) => {
  const [one, other] = [partOf(entries, chance), partOf(entries, chance)]
  ;[entries[one], entries[other]] = [entries[other]!, entries[one]!]
}

const empty: EntryDamage = (entries, chance) =>
  void (entries[partOf(entries, chance)] = new Uint8Array(chance.pick([0, 1, 40])))

const tearXml: EntryDamage = (entries, chance) =>
  rewrite(entries, partOf(entries, chance), (text) => damageXml(text, chance))

/** XML with some of its elements lost, doubled, cut or never closed. */
export function damageXml(text: string, chance: Chance): string {
  const parts = text.split(/(?=<)/)
  for (let i = chance.between(1, 12); i > 0; i--) {
    const at = chance.below(parts.length)
    const part = parts[at] ?? ''
    parts[at] = chance.pick([
      '',
      part + part,
      part.slice(0, part.length / 2),
      part.replace('>', ''),
      part.replaceAll('"', ''),
      `<!--${part}`,
      `<![CDATA[${part}`,
      part.replace('</', '<'),
    ])
  }
  return parts.join('')
}

const numbers = ['-1', '0', '4294967295', '99999999999999999999', '1e309', 'NaN', '', '1048577']
const wildNumbers: EntryDamage = (entries, chance) =>
  rewrite(entries, partOf(entries, chance), (text) =>
    text.replace(/"\d+"/g, (found) => (chance.happens(0.1) ? `"${chance.pick(numbers)}"` : found)),
  )

const hugeDimension: EntryDamage = (entries, chance) =>
  rewrite(entries, sheetOf(entries, chance), (text) =>
    text
      .replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"')
      .replace(/ r="([A-Z]+)(\d+)"/g, (found, column: string) =>
        chance.happens(0.03)
          ? ` r="${chance.pick([`${column}1048576`, 'XFD7', 'ZZZZ9', 'A0', '7A', 'A99999999999'])}"`
          : found,
      ),
  )

const wildMerges: EntryDamage = (entries, chance) =>
  rewrite(entries, sheetOf(entries, chance), (text) => {
    const ranges = ['A1:XFD1048576', 'C3:A1', 'A1:A1', 'B2:K900000', 'AAAA1:B2', ':', 'A1']
    const cells = Array.from(
      { length: chance.pick([1, 50, 20_000]) },
      () => `<mergeCell ref="${chance.pick(ranges)}"/>`,
    )
    return text.replace('</sheetData>', `</sheetData><mergeCells>${cells.join('')}</mergeCells>`)
  })

const wildStrings: EntryDamage = (entries, chance) =>
  rewrite(entries, sheetOf(entries, chance), (text) =>
    text.replace(/<c ([^>]*)t="s"([^>]*)><v>\d+<\/v>/g, (found, before: string, after: string) =>
      chance.happens(0.2)
        ? `<c ${before}t="${chance.pick(['s', 'inlineStr', 'e', 'b', 'd', 'x', 'str'])}"${after}><v>${chance.pick([...numbers, '&amp;', '&lol9;'])}</v>`
        : found,
    ),
  )

/** Strings that refer to themselves: entities that unfold, rich text nested in itself. */
const cyclicStrings: EntryDamage = (entries, chance) => {
  const name = Object.keys(entries).find((one) => one.endsWith('sharedStrings.xml'))
  if (!name) return
  const lines = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`)
  rewrite(entries, name, (text) =>
    chance.happens(0.5)
      ? text
          .replace(/(<\?xml[^>]*\?>)?/, `$1<!DOCTYPE sst [<!ENTITY l0 "祁">${lines.join('')}]>`)
          .replaceAll('祁秀云', '&l9;')
      : text.replace(/<si>/g, () => '<si>'.repeat(chance.pick([1, 2, 500]))),
  )
}

const formulas: EntryDamage = (entries, chance) =>
  rewrite(entries, sheetOf(entries, chance), (text) =>
    text.replace(/<v>/g, (found) =>
      chance.happens(0.2)
        ? `<f${chance.pick(['', ' t="shared" si="0"', ' t="array" ref="A1:XFD99999"', ' t="shared" si="0" ref="A1:A9"'])}>${chance.pick(['A1', 'SUM(A:A)', '('.repeat(3000), "cmd|'/c calc'!A0", 'B1+A1'])}</f><v>`
        : found,
    ),
  )

const otherEncoding: EntryDamage = (entries, chance) =>
  rewrite(entries, partOf(entries, chance), (text) =>
    text.replace(
      /encoding="[^"]*"/,
      `encoding="${chance.pick(['gb2312', 'UTF-16', 'x', 'utf-7'])}"`,
    ),
  )

const manySheets: EntryDamage = (entries, chance) =>
  rewrite(entries, 'xl/workbook.xml', (text) =>
    text.replace(/<sheet [^>]*\/>/, (sheet) => sheet.repeat(chance.pick([3, 200, 1000]))),
  )

const openDocument: EntryDamage = (entries, chance) => {
  for (const name of Object.keys(entries)) delete entries[name]
  const repeat = chance.pick(['1', '16384', '1048576', '999999999999', '-3'])
  const cell = `<table:table-cell table:number-columns-repeated="${repeat}" office:value-type="string"><text:p>姓名</text:p></table:table-cell>`
  const row = `<table:table-row table:number-rows-repeated="${repeat}">${cell}</table:table-row>`
  entries['mimetype'] = new TextEncoder().encode('application/vnd.oasis.opendocument.spreadsheet')
  entries['content.xml'] = new TextEncoder().encode(
    `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table table:name="a">${row}</table:table></office:spreadsheet></office:body></office:document-content>`,
  )
}

const damages: Readonly<Record<string, EntryDamage>> = {
  lose,
  swap,
  empty,
  tearXml,
  wildNumbers,
  hugeDimension,
  wildMerges,
  wildStrings,
  cyclicStrings,
  formulas,
  otherEncoding,
  manySheets,
  openDocument,
}

/** Damages one to three things inside a workbook and packs it again. */
export function damagePackage(bytes: Buffer, chance: Chance): { bytes: Buffer; made: string } {
  const entries = unzipSync(bytes)
  const made: string[] = []
  for (let i = chance.between(1, 3); i > 0; i--) {
    const [name, damage] = chance.pick(Object.entries(damages))
    made.push(name)
    try {
      damage(entries, chance)
    } catch {
      // An earlier damage took away what this one works on.
      made.push('(nothing left)')
    }
  }
  return { bytes: Buffer.from(zipSync(entries, { level: 1 })), made: made.join('+') }
}

const bomb = 180 * 1024 * 1024
let packedBomb: Uint8Array | undefined

/** A few kilobytes that unpack to more than any ledger; sometimes the sizes lie about it. */
export function zipBomb(bytes: Buffer, chance: Chance): Buffer {
  packedBomb ??= zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(bomb) }, { level: 9 })
  const archive = Buffer.from(packedBomb)
  if (chance.happens(0.5)) {
    const at = archive.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    archive.writeUInt32LE(chance.pick([0, 1000, 0xffffffff]), at + 24)
  }
  return chance.happens(0.3) ? Buffer.concat([bytes, archive]) : archive
}
