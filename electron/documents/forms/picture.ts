import type { TemplatePicture } from './engine'

export interface PixelSize {
  width: number
  height: number
}

/** The size of a PNG or JPEG in pixels; null where the bytes are neither. */
export function pixelSize(bytes: Uint8Array): PixelSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return { width: view.getUint32(16), height: view.getUint32(20) }
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) return jpegSize(view)
  return null
}

/** Walks a JPEG's segments to its frame header (SOF0–SOF15 without DHT, JPG and DAC). */
function jpegSize(view: DataView): PixelSize | null {
  let offset = 2
  while (offset + 9 < view.byteLength) {
    if (view.getUint8(offset) !== 0xff) return null
    const marker = view.getUint8(offset + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(offset + 5), width: view.getUint16(offset + 7) }
    offset += 2 + view.getUint16(offset + 2)
  }
  return null
}

/** The picture for a template, as large as a box in millimetres allows, proportions kept. */
export function fittedPicture(
  photo: { bytes: Uint8Array; mime: 'image/png' | 'image/jpeg' },
  box: { width: number; height: number },
  alt: string,
): TemplatePicture {
  const pixels = pixelSize(photo.bytes)
  const scale =
    pixels && pixels.width > 0 && pixels.height > 0
      ? Math.min(box.width / pixels.width, box.height / pixels.height)
      : null
  return {
    kind: 'picture',
    bytes: photo.bytes,
    format: photo.mime === 'image/png' ? 'png' : 'jpeg',
    widthMm: scale === null ? box.width : pixels!.width * scale,
    heightMm: scale === null ? box.height : pixels!.height * scale,
    alt,
  }
}
