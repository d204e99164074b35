import { deflateSync } from 'node:zlib'
import { decode, encode } from 'jpeg-js'
import { PNG } from 'pngjs'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterPeople } from '../../core/test-people'
import { closeTestVaults, openTestVault, type TestVault } from '../../core/test-vault'
import type { Scope } from '@db/context'
import { assignOperator } from '@db/repositories/operators'
import { setPhoto } from '@db/repositories/recipients'
import type { Role } from '@shared/domain/vocabulary'
import { makePhoto } from './photo'
import { chunk, exifSegment, secretPlace } from './test-pictures'
import { cornersOf, phonePhoto, quarters } from './test-photos'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

describe('the photo of a file', () => {
  let vault: TestVault
  let id: number

  beforeAll(async () => {
    vault = await openTestVault()
    const [village] = await vault.must('villages.list', {})
    id = enterPeople(vault, [{ name: '尉迟彩霞', villageId: village!.id }])[0]!
  })
  afterAll(closeTestVaults)

  const kept = async () => {
    const photo = await vault.must('recipients.photo', { id })
    return { ...photo!, bytes: Buffer.from(photo!.base64, 'base64') }
  }

  it('is kept small, upright and without the place it was taken, also when no screen made it so', async () => {
    const phone = phonePhoto(2000, 1500, 6)
    expect(phone.toString('latin1')).toContain(secretPlace)
    await vault.must('recipients.setPhoto', { id, base64: base64(phone) })
    const photo = await kept()
    expect(photo.bytes.toString('latin1')).not.toMatch(new RegExp(`${secretPlace}|Exif`))
    const shown = decode(photo.bytes)
    expect([shown.width, shown.height]).toEqual([600, 800])
    expect(cornersOf(shown)).toEqual(['blue', 'red', 'grey', 'green'])
  })

  it('may come as a PNG, whose text about the place does not stay either', async () => {
    const { width, height, data } = quarters(300, 200)
    const png = PNG.sync.write(
      Object.assign(new PNG({ width, height }), { data: Buffer.from(data) }),
    )
    const told = Buffer.concat([
      png.subarray(0, 33),
      chunk('tEXt', `Place\0${secretPlace}`),
      png.subarray(33),
    ])
    const made = (await makePhoto(told)) as Uint8Array
    // A chunk with a wrong check is refused, a picture is made where the library reads it.
    if (typeof made !== 'string')
      expect(Buffer.from(made).toString('latin1')).not.toContain(secretPlace)
    await vault.must('recipients.setPhoto', { id, base64: base64(png) })
    const photo = await kept()
    expect(photo.mime).toBe('image/jpeg')
    expect(cornersOf(decode(photo.bytes))).toEqual(['red', 'green', 'blue', 'grey'])
  })

  it.each([
    ['a text', Buffer.from('not a picture'), '只收 JPEG 或 PNG'],
    ['a head without a picture', phonePhoto(64, 64, 1).subarray(0, 200), '不完整或已损坏'],
    ['a small file that claims to be enormous', bomb(), '3000 万像素'],
    ['nothing', Buffer.alloc(0), '只收 JPEG 或 PNG'],
  ])('refuses %s in words and leaves the photo there was', async (_, bytes, words) => {
    await vault.must('recipients.setPhoto', { id, base64: base64(phonePhoto(64, 48, 1)) })
    const before = await kept()
    const refused = await vault.core.do('recipients.setPhoto', { id, base64: base64(bytes) })
    expect(refused).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    expect(JSON.stringify(refused)).toContain(words)
    expect(JSON.stringify(refused)).toContain('原来的照片没有动')
    expect(await kept()).toEqual(before)
  })

  it('refuses a stale save and a person who is not there', async () => {
    const photo = base64(phonePhoto(64, 48, 1))
    const stale = await vault.core.do('recipients.setPhoto', { id, revision: 1, base64: photo })
    expect(stale).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    const nobody = await vault.core.do('recipients.setPhoto', { id: 12345, base64: photo })
    expect(nobody).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })

  it('is not written for somebody whose right or village was taken away while it was being made', async () => {
    const photo = () => vault.must('recipients.photo', { id })
    const before = await photo()
    const { operator: me } = await vault.must('session.me', {})
    const everything = { villages: null, groups: null }
    const meanwhile = (role: Role, scope: Scope) =>
      vault.write((ctx) => assignOperator(ctx, me.id, { role, scope }))
    const begin = () =>
      vault.core.do('recipients.setPhoto', { id, base64: base64(phonePhoto(800, 600, 1)) })

    const withoutRight = begin()
    meanwhile('reader', everything)
    expect(await withoutRight).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    meanwhile('admin', everything)
    const withoutVillage = begin()
    meanwhile('admin', { villages: [], groups: null })
    expect(await withoutVillage).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    meanwhile('admin', everything)
    expect(await photo()).toEqual(before)
  })

  it('can be taken away, and is in the history', async () => {
    await vault.must('recipients.setPhoto', { id, base64: base64(phonePhoto(64, 48, 1)) })
    await vault.must('recipients.setPhoto', { id, base64: null })
    expect(await vault.must('recipients.photo', { id })).toBeNull()
    const history = await vault.must('recipients.history', { id })
    expect(history[0]).toMatchObject({ operation: 'recipients.setPhoto', kind: 'update' })
  })

  it('stays readable as it is where an earlier version kept it larger or as PNG', async () => {
    const { width, height, data } = quarters(1200, 900)
    const old = PNG.sync.write(
      Object.assign(new PNG({ width, height }), { data: Buffer.from(data) }),
    )
    vault.write((ctx) => {
      const storageName = ctx.attachments.store(old)
      setPhoto(ctx, id, { fileName: '旧.png', mime: 'image/png', size: old.length, storageName })
    })
    const photo = await kept()
    expect(photo.mime).toBe('image/png')
    expect(photo.bytes).toEqual(old)
  })
})

