import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { keyFor, sealed, unsealed } from './sealing'

/** A file that long work has made and nobody has taken yet. */
export interface StagedFile {
  /** What its maker needs to know of it, in a text of its own. */
  about: string
  bytes: Uint8Array
}

/**
 * What long work has done so far, sealed, a folder for each piece of work. Losing it costs time and
 * nothing else: it is in no backup, and under another key it is as if it were not there.
 */
export class StagedFiles {
  private readonly key: Uint8Array

  constructor(
    private readonly folder: string,
    vaultKey: Uint8Array,
  ) {
    this.key = keyFor(vaultKey, 'staged work')
  }

  put(work: number, part: string, { about, bytes }: StagedFile): void {
    const folder = this.folderOf(work)
    mkdirSync(folder, { recursive: true })
    const head = Buffer.from(about)
    const length = Buffer.alloc(4)
    length.writeUInt32LE(head.length)
    const path = join(folder, part)
    // A power cut leaves the whole file or none.
    writeFileSync(`${path}.part`, sealed(Buffer.concat([length, head, bytes]), this.key))
    renameSync(`${path}.part`, path)
  }

  has(work: number, part: string): boolean {
    return existsSync(join(this.folderOf(work), part))
  }

  /** Null where there is none that can be read. */
  read(work: number, part: string): StagedFile | null {
    const path = join(this.folderOf(work), part)
    const content = existsSync(path) ? unsealed(readFileSync(path), this.key) : null
    if (!content) return null
    const whole = Buffer.from(content)
    const end = 4 + whole.readUInt32LE(0)
    return { about: whole.toString('utf8', 4, end), bytes: whole.subarray(end) }
  }

  discard(work: number): void {
    rmSync(this.folderOf(work), { recursive: true, force: true })
  }

  /** Clears away what was left by work that is finished or given up. */
  keepOnly(unfinished: readonly number[]): void {
    if (!existsSync(this.folder)) return
    for (const name of readdirSync(this.folder))
      if (!unfinished.includes(Number(name)))
        rmSync(join(this.folder, name), { recursive: true, force: true })
  }

  private folderOf(work: number): string {
    return join(this.folder, String(work))
  }
}
