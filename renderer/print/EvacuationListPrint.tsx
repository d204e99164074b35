import { SegmentedControl } from '@mantine/core'
import { useQueryOp, type OutputOf } from '../api'
import { formatCount, formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { useSession } from '../shell/session'
import { PrintFrame } from './PrintFrame'
import classes from './print.module.css'

type Row = OutputOf<'evacuations.list'>['rows'][number]

/** Widths in parts of the sheet; the last column stays open for the tick on the day. */
const columns: readonly (readonly [title: string, parts: number, text: (row: Row) => string])[] = [
  ['姓名', 16, (row) => row.name],
  ['村组', 22, (row) => row.villageGroupName],
  ['年龄', 12, (row) => row.age ?? ''],
  ['行动', 16, (row) => row.frailty.join('、')],
  ['本人电话', 24, (row) => row.phones[0] ?? ''],
  ['转移原因', 36, (row) => row.reasons.join('；')],
  ['责任人', 18, (row) => row.mover ?? ''],
  ['责任人电话', 24, (row) => row.moverPhone ?? ''],
  ['协助人', 18, (row) => row.plan?.assistant ?? ''],
  ['交通工具', 16, (row) => row.plan?.vehicle ?? ''],
  ['安置地点', 28, (row) => row.plan?.shelter ?? ''],
  ['转移路线', 34, (row) => row.plan?.route ?? ''],
  ['到达时间', 16, () => ''],
]

/** 汛期转移名单: a page for each village, on A4 or A3, with room to tick on the day. */
export function EvacuationListPrint(): React.ReactElement {
  const [{ village, paper }, set] = useListState({ village: '', paper: 'A4' })
  const centre = useSession().data?.centre
  const today = useSession().data?.today ?? ''
  const villageId = village === '' ? undefined : Number(village)
  const answer = useQueryOp('evacuations.list', { filter: { villageId } })
  const rows = answer.data?.rows ?? []
  const isA3 = paper === 'A3'
  return (
    <PrintFrame
      title="汛期转移名单"
      note={answer.data && `${formatCount(rows.length)} 人`}
      page={isA3 ? 'A3 landscape' : 'A4 landscape'}
      marginMm={8}
      parent="/evacuations"
      error={answer.error}
      empty={rows.length === 0}
      emptyWords={answer.data ? '转移名单里没有人。' : ''}
      filters={
        <SegmentedControl
          aria-label="纸张"
          value={paper}
          onChange={(value) => set({ paper: value })}
          transitionDuration={0}
          data={['A4', 'A3']}
        />
      }
    >
      {(answer.data?.villages ?? []).map(({ villageId: of, villageName, people, byStanding }) => (
        <section
          key={of}
          className={classes.sheet}
          data-landscape
          data-a3={isA3 || undefined}
          aria-label={villageName}
        >
          <h2>{villageName}汛期转移名单</h2>
          <div className={classes.facts}>
            <span>{centre?.name}</span>
            <span>
              {formatDay(today)}，共 {people} 人，已落实 {byStanding.ready} 人
              {byStanding.missing > 0 && `，无人转移 ${byStanding.missing} 人`}
            </span>
          </div>
          <table className={`${classes.table} ${classes.small}`}>
            <colgroup>
              <col style={{ width: '4%' }} />
              {columns.map(([title, parts]) => (
                <col key={title} style={{ width: `${(parts / allParts) * 96}%` }} />
              ))}
            </colgroup>
            <thead>
              <tr>
                <th scope="col">序号</th>
                {columns.map(([title]) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows
                .filter((row) => row.villageId === of)
                .map((row, at) => (
                  <tr key={row.recipientId} className={classes.registerRow}>
                    <td data-centre>{at + 1}</td>
                    {columns.map(([title, , text]) => (
                      <td key={title}>{text(row)}</td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
          <p className={classes.foot}>
            村责任人：　　　　　　　　　电话：　　　　　　　　　镇包村领导：　　　　　　　　　镇值班电话：
          </p>
        </section>
      ))}
    </PrintFrame>
  )
}

const allParts = columns.reduce((sum, [, parts]) => sum + parts, 0)
