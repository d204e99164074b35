import type { InputOf } from '../api'
import { useQueryOp } from '../api'
import { HistoryTable } from '../recipients/HistoryTab'

interface CaseHistoryProps {
  entity: InputOf<'ledgers.history'>['entity']
  id: number
}

/** 变更记录 of one case and its steps: who changed what, when, from what to what. */
export function CaseHistory({ entity, id }: CaseHistoryProps): React.ReactElement {
  const history = useQueryOp('ledgers.history', { entity, id })
  return (
    <HistoryTable
      entries={history.data}
      error={history.error}
      onRetry={() => void history.refetch()}
    />
  )
}
