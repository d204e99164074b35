import { SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../api'
import classes from './HomePage.module.css'

type Birthday = OutputOf<'home.summary'>['birthdays'][number]
type Festival = OutputOf<'home.summary'>['festivals'][number]

const away = (daysLeft: number): string =>
  daysLeft === 0 ? '今天' : daysLeft === 1 ? '明天' : `${daysLeft} 天后`

const monthAndDay = (day: string): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

const kinds = {
  round: { label: '整寿', fits: (one: Birthday) => one.round !== null },
  lunar: { label: '农历', fits: (one: Birthday) => one.calendar === 'lunar' },
  solar: { label: '公历', fits: (one: Birthday) => one.calendar === 'solar' },
}
type Kind = keyof typeof kinds

/** One entry for a person whose solar and lunar birthday both come: the family keeps one of them. */
function byPerson(birthdays: readonly Birthday[]): [Birthday, ...Birthday[]][] {
  const people = new Map<number, [Birthday, ...Birthday[]]>()
  for (const one of birthdays) {
    const known = people.get(one.recipientId)
    if (known) known.push(one)
    else people.set(one.recipientId, [one])
  }
  return [...people.values()]
}

/** 近 30 天生日, by the lunar and the solar calendar; 整寿 by 虚岁 come first to the eye. */
export function Birthdays({ birthdays }: { birthdays: Birthday[] }): React.ReactElement {
  const [kind, setKind] = useState<Kind>('round')
  const shown = birthdays.filter(kinds[kind].fits)
  return (
    <section className={classes.card} aria-label="近 30 天生日">
      <header className={classes.cardHead}>
        <h2>近 30 天生日</h2>
        <SegmentedControl
          size="xs"
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          transitionDuration={0}
          data={Object.entries(kinds).map(([value, { label, fits }]) => ({
            value,
            // One count at a time: three would be cut in the narrow column.
            label: value === kind ? `${label} ${byPerson(birthdays.filter(fits)).length}` : label,
          }))}
        />
      </header>
      <ul className={classes.days}>
        {byPerson(shown).map(([first, ...others]) => (
          <li key={first.recipientId}>
            <Link href={`/recipients/${first.recipientId}`} className={classes.dayName}>
              {first.recipientName}
            </Link>
            <span>
              {first.round !== null ? (
                <strong className={classes.round}>{first.round} 整寿</strong>
              ) : (
                first.nominalAge !== null && `虚岁 ${first.nominalAge}`
              )}
            </span>
            {[first, ...others].map((one) => (
              <span key={one.calendar} className={classes.dayWhen}>
                {monthAndDay(one.on)}（{one.lunar ?? '公历'}） {away(one.daysLeft)}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          近 30 天没有{kind === 'round' ? '整寿' : '生日'}。
        </Text>
      )}
    </section>
  )
}

export function Festivals({ festivals }: { festivals: Festival[] }): React.ReactElement {
  return (
    <section className={classes.card} aria-label="将到的节日" data-fixed>
      <h2>节日走访</h2>
      <ul className={`${classes.days} ${classes.festivals}`}>
        {festivals.map((one) => (
          <li key={one.name + one.from}>
            <Link
              href={`/visit-sheets?festival=${one.key}`}
              className={classes.dayName}
              title="生成节前走访的任务单"
            >
              {one.name}
            </Link>
            <span className={classes.dayWhen}>
              {monthAndDay(one.from)} {away(one.daysLeft)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
