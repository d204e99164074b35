import { Deflate, deflateSync } from 'fflate'
import { crc32 } from './crc32'

/*
 * Writes the zip of a document. Parts that are the same in every document are packed once, when
 * the template is compiled. fflate packs alike on every PC (zlib's output varies with the
 * processor), and every entry carries one fixed moment: the same content gives the same bytes.
 */

/** A part as it lies in the zip. */
export interface PackedPart {
  path: string
  crc: number
  size: number
  /** 0 stored, 8 deflated. */
  method: 0 | 8
  chunks: readonly Uint8Array[]
}

/** Level 6 for what is packed once, a quicker one for what is packed for each document. */
export type Effort = 'once' | 'each'
const levels = { once: 6, each: 4 } as const

/** Pictures are packed already. */
const packedAlready = /\.(png|jpe?g|gif)$/i

export function packPart(path: string, bytes: Uint8Array, effort: Effort): PackedPart {
  const plain = packedAlready.test(path)
  return {
    path,
    crc: crc32(bytes),
    size: bytes.length,
    method: plain ? 0 : 8,
    chunks: [plain ? bytes : deflateSync(bytes, { level: levels[effort] })],
  }
}

/** A part that is written piece by piece and never held in memory as a whole. */
export class PartStream {
  private readonly chunks: Uint8Array[] = []
  private readonly deflate = new Deflate({ level: levels.each }, (chunk) => this.chunks.push(chunk))
  private crc = 0
  private size = 0

  constructor(private readonly path: string) {}

  write(bytes: Uint8Array): void {
    this.crc = crc32(bytes, this.crc)
    this.size += bytes.length
    this.deflate.push(bytes)
  }

  finish(): PackedPart {
    this.deflate.push(new Uint8Array(0), true)
    const { path, crc, size, chunks } = this
    return { path, crc, size, method: 8, chunks }
  }
}

/** 1980-01-01 00:00, the first moment a zip can name. */
const entryDate = 0x0021
const entryTime = 0
/** Version 2.0, names in UTF-8. */
const versionNeeded = 20
const utf8Names = 0x0800

/** The zip with its parts in the order given. */
export function writeZip(parts: readonly PackedPart[]): Uint8Array {
  const encoder = new TextEncoder()
  const named = parts.map((part) => ({
    part,
    name: encoder.encode(part.path),
    packedSize: part.chunks.reduce((sum, chunk) => sum + chunk.length, 0),
  }))
  const total = named.reduce(
    (sum, { name, packedSize }) => sum + 30 + 46 + 2 * name.length + packedSize,
    22,
  )
  const bytes = new Uint8Array(total)
  const view = new DataView(bytes.buffer)
  let at = 0
  const u16 = (value: number): void => {
    view.setUint16(at, value, true)
    at += 2
  }
  const u32 = (value: number): void => {
    view.setUint32(at, value, true)
    at += 4
  }
  const raw = (chunk: Uint8Array): void => {
    bytes.set(chunk, at)
    at += chunk.length
  }
  const describe = ({ part, name, packedSize }: (typeof named)[number]): void => {
    u16(versionNeeded)
    u16(utf8Names)
    u16(part.method)
    u16(entryTime)
    u16(entryDate)
    u32(part.crc)
    u32(packedSize)
    u32(part.size)
    u16(name.length)
    u16(0)
  }
  const offsets = named.map((entry) => {
    const offset = at
    u32(0x04034b50)
    describe(entry)
    raw(entry.name)
    for (const chunk of entry.part.chunks) raw(chunk)
    return offset
  })
  const directory = at
  for (const [index, entry] of named.entries()) {
    u32(0x02014b50)
    u16(versionNeeded)
    describe(entry)
    // No comment, one disk, binary, no attributes.
    u16(0)
    u16(0)
    u16(0)
    u32(0)
    u32(offsets[index]!)
    raw(entry.name)
  }
  const directorySize = at - directory
  u32(0x06054b50)
  u32(0)
  u16(named.length)
  u16(named.length)
  u32(directorySize)
  u32(directory)
  u16(0)
  return bytes
}
