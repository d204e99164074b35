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
            label: `${label} ${birthdays.filter(fits).length}`,
          }))}
        />
      </header>
      <ul className={classes.days}>
        {shown.map((one) => (
          <li key={`${one.recipientId} ${one.calendar}`}>
            <Link href={`/recipients/${one.recipientId}`} className={classes.dayName}>
              {one.recipientName}
            </Link>
            <span>
              {one.round !== null ? (
                <strong className={classes.round}>{one.round} 整寿</strong>
              ) : (
                one.nominalAge !== null && `虚岁 ${one.nominalAge}`
              )}
            </span>
            <span className={classes.dayWhen}>
              {monthAndDay(one.on)}
              {one.lunar && `（${one.lunar}）`} {away(one.daysLeft)}
            </span>
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
      <h2>节日</h2>
      <ul className={classes.days}>
        {festivals.map((one) => (
          <li key={one.name + one.from}>
            <span className={classes.dayName}>{one.name}</span>
            <span className={classes.dayWhen}>
              {monthAndDay(one.from)} {away(one.daysLeft)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
