import type { MediaType } from '@shared/domain/attachments/media-types'
import { bareTiff } from './tiff'

/*
 * A camera writes into the picture where and when it was taken and with what. None of that is kept:
 * nobody shall be followed by their pictures. The picture itself is not touched; of a JPEG the way
 * it was held stays known, because the picture would lie on its side without it.
 */

/** The file without place, time and camera; null for a picture that is cut short. */
export function withoutTraces(bytes: Uint8Array, mediaType: MediaType): Uint8Array | null {
  switch (mediaType) {
    case 'image/jpeg':
      return bareJpeg(bytes)
    case 'image/png':
      return barePng(bytes)
    case 'image/webp':
      return bareWebp(bytes)
    case 'image/tiff':
      return bareTiff(bytes)
    default:
      return bytes
  }
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

// ── JPEG: marker segments, then scans of compressed data with more segments between them ──

const jpegStart = Uint8Array.of(0xff, 0xd8)
const startOfScan = 0xda
const endOfImage = 0xd9
const jpegEnd = Uint8Array.of(0xff, endOfImage)
const comment = 0xfe
const app0 = 0xe0 // JFIF
const app1 = 0xe1 // Exif and XMP: place, time, camera
const app2 = 0xe2 // colour profile, or a second picture
const app14 = 0xee // how the colours are coded
const app15 = 0xef

const colourProfile = 'ICC_PROFILE\0'

function bareJpeg(jpeg: Uint8Array): Uint8Array | null {
  const view = viewOf(jpeg)
  const kept: Uint8Array[] = [jpegStart]
  let hasScan = false
  for (let at = 2; at + 2 <= jpeg.length;) {
    if (jpeg[at] !== 0xff) return null
    const marker = jpeg[at + 1]!
    // What follows the end is a film or a second picture, and tells as much as the segments.
    if (marker === endOfImage) break
    if (marker === 0xff) {
      at += 1 // padding before a marker
      continue
    }
    if (at + 4 > jpeg.length) break
    const end = at + 2 + view.getUint16(at + 2)
    if (end > jpeg.length) break
    const segment = jpeg.subarray(at, end)
    if (marker === app1) {
      const orientation = orientationOf(segment)
      if (orientation > 1) kept.push(orientationAlone(orientation))
    } else if (isNeeded(marker, segment)) kept.push(segment)
    at = end
    if (marker !== startOfScan) continue
    hasScan = true
    const next = endOfScan(jpeg, at)
    kept.push(jpeg.subarray(at, next))
    at = next
  }
  // A picture that was cut while it was copied still shows its upper part.
  return hasScan ? Buffer.concat([...kept, jpegEnd]) : null
}

function isNeeded(marker: number, segment: Uint8Array): boolean {
  if (marker === app2) return startsWith(segment.subarray(4), colourProfile)
  const isOther = (marker >= app0 && marker <= app15) || marker === comment
  return !isOther || marker === app0 || marker === app14
}

/** Compressed data goes on to the next marker; `FF00` and `FFD0`–`FFD7` are part of it. */
function endOfScan(jpeg: Uint8Array, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at >= 0; at = jpeg.indexOf(0xff, at + 1)) {
    const next = jpeg[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return jpeg.length
}

/** How the camera was held, by the first Exif segment; 1 is upright. */
export function jpegOrientation(jpeg: Uint8Array): number {
  const view = viewOf(jpeg)
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff;) {
    const marker = jpeg[at + 1]!
    if (marker === startOfScan || marker === endOfImage) return 1
    const end = at + 2 + view.getUint16(at + 2)
    const orientation = marker === app1 ? orientationOf(jpeg.subarray(at, end)) : 1
    if (orientation > 1) return orientation
    at = end
  }
  return 1
}

const orientationTag = 0x0112
const exifHeader = 'Exif\0\0'

/** How the camera was held, 1–8 as Exif counts; 1 (upright) where the segment does not say. */
function orientationOf(segment: Uint8Array): number {
  const exif = segment.subarray(4)
  if (!startsWith(exif, exifHeader)) return 1
  const tiff = viewOf(exif.subarray(exifHeader.length))
  if (tiff.byteLength < 8) return 1
  const littleEndian = tiff.getUint16(0) === 0x4949
  const directory = tiff.getUint32(4, littleEndian)
  if (directory + 2 > tiff.byteLength) return 1
  const entries = tiff.getUint16(directory, littleEndian)
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.byteLength) return 1
    if (tiff.getUint16(at, littleEndian) !== orientationTag) continue
    const value = tiff.getUint16(at + 8, littleEndian)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** An Exif segment that says nothing but how the camera was held. */
function orientationAlone(orientation: number): Uint8Array {
  // prettier-ignore
  return Uint8Array.of(
    0xff, app1, 0, 34, ...Buffer.from(exifHeader),
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8, // big-endian TIFF, directory at 8
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, // one entry
    0, 0, 0, 0, // no directory follows
  )
}

// ── PNG: chunks of length, type, data, check ──

/** Chunks that change how the picture looks; all others only tell about it. */
const pngChunks = /^(IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|bKGD|pHYs|cICP)$/

function barePng(png: Uint8Array): Uint8Array | null {
  const view = viewOf(png)
  const kept = [png.subarray(0, 8)]
  for (let at = 8; at + 12 <= png.length;) {
    const end = at + 12 + view.getUint32(at)
    if (end > png.length) return null
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    if (pngChunks.test(type)) kept.push(png.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}

// ── WebP: a RIFF of chunks, padded to even length ──

function bareWebp(webp: Uint8Array): Uint8Array | null {
  const view = viewOf(webp)
  const end = 8 + (webp.length < 8 ? 0 : view.getUint32(4, true))
  if (end > webp.length) return null
  const kept: Uint8Array[] = []
  for (let at = 12; at + 8 <= end;) {
    const size = view.getUint32(at + 4, true)
    const next = at + 8 + size + (size % 2)
    if (at + 8 + size > end) return null
    const type = String.fromCharCode(...webp.subarray(at, at + 4))
    if (type === 'VP8X') kept.push(withoutFlags(webp.subarray(at, next)))
    else if (type !== 'EXIF' && type !== 'XMP ') kept.push(webp.subarray(at, next))
    at = next
  }
  const header = Uint8Array.from(webp.subarray(0, 12))
  const body = Buffer.concat(kept)
  viewOf(header).setUint32(4, body.length + 4, true)
  return Buffer.concat([header, body])
}

const exifAndXmpFlags = 0b0000_1100

/** The extended header, no longer promising chunks that were left out. */
function withoutFlags(chunk: Uint8Array): Uint8Array {
  const bare = Uint8Array.from(chunk)
  bare[8] = bare[8]! & ~exifAndXmpFlags
  return bare
}

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  String.fromCharCode(...bytes.subarray(0, text.length)) === text
