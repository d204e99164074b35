import { useCallback } from 'react'
import type { ImportRow } from '@shared/contract/imports'
import { useCommandOp } from '../api'
import { askReason } from '../shell/ask-reason'
import { tellFailure } from '../shell/notify'
import type { RowAction } from './row-actions'

type Say = (action: RowAction, rows: readonly ImportRow[]) => Promise<void>

/** Carries out what the clerk said of rows. */
export function useRowWord(importId: string): Say {
  const { mutateAsync: decide } = useCommandOp('imports.decide')
  const { mutateAsync: fix } = useCommandOp('imports.fixCell')
  return useCallback<Say>(
    async ({ does }, rows) => {
      const places = rows.map(({ sheet, row }) => ({ sheet, row }))
      const [first] = places
      if (!first) return
      try {
        if (does.kind === 'decide')
          await decide({ importId, rows: places, decision: does.decision })
        else if (does.kind === 'fix')
          await fix({ importId, ...first, column: does.column, text: does.text })
        else
          askReason({
            title: '证件原号如此',
            lead: '号码的最后一位对不上。如果证件上就是这样写的，请写明核对的依据，号码会照原样入库，理由一并保存。',
            label: '照原样入库',
            onSubmit: async (note) =>
              void (await decide({
                importId,
                rows: places,
                decision: { kind: 'keepIdNumber', note },
              })),
          })
      } catch (error) {
        tellFailure(error)
      }
    },
    [importId, decide, fix],
  )
}
