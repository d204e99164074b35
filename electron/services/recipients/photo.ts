import { getPhoto, setPhoto } from '@db/repositories/recipients'
import { failure } from '@shared/contract/failure'
import { photoLimit } from '@shared/domain/photo'
import type { PreparedCommand, PreparingContext, QueryContext } from '../../core/context'
import { mostMegapixels, type Refusal } from '../pictures/open'
import { requirePerson } from './person'

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

interface PhotoInput {
  id: number
  revision?: number
  base64: string | null
}

export const savePhoto: PreparedCommand<PhotoInput, Record<string, never>> = {
  async prepare(ctx, { id, revision, base64 }) {
    const { name } = requirePerson(ctx, id)
    const content = base64 === null ? null : await smallPhoto(ctx, base64)
    return (writing) => {
      requirePerson(writing, id)
      const photo = content && {
        fileName: `${name}.jpg`,
        mime: 'image/jpeg',
        size: content.length,
        storageName: writing.attachments.store(content),
      }
      setPhoto(writing, id, photo, revision)
      return {}
    }
  },
}

const longestWork = 20_000 // milliseconds; the largest picture that is taken needs some five seconds

const refusals: Record<Refusal, string> = {
  unknownKind: '只收 JPEG 或 PNG 照片，这个文件不是',
  tooLarge: `照片超过 ${mostMegapixels * 100} 万像素，请先用手机或看图软件缩小`,
  broken: '这张照片不完整或已损坏，打不开，请重新拷贝',
}

async function smallPhoto({ worker }: PreparingContext, base64: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  if (bytes.length > photoLimit) throw refusal('照片超过 20 MB，请先缩小')
  const time = AbortSignal.timeout(longestWork)
  try {
    const made = await worker.run('makePhoto', bytes, time)
    if (typeof made === 'string') throw refusal(refusals[made])
    return made
  } catch (error) {
    if (time.aborted) throw refusal('这张照片太费时，没有处理完，请换一张普通的照片')
    throw error
  }
}

const refusal = (told: string) =>
  failure('VALIDATION', `${told}。原来的照片没有动。`, { base64: told })
