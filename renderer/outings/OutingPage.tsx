import { Button } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'wouter'
import { outingMachine, type OutingMove } from '@shared/domain/outings/machine'
import { reportChannelLabel, reporterLabel } from '@shared/domain/outings/vocabulary'
import { absenceScopeLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { Attachments } from '../attachments/Attachments'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { responsibleWords } from '../ledgers/case-state'
import { CaseHistory } from '../ledgers/CaseHistory'
import { CasePage } from '../ledgers/CasePage'
import { FactsPanel } from '../ledgers/FactsPanel'
import { askReason } from '../shell/ask-reason'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { goBack } from '../shell/location'
import { tellDone } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
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
      <Page title="外出报告" parent="/outings">
        {error && (
          <ErrorPanel error={error} onRetry={() => void refetch()} title="这份报告没有打开" />
        )}
      </Page>
    )
  }
  const askToVoid = (): void =>
    askReason({
      title: '录错更正：隐去这份报告',
      lead: '档案里的外出情况不会跟着改，写错了请在“家庭与赡养”页修改那位家人。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ id, reason })
        tellDone('已隐去')
        goBack('/outings')
      },
    })
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
            <Button variant="subtle" color="gray" onClick={askToVoid}>
              录错更正…
            </Button>
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
        tabs={[
          { key: 'files', title: '附件', content: <Attachments entity="outing" id={id} /> },
          { key: 'history', title: '变更记录', content: <CaseHistory entity="outing" id={id} /> },
        ]}
      />
      {move && <MoveOuting outing={file} move={move} onClose={() => setMove(null)} />}
    </>
  )
}
