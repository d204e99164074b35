import { damaged } from './refusals'

/** One record of an old workbook with those that continue it. */
export interface WorkbookRecord {
  kind: number
  /** Where it begins in the stream; sheets are pointed at by that. */
  at: number
  /** Its content, and the content of each continuation: a text may go on from one to the next. */
  parts: Buffer[]
}

const continuation = 0x003c

/** The records of a stream in their order. Zeros behind the last one are padding. */
export function* recordsOf(stream: Buffer): Generator<WorkbookRecord> {
  let current: WorkbookRecord | undefined
  for (let at = 0; at + 4 <= stream.length;) {
    const kind = stream.readUInt16LE(at)
    const end = at + 4 + stream.readUInt16LE(at + 2)
    if (end > stream.length) throw damaged()
    const content = stream.subarray(at + 4, end)
    if (kind === continuation) current?.parts.push(content)
    else {
      if (current) yield current
      current = { kind, at, parts: [content] }
    }
    at = end
  }
  if (current) yield current
}

/** Takes a record apart from front to back; asking for more than it holds says it is damaged. */
export class RecordReader {
  private readonly parts: Buffer[]
  private part = 0
  private at = 0

  constructor({ parts }: WorkbookRecord) {
    this.parts = parts
  }

  /** Bytes left before the next continuation. */
  get left(): number {
    return (this.parts[this.part]?.length ?? 0) - this.at
  }

  uint8(): number {
    return this.bytes(1).readUInt8(0)
  }

  uint16(): number {
    return this.bytes(2).readUInt16LE(0)
  }

  uint32(): number {
    return this.bytes(4).readUInt32LE(0)
  }

  float64(): number {
    return this.bytes(8).readDoubleLE(0)
  }

  /** RK: 30 bits of an integer or of a double, perhaps in hundredths. */
  shortNumber(): number {
    const word = this.bytes(4).readInt32LE(0)
    let value = word >> 2
    if ((word & 2) === 0) {
      const double = Buffer.alloc(8)
      double.writeInt32LE(word & ~3, 4)
      value = double.readDoubleLE(0)
    }
    return (word & 1) === 0 ? value : value / 100
  }

  bytes(count: number): Buffer {
    const gathered: Buffer[] = []
    for (let missing = count; missing > 0;) {
      const piece = this.piece(missing)
      gathered.push(piece)
      missing -= piece.length
    }
    return gathered.length === 1 ? (gathered[0] ?? Buffer.alloc(0)) : Buffer.concat(gathered)
  }

  skip(count: number): void {
    for (let missing = count; missing > 0;) missing -= this.piece(missing).length
  }

  /**
   * A text of so many characters, one or two bytes each. Where it goes on in a continuation, that
   * one says anew how wide characters are. Formats of parts and phonetic notes follow the text.
   */
  unicode(length: number): string {
    const flags = this.uint8()
    const runs = flags & 8 ? this.uint16() : 0
    const noteBytes = flags & 4 ? this.uint32() : 0
    let isWide = (flags & 1) !== 0
    const read: string[] = []
    for (let missing = length; missing > 0;) {
      if (this.left === 0) {
        this.turn()
        isWide = (this.uint8() & 1) !== 0
      }
      const width = isWide ? 2 : 1
      const here = Math.min(missing, Math.floor(this.left / width))
      if (here === 0) throw damaged()
      const piece = this.piece(here * width)
      read.push(piece.toString(isWide ? 'utf16le' : 'latin1'))
      missing -= here
    }
    this.skip(runs * 4 + noteBytes)
    return read.join('')
  }

  /** At most so many bytes, as far as they lie together. */
  private piece(most: number): Buffer {
    while (this.left === 0) this.turn()
    const part = this.parts[this.part] ?? Buffer.alloc(0)
    const piece = part.subarray(this.at, this.at + most)
    this.at += piece.length
    return piece
  }

  private turn(): void {
    this.part += 1
    this.at = 0
    if (this.part >= this.parts.length) throw damaged()
  }
}
