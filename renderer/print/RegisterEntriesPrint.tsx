import { useParams } from 'wouter'
import { fieldOf } from '@shared/domain/registers/definition'
import { useQueryOp } from '../api'
import { entryQuestion, startingEntries } from '../registers/EntriesPage'
import { formatCount, formatDay } from '../shell/format'
import { useListState } from '../shell/list-state'
import { PrintFrame } from './PrintFrame'
import classes from './print.module.css'

/** Lines of one print; a longer list is better exported. */
const most = 500

/** A register's list on paper, as it is filtered: A4 across, A3 where it has many columns. */
export function RegisterEntriesPrint(): React.ReactElement {
  const registerId = Number(useParams<{ id: string }>().id)
  const [list] = useListState(startingEntries)
  const known = useQueryOp('registers.definition', { registerId })
  const question = entryQuestion(registerId, list)
  const answer = useQueryOp('registers.entries', { ...question, limit: most })
  const centre = useQueryOp('centre.get', {}).data
  const definition = known.data?.definition
  const rows = answer.data?.rows ?? []
  const listed = definition?.listed.flatMap((code) => fieldOf(definition, code) ?? []) ?? []
  const ofPeople = rows.some(({ recipientId }) => recipientId !== null)
  const shown = listed.filter(({ kind }) => kind !== 'village' && kind !== 'person')
  const name = definition?.name ?? '登记簿'
  return (
    <PrintFrame
      title={name}
      note={
        answer.data &&
        (answer.data.next
          ? `只印前 ${most} 条，更多请导出 Excel`
          : `${formatCount(rows.length)} 条`)
      }
      page={shown.length > 6 ? 'A3 landscape' : 'A4 landscape'}
      marginMm={10}
      parent={`/registers/${registerId}`}
      error={answer.error ?? known.error}
      empty={rows.length === 0}
      emptyWords={answer.data ? '没有符合条件的记录。' : ''}
    >
      <section className={classes.sheet} data-landscape>
        <h2>
          {centre?.township}
          {name}
        </h2>
        <div className={classes.facts}>
          <span>填报单位：{centre?.name}</span>
          <span>共 {rows.length} 条</span>
        </div>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">序号</th>
              {definition?.numbering && <th scope="col">编号</th>}
              <th scope="col">登记日期</th>
              {ofPeople && <th scope="col">姓名</th>}
              <th scope="col">村（社区）</th>
              {shown.map(({ code, name }) => (
                <th key={code} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody className={classes.small}>
            {rows.map((row, at) => (
              <tr key={row.id} className={classes.registerRow}>
                <td data-centre>{at + 1}</td>
                {definition?.numbering && <td data-centre>{row.number}</td>}
                <td data-centre>{formatDay(row.openedOn)}</td>
                {ofPeople && <td data-centre>{row.recipientName}</td>}
                <td data-centre>{row.villageName}</td>
                {shown.map(({ code, kind }) => (
                  <td key={code} data-centre={kind === 'longText' ? undefined : true}>
                    {row.listed[code]}
                  </td>
                ))}
                <td data-centre>{row.stateLabel}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.foot}>填表人：　　　　　　　　审核人：　　　　　　　　负责人：</p>
      </section>
    </PrintFrame>
  )
}
