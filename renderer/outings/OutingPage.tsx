import { useState } from 'react'
import { useParams } from 'wouter'
import { outingMachine, type OutingMove } from '@shared/domain/outings/machine'
import { reportChannelLabel, reporterLabel } from '@shared/domain/outings/vocabulary'
import { absenceScopeLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { responsibleWords } from '../ledgers/case-state'
import { CasePage } from '../ledgers/CasePage'
import { caseTabs } from '../ledgers/case-tabs'
import { FactsPanel } from '../ledgers/FactsPanel'
import { formatDay } from '../shell/format'
import { NotOpened } from '../shell/NotOpened'
import { useMay } from '../shell/session'
import { VoidRecord } from '../shell/VoidRecord'
import { EditOuting } from './EditOuting'
import { MoveOuting } from './OutingMove'

/** One report: who is away where, until when, and who cares meanwhile. */
export function OutingPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data: file, error, refetch } = useQueryOp('outings.file', { id })
  const mayWrite = useMay('recipients.write')
  const dictionaries = useDictionaries()
  const voiding = useCommandOp('outings.void')
  const [editing, setEditing] = useState(false)
  const [move, setMove] = useState<OutingMove | null>(null)
  if (error || !file || file.id !== id) {
    return (
      <NotOpened
        title="外出报告"
        parent="/outings"
        what="这份报告"
        error={error}
        onRetry={refetch}
      />
    )
  }
  const relation = dictionaries.words('relation', file.memberRelation) || '家人'
  const joined = (...words: (string | null)[]): string => words.filter(Boolean).join(' ')
  return (
    <>
      <CasePage
        machine={outingMachine}
        parent="/outings"
        file={file}
        note={`${relation}${file.memberName}外出`}
        onMove={setMove}
        actions={
          mayWrite && (
            <VoidRecord
              what="这份报告"
              lead="档案里的外出情况不会跟着改，写错了请在“家庭与赡养”页修改那位家人。"
              parent="/outings"
              onVoid={(reason) => voiding.mutateAsync({ id, reason })}
            />
          )
        }
        facts={
          <FactsPanel
            title="外出报告"
            onEdit={mayWrite ? () => setEditing(true) : undefined}
            editor={
              editing ? <EditOuting outing={file} onDone={() => setEditing(false)} /> : undefined
            }
            facts={[
              {
                label: '外出人',
                words: joined(`${file.memberName}（${relation}）`, file.memberPhones.join('、')),
              },
              { label: '去向', words: joined(file.place, absenceScopeLabel[file.scope]) },
              { label: '外出原因', words: dictionaries.words('absenceReason', file.reason) },
              { label: '外出起始', words: formatDay(file.since) },
              { label: '预计返回', words: joined(formatDay(file.dueOn), file.expectedReturn) },
              { label: '返回日期', words: formatDay(file.returnedOn) },
              { label: '期间谁照看', words: joined(responsibleWords(file), file.carerPhone) },
              {
                label: '报告',
                words: joined(
                  formatDay(file.openedOn),
                  reporterLabel[file.reporter],
                  reportChannelLabel[file.channel],
                ),
              },
            ]}
          />
        }
        tabs={caseTabs('outing', id)}
      />
      {move && <MoveOuting outing={file} move={move} onClose={() => setMove(null)} />}
    </>
  )
}
