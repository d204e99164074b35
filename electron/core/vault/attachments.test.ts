import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { closeTestVaults, temporaryFolder } from '../test-vault'
import { AttachmentFiles } from './attachments'

afterEach(closeTestVaults)

const key = new Uint8Array(32).fill(9)
const scan = new TextEncoder().encode('身份证扫描件 610999193412212068')

/** Every stored file below the folder. */
function stored(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /[0-9a-f]{64}$/.test(path))
}

describe('attachment files', () => {
  it('come back as stored, once for equal content, unreadable on the disk', () => {
    const folder = temporaryFolder()
    const files = new AttachmentFiles(folder, key)
    const name = files.store(scan)
    expect(files.store(scan)).toBe(name)
    expect(Buffer.from(files.read(name))).toEqual(Buffer.from(scan))
    expect(stored(folder)).toHaveLength(1)
    expect(readFileSync(stored(folder)[0]!).includes(Buffer.from('610999'))).toBe(false)
  })

  it('tell of a flipped bit, a foreign key and a missing file instead of giving wrong content', () => {
    const folder = temporaryFolder()
    const files = new AttachmentFiles(folder, key)
    const name = files.store(scan)
    const path = stored(folder)[0]!
    const bytes = readFileSync(path)
    expect(() => new AttachmentFiles(folder, new Uint8Array(32)).read(name)).toThrow('已损坏')
    bytes[40]! ^= 1
    writeFileSync(path, bytes)
    expect(() => files.read(name)).toThrow('已损坏')
    expect(() => files.read('0'.repeat(64))).toThrow('缺失')
  })

  it.each(['../keyring.json', '', 'a'.repeat(63), '/etc/passwd'])(
    'take no %j for a name',
    (name) => {
      expect(() => new AttachmentFiles(temporaryFolder(), key).read(name)).toThrow()
    },
  )
})
