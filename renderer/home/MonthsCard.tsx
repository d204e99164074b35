import { contactKindLabel } from '@shared/domain/vocabulary'
import { useQueryOp } from '../api'
import { formatCount } from '../shell/format'
import classes from './HomePage.module.css'

const percent = (rate: number | null): string =>
  rate === null ? '—' : `${Math.floor(rate * 100)}%`

/** This month beside last month, the last one to the same day and as a whole. */
export function MonthsCard(): React.ReactElement | null {
  const { data } = useQueryOp('home.months', {})
  if (!data) return null
  const rows = data.rows.filter(({ now, lastMonth }) => now > 0 || lastMonth > 0)
  return (
    <section className={classes.card} aria-label="本月与上月" data-fixed>
      <h2>本月与上月</h2>
      <table className={classes.months}>
        <thead>
          <tr>
            <th />
            <th>本月</th>
            <th title="上月到同一天">上月同期</th>
            <th>上月全月</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, now, sameDay, lastMonth }) => (
            <tr key={kind}>
              <th scope="row">{contactKindLabel[kind]}</th>
              <td>{formatCount(now)}</td>
              <td>{formatCount(sameDay)}</td>
              <td>{formatCount(lastMonth)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">探访率</th>
            <td>{percent(data.visitRate.now)}</td>
            <td />
            <td>{percent(data.visitRate.lastMonth)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}
