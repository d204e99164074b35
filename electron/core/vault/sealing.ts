import { createCipheriv, createDecipheriv, getCiphers, hkdfSync, randomBytes } from 'node:crypto'

/*
 * Files of the vault outside the database: 12-byte IV, 16-byte tag, AES-256-GCM ciphertext. The
 * desktop's cryptography knows no ChaCha20-Poly1305; files sealed with that by the first version
 * behind a browser stay readable where it is known.
 */
const cipherNow = 'aes-256-gcm'
const cipherOnce = 'chacha20-poly1305'
const authTagLength = 16

const readable = [cipherNow, cipherOnce].filter((name) => getCiphers().includes(name)) as (
  typeof cipherNow | typeof cipherOnce
)[]

export function sealed(content: Uint8Array, key: Uint8Array): Uint8Array {
  const iv = randomBytes(12)
  const cipher = createCipheriv(cipherNow, key, iv, { authTagLength })
  const text = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), text])
}

/** The content of a sealed file, or null where this is not its key or it was altered. */
export function unsealed(bytes: Uint8Array, key: Uint8Array): Uint8Array | null {
  for (const cipher of readable) {
    const content = openedBy(cipher, bytes, key)
    if (content) return content
  }
  return null
}

function openedBy(
  cipher: (typeof readable)[number],
  bytes: Uint8Array,
  key: Uint8Array,
): Uint8Array | null {
  try {
    const iv = bytes.subarray(0, 12)
    // One name at a time: the types of an AES-GCM and a ChaCha20-Poly1305 decipher differ.
    const decipher =
      cipher === cipherNow
        ? createDecipheriv(cipherNow, key, iv, { authTagLength })
        : createDecipheriv(cipherOnce, key, iv, { authTagLength })
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
