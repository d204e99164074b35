import { encode } from 'jpeg-js'
import type { Pixels } from './pixels'
import { exifSegment } from './test-pictures'

export const red = [220, 20, 20] as const
export const green = [20, 200, 20] as const
export const blue = [20, 20, 220] as const
export const grey = [128, 128, 128] as const

/** A picture in four quarters: red, green on top, blue, grey below. */
export function quarters(width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const left = x < width / 2
      const colour = y < height / 2 ? (left ? red : green) : left ? blue : grey
      data.set([...colour, 255], (y * width + x) * 4)
    }
  }
  return { width, height, data }
}

/** A photo as a phone writes it: held as `orientation` says, with the place it was taken. */
export function phonePhoto(width: number, height: number, orientation: number): Buffer {
  const jpeg = encode(quarters(width, height), 90).data
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(orientation), jpeg.subarray(2)])
}

/** The colour names of the four corners: top left, top right, bottom left, bottom right. */
export function cornersOf({ width, height, data }: Pixels): string[] {
  const names = { red, green, blue, grey }
  return [
    [0.1, 0.1],
    [0.9, 0.1],
    [0.1, 0.9],
    [0.9, 0.9],
  ].map(([x = 0, y = 0]) => {
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4
    const near = ([r, g, b]: readonly [number, number, number]): number =>
      Math.abs(data[at]! - r) + Math.abs(data[at + 1]! - g) + Math.abs(data[at + 2]! - b)
    return Object.entries(names).sort(([, a], [, b]) => near(a) - near(b))[0]![0]
  })
}
