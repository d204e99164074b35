import { Button, Group, Text, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { matterKindLabel, type MatterKind } from '@shared/domain/meetings/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { tellDone, tellFailure } from '../shell/notify'
import { SaveBar } from '../shell/form/SaveBar'
import classes from './meetings.module.css'

type Meeting = OutputOf<'meetings.file'>
export type AgendaItem = Meeting['agenda'][number]

interface AgendaEditorProps {
  meeting: Meeting
  /** Left out where nothing may be changed. */
  onDecide?: (item: AgendaItem) => void
  editable: boolean
}

const kinds = Object.keys(matterKindLabel) as MatterKind[]

/** 议题: open matters by kind, each kept, dropped or reworded, with what was said of it. */
export function AgendaEditor({
  meeting,
  onDecide,
  editable,
}: AgendaEditorProps): React.ReactElement {
  const [edited, setEdited] = useState<AgendaItem[] | null>(null)
  const save = useCommandOp('meetings.saveAgenda')
  const redraw = useCommandOp('meetings.redrawAgenda')
  const { id, revision } = meeting
  const agenda = edited ?? meeting.agenda
  const change = (key: string, patch: Partial<AgendaItem>): void =>
    setEdited(agenda.map((item) => (item.key === key ? { ...item, ...patch } : item)))
  const add = (): void => {
    const own = agenda.filter(({ key }) => key.startsWith('other:')).length
    const key = `other:${own + 1}:${agenda.length}`
    setEdited([...agenda, { key, kind: 'other', text: '', kept: true, said: null }])
  }
  const store = async (): Promise<void> => {
    try {
      await save.mutateAsync({ id, revision, agenda: agenda.filter(({ text }) => text.trim()) })
      setEdited(null)
      tellDone('议题已保存')
    } catch (error) {
      tellFailure(error)
    }
  }
  const drawAgain = async (): Promise<void> => {
    try {
      const { added } = await redraw.mutateAsync({ id, revision })
      tellDone(added === 0 ? '没有新的待议事项' : `加了 ${added} 项新的待议事项`)
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <section aria-label="议题">
      {agenda.length === 0 && <Text c="dimmed">没有待议事项。可以自己加议题。</Text>}
      {kinds.map((kind) => {
        const items = agenda.filter((item) => item.kind === kind)
        if (items.length === 0) return null
        return (
          <div key={kind} role="group" aria-label={matterKindLabel[kind]}>
            <h3 className={classes.kind}>
              {matterKindLabel[kind]} {items.filter(({ kept }) => kept).length}
            </h3>
            {items.map((item) => (
              <AgendaLine
                key={item.key}
                item={item}
                editable={editable}
                onChange={(patch) => change(item.key, patch)}
                // A decision is stored at once; what was typed must not be lost by it.
                onDecide={onDecide && !edited ? () => onDecide(item) : undefined}
              />
            ))}
          </div>
        )
      })}
      {editable && (
        <Group gap="xs" mt="sm">
          <Button variant="subtle" px={8} leftSection={<IconPlus size={16} />} onClick={add}>
            加一个议题
          </Button>
          {meeting.state === 'planned' && !edited && (
            <Button variant="default" size="compact-md" onClick={() => void drawAgain()}>
              补上新的待议事项
            </Button>
          )}
        </Group>
      )}
      {edited && (
        <SaveBar
          label="保存议题"
          onSave={() => void store()}
          onCancel={() => setEdited(null)}
          saving={save.isPending}
        />
      )}
    </section>
  )
}

interface AgendaLineProps {
  item: AgendaItem
  editable: boolean
  onChange: (patch: Partial<AgendaItem>) => void
  onDecide?: () => void
}

function AgendaLine({ item, editable, onChange, onDecide }: AgendaLineProps): React.ReactElement {
  const { text, said, kept } = item
  const name = text || '新议题'
  return (
    <div className={classes.item}>
      {kept && editable ? (
        <>
          <Textarea
            aria-label="议题"
            autosize
            minRows={1}
            placeholder="议题"
            value={text}
            onChange={(event) => onChange({ text: event.currentTarget.value })}
          />
          <Textarea
            aria-label={`${name}：议定情况`}
            autosize
            minRows={1}
            placeholder="议定情况"
            value={said ?? ''}
            onChange={(event) => onChange({ said: event.currentTarget.value || null })}
          />
        </>
      ) : (
        <>
          <span className={kept ? undefined : classes.dropped}>
            {kept ? '' : '○ 不上会：'}
            {text}
          </span>
          <span>{kept ? said : ''}</span>
        </>
      )}
      {editable && (
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`${kept ? '去掉' : '列入'}：${name}`}
            onClick={() => onChange({ kept: !kept })}
          >
            {kept ? '去掉' : '列入'}
          </Button>
          {kept && onDecide && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`登记议定事项：${name}`}
              onClick={onDecide}
            >
              登记议定事项
            </Button>
          )}
        </Group>
      )}
    </div>
  )
}
