import { strToU8, zipSync, type Zippable } from 'fflate'

/** Small Word files for tests, from the markup of their body. */

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ` xmlns:r="${office}"` +
  ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"' +
  ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"' +
  ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"' +
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' +
  ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"' +
  ' xmlns:v="urn:schemas-microsoft-com:vml"' +
  ' xmlns:o="urn:schemas-microsoft-com:office:office"'

export interface FixturePart {
  /** `header1.xml`, inside word/. */
  name: string
  relation: string
  content: string | Uint8Array
  type?: string
}

export interface FixtureOptions {
  parts?: readonly FixturePart[]
  /** Raw entries of document.xml.rels. */
  relations?: string
  /** Anything else in the zip. */
  files?: Record<string, Uint8Array | string>
  section?: string
}

export function docx(body: string, options: FixtureOptions = {}): Uint8Array {
  const { parts = [], relations = '', files = {}, section = '<w:sectPr/>' } = options
  const zip: Zippable = {
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
        `<Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>` +
        parts
          .filter(({ name }) => name.endsWith('.xml'))
          .map(
            ({ name, relation, type }) =>
              `<Override PartName="/word/${name}" ContentType="${type ?? `${wordType}.${relation}+xml`}"/>`,
          )
          .join('') +
        '</Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}${section}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        parts
          .map(
            ({ name, relation }, index) =>
              `<Relationship Id="rId${index + 1}" Type="${office}/${relation}" Target="${name}"/>`,
          )
          .join('') +
        `${relations}</Relationships>`,
    ),
  }
  for (const { name, content } of parts)
    zip[`word/${name}`] = typeof content === 'string' ? strToU8(content) : content
  for (const [path, content] of Object.entries(files))
    zip[path] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(zip, { mtime: new Date(1980, 0, 1) })
}

export const p = (...runs: string[]): string => `<w:p>${runs.map(r).join('')}</w:p>`

export const r = (text: string): string =>
  text.startsWith('<') ? text : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

export const cell = (...paragraphs: string[]): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${paragraphs.map((text) => (text.startsWith('<') ? text : p(text))).join('')}</w:tc>`

export const row = (...cells: string[]): string =>
  `<w:tr>${cells.map((text) => (text.startsWith('<w:tc>') ? text : cell(text))).join('')}</w:tr>`

export const table = (columns: number, ...rows: string[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="${columns * 2000}" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`

/** The smallest PNG there is: one dot; `shade` makes several that differ. */
export function dot(shade = 0): Uint8Array {
  const base64 =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  // Bytes behind the end of a PNG are ignored by every reader.
  return shade === 0 ? bytes : Uint8Array.from([...bytes, shade])
}
