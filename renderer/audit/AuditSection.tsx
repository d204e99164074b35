import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconShieldCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { operationLabel } from '@shared/domain/operation-labels'
import { useJob, useQueryOp, type OutputOf } from '../api'
import { HistoryTable } from '../recipients/HistoryTab'
import { DataTable, type Column } from '../shell/DataTable'
import { DayInput } from '../shell/form/domain-inputs'
import { formatCount, formatInstant } from '../shell/format'
import { JobProgress } from '../shell/JobProgress'
import classes from './AuditSection.module.css'

type Row = OutputOf<'audit.list'>['rows'][number]

const step = 100 // acts fetched at a time
const most = 500

const columns: Column<Row>[] = [
  { key: 'at', title: '时间', text: (row) => formatInstant(row.at), width: 140 },
  {
    key: 'who',
    title: '经办人',
    text: (row) => row.operatorName ?? '程序',
    width: 90,
    whole: true,
  },
  { key: 'what', title: '事项', text: (row) => operationLabel(row.operation), width: 130 },
  {
    key: 'about',
    title: '涉及',
    text: (row) => [row.about, row.cause && `原因：${row.cause}`].filter(Boolean).join('；'),
    grow: 1,
  },
]

/** 操作记录: who did what when; an act opens with what it changed. */
export function AuditSection(): React.ReactElement {
  const operators = useQueryOp('operators.list', {})
  const [filter, setFilter] = useState({ operator: null as string | null, from: '', to: '' })
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 250)
  const [limit, setLimit] = useState(step)
  const [opened, setOpened] = useState<Row | null>(null)
  const acts = useQueryOp('audit.list', {
    operatorId: filter.operator === null ? undefined : Number(filter.operator),
    from: filter.from || undefined,
    to: filter.to || undefined,
    text: text || undefined,
    limit,
  })
  const onNearEnd = useMemo(
    () =>
      acts.data?.next && limit < most ? () => setLimit(Math.min(most, limit + step)) : undefined,
    [acts.data, limit],
  )
  return (
    <div className={classes.section}>
      <Group align="end" gap="sm">
        <TextInput
          label="事项或原因"
          placeholder="如 导出、合并、登录"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          label="经办人"
          placeholder="全部"
          clearable
          data={(operators.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          value={filter.operator}
          onChange={(operator) => setFilter({ ...filter, operator })}
        />
        <DayInput
          label="从"
          value={filter.from}
          onChange={(from) => setFilter({ ...filter, from })}
        />
        <DayInput label="到" value={filter.to} onChange={(to) => setFilter({ ...filter, to })} />
      </Group>
      <DataTable
        label="操作记录"
        columns={columns}
        rows={acts.data?.rows}
        rowKey={(row) => row.id}
        sortedByCore
        onOpen={setOpened}
        onNearEnd={onNearEnd}
        error={acts.error ?? undefined}
        onRetry={() => void acts.refetch()}
        empty={{ title: '没有这样的操作', hint: '换一个日期、经办人或字词再找。' }}
      />
      {limit >= most && acts.data?.next && (
        <Text size="sm" c="dimmed">
          只列最近 {most} 条，更早的请写日期再找。
        </Text>
      )}
      {opened && (
        <div className={classes.changes}>
          <Group justify="space-between">
            <Text fw={600}>
              {formatInstant(opened.at)} {opened.operatorName} {operationLabel(opened.operation)}
            </Text>
            <Button size="compact-sm" variant="subtle" onClick={() => setOpened(null)}>
              收起
            </Button>
          </Group>
          <Changes id={opened.id} />
        </div>
      )}
      <Proof />
    </div>
  )
}

function Changes({ id }: { id: number }) {
  const changes = useQueryOp('audit.changes', { id })
  return (
    <HistoryTable
      entries={changes.data}
      error={changes.error ?? undefined}
      onRetry={() => void changes.refetch()}
    />
  )
}

/** Whether anything was altered or cut out of the chain of changes. */
function Proof() {
  const proof = useJob('audit.prove')
  const found = proof.result
  return (
    <Stack gap={6}>
      <Group>
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={18} />}
          loading={proof.status === 'running'}
          onClick={() => void proof.start({})}
        >
          核对有没有被改动
        </Button>
        <Text size="sm" c="dimmed">
          每次操作都和上一次连成一串，改一处、删一条都对不上。
        </Text>
      </Group>
      <JobProgress job={proof} />
      {found && found.brokenAt === null && (
        <Alert color="pine" variant="light">
          {formatCount(found.sets)} 次操作、{formatCount(found.changes)} 处变更全部对得上。校验码{' '}
          {found.head?.slice(0, 16)}
        </Alert>
      )}
      {found?.brokenAt && (
        <Alert color="cinnabar" variant="light" role="alert">
          从 {formatInstant(found.brokenAt.at)}{' '}
          那次操作起对不上，数据可能被程序以外的工具改过。请保留现场，用这之前的备份比对。
        </Alert>
      )}
    </Stack>
  )
}
