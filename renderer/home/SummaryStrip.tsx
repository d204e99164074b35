import { Tooltip } from '@mantine/core'
import { Link } from 'wouter'
import type { OutputOf } from '../api'
import { formatCount } from '../shell/format'
import classes from './HomePage.module.css'

type Summary = OutputOf<'home.summary'>

interface Figure {
  key: string
  mark?: string
  state?: 'overdue' | 'due'
  word: string
  value: string
  note?: string
  /** 口径. */
  basis: string
  href: string
}

function figuresOf(summary: Summary): Figure[] {
  const { overdue, due, dueToday, dueThisWeek, visitRate, onFile } = summary
  const { unhelped, unseen, unseenDays, incomplete } = summary
  return [
    {
      key: 'overdue',
      mark: '▲',
      state: 'overdue',
      word: '逾期',
      value: formatCount(overdue),
      basis: '上一期应做的走访联系没有做够、之后也没有再联系过的在册对象。豁免期间不算。',
      href: '/contacts?state=overdue',
    },
    {
      key: 'due',
      mark: '●',
      state: 'due',
      word: '到期',
      value: formatCount(due),
      basis: '这一期（本月、本季、本年，按频次规则）应做的还没有做够、又没有逾期的在册对象。',
      href: '/contacts?state=due',
    },
    {
      key: 'dueToday',
      word: '今天截止',
      value: formatCount(dueToday),
      basis: '到期的人里，有一期今天就要结束的。',
      href: '/contacts?state=today',
    },
    {
      key: 'dueThisWeek',
      word: '本周截止',
      value: formatCount(dueThisWeek),
      basis: '到期的人里，有一期到星期日就要结束的，含今天截止的。',
      href: '/contacts?state=week',
    },
    {
      key: 'rate',
      word: '本月探访率',
      value: visitRate.rate === null ? '—' : `${Math.floor(visitRate.rate * 100)}%`,
      note: `${formatCount(visitRate.visited)}/${formatCount(visitRate.scope)}`,
      basis: visitRate.basis,
      href: '/contacts?duty=visit',
    },
    {
      key: 'unhelped',
      word: '无帮扶人',
      value: formatCount(unhelped),
      basis: '今天在册、没有任何帮扶人结对的对象。点开看给每一位的结对建议。',
      href: '/helpers/suggestions',
    },
    {
      key: 'unseen',
      word: '久未见面',
      value: formatCount(unseen),
      basis: `今天在册、在册满 ${unseenDays} 天，而这 ${unseenDays} 天里没有人当面见过（入户、代访、体检、生存认证）的对象。电话和视频不算见面。`,
      href: '/unseen',
    },
    {
      key: 'incomplete',
      word: '信息待补',
      value: formatCount(incomplete),
      basis: '今天在册、档案里还有该问没问到的内容的对象。“确无电话”“无”都算问到了。',
      href: '/recipients?missing=any&sort=-missing',
    },
    {
      key: 'onFile',
      word: '在册',
      value: formatCount(onFile),
      basis: '今天状态为在册的全部关爱对象。',
      href: '/recipients',
    },
  ]
}

/** The few figures that say how the day stands; each opens its people and explains itself. */
export function SummaryStrip({ summary }: { summary: Summary }): React.ReactElement {
  return (
    <div className={classes.strip}>
      {figuresOf(summary).map(({ key, mark, state, word, value, note, basis, href }) => (
        <Tooltip key={key} label={basis}>
          <Link href={href} className={classes.figure} data-state={state}>
            <span className={classes.figureWord}>
              {mark && <span aria-hidden>{mark} </span>}
              {word}
            </span>
            <span>
              <span className={classes.figureValue}>{value}</span>
              {note && <span className={classes.figureNote}> {note}</span>}
            </span>
          </Link>
        </Tooltip>
      ))}
    </div>
  )
}
