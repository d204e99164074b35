import { useParams } from 'wouter'
import { isAttached, type RegisterField } from '@shared/domain/registers/definition'
import { cellWords, type TableRow } from '@shared/domain/registers/values'
import { useQueryOp } from '../api'
import { responsibleWords } from '../ledgers/case-state'
import { formatDay } from '../shell/format'
import { PrintFrame } from './PrintFrame'
import classes from './print.module.css'

/** One entry of a register as a sheet: what was asked, how it was dealt with, room for signatures. */
export function RegisterEntryPrint(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data: entry, error } = useQueryOp('registers.entry', { id })
  const centre = useQueryOp('centre.get', {}).data
  const definition = entry?.definition
  const words = new Map(entry?.shown.map((one) => [one.code, one.words]))
  const asked = definition?.fields.filter(({ kind }) => !isAttached(kind)) ?? []
  return (
    <PrintFrame
      title={definition ? `${definition.name}登记表` : '登记表'}
      note={entry?.number}
      page="A4 portrait"
      marginMm={18}
      parent={`/registers/entries/${id}`}
      error={error}
      empty={!entry}
      emptyWords=""
    >
      {entry && definition && (
        <section className={classes.sheet}>
          <h2>{definition.name}登记表</h2>
          <div className={classes.facts}>
            <span>单位：{centre?.name}</span>
            <span>{entry.number && `编号：${entry.number}`}</span>
          </div>
          <table className={classes.table}>
            <colgroup>
              <col style={{ width: '38mm' }} />
              <col />
            </colgroup>
            <tbody>
              {asked.map((field) => (
                <tr key={field.code}>
                  <th scope="row">{field.name}</th>
                  <td>
                    {field.kind === 'table' ? (
                      <Lines
                        field={field}
                        rows={(entry.values[field.code] ?? []) as readonly TableRow[]}
                      />
                    ) : (
                      words.get(field.code)
                    )}
                  </td>
                </tr>
              ))}
              {entry.villageName && (
                <tr>
                  <th scope="row">村（社区）</th>
                  <td>{entry.villageName}</td>
                </tr>
              )}
              <tr>
                <th scope="row">登记日期</th>
                <td>{formatDay(entry.openedOn)}</td>
              </tr>
              <tr>
                <th scope="row">责任人</th>
                <td>{responsibleWords(entry)}</td>
              </tr>
              <tr>
                <th scope="row">现在状态</th>
                <td>{entry.stateLabel}</td>
              </tr>
              <tr>
                <th scope="row">办理经过</th>
                <td>
                  {entry.steps.map((step) => (
                    <p key={step.id} style={{ margin: 0 }}>
                      {[
                        formatDay(step.day),
                        step.label,
                        step.helperName ?? step.by,
                        step.how,
                        step.note,
                      ]
                        .filter(Boolean)
                        .join('　')}
                    </p>
                  ))}
                </td>
              </tr>
            </tbody>
          </table>
          <p className={classes.foot}>
            经办人：　　　　　　　　审核人：　　　　　　　　（盖章）　　　　年　　月　　日
          </p>
        </section>
      )}
    </PrintFrame>
  )
}

interface LinesProps {
  field: RegisterField
  rows: readonly TableRow[]
}

function Lines({ field: { columns }, rows }: LinesProps): React.ReactElement | null {
  if (rows.length === 0) return null
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {columns.map(({ code, name }) => (
            <th key={code} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {columns.map((column) => (
              <td key={column.code}>{cellWords(column, row[column.code])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
