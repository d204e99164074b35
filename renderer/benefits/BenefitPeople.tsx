import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import {
  benefitStandingLabel,
  benefitStateLabel,
  type BenefitStanding,
} from '@shared/domain/benefits/vocabulary'
import { useQueryOp, type InputOf, type OutputOf } from '../api'
import { DataTable, type Column, type RowKey } from '../shell/DataTable'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { useMay } from '../shell/session'
import classes from './BenefitsPage.module.css'
import { MakeButton } from '../documents/MakeButton'
import { RecordDialog } from './RecordDialog'
import { BenefitMark } from './standing-marks'

type Row = OutputOf<'benefits.people'>['rows'][number]
type Filter = InputOf<'benefits.people'>['filter']

/** In the order in which somebody must act. */
const listed = ['owed', 'wronglyHeld', 'toStop', 'undecided', 'held'] as const
const standingOptions = listed.map((value) => ({ value, label: benefitStandingLabel[value] }))

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    cell: (row) => <strong style={{ fontWeight: 600 }}>{row.name}</strong>,
    text: (row) => row.name,
    whole: true,
    width: 84,
  },
  { key: 'age', title: '年龄', text: (row) => row.age ?? '', width: 70 },
  {
    key: 'village',
    title: '村组',
    text: (row) => row.villageName + row.villageGroupName,
    whole: true,
    width: 120,
  },
  { key: 'benefit', title: '待遇', text: (row) => row.benefitTitle, whole: true, width: 120 },
  {
    key: 'standing',
    title: '情况',
    cell: (row) => <BenefitMark standing={row.standing} />,
    width: 104,
  },
  {
    key: 'amount',
    title: '应发（元）',
    text: (row) => (row.amount === null ? '' : String(row.amount)),
    align: 'end',
    width: 92,
  },
  {
    key: 'record',
    title: '登记',
    text: ({ record }) =>
      record
        ? [benefitStateLabel[record.state], record.amount ?? '', record.reason]
            .filter(Boolean)
            .join(' ')
        : '没有登记',
    width: 150,
    grow: 1,
  },
  {
    key: 'reason',
    title: '依据',
    text: (row) => (row.standing === 'toStop' && row.gone ? `${row.gone.from} 起不在` : row.reason),
    width: 190,
    grow: 2,
  },
]

/** 应享未享, 已享待核, 待停发: people by what the rule and the record say together. */
export function BenefitPeople(): React.ReactElement {
  const [state, set] = useListState({ standing: 'owed', benefit: '', village: '', why: '' })
  const catalogue = useQueryOp('benefits.catalogue', {}).data ?? []
  const villages = useQueryOp('villages.list', {}).data ?? []
  const mayWrite = useMay('recipients.write')
  const [picked, setPicked] = useState<Set<RowKey>>(new Set())
  const [recording, setRecording] = useState(false)
  const standing = listed.find((one) => one === state.standing) ?? 'owed'
  const filter: Filter = {
    standing,
    benefit: state.benefit || undefined,
    villageId: state.village ? Number(state.village) : undefined,
    unexplained: state.why === 'none' || undefined,
  }
  const people = useQueryOp('benefits.people', { filter })
  const rows = people.data?.rows
  const chosen = (rows ?? []).filter((row) => picked.has(keyOf(row)))
  const benefit = catalogue.find(({ code }) => code === state.benefit)
  const change = (patch: Partial<typeof state>): void => {
    setPicked(new Set())
    set(patch)
  }
  const canRecord = mayWrite && benefit !== undefined && standing === 'owed'
  return (
    <>
      <div className={classes.bar}>
        <FilterBar
          onClear={
            state.benefit || state.village || state.why
              ? () => change({ benefit: '', village: '', why: '' })
              : undefined
          }
          end={people.data && `${formatCount(people.data.total)} 条`}
        >
          <FilterChoice
            label="情况"
            value={standing}
            onChange={(value) => change({ standing: value || 'owed' })}
            options={standingOptions}
            all={benefitStandingLabel.owed}
          />
          <FilterChoice
            label="待遇"
            value={state.benefit}
            onChange={(value) => change({ benefit: value })}
            options={catalogue.map(({ code, title }) => ({ value: code, label: title }))}
            all="逐人登记的全部待遇"
          />
          <FilterChoice
            label="村社区"
            value={state.village}
            onChange={(value) => change({ village: value })}
            options={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
            all="全部村社区"
          />
          {standing === 'owed' && (
            <FilterChoice
              label="原因"
              value={state.why}
              onChange={(value) => change({ why: value })}
              options={[{ value: 'none', label: '还没有登记原因' }]}
              all="不论有无原因"
            />
          )}
        </FilterBar>
        <Group gap="xs">
          {canRecord && (
            <Button
              disabled={chosen.length === 0}
              onClick={() => setRecording(true)}
              title="先用空格或复选框选人"
            >
              登记所选 {formatCount(chosen.length)} 人
            </Button>
          )}
          <MakeButton
            job="benefits.export"
            label="导出 Excel"
            printable={false}
            input={{ filter }}
            disabled={!rows?.length}
          />
        </Group>
      </div>
      <DataTable
        label="待遇名单"
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        onOpen={(row) => navigate(`/recipients/${row.recipientId}?tab=living`)}
        selection={canRecord ? { selected: picked, onChange: setPicked } : undefined}
        error={people.error}
        onRetry={() => void people.refetch()}
        empty={{ title: `没有“${benefitStandingLabel[standing]}”的人`, hint: hints[standing] }}
      />
      {recording && benefit && (
        <RecordDialog
          people={chosen.map(({ recipientId, name }) => ({ id: recipientId, name }))}
          benefit={{
            code: benefit.code,
            title: benefit.title,
            amount: chosen.length === 1 ? chosen[0]!.amount : null,
          }}
          onClose={() => {
            setRecording(false)
            setPicked(new Set())
          }}
        />
      )}
    </>
  )
}

const keyOf = (row: Row): RowKey => `${row.recipientId} ${row.benefit}`

const hints: Record<(typeof listed)[number], string> = {
  owed: '按现在的档案和目录，该享的都已登记。换一项待遇或一个村看看。',
  wronglyHeld: '登记在享的人都符合规定。',
  toStop: '去世、迁出、注销的人都没有待遇还在发。',
  undecided: '没有因为资料不全而定不下来的人。',
  held: '还没有登记在享的人；可以从“应享未享”里选人登记。',
} satisfies Record<Exclude<BenefitStanding, 'none'>, string>
