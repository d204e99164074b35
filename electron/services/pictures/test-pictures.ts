/* Pictures with what cameras write into them, made by hand for tests. */

/** Stands where a picture tells its place; must be gone from what is kept. */
export const secretPlace = 'GPS-33.0N-108.0E'

/** A JPEG segment. */
export function segment(marker: number, body: Uint8Array | string): Buffer {
  const content = Buffer.from(body as string, 'latin1')
  const length = content.length + 2
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), content])
}

/** An Exif segment of a little-endian camera: how it was held, and a GPS directory with the place. */
export function exifSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  entry(10, 0x0112, 3, orientation) // Orientation, SHORT
  entry(22, 0x8825, 4, tiff.length) // where the GPS directory begins, LONG
  const gps = Buffer.alloc(2 + 12 + 4)
  gps.writeUInt16LE(1, 0)
  gps.writeUInt16LE(0x001d, 2) // GPSDateStamp, ASCII
  gps.writeUInt16LE(2, 4)
  gps.writeUInt32LE(secretPlace.length, 6)
  gps.writeUInt32LE(tiff.length + gps.length, 10)
  return segment(
    0xe1,
    Buffer.concat([Buffer.from('Exif\0\0'), tiff, gps, Buffer.from(secretPlace)]),
  )

  function entry(at: number, tag: number, type: number, value: number): void {
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(1, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
}

/** The bones of a progressive JPEG: two scans with stuffed bytes, and a film after its end. */
export function bonesOfJpeg(orientation: number): Buffer {
  const scan = (data: string): Buffer[] => [
    segment(0xda, '\x01\x01\0\0\x3f\0'),
    Buffer.from(data, 'latin1'),
  ]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
    exifSegment(orientation),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${secretPlace}`),
    segment(0xe2, `MPF\0${secretPlace}`),
    segment(0xed, `Photoshop 3.0\0${secretPlace}`),
    segment(0xfe, secretPlace),
    segment(0xdb, '\0'.repeat(65)),
    segment(0xc2, '\x08\0\x08\0\x10\x01\x01\x11\0'),
    ...scan('one\xff\0two\xff\xd0three'),
    segment(0xc4, '\0'.repeat(17)),
    ...scan('four'),
    Buffer.from([0xff, 0xd9]),
    Buffer.from(`ftypmp42${secretPlace}`),
  ])
}

/** A PNG chunk; its check is not looked at by what is tested. */
export function chunk(type: string, body: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(type + body, 'latin1'), Buffer.alloc(4)])
}

export function bonesOfPng(): Buffer {
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', '\0\0\0\x01\0\0\0\x01\x08\0\0\0\0'),
    chunk('eXIf', secretPlace),
    chunk('tEXt', `Location\0${secretPlace}`),
    chunk('IDAT', 'pixels'),
    chunk('IEND', ''),
    Buffer.from(secretPlace),
  ])
}

export function bonesOfWebp(): Buffer {
  const part = (type: string, body: string): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(body.length)
    const padding = body.length % 2 ? '\0' : ''
    return Buffer.concat([Buffer.from(type), length, Buffer.from(body + padding, 'latin1')])
  }
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    part('VP8X', '\x0c\0\0\0\0\0\0\0\0\0'),
    part('VP8 ', 'pixel'),
    part('EXIF', secretPlace),
    part('XMP ', secretPlace),
  ])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from('RIFF'), length, body])
}
