import { encode as encodeJpeg } from 'jpeg-js'
import { photoSide } from '@shared/domain/photo'
import { openPicture, type Refusal } from './open'
import { onWhite, reduced } from './pixels'

const quality = 86 // percent

/**
 * A photo as it is kept: upright, at most `photoSide` long, drawn anew as a JPEG, so that nothing of
 * what the camera wrote into it is left. For the worker thread: a large picture takes seconds.
 */
export async function makePhoto(bytes: Uint8Array): Promise<Uint8Array | Refusal> {
  const picture = openPicture(bytes)
  if (typeof picture === 'string') return picture
  const { width, height, data } = onWhite(reduced(picture, photoSide))
  return encodeJpeg({ width, height, data }, quality).data
}
