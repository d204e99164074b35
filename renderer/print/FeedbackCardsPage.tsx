import type { OutputOf } from '../api'
import { useQueryOp } from '../api'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { PrintFrame } from './PrintFrame'
import classes from './print.module.css'

type Pending = OutputOf<'feedback.pending'>
type Asking = Pending['people'][number]

const perSheet = 4

/** 满意度反馈卡: large type, four to a sheet, cut apart along the dashes; no ID number, no phone. */
export function FeedbackCardsPage(): React.ReactElement {
  const [state, set] = useListState({ village: '', helper: '' })
  const villages = useQueryOp('villages.list', {})
  const answer = useQueryOp('feedback.pending', {
    villageId: state.village ? Number(state.village) : undefined,
    helperId: state.helper ? Number(state.helper) : undefined,
  })
  const people = answer.data?.people ?? []
  const sheets = Array.from({ length: Math.ceil(people.length / perSheet) }, (_, at) =>
    people.slice(at * perSheet, (at + 1) * perSheet),
  )
  return (
    <PrintFrame
      title="满意度反馈卡"
      note={
        answer.data &&
        `${answer.data.period} · ${formatCount(people.length)} 张，${formatCount(sheets.length)} 页`
      }
      page="A4 portrait"
      marginMm={0}
      error={answer.error}
      empty={people.length === 0}
      emptyWords={answer.data ? '这一期都问过了，不用打印卡片。' : ''}
      filters={
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
      }
    >
      {answer.data &&
        sheets.map((cards) => (
          <section
            key={`${cards[0]!.recipientId} ${cards[0]!.helperId}`}
            className={classes.feedbackSheet}
          >
            {cards.map((one) => (
              <Card key={`${one.recipientId} ${one.helperId}`} one={one} pending={answer.data} />
            ))}
          </section>
        ))}
    </PrintFrame>
  )
}

interface CardProps {
  one: Asking
  pending: Pending
}

function Card({ one, pending }: CardProps): React.ReactElement {
  const { centre, period } = pending
  return (
    <div className={classes.feedbackCard}>
      <p className={classes.feedbackHead}>
        <span>
          {one.recipientName}
          <small>{`　${[one.villageName, one.groupName].filter(Boolean).join('')}`}</small>
        </span>
        <small>{[period, one.archiveNo].filter(Boolean).join('　')}</small>
      </p>
      <p>
        <strong>{one.helperName}</strong>
        {one.unit && `（${one.unit}）`}对您照顾得怎么样？
      </p>
      <p className={classes.feedbackChoices}>
        <span>□ 满意</span>
        <span>□ 一般</span>
        <span>□ 不满意</span>
      </p>
      <p className={classes.feedbackLine}>您想说的话：</p>
      <p className={classes.feedbackFoot}>
        <span>日期：　　　年　　月　　日</span>
        <span>收回人：　　　　　　</span>
        <span>
          {centre.name}
          {centre.phone && ` ${centre.phone}`}
        </span>
      </p>
    </div>
  )
}
