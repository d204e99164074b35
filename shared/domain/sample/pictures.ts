/** A drawn picture, four bytes for each pixel. */
export interface Drawing {
  width: number
  height: number
  data: Uint8Array
}

type Colour = readonly [red: number, green: number, blue: number]

class Canvas implements Drawing {
  readonly data: Uint8Array

  constructor(
    readonly width: number,
    readonly height: number,
    ground: Colour,
  ) {
    this.data = new Uint8Array(width * height * 4).fill(255)
    this.paint(ground, () => true)
  }

  paint(colour: Colour, isInside: (x: number, y: number) => boolean): void {
    for (let y = 0; y < this.height; y += 1)
      for (let x = 0; x < this.width; x += 1)
        if (isInside(x, y)) this.data.set(colour, (y * this.width + x) * 4)
  }

  box(colour: Colour, left: number, top: number, width: number, height: number): void {
    for (let y = top; y < Math.min(top + height, this.height); y += 1)
      for (let x = left; x < Math.min(left + width, this.width); x += 1)
        this.data.set(colour, (y * this.width + x) * 4)
  }
}

const inEllipse =
  (midX: number, midY: number, acrossX: number, acrossY: number) =>
  (x: number, y: number): boolean =>
    ((x - midX) / acrossX) ** 2 + ((y - midY) / acrossY) ** 2 <= 1

const grounds: readonly Colour[] = [
  [214, 226, 232],
  [232, 224, 208],
  [220, 230, 216],
  [230, 218, 220],
]
const coats: readonly Colour[] = [
  [74, 92, 110],
  [120, 96, 74],
  [86, 108, 88],
  [124, 84, 92],
]
const skin: Colour = [226, 192, 164]
const hair: Colour = [168, 168, 166]

/** How many portraits there are: nobody's, so that several people may share one. */
export const portraitCount = grounds.length * 2

/** A head and shoulders without a face; every second one with longer hair. */
export function drawPortrait(which: number): Drawing {
  const picture = new Canvas(240, 320, grounds[which % grounds.length]!)
  const longHair = which >= grounds.length
  if (longHair) picture.paint(hair, inEllipse(120, 140, 66, 84))
  picture.paint(coats[which % coats.length]!, inEllipse(120, 340, 104, 118))
  picture.paint(skin, inEllipse(120, 214, 26, 34))
  picture.paint(skin, inEllipse(120, 142, 52, 66))
  const cap = inEllipse(120, 126, 58, 62)
  picture.paint(hair, (x, y) => y < 104 && cap(x, y))
  return picture
}

const paper: Colour = [250, 248, 242]
const ink: Colour = [70, 70, 78]
const seal: Colour = [196, 60, 48]

/** A form as it comes from a scanner: rules, strokes where somebody wrote, a thumb-print in red. */
export function drawScan(): Drawing {
  const page = new Canvas(620, 877, paper)
  page.box(ink, 200, 60, 220, 14)
  for (let row = 0; row <= 14; row += 1) page.box(ink, 50, 110 + row * 46, 520, 1)
  for (const x of [50, 170, 310, 430, 569]) page.box(ink, x, 110, 1, 644)
  for (let row = 0; row < 14; row += 1)
    for (const [column, x] of [62, 182, 322, 442].entries())
      page.box(ink, x, 128 + row * 46, 40 + ((row * 37 + column * 53) % 60), 6)
  page.paint(seal, (x, y) => inEllipse(470, 806, 20, 26)(x, y) && (x + y) % 5 < 3)
  page.box(ink, 330, 800, 90, 7)
  return page
}
