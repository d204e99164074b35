import { useState } from 'react'
import { useParams } from 'wouter'
import { hazardMachine, type HazardMove } from '@shared/domain/hazards/machine'
import {
  hazardGradeLabel,
  hazardKindLabel,
  hazardSourceLabel,
} from '@shared/domain/hazards/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { responsibleWords } from '../ledgers/case-state'
import { CasePage } from '../ledgers/CasePage'
import { caseTabs } from '../ledgers/case-tabs'
import { FactsPanel } from '../ledgers/FactsPanel'
import { formatCount, formatDay } from '../shell/format'
import { NotOpened } from '../shell/NotOpened'
import { useMay } from '../shell/session'
import { VoidRecord } from '../shell/VoidRecord'
import { EditHazard } from './HazardForm'
import { MoveHazards } from './HazardMove'

/** One hazard of a home: what was seen, how it is being mended, and the next step. */
export function HazardPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data: hazard, error, refetch } = useQueryOp('hazards.file', { id })
  const mayWrite = useMay('hazards.write')
  const voiding = useCommandOp('hazards.void')
  const [editing, setEditing] = useState(false)
  const [moving, setMoving] = useState<HazardMove | null>(null)
  if (error || !hazard || hazard.id !== id) {
    return (
      <NotOpened title="隐患" parent="/hazards" what="这件隐患" error={error} onRetry={refetch} />
    )
  }
  return (
    <>
      <CasePage
        machine={hazardMachine}
        parent="/hazards"
        file={hazard}
        note={`${hazardKindLabel[hazard.kind]} · ${hazardGradeLabel[hazard.grade]} · 历时 ${hazard.ageDays} 天`}
        onMove={setMoving}
        actions={
          mayWrite && (
            <VoidRecord
              what="这件隐患"
              lead="只用于重复登记或登错了人。隐患已经消除的，请用“不再存在”。"
              parent="/hazards"
              onVoid={(reason) => voiding.mutateAsync({ ids: [id], reason })}
            />
          )
        }
        facts={
          <FactsPanel
            title="隐患"
            onEdit={mayWrite ? () => setEditing(true) : undefined}
            editor={
              editing ? <EditHazard hazard={hazard} onDone={() => setEditing(false)} /> : undefined
            }
            facts={[
              { label: '隐患情况', words: hazard.content },
              { label: '类别', words: hazardKindLabel[hazard.kind] },
              { label: '等级', words: hazardGradeLabel[hazard.grade] },
              { label: '来源', words: hazardSourceLabel[hazard.source] },
              { label: '检查日期', words: formatDay(hazard.openedOn) },
              { label: '检查人', words: hazard.foundBy },
              { label: '整改措施', words: hazard.measure },
              { label: '整改责任人', words: responsibleWords(hazard) },
              { label: '整改（复查）期限', words: formatDay(hazard.dueOn) },
              { label: '整改情况', words: hazard.result },
              {
                label: '花费',
                words: hazard.cost === null ? '' : `${formatCount(hazard.cost)} 元`,
              },
            ]}
          />
        }
        tabs={caseTabs('hazard', id, '照片和附件')}
      />
      {moving && <MoveHazards hazards={[hazard]} move={moving} onClose={() => setMoving(null)} />}
    </>
  )
}
