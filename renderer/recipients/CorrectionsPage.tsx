import { Button } from '@mantine/core'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { askReason } from '../shell/ask-reason'
import { DataTable, type Column } from '../shell/DataTable'
import { formatInstant } from '../shell/format'
import { navigate } from '../shell/location'
import { tellDone } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'

type Correction = OutputOf<'recipients.corrections'>[number]

const kindOf = ({ operation }: Correction): string =>
  operation === 'recipients.merge' ? '合并' : '录错更正'

const columns: Column<Correction>[] = [
  { key: 'at', title: '时间', text: ({ at }) => formatInstant(at), width: 150 },
  { key: 'who', title: '经办人', text: ({ operatorName }) => operatorName ?? '程序', width: 90 },
  { key: 'kind', title: '事项', text: kindOf, width: 96 },
  { key: 'name', title: '隐去的档案', text: ({ name }) => name, whole: true, width: 110 },
  { key: 'archiveNo', title: '档案号', text: ({ archiveNo }) => archiveNo ?? '', width: 110 },
  { key: 'kept', title: '并入', text: ({ keptName }) => keptName ?? '', whole: true, width: 90 },
  { key: 'reason', title: '原因', text: ({ reason }) => reason, grow: 1 },
]

const stateColumn = (onUndo: ((row: Correction) => void) | null): Column<Correction> => ({
  key: 'state',
  title: '撤销',
  cell: (row) => {
    if (!row.isHidden) return '已撤销'
    if (!onUndo) return null
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`撤销${kindOf(row)}：${row.name}`}
        onClick={(event) => {
          // A click on the row itself opens the file.
          event.stopPropagation()
          onUndo(row)
        }}
        onKeyDown={(event) => event.stopPropagation()}
      >
        撤销
      </Button>
    )
  },
  width: 90,
})

/** 更正与合并: files no longer shown anywhere else, why, and the way back. */
export function CorrectionsPage(): React.ReactElement {
  const corrections = useQueryOp('recipients.corrections', {})
  const undo = useCommandOp('recipients.undoCorrection')
  const mayWrite = useMay('recipients.write')
  const ask = (correction: Correction): void =>
    askReason({
      title: `撤销${kindOf(correction)}：${correction.name}`,
      lead: '档案和它下面的记录恢复成原来的样子；撤销本身也记入变更记录。之后又有新登记的，不能撤销。',
      label: '撤销',
      onSubmit: async (reason) => {
        await undo.mutateAsync({ changeSetId: correction.changeSetId, reason })
        tellDone(`${correction.name}的档案已恢复`)
      },
    })
  return (
    <Page title="更正与合并" parent="/recipients" fill>
      <DataTable
        label="更正与合并"
        columns={[...columns, stateColumn(mayWrite ? ask : null)]}
        rows={corrections.data}
        rowKey={(row) => row.changeSetId}
        onOpen={(row) => {
          if (!row.isHidden) navigate(`/recipients/${row.recipientId}`)
          else if (row.keptId !== null) navigate(`/recipients/${row.keptId}`)
        }}
        error={corrections.error}
        onRetry={() => void corrections.refetch()}
        empty={{
          title: '没有更正或合并过的档案',
          hint: '录错的档案在档案页“更多”里隐去；一人两份档案在“疑似重复”里合并。',
        }}
      />
    </Page>
  )
}
