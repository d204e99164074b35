/** An opened picture: four bytes per pixel (red, green, blue, opacity), line by line. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** How much of which source pixels falls into one pixel of the result. */
interface Share {
  readonly first: number
  readonly weights: readonly number[]
}

/** Shares along one axis when `from` pixels become `to`: by area, so that nothing is skipped. */
function sharesOf(from: number, to: number): Share[] {
  const step = from / to
  return Array.from({ length: to }, (_, at) => {
    const begin = at * step
    const end = Math.min(from, begin + step)
    const first = Math.floor(begin)
    const weights: number[] = []
    for (let pixel = first; pixel < end; pixel += 1) {
      weights.push((Math.min(pixel + 1, end) - Math.max(pixel, begin)) / step)
    }
    return { first, weights }
  })
}

/** The picture made smaller until its longer side is at most `longest`; never made larger. */
export function reduced(picture: Pixels, longest: number): Pixels {
  const scale = longest / Math.max(picture.width, picture.height)
  if (scale >= 1) return picture
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const columns = sharesOf(picture.width, width)
  const data = new Uint8Array(width * height * 4)
  const line = new Float32Array(picture.width * 4)
  sharesOf(picture.height, height).forEach(({ first, weights }, y) => {
    line.fill(0)
    weights.forEach((weight, at) => {
      const from = (first + at) * line.length
      for (let byte = 0; byte < line.length; byte += 1)
        line[byte]! += weight * picture.data[from + byte]!
    })
    columns.forEach((share, x) => {
      for (let colour = 0; colour < 4; colour += 1) {
        let sum = 0
        for (let at = 0; at < share.weights.length; at += 1)
          sum += share.weights[at]! * line[(share.first + at) * 4 + colour]!
        data[(y * width + x) * 4 + colour] = Math.round(sum)
      }
    })
  })
  return { width, height, data }
}

/**
 * The picture as it was seen. Of Exif's eight orientations 2, 4, 5 and 7 are mirrored, and from 5 on
 * the sides change places.
 */
export function upright(picture: Pixels, orientation: number): Pixels {
  if (orientation <= 1) return picture
  const { width: across, height: down } = picture
  const turned = orientation >= 5
  const width = turned ? down : across
  const height = turned ? across : down
  const data = new Uint8Array(picture.data.length)
  const fromRight = [2, 3, 7, 8].includes(orientation)
  const fromBelow = [3, 4, 6, 7].includes(orientation)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const column = turned ? y : x
      const row = turned ? x : y
      const from = (fromBelow ? down - 1 - row : row) * across
      const pixel = from + (fromRight ? across - 1 - column : column)
      data.set(picture.data.subarray(pixel * 4, pixel * 4 + 4), (y * width + x) * 4)
    }
  }
  return { width, height, data }
}

/** What shines through is white paper: a JPEG knows no opacity. */
export function onWhite({ width, height, data }: Pixels): Pixels {
  const opaque = new Uint8Array(data.length)
  for (let at = 0; at < data.length; at += 4) {
    const opacity = data[at + 3]! / 255
    for (let colour = 0; colour < 3; colour += 1)
      opaque[at + colour] = Math.round(data[at + colour]! * opacity + 255 * (1 - opacity))
    opaque[at + 3] = 255
  }
  return { width, height, data: opaque }
}
