import { useState } from 'react'
import { useParams } from 'wouter'
import { needMachine, type NeedMove } from '@shared/domain/needs/machine'
import {
  needLedgerKindLabel,
  needLevelLabel,
  needSourceLabel,
  urgencyLabel,
} from '@shared/domain/needs/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { responsibleWords } from '../ledgers/case-state'
import { CasePage } from '../ledgers/CasePage'
import { caseTabs } from '../ledgers/case-tabs'
import { FactsPanel } from '../ledgers/FactsPanel'
import { formatCount, formatDay } from '../shell/format'
import { NotOpened } from '../shell/NotOpened'
import { useMay } from '../shell/session'
import { VoidRecord } from '../shell/VoidRecord'
import { EditNeed } from './NeedForm'
import { MoveNeed } from './NeedMove'

/** One need: what is wanted, how it came to where it stands, and the next step. */
export function NeedPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data: need, error, refetch } = useQueryOp('needs.file', { id })
  const mayWrite = useMay('needs.write')
  const voiding = useCommandOp('needs.void')
  const [editing, setEditing] = useState(false)
  const [moving, setMoving] = useState<NeedMove | null>(null)
  if (error || !need || need.id !== id) {
    return (
      <NotOpened title="需求" parent="/needs" what="这件需求" error={error} onRetry={refetch} />
    )
  }
  return (
    <>
      <CasePage
        machine={needMachine}
        parent="/needs"
        file={need}
        note={`${needLedgerKindLabel[need.kind]} · ${urgencyLabel[need.urgency]} · 历时 ${need.ageDays} 天`}
        onMove={setMoving}
        actions={
          mayWrite && (
            <VoidRecord
              what="这件需求"
              lead="只用于重复登记或登错了人。隐去后不再列出和统计，变更记录里仍可查到。"
              parent="/needs"
              onVoid={(reason) => voiding.mutateAsync({ ids: [id], reason })}
            />
          )
        }
        facts={
          <FactsPanel
            title="需求"
            onEdit={mayWrite ? () => setEditing(true) : undefined}
            editor={
              editing ? (
                <EditNeed
                  need={{ ...need, dueOn: need.dueOn ?? '' }}
                  onDone={() => setEditing(false)}
                />
              ) : undefined
            }
            facts={[
              { label: '需求内容', words: need.content },
              { label: '类别', words: needLedgerKindLabel[need.kind] },
              { label: '紧急程度', words: urgencyLabel[need.urgency] },
              { label: '来源', words: needSourceLabel[need.source] },
              { label: '办理层级', words: needLevelLabel[need.level] },
              { label: '责任人', words: responsibleWords(need) },
              { label: '登记日期', words: formatDay(need.openedOn) },
              { label: '要求办结', words: formatDay(need.dueOn) },
              { label: '办理结果', words: need.result },
              {
                label: '花费',
                words: need.cost === null ? '' : `${formatCount(need.cost)} 元`,
              },
            ]}
          />
        }
        tabs={caseTabs('need', id)}
      />
      {moving && <MoveNeed need={need} move={moving} onClose={() => setMoving(null)} />}
    </>
  )
}
