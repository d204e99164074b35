import { useParams } from 'wouter'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { yuanWords } from '@shared/domain/funds/balance'
import { useQueryOp } from '../api'
import { PrintFrame } from './PrintFrame'
import { PrintTable } from './PrintTable'
import classes from './print.module.css'

const columns = [
  ['序号', 10],
  ['姓名', 20],
  ['村组', 32],
  ['券号', 40],
  ['张数', 10],
  ['金额（元）', 18],
  ['签名或按指印', 30],
  ['代领人及关系', 30],
] as const

/** `ZC20260001~0004` where numbers follow each other. */
function runWords(numbers: readonly string[]): string {
  const [first, last] = [numbers[0]!, numbers.at(-1)!]
  const tail = (number: string): number => Number(/\d{1,9}$/.exec(number)?.[0] ?? Number.NaN)
  const isRun = tail(last) - tail(first) === numbers.length - 1 && first.length === last.length
  return isRun && numbers.length > 2 ? `${first}~${last.slice(-4)}` : numbers.join('、')
}

/** 签领表 of one handing out: who got which numbers, with room to sign or for who signs for them. */
export function VoucherHandoutPrint(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data, error } = useQueryOp('vouchers.handout', { id })
  const lines = data?.lines ?? []
  const total = lines.reduce((sum, { value }) => sum + value, 0)
  return (
    <PrintFrame
      title="服务券签领表"
      note={data && `${lines.length} 人，${data.vouchers} 张`}
      page="A4 portrait"
      marginMm={10}
      parent="/vouchers?tab=handouts"
      error={error}
      empty={lines.length === 0}
      emptyWords={data ? '这次发放的券都退回了，没有可签的。' : ''}
    >
      <section className={classes.sheet}>
        <h2>{data?.centre.township}服务券签领表</h2>
        <div className={classes.facts}>
          <span>事由：{data?.title}</span>
          <span>
            {data?.batchName}　面值 {data && yuanWords(data.faceValue)} 元
          </span>
          <span>发放日期：{data && formatPartialDate(data.day)}</span>
        </div>
        <PrintTable columns={columns}>
          {lines.map((line, at) => (
            <tr key={line.recipientId} className={classes.signRow}>
              <td data-centre>{at + 1}</td>
              <td data-centre>{line.name}</td>
              <td data-centre>
                {[line.villageName, line.villageGroupName].filter(Boolean).join('')}
              </td>
              <td className={classes.small}>{runWords(line.numbers)}</td>
              <td data-centre>{line.numbers.length}</td>
              <td data-centre>{yuanWords(line.value)}</td>
              <td />
              <td />
            </tr>
          ))}
          <tr className={classes.signRow}>
            <td data-centre colSpan={4}>
              合计 {lines.length} 人
            </td>
            <td data-centre>{data?.vouchers}</td>
            <td data-centre>{yuanWords(total)}</td>
            <td />
            <td />
          </tr>
        </PrintTable>
        <p className={classes.foot}>
          经办：{data?.by ?? '　　　　　　'}　　　　审核：　　　　　　　　批准：
        </p>
      </section>
    </PrintFrame>
  )
}
