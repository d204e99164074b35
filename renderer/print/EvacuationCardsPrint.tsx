import { useQueryOp, type OutputOf } from '../api'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { CardSheet, perSheet } from './CardSheet'
import { PrintFrame } from './PrintFrame'
import classes from './print.module.css'

type Row = OutputOf<'evacuations.list'>['rows'][number]

/** 转移明白卡: what one household must know when the call comes; whoever has no mover gets none. */
export function EvacuationCardsPrint(): React.ReactElement {
  const [{ village }] = useListState({ village: '' })
  const villageId = village === '' ? undefined : Number(village)
  const answer = useQueryOp('evacuations.list', { filter: { villageId } })
  const rows = (answer.data?.rows ?? []).filter(({ standing }) => standing !== 'missing')
  const left = (answer.data?.rows.length ?? 0) - rows.length
  const sheets = Array.from({ length: Math.ceil(rows.length / perSheet) }, (_, at) =>
    rows.slice(at * perSheet, (at + 1) * perSheet),
  )
  return (
    <PrintFrame
      title="转移明白卡"
      note={
        answer.data &&
        `${formatCount(rows.length)} 张${left > 0 ? `，另有 ${left} 人无人转移，没有卡` : ''}`
      }
      page="A4 portrait"
      marginMm={0}
      parent="/evacuations"
      error={answer.error}
      empty={rows.length === 0}
      emptyWords={answer.data ? '还没有安排好责任人的人，没有卡可打。' : ''}
    >
      {sheets.map((cards, at) => (
        <CardSheet key={at}>
          {cards.map((row) => (
            <EvacuationCard key={row.recipientId} row={row} />
          ))}
        </CardSheet>
      ))}
    </PrintFrame>
  )
}

function EvacuationCard({ row }: { row: Row }): React.ReactElement {
  const { name, villageName, villageGroupName, mover, moverPhone, plan } = row
  return (
    <div className={classes.card}>
      <p className={classes.cardName}>
        {name}
        <span>
          {villageName}
          {villageGroupName}　转移明白卡
        </span>
      </p>
      <p>
        来接的人　{mover} <strong>{moverPhone}</strong>
      </p>
      {plan?.assistant && <p className={classes.cardOffice}>帮忙的人　{plan.assistant}</p>}
      <p>
        转移到　<strong>{plan?.shelter}</strong>
        {plan?.vehicle && `（${plan.vehicle}）`}
      </p>
      {plan?.route && <p className={classes.cardOffice}>路线　{plan.route}</p>}
      <p className={classes.cardOffice}>听到通知马上走，不要回去拿东西。</p>
    </div>
  )
}
