import { useQueryOp } from '../api'
import { formatCount, formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { useSession } from '../shell/session'
import { sheetPeriod } from '../visit-sheets/sheet-words'
import { PrintFrame } from './PrintFrame'
import { PrintTable } from './PrintTable'
import classes from './print.module.css'

const columns = [
  ['序号', 10],
  ['单号', 20],
  ['帮扶人', 26],
  ['单位', 32],
  ['电话', 28],
  ['期间', 24],
  ['已录', 14],
  ['过期', 14],
  ['催收情况', 22],
] as const

/** 催收名单: sheets whose period is over and that have not all come back, to ring up or hand to a village. */
export function ChaseListPrint(): React.ReactElement {
  const [{ month, village }] = useListState({ month: '', village: '' })
  const centre = useSession().data?.centre
  const today = useSession().data?.today ?? ''
  const villages = useQueryOp('villages.list', {})
  const answer = useQueryOp('visitSheets.list', {
    state: 'late',
    month: month || undefined,
    villageId: village === '' ? undefined : Number(village),
    limit: 1000,
  })
  const sheets = (answer.data ?? []).toSorted(
    (a, b) => (b.daysMissing ?? 0) - (a.daysMissing ?? 0) || a.number.localeCompare(b.number),
  )
  const where = villages.data?.find(({ id }) => String(id) === village)?.name ?? ''
  return (
    <PrintFrame
      title="催收名单"
      note={answer.data && `${formatCount(sheets.length)} 份`}
      page="A4 portrait"
      marginMm={10}
      parent="/visit-sheets"
      error={answer.error}
      empty={sheets.length === 0}
      emptyWords={answer.data ? '没有过了期还没收齐的任务单。' : ''}
    >
      <section className={classes.sheet}>
        <h2>{where}走访任务单催收名单</h2>
        <div className={classes.facts}>
          <span>{centre?.name}</span>
          <span>
            {formatDay(today)}，共 {sheets.length} 份
          </span>
        </div>
        <PrintTable columns={columns}>
          {sheets.map((sheet, at) => (
            <tr key={sheet.id} className={classes.registerRow}>
              <td data-centre>{at + 1}</td>
              <td data-centre>{sheet.number}</td>
              <td data-centre>{sheet.helper?.name ?? `${sheet.villageName}（无帮扶人）`}</td>
              <td>{sheet.helper?.unit}</td>
              <td data-centre>{sheet.helper?.phone}</td>
              <td data-centre>{sheetPeriod(sheet)}</td>
              <td data-centre>
                {sheet.answered}/{sheet.lines}
              </td>
              <td data-centre>{sheet.daysMissing} 天</td>
              <td />
            </tr>
          ))}
        </PrintTable>
      </section>
    </PrintFrame>
  )
}
