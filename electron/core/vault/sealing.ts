import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/*
 * Files of the vault outside the database: 12-byte IV, 16-byte tag, ChaCha20-Poly1305 ciphertext.
 */

export function sealed(content: Uint8Array, key: Uint8Array): Uint8Array {
  const iv = randomBytes(12)
  const cipher = createCipheriv('chacha20-poly1305', key, iv, { authTagLength: 16 })
  const text = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), text])
}

/** The content of a sealed file, or null where this is not its key or it was altered. */
export function unsealed(bytes: Uint8Array, key: Uint8Array): Uint8Array | null {
  try {
    const iv = bytes.subarray(0, 12)
    const decipher = createDecipheriv('chacha20-poly1305', key, iv, { authTagLength: 16 })
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  } catch {
    return null
  }
}

/** A key for one purpose, so that files of one kind do not open as another. */
export function keyFor(vaultKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', vaultKey, '', `sangyu ${purpose}`, 32))
}
