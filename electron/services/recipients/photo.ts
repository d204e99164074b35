import { getPhoto, setPhoto } from '@db/repositories/recipients'
import { failure } from '@shared/contract/failure'
import type { CommandContext, QueryContext } from '../../core/context'
import { requirePerson } from './person'

const MAX_BYTES = 5 * 1024 * 1024

export function readPhoto(
  ctx: QueryContext,
  { id }: { id: number },
): { mime: string; base64: string } | null {
  requirePerson(ctx, id)
  const photo = getPhoto(ctx, id)
  if (!photo) return null
  const content = ctx.attachments.read(photo.storageName)
  return { mime: photo.mime, base64: Buffer.from(content).toString('base64') }
}

export function savePhoto(
  ctx: CommandContext,
  { id, revision, base64 }: { id: number; revision?: number; base64: string | null },
): Record<string, never> {
  const person = requirePerson(ctx, id)
  if (base64 === null) {
    setPhoto(ctx, id, null, revision)
    return {}
  }
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > MAX_BYTES) refuse('照片超过 5 MB，请先压缩')
  const picture = readPicture(bytes)
  if (!picture) refuse('只收 JPEG 或 PNG 照片，这个文件不是')
  const storageName = ctx.attachments.store(picture.content)
  const fileName = `${person.name}.${picture.mime === 'image/png' ? 'png' : 'jpg'}`
  const { mime, content } = picture
  setPhoto(ctx, id, { fileName, mime, size: content.length, storageName }, revision)
  return {}
}

function refuse(told: string): never {
  throw failure('VALIDATION', `${told}。原来的照片没有动。`, { base64: told })
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Tells a picture by its bytes, whatever it is called; null for anything else. */
function readPicture(bytes: Buffer): { mime: string; content: Buffer } | null {
  if (bytes.subarray(0, 8).equals(PNG)) return { mime: 'image/png', content: bytes }
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const content = withoutMetadata(bytes)
  return content && { mime: 'image/jpeg', content }
}

const APP1 = 0xe1 // Exif and XMP: place, time, camera
const APP13 = 0xed // IPTC
const START_OF_SCAN = 0xda

/** A JPEG without the segments that tell where it was taken; null where the file is cut short. */
function withoutMetadata(jpeg: Buffer): Buffer | null {
  const kept = [jpeg.subarray(0, 2)]
  for (let at = 2; at + 4 <= jpeg.length;) {
    if (jpeg[at] !== 0xff) return null
    const marker = jpeg[at + 1]!
    if (marker === START_OF_SCAN) return Buffer.concat([...kept, jpeg.subarray(at)])
    const end = at + 2 + jpeg.readUInt16BE(at + 2)
    if (end > jpeg.length) return null
    if (marker !== APP1 && marker !== APP13) kept.push(jpeg.subarray(at, end))
    at = end
  }
  return null
}
