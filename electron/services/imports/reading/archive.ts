import { inflateRawSync } from 'node:zlib'
import { failure } from '@shared/contract/failure'
import { ledgerLimits } from '@shared/domain/imports/grid'
import { damaged } from './refusals'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const stored = 0
const deflated = 8

const tooLarge = () =>
  failure(
    'VALIDATION',
    '这个文件解开后太大，不像一份台账，没有读取。请只保留需要导入的工作表，另存后再试。',
  )

/**
 * Proves that a zip archive unpacks within the limit, and names its entries. The sizes it declares
 * are added up first; then every entry is unpacked with its declared size as a hard cap, because
 * a hostile archive may declare less than it holds.
 */
export function checkArchive(bytes: Buffer): string[] {
  const entries = readDirectory(bytes)
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (declared > ledgerLimits.inflatedBytes) throw tooLarge()
  for (const entry of entries) checkEntry(bytes, entry)
  return entries.map((entry) => entry.name)
}

interface ArchiveEntry {
  name: string
  method: number
  packedSize: number
  size: number
  offset: number
}

function readDirectory(bytes: Buffer): ArchiveEntry[] {
  const end = findEndOfDirectory(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const entries: ArchiveEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) throw damaged()
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The end record stands in the last 22 bytes, or earlier where the archive carries a comment. */
function findEndOfDirectory(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= earliest; at--) {
    if (bytes.readUInt32LE(at) === endOfDirectory) return at
  }
  throw damaged()
}

function checkEntry(bytes: Buffer, entry: ArchiveEntry): void {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== localEntry)
    throw damaged()
  const start =
    entry.offset +
    30 +
    bytes.readUInt16LE(entry.offset + 26) +
    bytes.readUInt16LE(entry.offset + 28)
  const end = start + entry.packedSize
  if (end > bytes.length) throw damaged()
  if (entry.method === stored) {
    if (entry.size !== entry.packedSize) throw damaged()
    return
  }
  if (entry.method !== deflated) throw damaged()
  if (entry.size === 0) return
  try {
    inflateRawSync(bytes.subarray(start, end), { maxOutputLength: entry.size })
  } catch (error) {
    throw isTooLarge(error) ? tooLarge() : damaged()
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}
