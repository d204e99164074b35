import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { failure } from '@shared/contract/failure'

/**
 * Scans and photos as encrypted files that never change. A file is named by a keyed hash of its
 * content, so equal scans share one file and the name tells nothing. Layout: 12-byte IV, 16-byte
 * tag, ChaCha20-Poly1305 ciphertext.
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
    this.key = derive(vaultKey, 'attachment content')
    this.nameKey = derive(vaultKey, 'attachment name')
    const former = formerKeys.map((key) => derive(key, 'attachment content'))
    this.readingKeys = [this.key, ...former]
  }

  /** Stores `content` durably and answers its storage name; call it before the commit that refers to it. */
  store(content: Uint8Array): string {
    const name = createHmac('sha256', this.nameKey).update(content).digest('hex')
    const path = this.pathOf(name)
    if (existsSync(path)) return name
    mkdirSync(join(this.folder, name.slice(0, 2)), { recursive: true })
    const iv = randomBytes(12)
    const cipher = createCipheriv('chacha20-poly1305', this.key, iv, { authTagLength: 16 })
    const sealed = Buffer.concat([cipher.update(content), cipher.final()])
    const partial = `${path}.${randomBytes(4).toString('hex')}.part`
    const file = openSync(partial, 'wx')
    try {
      writeFileSync(file, Buffer.concat([iv, cipher.getAuthTag(), sealed]))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(partial, path)
    return name
  }

  /** The content; CORRUPT when the file is missing or was altered. */
  read(name: string): Uint8Array {
    const path = this.pathOf(name)
    const sealed = existsSync(path) ? readFileSync(path) : null
    for (const key of sealed ? this.readingKeys : []) {
      const content = opened(sealed!, key)
      if (content) return content
    }
    throw failure('CORRUPT', '这个附件缺失或已损坏，其余资料不受影响。请从备份中恢复该附件。')
  }

  private pathOf(name: string): string {
    if (!/^[0-9a-f]{64}$/.test(name)) throw failure('NOT_FOUND', '没有这个附件。')
    return join(this.folder, name.slice(0, 2), name)
  }
}

/** The content of a sealed file, or null where this is not its key. */
function opened(bytes: Uint8Array, key: Uint8Array): Uint8Array | null {
  try {
    const iv = bytes.subarray(0, 12)
    const decipher = createDecipheriv('chacha20-poly1305', key, iv, { authTagLength: 16 })
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  } catch {
    return null
  }
}

function derive(vaultKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', vaultKey, '', `sangyu ${purpose}`, 32))
}
