import { Button, Group, Tabs, Text, Tooltip, ActionIcon } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams } from 'wouter'
import { serviceKindLabel } from '@shared/domain/services/vocabulary'
import { fireResultLabel, stationKindLabel } from '@shared/domain/stations/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { Attachments } from '../attachments/Attachments'
import { FindingsTable } from '../inspections/FindingsTable'
import { FactsPanel } from '../ledgers/FactsPanel'
import classes from '../ledgers/ledgers.module.css'
import { HistoryTable } from '../recipients/HistoryTab'
import { askReason } from '../shell/ask-reason'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { goBack } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { StateMark } from '../shell/StateMark'
import { FireCheckDialog } from './FireCheckDialog'
import { FireMark } from './station-words'
import { StationDialog } from './StationDialog'

type StationFile = OutputOf<'stations.file'>

/** One station: what it is, what it offers, its fire checks, and what inspections found there. */
export function StationPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data, error, refetch } = useQueryOp('stations.file', { id })
  if (error || !data || data.id !== id) {
    return (
      <Page title="站点" parent="/stations">
        {error && (
          <ErrorPanel error={error} onRetry={() => void refetch()} title="这个站点没有打开" />
        )}
      </Page>
    )
  }
  return <StationFilePage key={id} station={data} />
}

function StationFilePage({ station }: { station: StationFile }): React.ReactElement {
  const { id, revision, name } = station
  const today = useSession().data?.today ?? ''
  const mayWrite = useMay('organization.write')
  const [dialog, setDialog] = useState<'edit' | 'check' | null>(null)
  const close = useCommandOp('stations.close')
  const reopen = useCommandOp('stations.reopen')
  const voiding = useCommandOp('stations.void')
  const isOpen = station.to === null
  const askToClose = (): void =>
    askReason({
      title: `停用${name}`,
      lead: '停用以后不再提示消防检查和服务类数；记录和附件都保留，以后可以恢复。',
      label: '停用',
      day: { label: '最后一天', initial: today },
      onSubmit: async (reason, on) => {
        await close.mutateAsync({ id, revision, on, reason })
        tellDone(`${name}已停用`)
      },
    })
  const askToVoid = (): void =>
    askReason({
      title: '录错更正：隐去这个站点',
      lead: '只用于重复登记；不再开的请用“停用”。消防检查记录一起隐去。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ id, reason })
        tellDone('已隐去')
        goBack('/stations')
      },
    })
  const openAgain = (): void =>
    reopen.mutate(
      { id, revision },
      { onSuccess: () => tellDone(`${name}已恢复`), onError: tellFailure },
    )
  return (
    <Page
      title={name}
      note={
        <Group gap="sm" component="span">
          <span>
            {station.villageName ?? '全镇'} · {stationKindLabel[station.kind]}
          </span>
          {isOpen ? (
            <FireMark fire={station.fire} />
          ) : (
            <StateMark state="exempt">{formatDay(station.to)} 停用</StateMark>
          )}
        </Group>
      }
      parent="/stations"
      main={
        mayWrite && isOpen
          ? {
              label: '登记消防检查',
              icon: <IconPlus size={18} />,
              onClick: () => setDialog('check'),
            }
          : undefined
      }
      actions={
        mayWrite && (
          <Group gap="xs">
            <Button variant="default" onClick={isOpen ? askToClose : openAgain}>
              {isOpen ? '停用…' : '恢复使用'}
            </Button>
            <Button variant="subtle" color="gray" onClick={askToVoid}>
              录错更正…
            </Button>
          </Group>
        )
      }
    >
      <div className={classes.case}>
        <div>
          <StationFacts station={station} onEdit={mayWrite ? () => setDialog('edit') : undefined} />
          <Tabs defaultValue="findings" keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="findings">督查问题</Tabs.Tab>
              <Tabs.Tab value="files">照片和附件</Tabs.Tab>
              <Tabs.Tab value="history">变更记录</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="findings" className={classes.panel}>
              <FindingsTable filter={{ stationId: id }} order="opened" />
            </Tabs.Panel>
            <Tabs.Panel value="files" className={classes.panel}>
              <Attachments entity="station" id={id} />
            </Tabs.Panel>
            <Tabs.Panel value="history" className={classes.panel}>
              <StationHistory id={id} />
            </Tabs.Panel>
          </Tabs>
        </div>
        <aside className={classes.side}>
          <h2>消防安全检查</h2>
          <FireChecks station={station} mayWrite={mayWrite} />
        </aside>
      </div>
      {dialog === 'edit' && <StationDialog station={station} onClose={() => setDialog(null)} />}
      {dialog === 'check' && <FireCheckDialog station={station} onClose={() => setDialog(null)} />}
    </Page>
  )
}

