import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHash,
  hkdfSync,
  randomBytes,
  scrypt,
} from 'node:crypto'
import { z } from 'zod'

/**
 * The vault key, kept only wrapped: once per operator, once under the two halves of the recovery
 * sheet. Every operator has a key pair: the private half is wrapped under the password (scrypt),
 * the vault key sealed to the public half (ECDH on P-256), so that a vault can get a new key
 * without anybody's password being asked. Wrapping is AES-256-GCM: a wrong password and a damaged
 * keyring are both noticed.
 */

const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 96 * 1024 * 1024 }
const KEY_BYTES = 32
const CURVE = 'prime256v1'

const wrappedKey = z.object({
  salt: z.string(),
  iv: z.string(),
  tag: z.string(),
  sealed: z.string(),
})
type WrappedKey = z.infer<typeof wrappedKey>

const operatorEntry = z.object({
  id: z.number(),
  name: z.string(),
  publicKey: z.string(),
  privateKey: wrappedKey,
  vaultKey: wrappedKey,
})
/** What one operator opens the vault with. */
export type OperatorEntry = z.infer<typeof operatorEntry>

/** How version 0.1 wrote it: the vault key itself under the password. Renewed at the next unlock. */
const firstOperatorEntry = z.object({ id: z.number(), name: z.string(), key: wrappedKey })
export type FirstOperatorEntry = z.infer<typeof firstOperatorEntry>

export const keyringFile = z.object({
  format: z.literal([1, 2]).transform((): 2 => 2),
  vaultId: z.string(),
  centreName: z.string(),
  createdAt: z.string(),
  operators: z.array(z.union([operatorEntry, firstOperatorEntry])),
  recovery: z.object({ createdAt: z.string(), key: wrappedKey }),
})
/** The content of keyring.json. It holds no key in the clear and no personal data but operators' names. */
export type Keyring = z.infer<typeof keyringFile>

/**
 * The text of keyring.json, with a digest of itself: without it a bit flipped in a wrapped key would
 * look like a wrong password.
 */
export function keyringText(keyring: Keyring): string {
  const content = keyringFile.parse(keyring)
  return JSON.stringify({ ...content, digest: digestOf(content) }, null, 2)
}

/** What a text of a keyring says; null where it is none or was altered. The first had no digest. */
export function readKeyringText(text: string): Keyring | null {
  try {
    const { digest, ...content } = JSON.parse(text) as Record<string, unknown>
    const keyring = keyringFile.parse(content)
    return digest === undefined || digest === digestOf(keyring) ? keyring : null
  } catch {
    return null
  }
}

const digestOf = (keyring: Keyring): string =>
  createHash('sha256').update(JSON.stringify(keyring)).digest('hex')

export function newVaultKey(): Uint8Array {
  return randomBytes(KEY_BYTES)
}

/** A new entry for an operator, whatever they had before. */
export async function entryFor(
  { id, name }: { id: number; name: string },
  vaultKey: Uint8Array,
  password: string,
): Promise<OperatorEntry> {
  const pair = createECDH(CURVE)
  pair.generateKeys()
  // Sealed before anything is awaited: a vault that is locked meanwhile wipes its key.
  const sealed = sealTo(pair.getPublicKey(), vaultKey)
  return {
    id,
    name,
    publicKey: pair.getPublicKey('base64'),
    privateKey: await wrapWithPassword(pair.getPrivateKey(), password),
    vaultKey: sealed,
  }
}

/** The vault key, or null when the password does not fit. */
export async function openEntry(
  entry: OperatorEntry | FirstOperatorEntry,
  password: string,
): Promise<Uint8Array | null> {
  if ('key' in entry) return unwrapWithPassword(entry.key, password)
  const privateKey = await unwrapWithPassword(entry.privateKey, password)
  return privateKey && unsealWith(privateKey, entry.vaultKey)
}

/** The same entry for a new vault key; the password stays as it is. */
export function resealed(entry: OperatorEntry, vaultKey: Uint8Array): OperatorEntry {
  return { ...entry, vaultKey: sealTo(Buffer.from(entry.publicKey, 'base64'), vaultKey) }
}

async function wrapWithPassword(key: Uint8Array, password: string): Promise<WrappedKey> {
  const salt = randomBytes(16)
  return seal(key, await passwordKey(password, salt), salt)
}

async function unwrapWithPassword(
  wrapped: WrappedKey,
  password: string,
): Promise<Uint8Array | null> {
  return unseal(wrapped, await passwordKey(password, Buffer.from(wrapped.salt, 'base64')))
}

/** Seals to a public key: the salt is the public half of a pair used this once. */
function sealTo(publicKey: Uint8Array, key: Uint8Array): WrappedKey {
  const once = createECDH(CURVE)
  const salt = once.generateKeys()
  return seal(key, agreedKey(once.computeSecret(publicKey), salt), salt)
}

function unsealWith(privateKey: Uint8Array, sealed: WrappedKey): Uint8Array | null {
  const pair = createECDH(CURVE)
  pair.setPrivateKey(privateKey)
  const salt = Buffer.from(sealed.salt, 'base64')
  return unseal(sealed, agreedKey(pair.computeSecret(salt), salt))
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
  return derived(Buffer.concat(halves), salt, 'sangyu recovery')
}

function agreedKey(secret: Uint8Array, salt: Uint8Array): Uint8Array {
  return derived(secret, salt, 'sangyu operator')
}

function derived(secret: Uint8Array, salt: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, purpose, KEY_BYTES))
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
