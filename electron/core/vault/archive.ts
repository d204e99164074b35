import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { failure } from '@shared/contract/failure'

/*
 * One file that holds others: a plain tar (ustar), which any tool can take apart in an emergency.
 * Written and read in pieces, so that gigabytes of scans need no memory.
 */

const BLOCK = 512
const PIECE = 1024 * 1024

/** Where an entry's content lies in the archive. */
export interface ArchiveEntry {
  name: string
  bytes: number
  offset: number
}

export type ArchiveSource = { name: string; bytes: number } & (
  { content: Uint8Array } | { path: string }
)

/** Space an entry takes, with its header and padding. */
export const archivedBytes = (bytes: number): number => BLOCK + Math.ceil(bytes / BLOCK) * BLOCK
/** The two empty blocks at the end. */
export const ARCHIVE_END = 2 * BLOCK

/** Writes a new archive and waits until it is on the disk; answers the SHA-256 of each entry. */
export function writeArchive(path: string, entries: Iterable<ArchiveSource>): Map<string, string> {
  const digests = new Map<string, string>()
  const archive = openSync(path, 'wx', 0o600)
  try {
    for (const entry of entries) {
      writeWhole(archive, header(entry.name, entry.bytes))
      const hash = createHash('sha256')
      let written = 0
      for (const piece of 'content' in entry ? [entry.content] : piecesOfFile(entry.path)) {
        hash.update(piece)
        writeWhole(archive, piece)
        written += piece.byteLength
      }
      if (written !== entry.bytes) throw new Error(`${entry.name} changed while it was copied`)
      writeWhole(archive, new Uint8Array(archivedBytes(written) - BLOCK - written))
      digests.set(entry.name, hash.digest('hex'))
    }
    writeWhole(archive, new Uint8Array(ARCHIVE_END))
    fsyncSync(archive)
  } finally {
    closeSync(archive)
  }
  return digests
}

/** The entries one after the other, as far as the reader goes on; CORRUPT where a header is none. */
export function* archiveEntries(file: number): Generator<ArchiveEntry> {
  let offset = 0
  for (;;) {
    const block = Buffer.alloc(BLOCK)
    if (readSync(file, block, 0, BLOCK, offset) < BLOCK) throw noArchive()
    if (block.every((byte) => byte === 0)) return
    const sum = parseInt(block.subarray(148, 156).toString('latin1'), 8)
    const bytes = parseInt(block.subarray(124, 136).toString('latin1'), 8)
    // Below nothing, the next header would be this one again, for ever.
    if (sum !== checksum(block) || !Number.isSafeInteger(bytes) || bytes < 0) throw noArchive()
    const name = block.subarray(0, 100).toString('latin1').replace(/\0.*$/s, '')
    yield { name, bytes, offset: offset + BLOCK }
    offset += archivedBytes(bytes)
  }
}

/** The content of an entry in pieces; CORRUPT where the file ends before it. */
export function* piecesOfEntry(file: number, { bytes, offset }: ArchiveEntry): Generator<Buffer> {
  for (let done = 0; done < bytes;) {
    const piece = Buffer.alloc(Math.min(PIECE, bytes - done))
    const read = readSync(file, piece, 0, piece.length, offset + done)
    if (read === 0) throw noArchive()
    done += read
    yield piece.subarray(0, read)
  }
}

export function* piecesOfFile(path: string): Generator<Buffer> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const piece = Buffer.alloc(PIECE)
      const read = readSync(file, piece)
      if (read === 0) return
      yield piece.subarray(0, read)
    }
  } finally {
    closeSync(file)
  }
}

export function digestOf(pieces: Iterable<Uint8Array>): string {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}

export function writeWhole(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.byteLength;) done += writeSync(file, bytes, done)
}

function noArchive() {
  return failure('CORRUPT', '这份备份不完整或已损坏，不能用来恢复。请换一份备份。')
}

function header(name: string, bytes: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, length: number): string =>
    `${value.toString(8).padStart(length - 1, '0')}\0`
  block.write(name, 0, 100, 'latin1')
  block.write(octal(0o600, 8), 100)
  block.write(octal(0, 8), 108)
  block.write(octal(0, 8), 116)
  block.write(octal(bytes, 12), 124)
  block.write(octal(0, 12), 136)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  block.write(octal(checksum(block), 7), 148)
  return block
}

/** The sum of a header's bytes, the field of the sum itself counted as blanks. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0)
}
