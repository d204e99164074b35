import { inflateSync } from 'node:zlib'
import { decode as decodeJpeg } from 'jpeg-js'
import { PNG } from 'pngjs'
import { upright, type Pixels } from './pixels'
import { jpegOrientation } from './traces'

/** Why a picture is not opened. */
export type Refusal = 'unknownKind' | 'tooLarge' | 'broken'

const million = 1_000_000
/** Some 500 MB while it is being opened; more than any phone takes unless told to. */
export const mostMegapixels = 30

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * Opens a JPEG or PNG by what its bytes say, upright. What its head claims is looked at before any
 * memory is taken for it: a small file can claim a picture that fills the machine.
 */
export function openPicture(bytes: Uint8Array): Pixels | Refusal {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isPng = picture.subarray(0, 8).equals(pngMark)
  if (!isPng && !(picture[0] === 0xff && picture[1] === 0xd8)) return 'unknownKind'
  const size = isPng ? sizeOfPng(picture) : sizeOfJpeg(picture)
  if (!size || size.width === 0 || size.height === 0) return 'broken'
  if (size.width * size.height > mostMegapixels * million) return 'tooLarge'
  try {
    return isPng ? openPng(picture, size) : openJpeg(picture)
  } catch {
    return 'broken'
  }
}

interface Size {
  width: number
  height: number
}

function openJpeg(jpeg: Buffer): Pixels {
  const { width, height, data } = decodeJpeg(jpeg, {
    useTArray: true,
    formatAsRGBA: true,
    tolerantDecoding: true,
    maxResolutionInMP: mostMegapixels,
    maxMemoryUsageInMB: 768,
  })
  return upright({ width, height, data }, jpegOrientation(jpeg))
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Of the largest frame that the file announces. */
function sizeOfJpeg(jpeg: Buffer): Size | null {
  let size: Size | null = null
  for (let at = 2; at + 9 <= jpeg.length;) {
    if (jpeg[at] !== 0xff) return size
    const marker = jpeg[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda || marker === 0xd9) return size
    if (isFrame(marker)) {
      if (size) return null // two frames: made to deceive
      size = { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) }
    }
    at += 2 + jpeg.readUInt16BE(at + 2)
  }
  return size
}

function sizeOfPng(png: Buffer): Size | null {
  if (png.length < 24 || png.toString('latin1', 12, 16) !== 'IHDR') return null
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}

/** Sixteen bits for each of four colours, and the marks of lines and passes. */
const mostBytes = ({ width, height }: Size): number => 8 * width * height + 8 * height + 64

function openPng(png: Buffer, size: Size): Pixels {
  // The library unpacks whatever is in the file: more than a picture of this size has is refused.
  inflateSync(Buffer.concat(dataOfPng(png)), { maxOutputLength: mostBytes(size) })
  const { width, height, data } = PNG.sync.read(png)
  return { width, height, data }
}

function dataOfPng(png: Buffer): Buffer[] {
  const data: Buffer[] = []
  for (let at = 8; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return data
}
