import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { escapeXml } from './text'

/** The parts of an Office file (docx, xlsx) by their path inside the zip. */
export type Parts = Map<string, Uint8Array>

export interface PackageProperties {
  title: string
  author: string
  /** UTC instant written as created and modified: given, never read from the clock. */
  written: string
}

/** The same moment for every entry, built from local fields so that no time zone shows. */
const entryDate = new Date(1980, 0, 1)

/** Opens a file's parts; entries that only name a folder are none. */
export function openPackage(bytes: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/')))
}

export function partText(parts: Parts, path: string): string {
  const part = parts.get(path)
  if (!part) throw new Error(`the package has no part ${path}`)
  return strFromU8(part)
}

export function setPartText(parts: Parts, path: string, text: string): void {
  parts.set(path, strToU8(text))
}

/**
 * Writes the parts so that the same content always gives the same bytes: fixed entry order, fixed
 * dates, one compression level. Pictures are stored as they are.
 */
export function sealPackage(parts: Parts): Uint8Array {
  const first = ['[Content_Types].xml', '_rels/.rels']
  const rank = (path: string): number => {
    const position = first.indexOf(path)
    return position < 0 ? first.length : position
  }
  const paths = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return zipSync(
    Object.fromEntries(
      paths.map((path) => [
        path,
        [parts.get(path)!, { level: /\.(png|jpe?g)$/i.test(path) ? 0 : 6 }],
      ]),
    ),
    { mtime: entryDate },
  )
}

/** docProps/core.xml without the clock or the PC's user name. */
export function coreProperties({ title, author, written }: PackageProperties): string {
  const when = (tag: string): string =>
    `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${escapeXml(written)}</dcterms:${tag}>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>` +
    `<cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>${when('created')}${when('modified')}` +
    '</cp:coreProperties>'
  )
}
