import { createHash, randomBytes } from 'node:crypto'

/** Digits and letters without I, L, O and U, which are misread on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const HALF_BYTES = 16
/** 26 characters hold 128 bits; two more check the typing. */
const DATA_LENGTH = 26

/** 128 random bits: one half of what opens the vault without a password. */
export function newHalf(): Uint8Array {
  return randomBytes(HALF_BYTES)
}

/** A half as it is printed: seven groups of four characters. */
export function printHalf(half: Uint8Array): string {
  const text = encode(half) + checkCharacters(half)
  return text.match(/.{4}/g)!.join('-')
}

/** Reads a typed half; null when it was mistyped. Case, blanks, hyphens and O/I/L do not matter. */
export function readHalf(typed: string): Uint8Array | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (text.length !== DATA_LENGTH + 2) return null
  const half = decode(text.slice(0, DATA_LENGTH))
  return half && checkCharacters(half) === text.slice(DATA_LENGTH) ? half : null
}

function checkCharacters(half: Uint8Array): string {
  const [a = 0, b = 0] = createHash('sha256').update(half).digest()
  return ALPHABET[a & 31]! + ALPHABET[b & 31]!
}

function encode(bytes: Uint8Array): string {
  let value = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (let i = 0; i < DATA_LENGTH; i += 1) {
    text = ALPHABET[Number(value & 31n)]! + text
    value >>= 5n
  }
  return text
}

function decode(text: string): Uint8Array | null {
  let value = 0n
  for (const character of text) {
    const digit = ALPHABET.indexOf(character)
    if (digit < 0) return null
    value = (value << 5n) | BigInt(digit)
  }
  if (value >> BigInt(HALF_BYTES * 8)) return null
  return Buffer.from(value.toString(16).padStart(HALF_BYTES * 2, '0'), 'hex')
}
