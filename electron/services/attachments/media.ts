import { unzipSync } from 'fflate'
import type { MediaType } from '@shared/domain/attachments/media-types'

const text = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

/** First bytes that tell a format; written as they read in Latin-1. */
const signatures: readonly (readonly [string, MediaType])[] = [
  ['\xff\xd8\xff', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['II*\0', 'image/tiff'],
  ['MM\0*', 'image/tiff'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-ole-storage'],
]

/** A part that only this kind of package has. */
const packages: readonly (readonly [string, MediaType])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [
    'ppt/presentation.xml',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
  ['OFD.xml', 'application/ofd'],
]

/** Some scanners put a few bytes before the mark of a PDF; readers look this far. */
const pdfMarkWithin = 1024

/** Tells what a file is by its bytes, whatever it is called; null for what is not kept. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const known = signatures.find(([mark]) => text(bytes, 0, mark.length) === mark)
  if (known) return known[1]
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return 'image/webp'
  if (isBitmap(bytes)) return 'image/bmp'
  if (text(bytes, 0, 4) === 'PK\x03\x04') return packageTypeOf(bytes)
  return text(bytes, 0, pdfMarkWithin).includes('%PDF-') ? 'application/pdf' : null
}

/** `BM` begins many a text: the size that follows must be the file's own. */
function isBitmap(bytes: Uint8Array): boolean {
  if (text(bytes, 0, 2) !== 'BM' || bytes.length < 26) return false
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true) === bytes.length
}

/** Reads the list of parts alone; nothing is unpacked. */
function packageTypeOf(bytes: Uint8Array): MediaType | null {
  const parts = new Set<string>()
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        parts.add(name)
        return false
      },
    })
  } catch {
    return null
  }
  return packages.find(([part]) => parts.has(part))?.[1] ?? null
}
