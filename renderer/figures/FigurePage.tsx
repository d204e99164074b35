import { Text } from '@mantine/core'
import { dimensions } from '@shared/domain/figures/dimensions'
import { figureText } from '@shared/domain/figures/question'
import { figureOf, isFigureKey, type FigureKey } from '@shared/domain/figures/registry'
import { useQueryOp, type OutputOf } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { sliceOf } from './address'

type Row = OutputOf<'figures.rows'>['rows'][number]

const noMarks = Object.fromEntries(dimensions.map((one) => [one, '']))
/** What one page of the core holds; a longer list says that it is cut. */
const ROWS_SHOWN = 1_000

/** One figure with its 口径 and the people or records it counts: as many rows as it says. */
export function FigurePage(): React.ReactElement {
  const [state] = useListState({ figure: '', from: '', to: '', ...noMarks })
  const { figure = '', from = '', to = '' } = state
  if (!isFigureKey(figure) || !from || !to)
    return (
      <Page title="数字的明细" parent="/documents">
        <Text>没有指明是哪一个数字。请从文书或统计里点数字打开。</Text>
      </Page>
    )
  return <Rows figure={figure} from={from} to={to} state={state} />
}

function Rows({
  figure,
  from,
  to,
  state,
}: {
  figure: FigureKey
  from: string
  to: string
  state: Readonly<Record<string, string>>
}): React.ReactElement {
  const found = useQueryOp('figures.rows', {
    question: { figure, from, to, slice: sliceOf(state) },
    limit: ROWS_SHOWN,
  })
  const { name, time, unit, basis, money } = figureOf(figure)
  const answer = found.data?.answer
  const days = time === 'period' ? `${from} 至 ${to}` : `截至 ${to}`
  const shown = answer ? figureText(figure, answer.value) : ''
  return (
    <Page
      title={[found.data?.of, name].filter(Boolean).join(' · ')}
      note={
        answer &&
        `${days} ${shown}${unit === '%' ? `（${formatCount(answer.part ?? 0)}/${formatCount(answer.whole ?? 0)}）` : ` ${unit}`}`
      }
      parent="/documents"
      fill
      filters={
        <Text size="sm" c="dimmed">
          口径：{basis}。{answer?.why}
          {found.data && found.data.total > ROWS_SHOWN
            ? ` 共 ${formatCount(found.data.total)} 行，下面是前 ${formatCount(ROWS_SHOWN)} 行。`
            : ''}
        </Text>
      }
    >
      <DataTable<Row>
        label="数字的明细"
        columns={columnsOf(figure, money === true)}
        rows={found.data?.rows}
        rowKey={(row) => row.id}
        onOpen={(row) => row.path && navigate(row.path)}
        error={found.error ?? undefined}
        onRetry={() => void found.refetch()}
        empty={{ title: '没有要列的人或记录', hint: '这个数字是零，或者这一天还不能统计。' }}
      />
    </Page>
  )
}

function columnsOf(figure: FigureKey, money: boolean): Column<Row>[] {
  const { fold, unit } = figureOf(figure)
  const amount = (row: Row): string =>
    row.whole === null
      ? String(money ? row.amount / 100 : row.amount)
      : `${row.amount}/${row.whole}`
  return [
    {
      key: 'title',
      title: '名称',
      text: (row) => row.title,
      sortBy: (row) => row.title,
      whole: true,
    },
    {
      key: 'detail',
      title: '说明',
      text: (row) => row.detail,
      sortBy: (row) => row.detail,
      grow: 1,
    },
    ...(fold === 'count'
      ? []
      : [
          {
            key: 'amount',
            title: unit === '%' ? '做到/应做' : unit,
            text: amount,
            sortBy: (row: Row) => row.amount,
            align: 'end' as const,
            width: 120,
          },
        ]),
  ]
}
