import iconv from 'iconv-lite'
import type { Chance } from '../../shared/domain/sample/random'

/* Damage that any file can take, whatever its format. */

export type Damage = (bytes: Buffer, chance: Chance) => Buffer

function flip(bytes: Buffer, chance: Chance): Buffer {
  const flipped = Buffer.from(bytes)
  for (let i = chance.between(1, 40); i > 0; i--)
    flipped[chance.below(flipped.length)] = chance.below(256)
  return flipped
}

const truncate: Damage = (bytes, chance) => bytes.subarray(0, chance.below(bytes.length) + 1)

const dropFront: Damage = (bytes, chance) => bytes.subarray(chance.below(bytes.length))

function blank(bytes: Buffer, chance: Chance): Buffer {
  const blanked = Buffer.from(bytes)
  const at = chance.below(blanked.length)
  const end = Math.min(blanked.length, at + chance.between(1, 2000))
  blanked.fill(chance.pick([0x00, 0xff, 0x20]), at, end)
  return blanked
}

function repeat(bytes: Buffer, chance: Chance): Buffer {
  const at = chance.below(bytes.length)
  const piece = bytes.subarray(at, at + chance.between(1, 4000))
  return Buffer.concat([bytes.subarray(0, at), piece, piece, bytes.subarray(at)])
}

function extreme(bytes: Buffer, chance: Chance): Buffer {
  const written = Buffer.from(bytes)
  if (written.length < 8) return written
  for (let i = chance.between(1, 6); i > 0; i--) {
    const at = chance.below(written.length - 4)
    written.writeUInt32LE(chance.pick([0xffffffff, 0x7fffffff, 0x80000000, 0, 1, at]), at)
  }
  return written
}

const append: Damage = (bytes, chance) =>
  Buffer.concat([bytes, Buffer.from(Array.from({ length: 300 }, () => chance.below(256)))])

export const anyDamage: Readonly<Record<string, Damage>> = {
  flip,
  truncate,
  dropFront,
  blank,
  repeat,
  extreme,
  append,
}

/** Text taken for another encoding than it was written in. */
export function reencode(text: string, chance: Chance): Buffer {
  const [written, taken] = [chance.pick(encodings), chance.pick(encodings)]
  const bytes = iconv.encode(text, written, { addBOM: chance.happens(0.3) })
  return chance.happens(0.5) ? bytes : iconv.encode(iconv.decode(bytes, taken), written)
}
const encodings = [
  'utf8',
  'gb18030',
  'utf-16le',
  'utf-16be',
  'latin1',
  'utf-7',
  'big5',
  'shift_jis',
]
