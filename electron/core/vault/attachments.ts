import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { failure } from '@shared/contract/failure'
import { moveFile, writeDurably } from './files'
import { keyFor, sealed, unsealed } from './sealing'

/**
 * Scans and photos as encrypted files that never change. A file is named by a keyed hash of its
 * content, so equal scans share one file and the name tells nothing.
 */
export class AttachmentFiles {
  private readonly key: Uint8Array
  private readonly nameKey: Uint8Array
  private readonly readingKeys: Uint8Array[]

  /** @param formerKeys vault keys of before a change of keys: what they sealed stays readable */
  constructor(
    private readonly folder: string,
    vaultKey: Uint8Array,
    formerKeys: Uint8Array[] = [],
  ) {
    this.key = keyFor(vaultKey, 'attachment content')
    this.nameKey = keyFor(vaultKey, 'attachment name')
    const former = formerKeys.map((key) => keyFor(key, 'attachment content'))
    this.readingKeys = [this.key, ...former]
  }

  /** Stores `content` durably and answers its storage name; call it before the commit that refers to it. */
  store(content: Uint8Array): string {
    const name = createHmac('sha256', this.nameKey).update(content).digest('hex')
    const path = this.pathOf(name)
    if (existsSync(path)) return name
    mkdirSync(join(this.folder, name.slice(0, 2)), { recursive: true })
    const partial = `${path}.${randomBytes(4).toString('hex')}.part`
    writeDurably(partial, 'wx', sealed(content, this.key))
    moveFile(partial, path)
    return name
  }

  /** The content; CORRUPT when the file is missing or was altered. */
  read(name: string): Uint8Array {
    const path = this.pathOf(name)
    const bytes = existsSync(path) ? readFileSync(path) : null
    for (const key of bytes ? this.readingKeys : []) {
      const content = unsealed(bytes!, key)
      if (content) return content
    }
    throw failure('CORRUPT', '这个附件缺失或已损坏，其余资料不受影响。请从备份中恢复该附件。')
  }

  private pathOf(name: string): string {
    if (!/^[0-9a-f]{64}$/.test(name)) throw failure('NOT_FOUND', '没有这个附件。')
    return join(this.folder, name.slice(0, 2), name)
  }
}
