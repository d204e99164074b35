import { listDisclosures } from '@db/repositories/disclosures'
import type { recipientListsContract } from '@shared/contract/recipient-lists'
import type { HandlersOf } from '../../core/context'
import { editBulk, previewBulk } from './bulk'
import { exportFull, exportMasked } from './export'
import { ownLists, removeView, saveView, setColumns } from './views'

export const recipientListsHandlers: HandlersOf<typeof recipientListsContract> = {
  'recipientLists.own': ownLists,
  'recipientLists.setColumns': (ctx, { columns }) => {
    setColumns(ctx, columns)
    return {}
  },
  'recipientLists.saveView': (ctx, view) => {
    saveView(ctx, view)
    return {}
  },
  'recipientLists.removeView': (ctx, { name }) => {
    removeView(ctx, name)
    return {}
  },
  'recipients.bulkPreview': previewBulk,
  'recipients.bulkEdit': editBulk,
  'recipients.export': exportMasked,
  'recipients.exportFull': exportFull,
  'recipients.disclosures': listDisclosures,
}
