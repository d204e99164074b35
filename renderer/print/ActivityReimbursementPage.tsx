import { useParams } from 'wouter'
import { moneyWords } from '@shared/domain/activities/budget'
import { capitalMoney } from '@shared/domain/formats/capital-money'
import { useQueryOp } from '../api'
import { formatDay } from '../shell/format'
import { PrintFrame } from './PrintFrame'
import { PrintTable } from './PrintTable'
import classes from './print.module.css'

const columns = [
  ['序号', 12],
  ['开支内容', 46],
  ['支付日期', 26],
  ['收款人', 32],
  ['单据', 36],
  ['金额（元）', 24],
  ['备注', 14],
] as const

/** 报销单附件清单: every line that was paid, with its voucher, in figures and in capitals. */
export function ActivityReimbursementPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data: file, error } = useQueryOp('activities.file', { id })
  const paid = (file?.lines ?? []).filter(({ spent }) => spent !== null)
  const total = file?.spent ?? 0
  return (
    <PrintFrame
      title="报销单附件清单"
      note={file && `${paid.length} 笔，${moneyWords(total)} 元`}
      page="A4 portrait"
      marginMm={10}
      parent={`/activities/${id}`}
      error={error}
      empty={paid.length === 0}
      emptyWords={file ? '还没有登记实支。请先在“物资与预算”里填实支和单据。' : ''}
    >
      <section className={classes.sheet}>
        <h2>{file?.name}报销单附件清单</h2>
        <div className={classes.facts}>
          <span>活动日期：{formatDay(file?.heldOn ?? null)}</span>
          <span>单据　　　　张</span>
        </div>
        <PrintTable columns={columns}>
          {paid.map((line, at) => (
            <tr key={line.id} className={classes.registerRow}>
              <td data-centre>{at + 1}</td>
              <td>{line.item}</td>
              <td data-centre>{formatDay(line.paidOn)}</td>
              <td>{line.payee}</td>
              <td>{line.voucher}</td>
              <td style={{ textAlign: 'right' }}>{(line.spent ?? 0).toFixed(2)}</td>
              <td>{line.note}</td>
            </tr>
          ))}
          <tr className={classes.registerRow}>
            <td colSpan={5}>合计（大写）{capitalMoney(total)}</td>
            <td style={{ textAlign: 'right' }}>{total.toFixed(2)}</td>
            <td />
          </tr>
        </PrintTable>
        <p className={classes.foot}>经办：　　　　　　　　审核：　　　　　　　　批准：</p>
      </section>
    </PrintFrame>
  )
}
