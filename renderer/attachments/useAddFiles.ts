import { useEffect, useState } from 'react'
import type { AttachmentHolder } from '@shared/domain/attachments/holders'
import { attachmentLimit } from '@shared/domain/attachments/media-types'
import { useCommandOp } from '../api'
import { formatBytes } from '../shell/format'
import { tellDone, tellFailure, tellRefusal } from '../shell/notify'
import { readAsBase64 } from '../shell/read-file'

interface AddFiles {
  adding: boolean
  add(files: readonly File[]): Promise<void>
}

/** Puts files on a record one after the other; one that is refused does not hold up the others. */
export function useAddFiles(entity: AttachmentHolder, recordId: number): AddFiles {
  const command = useCommandOp('attachments.add')
  const [adding, setAdding] = useState(false)
  const add = async (files: readonly File[]): Promise<void> => {
    setAdding(true)
    let added = 0
    for (const file of files) {
      if (file.size > attachmentLimit) {
        tellRefusal(
          `“${file.name}”有 ${formatBytes(file.size)}，超过 20 MB，没有放入。请压缩或拆成几份后再放。`,
        )
        continue
      }
      try {
        const base64 = await readAsBase64(file)
        await command.mutateAsync({ entity, recordId, name: file.name, base64 })
        added += 1
      } catch (error) {
        tellFailure(error)
      }
    }
    setAdding(false)
    if (added > 0) tellDone(`已放入 ${added} 个附件`)
  }
  return { adding, add }
}

/** Files pasted anywhere on the page, unless something else on it has taken them. */
export function usePastedFiles(onFiles: ((files: File[]) => void) | null): void {
  useEffect(() => {
    if (!onFiles) return
    const take = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || event.defaultPrevented) return
      event.preventDefault()
      onFiles(files)
    }
    document.addEventListener('paste', take)
    return () => document.removeEventListener('paste', take)
  })
}
