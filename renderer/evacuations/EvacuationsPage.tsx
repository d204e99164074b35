import { Anchor, Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { planStandingLabel, type PlanStanding } from '@shared/domain/evacuations/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { RiskTabs } from '../incidents/RiskTabs'
import { ExportCases } from '../ledgers/ExportCases'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { FilterBar, FilterChoice, FilterText } from '../shell/FilterBar'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { StateMark } from '../shell/StateMark'
import { PlanDialog } from './PlanDialog'
import { standingState } from './standing'

type Row = OutputOf<'evacuations.list'>['rows'][number]

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', text: (row) => row.name, width: 80, whole: true },
  {
    key: 'village',
    title: '村组',
    text: (row) => `${row.villageName}${row.villageGroupName}`,
    sortBy: (row) => row.villageName,
    width: 110,
  },
  { key: 'age', title: '年龄', text: (row) => row.age ?? '', width: 64 },
  { key: 'frailty', title: '行动', text: (row) => row.frailty.join('、'), width: 70 },
  { key: 'reasons', title: '转移原因', text: (row) => row.reasons.join('；'), width: 130, grow: 2 },
  {
    key: 'mover',
    title: '转移责任人',
    text: (row) => [row.mover, row.moverPhone].filter(Boolean).join(' '),
    sortBy: (row) => row.mover,
    width: 180,
    whole: true,
  },
  { key: 'shelter', title: '安置地点', text: (row) => row.plan?.shelter ?? '', width: 96, grow: 1 },
  { key: 'vehicle', title: '交通工具', text: (row) => row.plan?.vehicle ?? '', width: 80 },
  {
    key: 'standing',
    title: '落实情况',
    hint: '责任人、电话、安置地点齐全，并且今年核对过的，算已落实。',
    cell: (row) => (
      <StateMark state={standingState[row.standing]}>
        {row.standing === 'incomplete' && row.gaps.length > 0
          ? `缺${row.gaps.join('、')}`
          : planStandingLabel[row.standing]}
      </StateMark>
    ),
    text: (row) => planStandingLabel[row.standing],
    width: 130,
  },
]

const starting = { village: '', standing: '', text: '' }

