import { encode as encodeJpeg } from 'jpeg-js'
import { drawPortrait, drawScan, portraitCount, type Drawing } from '@shared/domain/sample/pictures'

const quality = 80 // percent

const jpegOf = ({ width, height, data }: Drawing): Uint8Array =>
  encodeJpeg({ width, height, data }, quality).data

/** The pictures of the sample township: portraits of nobody, a scan, and the scan as a PDF. */
export function samplePictures() {
  const scan = drawScan()
  const jpeg = jpegOf(scan)
  return {
    portraits: Array.from({ length: portraitCount }, (_, which) => jpegOf(drawPortrait(which))),
    scan: jpeg,
    pdf: pdfOf(scan, jpeg),
  }
}

const a4 = { width: 595, height: 842 } // points

/** One A4 page filled by a picture, as scanners write it. */
function pdfOf({ width, height }: Drawing, jpeg: Uint8Array): Uint8Array {
  const draw = `q ${a4.width} 0 0 ${a4.height} 0 0 cm /Scan Do Q`
  const objects: Uint8Array[] = [
    text('<< /Type /Catalog /Pages 2 0 R >>'),
    text('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    text(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${a4.width} ${a4.height}] ` +
        '/Resources << /XObject << /Scan 4 0 R >> >> /Contents 5 0 R >>',
    ),
    stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ` +
        '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
      jpeg,
    ),
    stream('', text(draw)),
  ]
  const parts: Uint8Array[] = [text('%PDF-1.4\n')]
  const offsets = objects.map((content, at) => {
    const offset = lengthOf(parts)
    parts.push(text(`${at + 1} 0 obj\n`), content, text('\nendobj\n'))
    return offset
  })
  const table = lengthOf(parts)
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const count = objects.length + 1
  parts.push(
    text(`xref\n0 ${count}\n0000000000 65535 f \n${lines.join('')}`),
    text(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`),
  )
  return Buffer.concat(parts)
}

const text = (words: string): Uint8Array => Buffer.from(words, 'latin1')

const stream = (about: string, content: Uint8Array): Uint8Array =>
  Buffer.concat([
    text(`<< ${about} /Length ${content.length} >>\nstream\n`),
    content,
    text('\nendstream'),
  ])

const lengthOf = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0)
