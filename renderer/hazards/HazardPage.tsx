import { Button } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'wouter'
import { hazardMachine, type HazardMove } from '@shared/domain/hazards/machine'
import {
  hazardGradeLabel,
  hazardKindLabel,
  hazardSourceLabel,
} from '@shared/domain/hazards/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { Attachments } from '../attachments/Attachments'
import { responsibleWords } from '../ledgers/case-state'
import { CaseHistory } from '../ledgers/CaseHistory'
import { CasePage } from '../ledgers/CasePage'
import { FactsPanel } from '../ledgers/FactsPanel'
import { askReason } from '../shell/ask-reason'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatCount, formatDay } from '../shell/format'
import { goBack } from '../shell/location'
import { tellDone } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
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
      <Page title="隐患" parent="/hazards">
        {error && (
          <ErrorPanel error={error} onRetry={() => void refetch()} title="这件隐患没有打开" />
        )}
      </Page>
    )
  }
  const askToVoid = (): void =>
    askReason({
      title: '录错更正：隐去这件隐患',
      lead: '只用于重复登记或登错了人。隐患已经消除的，请用“不再存在”。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ ids: [id], reason })
        tellDone('已隐去')
        goBack('/hazards')
      },
    })
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
            <Button variant="subtle" color="gray" onClick={askToVoid}>
              录错更正…
            </Button>
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
        tabs={[
          { key: 'files', title: '照片和附件', content: <Attachments entity="hazard" id={id} /> },
          { key: 'history', title: '变更记录', content: <CaseHistory entity="hazard" id={id} /> },
        ]}
      />
      {moving && <MoveHazards hazards={[hazard]} move={moving} onClose={() => setMoving(null)} />}
    </>
  )
}
