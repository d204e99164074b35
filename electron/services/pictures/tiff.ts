/*
 * A TIFF is a chain of directories of tagged values. The directories are rewritten in their place:
 * what tells of place, time and camera is blanked and its entry taken out; nothing moves, so the
 * picture itself stays as it was.
 */

/** Directories of their own, of which nothing is kept. */
const exif = 0x8769
const gps = 0x8825
/** Description, make, model, program, time, artist, computer, XMP, IPTC, Photoshop, the two above. */
const telling: ReadonlySet<number> = new Set([
  0x010e,
  0x010f,
  0x0110,
  0x0131,
  0x0132,
  0x013b,
  0x013c,
  0x02bc,
  0x83bb,
  0x8649,
  exif,
  gps,
])

const entrySize = 12
/** Bytes of one value, by its type (1 to 12). */
const valueSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** The file without place, time and camera; null where its directories are damaged. */
export function bareTiff(tiff: Uint8Array): Uint8Array | null {
  const bare = tiff.slice()
  const view = new DataView(bare.buffer)
  try {
    const littleEndian = view.getUint16(0) === 0x4949
    const seen = new Set<number>()
    let directory = view.getUint32(4, littleEndian)
    while (directory !== 0) {
      if (seen.has(directory)) return null
      seen.add(directory)
      directory = stripDirectory(bare, view, directory, littleEndian)
    }
    return bare
  } catch (error) {
    // A view refuses to read past the end: the file was cut short.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Takes the telling entries out of a directory; answers where the next one begins, 0 after the last. */
function stripDirectory(
  bare: Uint8Array,
  view: DataView,
  directory: number,
  littleEndian: boolean,
): number {
  const count = view.getUint16(directory, littleEndian)
  const first = directory + 2
  const end = first + count * entrySize
  const next = view.getUint32(end, littleEndian)
  let free = first
  for (let at = first; at < end; at += entrySize) {
    const tag = view.getUint16(at, littleEndian)
    if (telling.has(tag)) {
      if (tag === exif || tag === gps)
        blankDirectory(bare, view, view.getUint32(at + 8, littleEndian), littleEndian)
      blankValue(bare, view, at, littleEndian)
    } else {
      bare.copyWithin(free, at, at + entrySize)
      free += entrySize
    }
  }
  view.setUint16(directory, (free - first) / entrySize, littleEndian)
  view.setUint32(free, next, littleEndian)
  bare.fill(0, free + 4, end + 4)
  return next
}

function blankDirectory(
  bare: Uint8Array,
  view: DataView,
  directory: number,
  littleEndian: boolean,
): void {
  const count = view.getUint16(directory, littleEndian)
  for (let entry = 0; entry < count; entry += 1)
    blankValue(bare, view, directory + 2 + entry * entrySize, littleEndian)
  bare.fill(0, directory, directory + 2 + count * entrySize)
}

/** A value of up to four bytes stands in its entry, a longer one elsewhere. */
function blankValue(bare: Uint8Array, view: DataView, entry: number, littleEndian: boolean): void {
  const type = view.getUint16(entry + 2, littleEndian)
  const size = (valueSizes[type] ?? 0) * view.getUint32(entry + 4, littleEndian)
  if (size <= 4) return
  const at = view.getUint32(entry + 8, littleEndian)
  bare.fill(0, at, at + size)
}
