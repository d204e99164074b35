import { Packer, type Document } from 'docx'
import {
  coreProperties,
  openPackage,
  sealPackage,
  setPartText,
  type PackageProperties,
} from '../package'
import { fontTable } from './fonts'
import { shareEqualFooters, turnFooterBoxes } from './page-numbers'

/**
 * Packs a document of the docx library for good: its own styles and fonts instead of the library's
 * defaults, and no time of day, so that the same content always gives the same bytes.
 */
export async function sealDocument(
  document: Document,
  styles: string,
  fonts: Iterable<string>,
  properties: PackageProperties,
): Promise<Uint8Array> {
  const parts = openPackage(new Uint8Array(await Packer.toArrayBuffer(document)))
  turnFooterBoxes(parts)
  shareEqualFooters(parts)
  setPartText(parts, 'word/styles.xml', styles)
  setPartText(parts, 'word/fontTable.xml', fontTable(fonts))
  setPartText(parts, 'docProps/core.xml', coreProperties(properties))
  return sealPackage(parts)
}
