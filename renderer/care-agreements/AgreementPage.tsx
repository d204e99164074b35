import { Button } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'wouter'
import { agreementMachine, type AgreementMove } from '@shared/domain/care-agreements/machine'
import { agreementKindLabel } from '@shared/domain/care-agreements/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { responsibleWords } from '../ledgers/case-state'
import { CasePage } from '../ledgers/CasePage'
import { caseTabs } from '../ledgers/case-tabs'
import { FactsPanel } from '../ledgers/FactsPanel'
import { formatDay } from '../shell/format'
import { NotOpened } from '../shell/NotOpened'
import { useMay } from '../shell/session'
import { VoidRecord } from '../shell/VoidRecord'
import { EditAgreement } from './AgreementForm'
import { MoveAgreement } from './AgreementMove'
import { Appraisals } from './Appraisals'
import { PrintAgreements } from './PrintAgreements'

/** One care agreement: the parties, what was agreed, how the carer does, and the next step. */
export function AgreementPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data: file, error, refetch } = useQueryOp('careAgreements.file', { id })
  const mayWrite = useMay('hazards.write')
  const voiding = useCommandOp('careAgreements.void')
  const [editing, setEditing] = useState(false)
  const [dialog, setDialog] = useState<AgreementMove | 'print' | null>(null)
  if (error || !file || file.id !== id) {
    return (
      <NotOpened
        title="照料协议"
        parent="/care-agreements"
        what="这份协议"
        error={error}
        onRetry={refetch}
      />
    )
  }
  const term = [file.termFrom, file.dueOn].map((day) => formatDay(day)).join(' 至 ')
  return (
    <>
      <CasePage
        machine={agreementMachine}
        parent="/care-agreements"
        file={file}
        note={agreementKindLabel[file.kind]}
        onMove={setDialog}
        actions={
          <>
            {mayWrite && (
              <VoidRecord
                what="这份协议"
                lead="只用于重复登记或登错了人。不再照料的，请用“终止”。"
                parent="/care-agreements"
                onVoid={(reason) => voiding.mutateAsync({ id, reason })}
              />
            )}
            <Button variant="default" onClick={() => setDialog('print')}>
              打印协议
            </Button>
          </>
        }
        facts={
          <FactsPanel
            title="照料协议"
            onEdit={mayWrite ? () => setEditing(true) : undefined}
            editor={
              editing ? (
                <EditAgreement agreement={file} onDone={() => setEditing(false)} />
              ) : undefined
            }
            facts={[
              { label: '协议类别', words: agreementKindLabel[file.kind] },
              {
                label: '委托人',
                words: [file.entrustor, file.entrustorRelation, file.entrustorPhone]
                  .filter(Boolean)
                  .join(' '),
              },
              {
                label: '照料人',
                words: [responsibleWords(file), file.carerRelation, file.carerPhone]
                  .filter(Boolean)
                  .join(' '),
              },
              { label: '照料内容', words: file.duties },
              { label: '费用', words: file.pay },
              { label: '体检安排', words: file.healthChecks },
              { label: '紧急送医', words: file.emergencyCare ? '授权照料人' : '由委托人决定' },
              { label: '补充约定', words: file.further },
              { label: '签订日期', words: formatDay(file.signedOn) },
              { label: '期限', words: file.dueOn ? term : '' },
              { label: '终止原因', words: file.endReason },
            ]}
          />
        }
        tabs={[
          { key: 'appraisals', title: '照料人考核', content: <Appraisals agreement={file} /> },
          ...caseTabs('care_agreement', id, '扫描件和附件'),
        ]}
      />
      {dialog === 'print' && <PrintAgreements ids={[id]} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'print' && (
        <MoveAgreement agreement={file} move={dialog} onClose={() => setDialog(null)} />
      )}
    </>
  )
}
