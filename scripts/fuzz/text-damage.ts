import type { Chance } from '../../shared/domain/sample/random'

/* Delimited and HTML tables that no program writes. */

type TextDamage = (text: string, chance: Chance) => string

const signs = [
  '"',
  ',',
  '\t',
  '\r',
  '\n',
  '\0',
  '\ufeff',
  '\ud800',
  '\u202e',
  '，',
  ';',
  "'",
  '=',
] as const

function sprinkle(text: string, chance: Chance): string {
  const parts = [...text]
  for (let i = chance.between(1, 30); i > 0; i--)
    parts.splice(chance.below(parts.length + 1), chance.below(3), chance.pick(signs))
  return parts.join('')
}

const longCell: TextDamage = (text, chance) =>
  text.replace('祁秀云', chance.pick(['祁', '"', '1', '\n']).repeat(chance.between(1, 400_000)))

const longRow: TextDamage = (text, chance) =>
  text + '\n' + chance.pick([',', '\t', 'a,', '","']).repeat(chance.between(1, 100_000))

const manyRows: TextDamage = (text, chance) =>
  text + '\n1,石桥村,1组,某'.repeat(chance.pick([100, 5000, 60_000]))

const openQuote: TextDamage = (text, chance) => {
  const at = chance.below(text.length)
  return `${text.slice(0, at)}"${text.slice(at).repeat(chance.between(1, 5))}`
}

const shuffleLines: TextDamage = (text, chance) =>
  text
    .split(/\r?\n/)
    .map((line) => [chance.next(), line] as const)
    .sort(([one], [other]) => one - other)
    .map(([, line]) => line)
    .join(chance.pick(['\n', '\r', '\r\n', '\n\r', '\u2028']))

const asHtml: TextDamage = (text, chance) => {
  const span = chance.pick([
    '',
    ` colspan="${chance.pick([0, -1, 3, 1e9])}"`,
    ' rowspan="99999999"',
  ])
  const rows = text.split(/\r?\n/).map((line) => {
    const cells = line.split(/[,;\t]/).map((cell) => `<td${span}>${cell}`)
    return `<tr>${cells.join(chance.pick(['</td>', '', '</tr>']))}`
  })
  return `<table>${rows.join('')}${chance.pick(['</table>', '', '<table>'.repeat(3000)])}`
}

const asXml: TextDamage = (text, chance) => {
  const cells = text
    .split(/[,;\t\r\n]+/)
    .map((cell) => `<Cell ss:Index="${chance.pick([1, 0, -4, 1e8])}"><Data>${cell}</Data></Cell>`)
  return `<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="&x;"><Table><Row>${cells.join('')}</Row>${chance.pick(['</Table></Worksheet></Workbook>', ''])}`
}

export const textDamage: Readonly<Record<string, TextDamage>> = {
  sprinkle,
  longCell,
  longRow,
  manyRows,
  openQuote,
  shuffleLines,
  asHtml,
  asXml,
}
