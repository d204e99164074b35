import { damaged } from './refusals'

/*
 * The container of Office files before 2007 ([MS-CFB]): a small file system. Sectors of a stream are
 * chained through a table, as clusters of a disk are. Everything in it may be damaged, so every
 * chain is followed for at most as many steps as there are sectors.
 */

const lastUsable = 0xfffffffa
const headerBytes = 512
const entryBytes = 128
const smallSectorBytes = 64
const streamEntry = 2
const rootEntry = 5

/** The streams directly in a compound file; those of objects embedded in it lie in folders. */
export class CompoundFile {
  private readonly sectors: Sectors
  private readonly next: readonly number[]
  private readonly entries: readonly Entry[]
  private readonly streams = new Map<string, Entry>()

  constructor(private readonly bytes: Buffer) {
    if (bytes.length < headerBytes) throw damaged()
    const shift = bytes.readUInt16LE(30)
    if (shift !== 9 && shift !== 12) throw damaged()
    this.sectors = { bytes, start: 1 << shift, size: 1 << shift }
    this.next = allocationTable(bytes, this.sectors)
    const directory = chained(this.sectors, this.next, bytes.readUInt32LE(48), Infinity)
    this.entries = readDirectory(directory)
    for (const entry of entriesUnder(this.entries, this.entries[0]?.child))
      if (entry.type === streamEntry) this.streams.set(entry.name, entry)
  }

  /** Whether there is a stream of this name, in lower case. */
  has(name: string): boolean {
    return this.streams.has(name)
  }

  read(name: string): Buffer | undefined {
    const entry = this.streams.get(name)
    if (!entry) return undefined
    const cutoff = this.bytes.readUInt32LE(56)
    if (entry.size >= cutoff) return chained(this.sectors, this.next, entry.first, entry.size)
    const [root] = this.entries
    if (root?.type !== rootEntry) throw damaged()
    const small: Sectors = {
      bytes: chained(this.sectors, this.next, root.first, root.size),
      start: 0,
      size: smallSectorBytes,
    }
    const next = words(chained(this.sectors, this.next, this.bytes.readUInt32LE(60), Infinity))
    return chained(small, next, entry.first, entry.size)
  }
}

interface Sectors {
  bytes: Buffer
  /** Where sector 0 begins. */
  start: number
  size: number
}

function sectorAt({ bytes, start, size }: Sectors, index: number): Buffer {
  return bytes.subarray(start + index * size, start + (index + 1) * size)
}

/** The sectors of one chain, joined and cut to `size`. The last sector of a file may be cut off. */
function chained(sectors: Sectors, next: readonly number[], first: number, size: number): Buffer {
  const parts: Buffer[] = []
  let length = 0
  for (let at = first; at < lastUsable && length < size; at = next[at] ?? lastUsable) {
    const part = sectorAt(sectors, at)
    if (part.length === 0 || parts.length > next.length) throw damaged()
    parts.push(part)
    length += part.length
  }
  if (size !== Infinity && length < size) throw damaged()
  return Buffer.concat(parts).subarray(0, Math.min(size, length))
}

/** Which sector follows which. Its own sectors are listed in the header and, beyond 109, in a chain. */
function allocationTable(bytes: Buffer, sectors: Sectors): number[] {
  const most = Math.ceil(bytes.length / sectors.size)
  const listed = words(bytes.subarray(76, headerBytes))
  let further = bytes.readUInt32LE(68)
  for (let steps = 0; further < lastUsable; steps++) {
    const list = words(sectorAt(sectors, further))
    const following = list.pop()
    if (following === undefined || steps > most) throw damaged()
    listed.push(...list)
    further = following
  }
  const table: number[] = []
  for (const index of listed) {
    if (index >= lastUsable) continue
    const part = words(sectorAt(sectors, index))
    if (part.length === 0 || table.length > most + sectors.size) throw damaged()
    for (const word of part) table.push(word)
  }
  return table
}

function words(bytes: Buffer): number[] {
  const read: number[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) read.push(bytes.readUInt32LE(at))
  return read
}

interface Entry {
  name: string
  type: number
  /** Neighbours in the tree of a folder's entries, and the root of its own tree. */
  left: number
  right: number
  child: number
  first: number
  size: number
}

function readDirectory(directory: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
    // The length counts bytes and the zero at the end.
    const nameBytes = Math.min(Math.max(directory.readUInt16LE(at + 64) - 2, 0), 62)
    entries.push({
      name: directory.toString('utf16le', at, at + (nameBytes & ~1)).toLowerCase(),
      type: directory.readUInt8(at + 66),
      left: directory.readUInt32LE(at + 68),
      right: directory.readUInt32LE(at + 72),
      child: directory.readUInt32LE(at + 76),
      first: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    })
  }
  return entries
}

/** All entries of one folder; each is visited once, even where the tree bites its tail. */
function entriesUnder(entries: readonly Entry[], root: number | undefined): Set<Entry> {
  const found = new Set<Entry>()
  const waiting = [root]
  while (waiting.length > 0) {
    const entry = entries[waiting.pop() ?? -1]
    if (!entry || found.has(entry)) continue
    found.add(entry)
    waiting.push(entry.left, entry.right)
  }
  return found
}
