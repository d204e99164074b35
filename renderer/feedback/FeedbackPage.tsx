import { Button, SegmentedControl } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQueryOp } from '../api'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { UndoLast } from '../shell/UndoLast'
import { FeedbackEntry } from './FeedbackEntry'
import { FeedbackList } from './FeedbackList'

const acts = { 'feedback.record': '登记反馈', 'feedback.void': '隐去反馈' } as const

/** 满意度反馈: cards to print for whoever was not asked, their answers typed in, and all answers. */
export function FeedbackPage(): React.ReactElement {
  const [list, setList] = useListState({ tab: 'pending', village: '', helper: '' })
  const scope = {
    villageId: list.village ? Number(list.village) : undefined,
    helperId: list.helper ? Number(list.helper) : undefined,
  }
  const pending = useQueryOp('feedback.pending', scope)
  const villages = useQueryOp('villages.list', {})
  const helpers = useQueryOp('helpers.list', {})
  const cards = (): void => {
    const query = new URLSearchParams(
      Object.entries({ village: list.village, helper: list.helper }).filter(([, id]) => id !== ''),
    )
    navigate(`/print/feedback-cards${query.size > 0 ? `?${query}` : ''}`)
  }
  const waiting = pending.data?.people.length ?? 0
  const isSet = list.village + list.helper !== ''
  return (
    <Page
      title="满意度反馈"
      note={
        pending.data &&
        `${pending.data.period} · 已问 ${formatCount(pending.data.asked)}，还没问 ${formatCount(waiting)}`
      }
      parent="/helpers"
      main={{
        label: `打印反馈卡 ${formatCount(waiting)} 张`,
        icon: <IconPrinter size={18} />,
        onClick: cards,
        disabled: waiting === 0,
      }}
      actions={
        <>
          <UndoLast acts={acts} />
          <Button variant="default" onClick={() => navigate('/settings?part=helping')}>
            多久问一次
          </Button>
        </>
      }
      filters={
        <FilterBar onClear={isSet ? () => setList({ village: '', helper: '' }) : undefined}>
          <SegmentedControl
            value={list.tab}
            onChange={(tab) => setList({ tab })}
            transitionDuration={0}
            data={[
              { value: 'pending', label: `录入 ${formatCount(waiting)}` },
              { value: 'answers', label: '已有反馈' },
            ]}
          />
          <FilterChoice
            label="村（社区）"
            all="全部村（社区）"
            value={list.village}
            onChange={(village) => setList({ village })}
            options={(villages.data ?? []).map(({ id, name }) => ({
              value: String(id),
              label: name,
            }))}
          />
          <FilterChoice
            label="帮扶人"
            all="全部帮扶人"
            value={list.helper}
            onChange={(helper) => setList({ helper })}
            options={(helpers.data ?? []).map(({ id, name, villageName }) => ({
              value: String(id),
              label: [name, villageName].filter(Boolean).join(' '),
            }))}
          />
        </FilterBar>
      }
      fill
    >
      {list.tab === 'pending' ? (
        <FeedbackEntry
          key={`${list.village} ${list.helper}`}
          people={pending.isPlaceholderData ? undefined : pending.data?.people}
        />
      ) : (
        <FeedbackList filter={scope} />
      )}
    </Page>
  )
}