/** 汛期转移名单: who lives in danger, and whether somebody is there to move them. */
export function EvacuationsPage(): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const [list, setList] = useListState(starting)
  const [selected, setSelected] = useState<ReadonlySet<RowKey>>(new Set())
  const [dialog, setDialog] = useState<'plan' | 'export' | null>(null)
  const mayWrite = useMay('hazards.write')
  const confirm = useCommandOp('evacuations.plan')
  const filter = {
    villageId: list.village === '' ? undefined : Number(list.village),
    standing: (list.standing || undefined) as PlanStanding | undefined,
    text: list.text.trim() || undefined,
  }
  const answer = useQueryOp('evacuations.list', { filter })
  const everywhere = useQueryOp('evacuations.list', { filter: {} })
  const rows = answer.data?.rows
  const villages = everywhere.data?.villages ?? []
  const total = (standing: PlanStanding): number =>
    villages.reduce((sum, { byStanding }) => sum + byStanding[standing], 0)
  const people = villages.reduce((sum, village) => sum + village.people, 0)
  const chosen = (rows ?? []).filter(({ recipientId }) => selected.has(recipientId))
  const confirmAll = async (): Promise<void> => {
    try {
      const { planned } = await confirm.mutateAsync({
        people: chosen.map(({ recipientId, plan }) => ({
          recipientId,
          revision: plan?.revision ?? null,
        })),
        confirmedOn: today,
      })
      setSelected(new Set())
      tellDone(`已核对 ${planned} 人的转移安排`)
    } catch (error) {
      tellFailure(error)
    }
  }
  const close = (): void => setDialog(null)
  const question = list.village === '' ? '' : `?village=${list.village}`
  return (
    <Page
      title="汛期转移"
      note={
        everywhere.data && (
          <span title={everywhere.data.basis}>
            应转移 {people} 人 · 已落实 {total('ready')} 人
            {total('missing') > 0 && ` · ▲ 无人转移 ${total('missing')} 人`}
          </span>
        )
      }
      main={
        mayWrite && chosen.length > 0
          ? { label: `安排选中的 ${chosen.length} 人`, onClick: () => setDialog('plan') }
          : undefined
      }
      actions={
        <Group gap="xs">
          {mayWrite && chosen.length > 0 && (
            <Button variant="default" loading={confirm.isPending} onClick={() => void confirmAll()}>
              今天核对无误
            </Button>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={16} />}>
                打印和导出
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item component={Link} href={`/print/evacuations${question}`}>
                打印转移名单
              </Menu.Item>
              <Menu.Item component={Link} href={`/print/evacuation-cards${question}`}>
                打印转移明白卡
              </Menu.Item>
              <Menu.Item onClick={() => setDialog('export')}>导出 Excel</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button variant="default" component={Link} href="/evacuations/rounds">
            演练与转移
          </Button>
        </Group>
      }
      filters={
        <Stack gap={6} align="flex-start">
          <RiskTabs at="/evacuations" />
          <FilterBar
            onClear={
              list.village || list.standing || list.text ? () => setList(starting) : undefined
            }
          >
            <FilterChoice
              label="落实情况"
              all="全部"
              value={list.standing}
              onChange={(standing) => setList({ standing })}
              options={(Object.keys(planStandingLabel) as PlanStanding[]).map((standing) => ({
                value: standing,
                label: `${planStandingLabel[standing]} ${total(standing)}`,
              }))}
            />
            <FilterChoice
              label="村（社区）"
              all="全部村（社区）"
              value={list.village}
              onChange={(village) => setList({ village })}
              options={villages.map(({ villageId, villageName, people: count, byStanding }) => ({
                value: String(villageId),
                label: `${villageName} ${byStanding.ready}/${count}`,
              }))}
            />
            <FilterText
              value={list.text}
              onChange={(text) => setList({ text })}
              placeholder="姓名或首字母"
            />
          </FilterBar>
          <Text size="sm">
            {mayWrite && '用空格选中一人或几人，再安排转移、核对。'}
            {total('missing') > 0 && ' 无人转移：'}
            {villages
              .filter(({ byStanding }) => byStanding.missing > 0)
              .map(({ villageId, villageName, byStanding }) => (
                <Anchor
                  key={villageId}
                  component="button"
                  type="button"
                  size="sm"
                  mr={10}
                  onClick={() => setList({ village: String(villageId), standing: 'missing' })}
                >
                  {villageName} {byStanding.missing} 人
                </Anchor>
              ))}
          </Text>
        </Stack>
      }
      fill
    >
      <DataTable
        label="汛期转移名单"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.recipientId}
        rowState={(row) => standingState[row.standing]}
        selection={mayWrite ? { selected, onChange: setSelected } : undefined}
        onOpen={(row) => navigate(`/recipients/${row.recipientId}?tab=cases`)}
        error={answer.error ?? undefined}
        onRetry={() => void answer.refetch()}
        empty={{
          title: people === 0 ? '没有住在危险区域的人' : '没有符合条件的人',
          hint:
            people === 0
              ? '在档案里写明隐患区域、危房等级，或登记滑坡、洪水隐患，就会列在这里。'
              : '放宽上面的条件再看。',
        }}
      />
      {dialog === 'plan' && (
        <PlanDialog people={chosen} onClose={close} onDone={() => setSelected(new Set())} />
      )}
      {dialog === 'export' && (
        <ExportCases
          name="evacuations.export"
          input={{ filter }}
          title="汛期转移名单"
          contents="按现在的筛选导出全部行，含本人和责任人电话；无权看电话的，导出时遮盖。"
          onClose={close}
        />
      )}
    </Page>
  )
}
