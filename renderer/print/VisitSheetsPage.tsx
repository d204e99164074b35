import { Checkbox } from '@mantine/core'
import type { VisitSheet } from '@shared/contract/documents'
import { Fragment } from 'react'
import { useQueryOp } from '../api'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { PrintFrame } from './PrintFrame'
import classes from './print.module.css'

const stateMark = { due: '●', overdue: '▲' } as const

/** 走访任务单: one sheet per helper, to be taken along, filled in by hand and typed in afterwards. */
export function VisitSheetsPage(): React.ReactElement {
  const [state, set] = useListState({ helper: '', village: '', all: '' })
  const villages = useQueryOp('villages.list', {})
  const answer = useQueryOp('documents.visitSheets', {
    helperId: state.helper ? Number(state.helper) : undefined,
    villageId: state.village ? Number(state.village) : undefined,
    onlyOwed: state.all === '',
  })
  const sheets = answer.data?.sheets ?? []
  const people = sheets.reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <PrintFrame
      title="走访任务单"
      note={answer.data && `${formatCount(sheets.length)} 份，${formatCount(people)} 人次`}
      page="A4 landscape"
      marginMm={10}
      error={answer.error}
      empty={sheets.length === 0}
      emptyWords={answer.data ? '现在没有到期或逾期的人，不用打印任务单。' : ''}
      filters={
        <>
          <FilterBar>
            <FilterChoice
              label="村（社区）"
              all="全部村（社区）"
              value={state.village}
              onChange={(village) => set({ village })}
              options={(villages.data ?? []).map(({ id, name }) => ({
                value: String(id),
                label: name,
              }))}
            />
          </FilterBar>
          <Checkbox
            label="没有任务的也列上"
            checked={state.all !== ''}
            onChange={(event) => set({ all: event.currentTarget.checked ? '1' : '' })}
          />
        </>
      }
    >
      {answer.data &&
        sheets.map((sheet) => (
          <Sheet
            key={sheet.helper?.id ?? sheet.villageName}
            sheet={sheet}
            centre={answer.data.centre}
            today={answer.data.today}
          />
        ))}
    </PrintFrame>
  )
}

interface SheetProps {
  sheet: VisitSheet
  centre: string
  today: string
}

/** The same order of rows and columns as the grid it is typed into. */
function Sheet({ sheet, centre, today }: SheetProps): React.ReactElement {
  const { helper, villageName, rows } = sheet
  return (
    <section className={classes.sheet} data-landscape>
      <h2>走访任务单</h2>
      <div className={classes.facts}>
        <span>
          {helper
            ? `帮扶人：${helper.name}${helper.unit ? `（${helper.unit}）` : ''}　${helper.phone ?? ''}`
            : `${villageName}　未落实帮扶人`}
        </span>
        <span>
          共 {rows.length} 人　{centre}　{today} 打印
        </span>
      </div>
      <table className={classes.table}>
        <colgroup>
          {[9, 26, 46, 42, 26, 11, 11, 11, 11, 11, 51, 22].map((millimetres, at) => (
            <col key={at} style={{ width: `${millimetres}mm` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {[
              '#',
              '老人',
              '住址、电话',
              '该做什么',
              '方式、日期',
              '健康',
              '经济',
              '赡养',
              '安全',
              '需求',
              '发现的问题和处理',
              '老人签字',
            ].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={row.recipientId}>
              <tr className={classes.visitRow} data-asked={row.ask.length > 0 || undefined}>
                <td data-centre>{at + 1}</td>
                <td>
                  <strong>{row.name}</strong>
                  <br />
                  <span className={classes.small}>
                    {[row.gender, row.age].filter(Boolean).join(' ')}
                  </span>
                </td>
                <td className={classes.small}>
                  {row.address}
                  <br />
                  {row.phones.join('、')}
                </td>
                <td className={classes.small}>
                  {row.owed.map(({ state, words }) => (
                    <span key={words} className={classes.owed}>
                      {stateMark[state]} {words}
                    </span>
                  ))}
                </td>
                <td />
                <td />
                <td />
                <td />
                <td />
                <td />
                <td />
                <td />
              </tr>
              {row.ask.length > 0 && (
                <tr className={classes.askRow}>
                  <td />
                  <td colSpan={11} className={classes.small}>
                    顺便问：{row.ask.join('；')}。
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className={classes.foot}>
        ▲ 逾期　● 到期。五项查看：正常打 √，有问题打
        ×。填好后交回中心统一录入，本单涉及个人信息，请勿外传。 　帮扶人签字：
      </p>
    </section>
  )
}
