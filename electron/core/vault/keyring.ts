import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

/**
 * The vault key, kept only wrapped: once per operator under a key derived from the password
 * (scrypt), once under the two halves of the recovery sheet. Wrapping is AES-256-GCM, so that a
 * wrong password and a damaged keyring are both noticed.
 */

const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 96 * 1024 * 1024 }
const KEY_BYTES = 32

const wrappedKey = z.object({
  salt: z.string(),
  iv: z.string(),
  tag: z.string(),
  sealed: z.string(),
})
type WrappedKey = z.infer<typeof wrappedKey>

export const keyringFile = z.object({
  format: z.literal(1),
  vaultId: z.string(),
  centreName: z.string(),
  createdAt: z.string(),
  operators: z.array(z.object({ id: z.number(), name: z.string(), key: wrappedKey })),
  recovery: z.object({ createdAt: z.string(), key: wrappedKey }),
})
/** The content of keyring.json. It holds no key in the clear and no personal data but operators' names. */
export type Keyring = z.infer<typeof keyringFile>

export function newVaultKey(): Uint8Array {
  return randomBytes(KEY_BYTES)
}

export async function wrapWithPassword(key: Uint8Array, password: string): Promise<WrappedKey> {
  const salt = randomBytes(16)
  return seal(key, await passwordKey(password, salt), salt)
}

/** The vault key, or null when the password does not fit. */
export async function unwrapWithPassword(
  wrapped: WrappedKey,
  password: string,
): Promise<Uint8Array | null> {
  return unseal(wrapped, await passwordKey(password, Buffer.from(wrapped.salt, 'base64')))
}

export function wrapWithHalves(key: Uint8Array, halves: [Uint8Array, Uint8Array]): WrappedKey {
  const salt = randomBytes(16)
  return seal(key, halvesKey(halves, salt), salt)
}

/** The vault key, or null when these are not the two halves; their order does not matter. */
export function unwrapWithHalves(
  wrapped: WrappedKey,
  [first, second]: [Uint8Array, Uint8Array],
): Uint8Array | null {
  const salt = Buffer.from(wrapped.salt, 'base64')
  return (
    unseal(wrapped, halvesKey([first, second], salt)) ??
    unseal(wrapped, halvesKey([second, first], salt))
  )
}

function passwordKey(password: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, SCRYPT, (error, derived) =>
      error ? reject(error) : resolve(derived),
    )
  })
}

function halvesKey(halves: [Uint8Array, Uint8Array], salt: Uint8Array): Uint8Array {
  // The halves are random already; no slow derivation is needed.
  return new Uint8Array(
    hkdfSync('sha256', Buffer.concat(halves), salt, 'sangyu recovery', KEY_BYTES),
  )
}

function seal(key: Uint8Array, under: Uint8Array, salt: Uint8Array): WrappedKey {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', under, iv)
  const sealed = Buffer.concat([cipher.update(key), cipher.final()])
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  return {
    salt: base64(salt),
    iv: base64(iv),
    tag: base64(cipher.getAuthTag()),
    sealed: base64(sealed),
  }
}

function unseal(wrapped: WrappedKey, under: Uint8Array): Uint8Array | null {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', under, bytes(wrapped.iv))
    decipher.setAuthTag(bytes(wrapped.tag))
    return Buffer.concat([decipher.update(bytes(wrapped.sealed)), decipher.final()])
  } catch {
    return null
  }
}
