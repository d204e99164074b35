import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { yuanWords } from '@shared/domain/funds/balance'
import { serviceKindLabel } from '@shared/domain/services/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { CardSheet, perSheet } from './CardSheet'
import { PrintFrame } from './PrintFrame'
import classes from './print.module.css'

type Printed = OutputOf<'vouchers.printed'>

/** 服务券 with their numbers: ten to a sheet, crop marks, room for the seal and a signature. */
export function VoucherSheetPrint(): React.ReactElement {
  const [{ batch, handout }] = useListState({ batch: '', handout: '' })
  const answer = useQueryOp('vouchers.printed', {
    batchId: batch ? Number(batch) : undefined,
    handoutId: handout ? Number(handout) : undefined,
  })
  const vouchers = answer.data?.vouchers ?? []
  const sheets = Array.from({ length: Math.ceil(vouchers.length / perSheet) }, (_, at) =>
    vouchers.slice(at * perSheet, (at + 1) * perSheet),
  )
  return (
    <PrintFrame
      title="服务券"
      note={
        answer.data &&
        `${formatCount(vouchers.length)} 张，${formatCount(sheets.length)} 页，沿角线裁开`
      }
      page="A4 portrait"
      marginMm={0}
      parent="/vouchers"
      error={answer.error}
      empty={vouchers.length === 0}
      emptyWords={answer.data ? '没有还能用的券：已核销、作废、过期的不再打印。' : ''}
    >
      {answer.data &&
        sheets.map((cards) => (
          <CardSheet key={cards[0]!.number}>
            {cards.map((one) => (
              <Voucher key={one.number} one={one} centre={answer.data.centre} />
            ))}
          </CardSheet>
        ))}
    </PrintFrame>
  )
}

interface VoucherProps {
  one: Printed['vouchers'][number]
  centre: Printed['centre']
}

function Voucher({ one, centre }: VoucherProps): React.ReactElement {
  const pays = one.kinds?.map((kind) => serviceKindLabel[kind]).join('、') ?? '各类服务'
  return (
    <div className={classes.card}>
      <p className={classes.cardOffice}>
        {centre.name}　{one.batchName}
      </p>
      <p className={classes.cardName}>
        {yuanWords(one.faceValue)} 元<span>{one.number}</span>
      </p>
      <p className={classes.cardOffice}>用于：{pays}　不兑现、不找零</p>
      <p className={classes.cardOffice}>
        有效期至：{one.expiresOn ? formatPartialDate(one.expiresOn) : '长期'}
      </p>
      <p className={classes.cardOffice}>
        持券人：{one.holder ?? '　　　　　　'}　　使用日期：　　年　　月　　日
      </p>
      <p className={classes.cardOffice}>
        签名：　　　　　　服务单位：　　　　　　{centre.phone && `电话 ${centre.phone}`}
      </p>
    </div>
  )
}
