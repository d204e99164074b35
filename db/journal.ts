import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import type Database from 'better-sqlite3'

/*
 * SQLite takes from its journal (`-wal`) what it can follow and silently leaves the rest: after a bit
 * flipped there, everything recorded later is gone without a word. So the frames are counted before
 * the database is opened, and compared with those it took. Layout: sqlite.org/fileformat2, 4.1.
 */

const HEADER = 32
const FRAME_HEADER = 24
/** The page size of every vault. */
const PAGE = 4096

/** Frames up to the last one that ends a transaction, counted from the file alone; 0 without a file. */
export function journalledFrames(database: string): number {
  const path = `${database}-wal`
  if (!existsSync(path)) return 0
  const file = openSync(path, 'r')
  try {
    const frames = Math.floor((fstatSync(file).size - HEADER) / (FRAME_HEADER + PAGE))
    const head = Buffer.alloc(FRAME_HEADER)
    let salts: Buffer | null = null
    let last = 0
    for (let frame = 0; frame < frames; frame += 1) {
      readSync(file, head, 0, FRAME_HEADER, HEADER + frame * (FRAME_HEADER + PAGE))
      salts ??= Buffer.from(head.subarray(8, 16))
      // Frames of an earlier round carry other salts.
      if (salts.equals(head.subarray(8, 16)) && head.readUInt32BE(4) > 0) last = frame + 1
    }
    return last
  } finally {
    closeSync(file)
  }
}

/** Frames of the journal an open database knows. */
export function takenFrames(connection: Database.Database): number {
  const [{ log }] = connection.pragma('wal_checkpoint(PASSIVE)') as [{ log: number }]
  return log
}
