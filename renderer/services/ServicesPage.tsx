import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ServicePlanRow, ServiceRecordRow } from '@shared/contract/services'
import { endOf } from '@shared/domain/calendar/days'
import { yuanWords } from '@shared/domain/funds/balance'
import { serviceKindLabel, type ServiceKind } from '@shared/domain/services/vocabulary'
import { useQueryOp } from '../api'
import { VillageChoice } from '../contacts/ContactFilters'
import { recentMonths } from '../contacts/recent-months'
import { choices } from '../ledgers/CaseFilters'
import { ExportCases } from '../ledgers/ExportCases'
import { useCasePages } from '../ledgers/useCasePages'
import { DataTable } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { UndoLast } from '../shell/UndoLast'
import { CataloguePanel } from './CataloguePanel'
import { planColumns } from './plan-columns'
import { PlanDialog } from './PlanDialog'
import { recordColumns } from './record-columns'
import { ServiceLook } from './ServiceLook'

const noFilter = { village: '', kind: '', item: '', provider: '', month: '', state: '' }
const acts = { 'services.record': '登记服务', 'services.void': '隐去服务记录' } as const

const idOf = (text: string): number | undefined => (text === '' ? undefined : Number(text))

/** 服务: what was served, what plans promise and a month brought, and the catalogue. */
export function ServicesPage(): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const [list, setList] = useListState({ tab: 'records', ...noFilter })
  const [peeked, setPeeked] = useState<ServiceRecordRow | null>(null)
  const [planning, setPlanning] = useState<ServicePlanRow | 'new' | null>(null)
  const [exporting, setExporting] = useState(false)
  const mayWrite = useMay('services.write')
  const catalogue = useQueryOp('services.catalogue', {}).data
  const isRecords = list.tab === 'records'
  const isPlans = list.tab === 'plans'
  const filter = {
    villageId: idOf(list.village),
    kind: (list.kind || undefined) as ServiceKind | undefined,
    itemId: idOf(list.item),
    providerId: idOf(list.provider),
    ...(list.month && { from: `${list.month}-01`, to: endOf('month', `${list.month}-01`) }),
  }
  const pages = useCasePages('services.list', { filter }, { enabled: isRecords })
  const summary = useQueryOp('services.summary', { filter }, { enabled: isRecords })
  const plans = useQueryOp(
    'services.plans',
    {
      villageId: filter.villageId,
      itemId: filter.itemId,
      month: list.month || undefined,
      state: (list.state || undefined) as 'short' | 'met' | undefined,
    },
    { enabled: isPlans },
  )
  const isSet = Object.keys(noFilter).some((key) => list[key as keyof typeof noFilter] !== '')
  const entry = (): void => navigate('/services/entry')
  return (
    <Page
      title="服务"
      parent="/needs"
      note={
        isRecords && summary.data
          ? `${formatCount(summary.data.count)} 条 · ${formatCount(summary.data.people)} 人 · 金额 ${yuanWords(summary.data.amount)} 元：本人 ${yuanWords(summary.data.personPays)}，用券 ${yuanWords(summary.data.voucherPays)}，补贴 ${yuanWords(summary.data.subsidy)}`
          : isPlans && plans.data
            ? `${plans.data.month} 计划 ${formatCount(plans.data.promised)}，做到 ${formatCount(plans.data.done)}`
            : undefined
      }
      main={
        mayWrite
          ? isPlans
            ? {
                label: '定服务计划',
                icon: <IconPlus size={18} />,
                onClick: () => setPlanning('new'),
              }
            : { label: '录入服务名单', icon: <IconPlus size={18} />, onClick: entry }
          : undefined
      }
      actions={
        <>
          {isRecords && mayWrite && <UndoLast acts={acts} />}
          {isRecords && (
            <Button variant="default" onClick={() => setExporting(true)}>
              导出 Excel
            </Button>
          )}
          <Button variant="default" component={Link} href="/vouchers">
            服务券
          </Button>
        </>
      }
      filters={
        <FilterBar onClear={isSet ? () => setList(noFilter) : undefined}>
          <SegmentedControl
            value={list.tab}
            onChange={(tab) => setList({ tab })}
            transitionDuration={0}
            data={[
              { value: 'records', label: '服务记录' },
              { value: 'plans', label: '计划与完成' },
              { value: 'catalogue', label: '目录与单位' },
            ]}
          />
          {(isRecords || isPlans) && (
            <VillageChoice value={list.village} onChange={(village) => setList({ village })} />
          )}
          {isRecords && (
            <FilterChoice
              label="类别"
              all="全部类别"
              value={list.kind}
              onChange={(kind) => setList({ kind, item: '' })}
              options={choices(serviceKindLabel)}
            />
          )}
          {(isRecords || isPlans) && (
            <FilterChoice
              label="项目"
              all="全部项目"
              value={list.item}
              onChange={(item) => setList({ item })}
              options={(catalogue?.items ?? []).map(({ id, name }) => ({
                value: String(id),
                label: name,
              }))}
            />
          )}
          {isRecords && (
            <FilterChoice
              label="服务单位"
              all="全部服务单位"
              value={list.provider}
              onChange={(provider) => setList({ provider })}
              options={(catalogue?.providers ?? []).map(({ id, name }) => ({
                value: String(id),
                label: name,
              }))}
            />
          )}
          {(isRecords || isPlans) && (
            <FilterChoice
              label="月份"
              all={isPlans ? '本月' : '全部时间'}
              value={list.month}
              onChange={(month) => setList({ month })}
              options={recentMonths(today, 24)}
            />
          )}
          {isPlans && (
            <FilterChoice
              label="完成"
              all="全部计划"
              value={list.state}
              onChange={(state) => setList({ state })}
              options={[
                { value: 'short', label: '● 还差的' },
                { value: 'met', label: '✓ 做到的' },
              ]}
            />
          )}
        </FilterBar>
      }
      drawer={
        isRecords && peeked
          ? {
              title: peeked.recipientName,
              content: <ServiceLook record={peeked} onGone={() => setPeeked(null)} />,
              onClose: () => setPeeked(null),
            }
          : undefined
      }
      fill
    >
      {isRecords ? (
        <DataTable
          label="服务记录"
          columns={peeked ? recordColumns.slice(0, 5) : recordColumns}
          rows={pages.rows}
          rowKey={(row) => row.id}
          sortedByCore
          onPeek={setPeeked}
          onOpen={(row) => navigate(`/recipients/${row.recipientId}?tab=living`)}
          onNearEnd={pages.onNearEnd}
          error={pages.error}
          onRetry={pages.onRetry}
          empty={
            isSet
              ? { title: '没有符合条件的服务记录', hint: '放宽上面的条件再看。' }
              : {
                  title: '还没有服务记录',
                  hint: '先在“目录与单位”里定好项目和价格，再录入服务名单：勾出今天吃了饭的人，一次登记。',
                  action: mayWrite ? { label: '录入服务名单', onClick: entry } : undefined,
                }
          }
        />
      ) : isPlans ? (
        <DataTable
          label="服务计划"
          columns={planColumns}
          rows={plans.data?.rows}
          rowKey={(row) => row.id}
          rowState={(row) => (row.done < row.promised ? 'due' : undefined)}
          onOpen={mayWrite ? setPlanning : undefined}
          error={plans.error}
          onRetry={() => void plans.refetch()}
          empty={{
            title: '没有服务计划',
            hint: '给老人定下每周或每月做几次什么服务，这里就能看出做到了没有。',
            action: mayWrite
              ? { label: '定服务计划', onClick: () => setPlanning('new') }
              : undefined,
          }}
        />
      ) : (
        <CataloguePanel />
      )}
      {planning && (
        <PlanDialog
          plan={planning === 'new' ? undefined : planning}
          onClose={() => setPlanning(null)}
        />
      )}
      {exporting && (
        <ExportCases
          name="services.export"
          input={{ filter }}
          title="服务台账"
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  )
}
