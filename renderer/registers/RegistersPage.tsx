import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useQueryOp, type OutputOf } from '../api'
import { OrganizationFilters } from '../organization/OrganizationFilters'
import { DataTable, type Column } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { StateMark } from '../shell/StateMark'
import { AdoptPresets } from './AdoptPresets'
import { ImportDefinition } from './ImportDefinition'

type Row = OutputOf<'registers.list'>[number]

const columns: Column<Row>[] = [
  { key: 'name', title: '登记簿', text: (row) => row.name, width: 180, whole: true },
  { key: 'purpose', title: '登记什么', text: (row) => row.purpose, width: 240, grow: 3 },
  {
    key: 'entries',
    title: '共登记',
    text: (row) => formatCount(row.entries),
    width: 80,
    align: 'end',
  },
  { key: 'open', title: '在办', text: (row) => formatCount(row.open), width: 70, align: 'end' },
  {
    key: 'overdue',
    title: '逾期',
    cell: (row) =>
      row.overdue > 0 ? <StateMark state="overdue">{formatCount(row.overdue)} 条</StateMark> : null,
    text: (row) => String(row.overdue),
    width: 100,
  },
  {
    key: 'version',
    title: '版本',
    hint: '改过栏目或步骤就是新的一版；旧记录按登记时的那一版。',
    text: (row) => `第 ${row.version} 版`,
    width: 80,
  },
]

/** 登记簿: the small ledgers an office keeps beside the great ones. */
export function RegistersPage(): React.ReactElement {
  const [list, setList] = useListState({ kept: '' })
  const [dialog, setDialog] = useState<'presets' | 'import' | null>(null)
  const mayDefine = useMay('registers.define')
  const retired = list.kept === 'retired'
  const registers = useQueryOp('registers.list', { retired })
  return (
    <Page
      title="登记簿"
      main={
        mayDefine
          ? {
              label: '启用现成的登记簿',
              icon: <IconPlus size={18} />,
              onClick: () => setDialog('presets'),
            }
          : undefined
      }
      actions={
        mayDefine && (
          <Group gap="xs">
            <Button variant="default" onClick={() => setDialog('import')}>
              从文件导入
            </Button>
            <Button variant="default" component={Link} href="/registers/new">
              自己定一本
            </Button>
          </Group>
        )
      }
      filters={
        <OrganizationFilters at="/registers">
          <FilterBar>
            <FilterChoice
              label="登记簿"
              all="在用的登记簿"
              value={list.kept}
              onChange={(kept) => setList({ kept })}
              options={[{ value: 'retired', label: '已停用的' }]}
            />
          </FilterBar>
        </OrganizationFilters>
      }
      fill
    >
      <DataTable
        label="登记簿"
        columns={columns}
        rows={registers.data}
        rowKey={(row) => row.id}
        rowState={(row) => (row.overdue > 0 ? 'overdue' : undefined)}
        sortedByCore
        onOpen={(row) => navigate(`/registers/${row.id}`)}
        error={registers.error}
        onRetry={() => void registers.refetch()}
        empty={
          retired
            ? { title: '没有停用的登记簿' }
            : {
                title: '还没有登记簿',
                hint: '低保申请、临时救助、适老化改造、收文发文、物品借用等小台账，可以启用现成的，也可以自己定。',
                action: mayDefine
                  ? { label: '启用现成的登记簿', onClick: () => setDialog('presets') }
                  : undefined,
              }
        }
      />
      {dialog === 'presets' && <AdoptPresets onClose={() => setDialog(null)} />}
      {dialog === 'import' && <ImportDefinition onClose={() => setDialog(null)} />}
    </Page>
  )
}
