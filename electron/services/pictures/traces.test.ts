import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MediaType } from '@shared/domain/attachments/media-types'
import { withoutTraces } from './traces'
import { bonesOfJpeg, bonesOfPng, bonesOfWebp, exifSegment, secretPlace } from './test-pictures'

const bare = (bytes: Buffer, type: MediaType): Buffer | null => {
  const kept = withoutTraces(bytes, type)
  return kept && Buffer.from(kept)
}

describe('a picture that is kept', () => {
  it('tells no place: not in Exif, XMP, IPTC, a comment, a second picture or after its end', () => {
    const jpeg = bare(bonesOfJpeg(1), 'image/jpeg')!
    expect(bonesOfJpeg(1).toString('latin1')).toContain(secretPlace)
    expect(jpeg.toString('latin1')).not.toContain(secretPlace)
    expect(jpeg.toString('latin1')).not.toMatch(/Exif|MPF|ftyp/)
  })

  it('keeps both scans of a progressive JPEG with their stuffed bytes, and its end', () => {
    const jpeg = bare(bonesOfJpeg(1), 'image/jpeg')!.toString('latin1')
    expect(jpeg).toContain('one\xff\0two\xff\xd0three\xff\xc4')
    expect(jpeg.endsWith('four\xff\xd9')).toBe(true)
  })

  it.each([3, 6, 8])('still says that it was held as %i, or it would lie on its side', (held) => {
    const jpeg = bare(bonesOfJpeg(held), 'image/jpeg')!
    const exif = jpeg.indexOf('Exif\0\0', 0, 'latin1')
    // Big-endian TIFF with one entry: tag, type, count, value.
    expect(jpeg.subarray(exif + 16, exif + 26)).toEqual(
      Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, held]),
    )
    expect(bare(jpeg, 'image/jpeg')).toEqual(jpeg)
  })

  it('shows its upper part where the file was cut while it was copied', () => {
    const whole = bonesOfJpeg(1)
    const cut = bare(whole.subarray(0, whole.indexOf('three')), 'image/jpeg')!
    expect(cut.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
    expect(bare(whole.subarray(0, 100), 'image/jpeg')).toBeNull()
  })

  it('loses the text and Exif chunks of a PNG and what hangs behind its end', () => {
    const png = bare(bonesOfPng(), 'image/png')!.toString('latin1')
    expect(png).not.toContain(secretPlace)
    expect(png).toMatch(/IHDR[\s\S]*IDATpixels[\s\S]*IEND/)
  })

  it('loses the Exif and XMP chunks of a WebP, and no longer promises them', () => {
    const webp = bare(bonesOfWebp(), 'image/webp')!
    expect(webp.toString('latin1')).not.toMatch(new RegExp(`${secretPlace}|EXIF|XMP`))
    expect(webp.readUInt32LE(4)).toBe(webp.length - 8)
    expect(webp[20]).toBe(0)
  })
})

it('reads whatever bytes it is given without ever throwing or hanging', () => {
  const types = ['image/jpeg', 'image/png', 'image/webp'] as const
  const begun = fc.constantFrom(
    Buffer.from([0xff, 0xd8]),
    Buffer.concat([Buffer.from([0xff, 0xd8]), exifSegment(6)]),
    bonesOfJpeg(6),
    bonesOfPng(),
    bonesOfWebp(),
  )
  const edit = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 })
  fc.assert(
    fc.property(begun, edit, fc.uint8Array({ maxLength: 40 }), (start, edits, rest) => {
      const bytes = Buffer.concat([start, rest])
      for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value
      for (const type of types) withoutTraces(bytes, type)
    }),
    { numRuns: 2000 },
  )
})
