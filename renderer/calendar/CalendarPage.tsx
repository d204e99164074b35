import { ActionIcon, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link } from 'wouter'
import type { CalendarItem } from '@shared/contract/calendar'
import { addDays, addMonths, endOf, startOf } from '@shared/domain/calendar/days'
import { useQueryOp } from '../api'
import { VillageChoice } from '../contacts/ContactFilters'
import { ErrorPanel } from '../shell/ErrorPanel'
import { FilterBar } from '../shell/FilterBar'
import { formatToday } from '../shell/format'
import { useListState } from '../shell/list-state'
import { Page } from '../shell/Page'
import { useSession } from '../shell/session'
import classes from './CalendarPage.module.css'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']
/** Lines in a day's cell; the day beside it has everything. */
const LINES = 3

/** 日历: a month with what was done on each day and what falls on it; the day opens beside it. */
export function CalendarPage(): React.ReactElement {
  const today = useSession().data?.today
  const [list, setList] = useListState({ day: '', village: '' })
  const day = list.day || today || ''
  const month = day.slice(0, 7)
  const from = day && startOf('week', startOf('month', day))
  const to = day && endOf('week', endOf('month', day))
  const villageId = list.village === '' ? undefined : Number(list.village)
  const calendar = useQueryOp('calendar.days', { from, to, villageId }, { enabled: day !== '' })
  const itemsOf = useMemo(() => {
    const byDay = new Map<string, CalendarItem[]>()
    for (const item of calendar.data?.items ?? []) {
      byDay.set(item.day, [...(byDay.get(item.day) ?? []), item])
    }
    return byDay
  }, [calendar.data])
  const choose = (chosen: string): void => setList({ day: chosen })
  const step = (event: React.KeyboardEvent): void => {
    const days: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
    const by = days[event.key]
    const next =
      by !== undefined
        ? addDays(day, by)
        : event.key === 'PageUp'
          ? addMonths(day, -1)
          : event.key === 'PageDown'
            ? addMonths(day, 1)
            : null
    if (next === null) return
    event.preventDefault()
    choose(next)
  }
  return (
    <Page
      title="日历"
      parent="/"
      note={day && `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`}
      actions={
        <Group gap="xs">
          <ActionIcon
            variant="default"
            size="lg"
            title="上个月（PgUp）"
            aria-label="上个月"
            onClick={() => choose(addMonths(day, -1))}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <Button variant="default" onClick={() => setList({ day: '' })}>
            今天
          </Button>
          <ActionIcon
            variant="default"
            size="lg"
            title="下个月（PgDn）"
            aria-label="下个月"
            onClick={() => choose(addMonths(day, 1))}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
        </Group>
      }
      filters={
        <FilterBar onClear={list.village ? () => setList({ village: '' }) : undefined}>
          <VillageChoice value={list.village} onChange={(village) => setList({ village })} />
        </FilterBar>
      }
      fill
    >
      {calendar.error ? (
        <ErrorPanel error={calendar.error} onRetry={() => void calendar.refetch()} />
      ) : (
        <div className={classes.columns}>
          <div
            className={classes.month}
            role="grid"
            aria-label="日历"
            tabIndex={0}
            onKeyDown={step}
            aria-activedescendant={`day-${day}`}
          >
            {weekdays.map((name) => (
              <div key={name} className={classes.weekday} role="columnheader">
                {name}
              </div>
            ))}
            {(calendar.data?.days ?? []).map((one) => (
              <DayCell
                key={one.day}
                {...one}
                items={itemsOf.get(one.day) ?? []}
                outside={!one.day.startsWith(month)}
                isToday={one.day === today}
                chosen={one.day === day}
                onChoose={() => choose(one.day)}
              />
            ))}
          </div>
          <aside className={classes.day} aria-label="这一天">
            <Text fw={600}>{day && formatToday(day)}</Text>
            <DayItems items={itemsOf.get(day) ?? []} />
          </aside>
        </div>
      )}
    </Page>
  )
}

/** What a cell says: appointments and 整寿 by name, plain birthdays as one number. */
function linesOf(items: readonly CalendarItem[]): string[] {
  const isPlain = ({ kind, what }: CalendarItem): boolean =>
    kind === 'birthday' && !what.includes('整寿')
  const named = items.filter((item) => !isPlain(item))
  const birthdays = items.length - named.length
  return [
    ...named.map(({ who, what }) => [who, what].filter(Boolean).join(' ')),
    ...(birthdays > 0 ? [`生日 ${birthdays} 人`] : []),
  ]
}

interface DayCellProps {
  day: string
  lunar: string
  contacts: number
  items: readonly CalendarItem[]
  outside: boolean
  isToday: boolean
  chosen: boolean
  onChoose: () => void
}

function DayCell(props: DayCellProps) {
  const { day, lunar, contacts, items, outside, isToday, chosen, onChoose } = props
  const festival = items.find(({ kind }) => kind === 'festival')
  const lines = linesOf(items.filter((item) => item !== festival))
  return (
    <div
      id={`day-${day}`}
      role="gridcell"
      aria-selected={chosen}
      className={classes.cell}
      data-outside={outside || undefined}
      data-today={isToday || undefined}
      data-chosen={chosen || undefined}
      onClick={onChoose}
    >
      <div className={classes.cellHead}>
        <strong>{Number(day.slice(8))}</strong>
        <span className={festival ? classes.festival : classes.lunar}>
          {festival?.what ?? lunar}
        </span>
        {contacts > 0 && <span className={classes.contacts}>走访 {contacts}</span>}
      </div>
      {lines.slice(0, LINES).map((line, at) => (
        <div key={at} className={classes.item}>
          {at === LINES - 1 && lines.length > LINES ? `还有 ${lines.length - at} 项` : line}
        </div>
      ))}
    </div>
  )
}

function DayItems({ items }: { items: readonly CalendarItem[] }) {
  if (items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        这一天没有到期、约定和生日。
      </Text>
    )
  }
  return (
    <Stack gap={6} mt="xs">
      {items.map((item, at) => (
        <Text key={at} size="sm">
          {item.path ? (
            <Anchor component={Link} href={item.path} fw={600}>
              {item.who ?? item.what}
            </Anchor>
          ) : (
            <strong>{item.what}</strong>
          )}
          {item.who && ` ${item.what}`}
        </Text>
      ))}
    </Stack>
  )
}
