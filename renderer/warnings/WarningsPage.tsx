import { IconPlus } from '@tabler/icons-react'
import { warningKindLabel } from '@shared/domain/warnings/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { formatCount, formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'

type Row = OutputOf<'warnings.list'>[number]

const columns: Column<Row>[] = [
  { key: 'day', title: '日期', text: (row) => formatDay(row.day), sortBy: (row) => row.day },
  { key: 'kind', title: '预警', text: (row) => warningKindLabel[row.kind], width: 90 },
  { key: 'note', title: '说明', text: (row) => row.note ?? '', width: 240, grow: 1 },
  { key: 'people', title: '应联系', text: (row) => `${formatCount(row.people)} 人`, width: 100 },
  {
    key: 'reached',
    title: '已联系',
    hint: '预警当天或以后，有过电话、入户、视频或代访的人。',
    text: (row) => `${formatCount(row.reached)} 人`,
    width: 100,
  },
  {
    key: 'left',
    title: '还没联系上',
    text: (row) =>
      row.people > row.reached ? `▲ ${formatCount(row.people - row.reached)} 人` : '—',
    width: 120,
  },
]

/** 预警告知: every warning that went out, and how far it has reached. */
export function WarningsPage(): React.ReactElement {
  const warnings = useQueryOp('warnings.list', {})
  const mayWrite = useMay('contacts.write')
  const raise = (): void => navigate('/warnings/new')
  return (
    <Page
      title="预警告知"
      parent="/contacts"
      main={
        mayWrite ? { label: '发一次预警', icon: <IconPlus size={18} />, onClick: raise } : undefined
      }
      fill
    >
      <DataTable
        label="预警告知"
        columns={columns}
        rows={warnings.data}
        rowKey={(row) => row.id}
        rowState={(row) => (row.people > row.reached ? 'due' : undefined)}
        onOpen={(row) => navigate(`/warnings/${row.id}`)}
        error={warnings.error ?? undefined}
        onRetry={() => void warnings.refetch()}
        empty={{
          title: '还没有发过预警',
          hint: '高温、寒潮、汛期来之前，或镇上有诈骗案时，在这里选出要提醒的人，次日前逐个联系，联系到谁一目了然。',
          action: mayWrite ? { label: '发一次预警', onClick: raise } : undefined,
        }}
      />
    </Page>
  )
}
