import {
  addAttachment,
  attachedTo,
  attachmentsOf,
  findAttachment,
  updateAttachment,
  voidAttachment,
  type Attachment,
} from '@db/repositories/attachments'
import { noteDisclosure } from '@db/repositories/disclosures'
import type { StoreContext } from '@db/context'
import type { attachmentsContract } from '@shared/contract/attachments'
import { failure } from '@shared/contract/failure'
import {
  attachmentLimit,
  attachmentName,
  type MediaType,
} from '@shared/domain/attachments/media-types'
import type { HandlersOf } from '../../core/context'
import { requireHolder } from './holders'
import { mediaTypeOf } from './media'
import { withoutTraces } from '../pictures/traces'

export const attachmentsHandlers: HandlersOf<typeof attachmentsContract> = {
  'attachments.list': (ctx, to) => {
    requireHolder(ctx, to, 'read')
    return attachmentsOf(ctx, to).map(({ attachment, addedAt, addedBy }) => ({
      id: attachment.id,
      revision: attachment.revision,
      name: attachment.fileName,
      mediaType: attachment.mime as MediaType,
      size: attachment.size,
      day: attachment.day,
      note: attachment.note,
      addedAt,
      addedBy,
    }))
  },

  'attachments.add': (ctx, { entity, recordId, name, base64, day, note }) => {
    const to = { entity, recordId }
    const { recipientId } = requireHolder(ctx, to, 'write')
    const { mediaType, content } = readFile(name, Buffer.from(base64, 'base64'))
    const fileName = attachmentName(name, mediaType)
    const id = addAttachment(ctx, to, recipientId, {
      fileName,
      mime: mediaType,
      size: content.length,
      day,
      note,
      storageName: ctx.attachments.store(content),
    })
    return { id, name: fileName, mediaType }
  },

  'attachments.update': (ctx, { id, revision, name, day, note }) => {
    const { mime } = requireAttachment(ctx, id, 'write')
    const fileName = attachmentName(name, mime as MediaType)
    updateAttachment(ctx, id, { fileName, day, note }, revision)
    return { revision: findAttachment(ctx, id)!.revision }
  },

  'attachments.void': (ctx, { id, reason }) => {
    requireAttachment(ctx, id, 'write')
    voidAttachment(ctx, id, reason)
    return {}
  },

  'attachments.content': (ctx, { id }) => {
    const { mime, storageName } = requireAttachment(ctx, id, 'read')
    const content = ctx.attachments.read(storageName)
    return { mediaType: mime as MediaType, base64: Buffer.from(content).toString('base64') }
  },

  'attachments.download': (ctx, { id }) => {
    const { recipientId, fileName, storageName } = requireAttachment(ctx, id, 'read')
    const bytes = ctx.attachments.read(storageName)
    noteDisclosure(ctx, {
      people: recipientId === null ? 0 : 1,
      columns: ['附件'],
      reason: `另存附件：${fileName}`,
    })
    return ctx.artifacts.put(fileName, [{ name: fileName, bytes }])
  },
}

/** The attachment, if the operator may do this with the record it hangs on. */
function requireAttachment(
  ctx: StoreContext,
  id: number,
  access: 'read' | 'write',
): Readonly<Attachment> {
  const attachment = findAttachment(ctx, id)
  if (!attachment) throw failure('NOT_FOUND', '找不到这个附件，可能已被更正隐去。请刷新后再试。')
  requireHolder(ctx, attachedTo(attachment), access)
  return attachment
}

function readFile(name: string, bytes: Buffer): { mediaType: MediaType; content: Uint8Array } {
  if (bytes.length > attachmentLimit) {
    const size = (bytes.length / 1024 / 1024).toFixed(1)
    throw refusal(`“${name}”有 ${size} MB，超过 20 MB`, '请压缩或拆成几份后再放')
  }
  const mediaType = mediaTypeOf(bytes)
  if (!mediaType) {
    throw refusal(
      `“${name}”不是图片、PDF、OFD 或 Office、WPS 文档，或者已经损坏`,
      '苹果手机的 HEIC 照片请先转成 JPG，其他文件请先打印成 PDF',
    )
  }
  const content = withoutTraces(bytes, mediaType)
  if (!content) throw refusal(`“${name}”这张图片不完整，打不开`, '请重新拷贝或重新扫描')
  return { mediaType, content }
}

const refusal = (what: string, todo: string) =>
  failure('VALIDATION', `${what}，没有放入。${todo}。`, { base64: what })
