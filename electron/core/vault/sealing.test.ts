import { createCipheriv, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { sealed, unsealed } from './sealing'

const key = new Uint8Array(randomBytes(32))
const bytes = fc.uint8Array({ maxLength: 300 })
const plain = (content: Uint8Array | null) => content && Buffer.from(content).toString('hex')

it('opens what it sealed with the same key, and with no other', () => {
  fc.assert(
    fc.property(bytes, (content) => {
      const file = sealed(content, key)
      expect(plain(unsealed(file, key))).toBe(plain(content))
      expect(unsealed(file, new Uint8Array(randomBytes(32)))).toBeNull()
    }),
  )
})

it('opens no file of which one bit was turned, or that was cut off', () => {
  const anyBit = fc.tuple(bytes, fc.nat(), fc.nat(7))
  fc.assert(
    fc.property(anyBit, ([content, at, bit]) => {
      const file = Buffer.from(sealed(content, key))
      const turned = Buffer.from(file)
      turned[at % file.length]! ^= 1 << bit
      expect(unsealed(turned, key)).toBeNull()
      expect(unsealed(file.subarray(0, at % file.length), key)).toBeNull()
    }),
  )
})

it('opens what the first version sealed with ChaCha20-Poly1305: no scan is lost by the change', () => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('chacha20-poly1305', key, iv, { authTagLength: 16 })
  const text = Buffer.concat([cipher.update('同意书'), cipher.final()])
  const file = Buffer.concat([iv, cipher.getAuthTag(), text])
  expect(Buffer.from(unsealed(file, key)!).toString()).toBe('同意书')
})