function StationFacts({ station, onEdit }: { station: StationFile; onEdit?: () => void }) {
  const { services, lackingServices } = station
  return (
    <FactsPanel
      title="站点"
      onEdit={onEdit}
      facts={[
        { label: '地址', words: station.address },
        { label: '开放时间', words: station.openHours },
        {
          label: '床位',
          words:
            station.bedsTotal !== null &&
            `${station.bedsTotal} 张，已住 ${station.bedsUsed ?? '—'}`,
        },
        { label: '运营单位', words: station.runBy },
        {
          label: '负责人',
          words: [station.manager, station.phone].filter(Boolean).join(' '),
        },
        {
          label: '提供的服务',
          words: (
            <>
              {services.map((kind) => serviceKindLabel[kind]).join('、')}{' '}
              {lackingServices > 0 && (
                <StateMark state="due">比站点要求少 {lackingServices} 类</StateMark>
              )}
            </>
          ),
        },
        { label: '启用', words: formatDay(station.from) },
        {
          label: '停用',
          words: station.to && `${formatDay(station.to)} ${station.endReason ?? ''}`,
        },
        { label: '备注', words: station.note },
      ]}
    />
  )
}

interface FireChecksProps {
  station: StationFile
  mayWrite: boolean
}

/** Every check there was, the latest first. */
function FireChecks({ station: { checks }, mayWrite }: FireChecksProps): React.ReactElement {
  const voiding = useCommandOp('stations.voidFireCheck')
  const askToVoid = (id: number, day: string): void =>
    askReason({
      title: `录错更正：隐去 ${formatDay(day)} 的检查`,
      lead: '只用于登错了；下次检查的日期按剩下的最近一次算。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ id, reason })
        tellDone('已隐去')
      },
    })
  if (checks.length === 0)
    return (
      <Text size="sm" c="dimmed">
        还没检查过。查过以后点“登记消防检查”，程序按“站点要求”算下次日期，并列在日历上。
      </Text>
    )
  return (
    <ol className={classes.trail}>
      {checks.map(({ id, day, result, checkedBy, nextOn, note }) => (
        <li key={id} data-outcome={result === 'failed' ? 'skipped' : undefined}>
          <div className={classes.stepHead}>
            <strong>{fireResultLabel[result]}</strong>
            <span className={classes.when}>{formatDay(day)}</span>
            <span>{checkedBy}</span>
            {mayWrite && (
              <Tooltip label="录错更正">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={`隐去 ${formatDay(day)} 的检查`}
                  onClick={() => askToVoid(id, day)}
                >
                  <IconX size={14} />
                </ActionIcon>
              </Tooltip>
            )}
          </div>
          <div className={classes.stepWords}>
            {note && <p>{note}</p>}
            <small>下次 {formatDay(nextOn)}</small>
          </div>
        </li>
      ))}
    </ol>
  )
}

function StationHistory({ id }: { id: number }): React.ReactElement {
  const history = useQueryOp('stations.history', { id })
  return (
    <HistoryTable
      entries={history.data}
      error={history.error}
      onRetry={() => void history.refetch()}
    />
  )
}
