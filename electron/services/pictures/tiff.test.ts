import { expect, it } from 'vitest'
import { bareTiff } from './tiff'

/** A picture of one directory: its width, the camera's make and the place in a directory of its own. */
function picture(littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(120)
  const view = new DataView(bytes.buffer)
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    view.setUint16(at, tag, littleEndian)
    view.setUint16(at + 2, type, littleEndian)
    view.setUint32(at + 4, count, littleEndian)
    view.setUint32(at + 8, value, littleEndian)
  }
  view.setUint16(0, littleEndian ? 0x4949 : 0x4d4d)
  view.setUint16(2, 42, littleEndian)
  view.setUint32(4, 8, littleEndian)
  view.setUint16(8, 3, littleEndian)
  entry(10, 0x0100, 4, 1, 640)
  entry(22, 0x010f, 2, 10, 60)
  entry(34, 0x8825, 4, 1, 74)
  bytes.set(new TextEncoder().encode('SHANYINGX\0'), 60)
  view.setUint16(74, 1, littleEndian)
  entry(76, 0x0002, 5, 3, 92)
  bytes.fill(0x77, 92, 116)
  bytes.fill(0xab, 116)
  return bytes
}

it.each([true, false])(
  'keeps the picture and neither camera nor place (little endian %s)',
  (end) => {
    const bare = bareTiff(picture(end))!
    const view = new DataView(bare.buffer)
    expect(new TextDecoder('latin1').decode(bare)).not.toMatch(/SHANYING|w{3}/)
    expect(view.getUint16(8, end)).toBe(1)
    expect([view.getUint16(10, end), view.getUint32(18, end)]).toEqual([0x0100, 640])
    expect(view.getUint32(22, end)).toBe(0)
    expect([...bare.subarray(116)]).toEqual([0xab, 0xab, 0xab, 0xab])
  },
)

it('refuses a file that is cut short or whose directories go round in a circle', () => {
  expect(bareTiff(picture(true).subarray(0, 30))).toBeNull()
  const circle = picture(true)
  new DataView(circle.buffer).setUint32(46, 8, true)
  expect(bareTiff(circle)).toBeNull()
})
