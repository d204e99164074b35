import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Text,
} from '@mantine/core'
import { useState } from 'react'
import { addDays, endOf, startOf, yearOf } from '@shared/domain/calendar/days'
import { festivalsOf, type Festival } from '@shared/domain/calendar/lunar'
import type { Day } from '@shared/domain/calendar/types'
import type { Period } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { HelperSelect } from '../helpers/HelperSelect'
import { formatCount } from '../shell/format'
import { navigate } from '../shell/location'
import { wordsOf } from '../shell/notify'
import { useSession } from '../shell/session'
import { sheetPeriod } from './sheet-words'

const periods = {
  month: ['本月', 'month', 0],
  nextMonth: ['下月', 'month', 1],
  week: ['本周', 'week', 0],
  nextWeek: ['下周', 'week', 1],
  quarter: ['本季', 'quarter', 0],
} as const satisfies Record<string, readonly [string, Period, number]>
type PeriodChoice = keyof typeof periods | 'festival'

/** Days before a festival in which its visits are made. */
const FESTIVAL_VISITS = 14

function daysOf(
  choice: PeriodChoice,
  today: Day,
  festival: Festival | null,
): { from: Day; to: Day } {
  if (choice === 'festival') {
    const to = festival?.from ?? today
    const from = addDays(to, -FESTIVAL_VISITS)
    return { from: from < today ? today : from, to }
  }
  const [, period, ahead] = periods[choice]
  const now = { from: startOf(period, today), to: endOf(period, today) }
  if (ahead === 0) return now
  const next = addDays(now.to, 1)
  return { from: next, to: endOf(period, next) }
}

/** 生成任务单: for a period, by helper or by village; then straight to the printer. */
export function PrepareSheets(props: PrepareSheetsProps): React.ReactElement {
  return (
    <Modal opened onClose={props.onClose} title="生成走访任务单" size={700}>
      <PrepareForm {...props} />
    </Modal>
  )
}

interface PrepareSheetsProps {
  /** The key of the festival whose visits it is opened for. */
  festivalKey?: string
  onClose: () => void
}

/** The named festival, or the next one, on or after a day. */
function festivalAfter(today: Day, key: string | undefined): Festival | null {
  if (today === '') return null
  const coming = [...festivalsOf(yearOf(today)), ...festivalsOf(yearOf(today) + 1)].filter(
    ({ from }) => from >= today,
  )
  return coming.find((one) => key === undefined || one.key === key) ?? null
}

function PrepareForm({ festivalKey, onClose }: PrepareSheetsProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const villages = useQueryOp('villages.list', {})
  const prepare = useCommandOp('visitSheets.prepare')
  const festival = festivalAfter(today, festivalKey)
  const [choice, setChoice] = useState<PeriodChoice>(festivalKey ? 'festival' : 'month')
  const [by, setBy] = useState<'helper' | 'village'>('helper')
  const [helperId, setHelperId] = useState<number | null>(null)
  const [villageId, setVillageId] = useState<string | null>(null)
  const [onlyOwed, setOnlyOwed] = useState(festivalKey === undefined)
  const [refusal, setRefusal] = useState('')
  const plan = {
    ...daysOf(choice, today, festival),
    by,
    helperId: (by === 'helper' ? helperId : null) ?? undefined,
    villageId: villageId === null ? undefined : Number(villageId),
    onlyOwed,
  }
  const planned = useQueryOp('visitSheets.plan', plan, { enabled: today !== '' })
  const sheets = planned.data ?? []
  const fresh = sheets.filter(({ existing }) => existing === null)
  const existing = sheets.flatMap(({ existing }) => existing ?? [])
  const people = fresh.reduce((sum, { lines }) => sum + lines, 0)

  const save = async (): Promise<void> => {
    try {
      const { ids, existing } = await prepare.mutateAsync(plan)
      onClose()
      navigate(`/print/visit-sheets?ids=${[...ids, ...existing].slice(0, 300).join(',')}`)
    } catch (error) {
      setRefusal(wordsOf(error))
    }
  }
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label="期间"
        data-autofocus
        value={choice}
        onChange={(value) => setChoice(value as PeriodChoice)}
        transitionDuration={0}
        data={[
          ...Object.entries(periods).map(([value, [label]]) => ({ value, label: String(label) })),
          ...(festival ? [{ value: 'festival', label: `${festival.name}前` }] : []),
        ]}
      />
      <SegmentedControl
        aria-label="分法"
        value={by}
        onChange={(value) => setBy(value as 'helper' | 'village')}
        transitionDuration={0}
        data={[
          { value: 'helper', label: '每个帮扶人一份' },
          { value: 'village', label: '每个村一份' },
        ]}
      />
      <Group grow align="start">
        {by === 'helper' && (
          <HelperSelect
            label="只给一位帮扶人"
            placeholder="不选就是全部"
            value={helperId}
            onChange={setHelperId}
          />
        )}
        <Select
          label="只要一个村（社区）"
          placeholder="不选就是全部"
          searchable
          clearable
          nothingFoundMessage="没有这个村"
          data={(villages.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          value={villageId}
          onChange={setVillageId}
        />
      </Group>
      <Checkbox
        label="只列到期和逾期的人"
        checked={onlyOwed}
        onChange={(event) => setOnlyOwed(event.currentTarget.checked)}
      />
      <Text>
        {sheetPeriod(plan)}：要生成 {formatCount(fresh.length)} 份，{formatCount(people)} 人次。
        {existing.length > 0 &&
          `另有 ${existing.length} 份已经生成过（${existing
            .slice(0, 3)
            .map(({ number }) => number)
            .join('、')}${existing.length > 3 ? '…' : ''}），照原样重打，不另编号。`}
      </Text>
      {sheets.length === 0 && planned.isSuccess && (
        <Alert color="pine" variant="light">
          这段时间没有到期或逾期的人。要给全部在册的人出单，去掉“只列到期和逾期的人”。
        </Alert>
      )}
      {refusal && (
        <Alert color="cinnabar" variant="light">
          {refusal}
        </Alert>
      )}
      <Group>
        <Button
          loading={prepare.isPending}
          disabled={sheets.length === 0}
          onClick={() => void save()}
        >
          {fresh.length > 0 ? '生成并打印' : '重新打印'}
        </Button>
        <Button variant="default" onClick={onClose}>
          取消
        </Button>
      </Group>
    </Stack>
  )
}
