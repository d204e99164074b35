import { useParams } from 'wouter'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { useQueryOp, type OutputOf } from '../api'
import { useListState } from '../shell/list-state'
import { useSession } from '../shell/session'
import classes from './inspection-sheet.module.css'
import { PrintFrame } from './PrintFrame'

/** Empty lines for what stands under no item. */
const spareLines = 3

/** 督查表 on A4, blank: one for each village, in large type, typed in the same order afterwards. */
export function InspectionSheetPrint(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const [{ sheet: chosen }] = useListState({ sheet: '' })
  const answer = useQueryOp('inspections.file', { id })
  const centre = useSession().data?.centre.name ?? ''
  const rows = (answer.data?.rows ?? []).filter((row) => chosen === '' || String(row.id) === chosen)
  return (
    <PrintFrame
      title="督查表"
      note={answer.data && `${rows.length} 张`}
      page="A4 portrait"
      marginMm={12}
      parent={`/inspections/${id}`}
      error={answer.error}
      empty={rows.length === 0}
      emptyWords={answer.isLoading ? '' : '没有要打印的督查表。'}
    >
      {answer.data &&
        rows.map((row) => (
          <Sheet key={row.id} sheet={row} inspection={answer.data} centre={centre} />
        ))}
    </PrintFrame>
  )
}

type Inspection = OutputOf<'inspections.file'>

interface SheetProps {
  inspection: Inspection
  sheet: Inspection['rows'][number]
  centre: string
}

function Sheet({ inspection, sheet, centre }: SheetProps): React.ReactElement {
  const { title, from, to, checklist } = inspection
  return (
    <section className={classes.sheet}>
      <header className={classes.head}>
        <h2>督查表</h2>
        <strong>{sheet.villageName}</strong>
        <span className={classes.number}>№ {sheet.number}</span>
      </header>
      <p className={classes.facts}>
        <span>{title}</span>
        <span>
          {formatPartialDate(from)}至{formatPartialDate(to)}
        </span>
      </p>
      <p className={classes.facts}>
        <span>到村：　　　　年　　月　　日　　时</span>
        <span>村里在场：＿＿＿＿＿＿＿＿＿＿</span>
      </p>
      <table>
        <thead>
          <tr>
            <th className={classes.at}>序号</th>
            <th>查什么</th>
            <th className={classes.mark}>√ × /</th>
            <th className={classes.words}>问题、地点、整改人和期限</th>
          </tr>
        </thead>
        <tbody>
          {checklist.map(({ key, section, text }, at) => (
            <tr key={key}>
              <td data-centre>{at + 1}</td>
              <td>
                {checklist[at - 1]?.section !== section && <b>{section}　</b>}
                {text}
              </td>
              <td />
              <td />
            </tr>
          ))}
          {Array.from({ length: spareLines }, (_, at) => (
            <tr key={`spare ${at}`}>
              <td />
              <td colSpan={3} className={classes.spare}>
                {at === 0 && '表上没有的问题：'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer className={classes.foot}>
        <p>符合打√，有问题打×并写明，不适用打 /，没看的空着。程度分一般、较重、严重。</p>
        <p className={classes.facts}>
          <span>督查人签字：＿＿＿＿＿＿＿＿＿＿</span>
          <span>村里签字：＿＿＿＿＿＿＿＿＿＿</span>
        </p>
        <p>{centre}</p>
      </footer>
    </section>
  )
}