describe('a hostile picture', () => {
  it('that unpacks to more than its size allows is not unpacked', async () => {
    const ihdr = Buffer.alloc(13)
    ihdr.writeUInt32BE(8, 0)
    ihdr.writeUInt32BE(8, 4)
    ihdr.set([8, 6, 0, 0, 1], 8) // interlaced: the library would unpack all there is
    const bytes = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', ihdr.toString('latin1')),
      chunk('IDAT', deflateSync(Buffer.alloc(50_000_000)).toString('latin1')),
      chunk('IEND', ''),
    ])
    expect(await makePhoto(bytes)).toBe('broken')
  })

  it('that announces a small frame first and a huge one after it is refused', async () => {
    const small = Buffer.from(encode(quarters(16, 16), 80).data)
    const frame = small.indexOf(Buffer.from([0xff, 0xc0]))
    const huge = Buffer.from(small.subarray(frame, frame + 19))
    huge.writeUInt16BE(65000, 5)
    huge.writeUInt16BE(65000, 7)
    const twice = Buffer.concat([small.subarray(0, frame + 19), huge, small.subarray(frame + 19)])
    expect(await makePhoto(twice)).toBe('broken')
  })

  it('of any bytes is refused or made small, but never throws', async () => {
    const start = fc.constantFrom(
      phonePhoto(24, 16, 8),
      Buffer.concat([Buffer.from([0xff, 0xd8]), exifSegment(3)]),
      PNG.sync.write(new PNG({ width: 9, height: 7 })),
    )
    const edit = fc.array(fc.tuple(fc.nat(900), fc.nat(255)), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(start, edit, async (given, edits) => {
        const bytes = Buffer.from(given)
        for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value
        const made = await makePhoto(bytes)
        if (typeof made !== 'string') expect([made[0], made[1]]).toEqual([0xff, 0xd8])
      }),
      { numRuns: 300 },
    )
  })
})

/** A PNG of some hundred bytes that says it has two thousand million pixels. */
function bomb(): Buffer {
  const ihdr = Buffer.alloc(13)
  ihdr.writeUInt32BE(50_000, 0)
  ihdr.writeUInt32BE(50_000, 4)
  ihdr.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', ihdr.toString('latin1')),
    chunk('IDAT', deflateSync(Buffer.alloc(64)).toString('latin1')),
    chunk('IEND', ''),
  ])
}
