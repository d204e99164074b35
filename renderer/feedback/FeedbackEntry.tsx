import { Button, Group, Select, Text, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { readPartialDate } from '@shared/domain/calendar/read-partial-date'
import {
  feedbackWayLabel,
  ratingLabel,
  type FeedbackWay,
  type Rating,
} from '@shared/domain/feedback/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay, useSession } from '../shell/session'
import classes from './FeedbackEntry.module.css'

type Asking = OutputOf<'feedback.pending'>['people'][number]

interface Answer {
  rating: Rating | null
  words: string
}

const ratings = codesOf(ratingLabel)
const ways = Object.entries(feedbackWayLabel).map(([value, label]) => ({ value, label }))
const keyOf = ({ recipientId, helperId }: Asking): string => `${recipientId} ${helperId}`
const noAnswer: Answer = { rating: null, words: '' }

interface FeedbackEntryProps {
  /** In the order in which the cards were printed. */
  people: readonly Asking[] | undefined
}

/**
 * A returned pile typed in: two letters or the file's number find the person, 1 2 3 is the answer, Enter goes on to the
 * words and then to the next card; Ctrl+Enter keeps all that were filled in.
 */
export function FeedbackEntry({ people }: FeedbackEntryProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const mayWrite = useMay('feedback.write')
  const record = useCommandOp('feedback.record')
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map())
  const [date, setDate] = useState(today)
  const [way, setWay] = useState<FeedbackWay>('card')
  const [askedBy, setAskedBy] = useState('')
  const [wanted, setWanted] = useState('')
  const body = useRef<HTMLTableSectionElement>(null)
  const finder = useRef<HTMLInputElement>(null)

  const set = (one: Asking, patch: Partial<Answer>): void =>
    setAnswers((known) => {
      const key = keyOf(one)
      return new Map(known).set(key, { ...noAnswer, ...known.get(key), ...patch })
    })
  const filled = (people ?? []).filter((one) => answers.get(keyOf(one))?.rating != null)

  const save = async (): Promise<void> => {
    if (!mayWrite || filled.length === 0 || record.isPending) return
    const day = readPartialDate(date, { notAfter: today })
    try {
      await record.mutateAsync({
        entries: filled.map((one) => {
          const { rating, words } = answers.get(keyOf(one))!
          const { recipientId, helperId } = one
          return {
            recipientId,
            helperId,
            date: day.state === 'ok' ? day.date : date,
            rating: rating!,
            words,
            way,
            askedBy,
          }
        }),
      })
      setAnswers(new Map())
      tellDone(`已登记 ${filled.length} 条反馈`)
      finder.current?.focus()
    } catch (error) {
      tellFailure(error)
    }
  }
  useHotkeys([['mod+Enter', () => void save()]], [])

  const field = (row: number, name: 'rating' | 'words'): HTMLInputElement | null =>
    body.current?.rows[row]?.querySelector(`[data-field=${name}]`) ?? null
  const find = (): void => {
    const text = wanted.trim()
    const at = (people ?? []).findIndex(
      ({ initials, recipientName, archiveNo }) =>
        text !== '' &&
        (initials.startsWith(text.toUpperCase()) ||
          recipientName.includes(text) ||
          (/\d$/.test(text) && archiveNo?.endsWith(text))),
    )
    if (at < 0) return
    field(at, 'rating')?.focus()
    setWanted('')
  }

  if (people?.length === 0) {
    return (
      <Text c="dimmed" mt="xl" ta="center">
        这一期都问过了，没有要录入的。换一个村或帮扶人，或看“已有反馈”。
      </Text>
    )
  }
  return (
    <div className={classes.entry}>
      <Group align="flex-end" gap="sm" mb="sm">
        <TextInput
          ref={finder}
          data-filter-focus
          label="找人"
          placeholder="首字母、姓名、档案号末几位（/）"
          w={270}
          autoFocus
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && find()}
        />
        <DayInput label="日期" w={140} value={date} onChange={setDate} notAfter={today} />
        <Select
          label="怎么问的"
          w={120}
          allowDeselect={false}
          data={ways}
          value={way}
          onChange={(value) => value && setWay(value as FeedbackWay)}
        />
        <TextInput
          label="谁问的"
          w={140}
          value={askedBy}
          onChange={(event) => setAskedBy(event.currentTarget.value)}
        />
        {mayWrite && (
          <Button
            ml="auto"
            title="Ctrl+Enter"
            onClick={() => void save()}
            loading={record.isPending}
            disabled={filled.length === 0}
          >
            登记 {filled.length} 条
          </Button>
        )}
      </Group>
      <div className={classes.scroller}>
        <table className={classes.table} aria-label="反馈录入">
          <thead>
            <tr>
              <th>档案号</th>
              <th>老人</th>
              <th>村组</th>
              <th>帮扶人</th>
              <th>评价：1 满意　2 一般　3 不满意</th>
              <th>说的话</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {(people ?? []).map((one, at) => {
              const answer = answers.get(keyOf(one)) ?? noAnswer
              return (
                <tr key={keyOf(one)} data-filled={answer.rating !== null || undefined}>
                  <td>{one.archiveNo}</td>
                  <td className={classes.name}>{one.recipientName}</td>
                  <td>{[one.villageName, one.groupName].filter(Boolean).join(' ')}</td>
                  <td>{one.helperName}</td>
                  <td>
                    <input
                      data-field="rating"
                      aria-label={`${one.recipientName}对${one.helperName}的评价`}
                      className={classes.rating}
                      readOnly
                      disabled={!mayWrite}
                      value={answer.rating ? ratingLabel[answer.rating] : ''}
                      onKeyDown={(event) => {
                        if (event.ctrlKey || event.nativeEvent.isComposing) return
                        const rating = ratings[Number(event.key) - 1]
                        if (rating) set(one, { rating })
                        else if (event.key === 'Backspace' || event.key === 'Delete')
                          set(one, { rating: null })
                        else if (event.key === 'Enter') field(at, 'words')?.focus()
                        else if (event.key === 'ArrowDown') field(at + 1, 'rating')?.focus()
                        else if (event.key === 'ArrowUp') field(at - 1, 'rating')?.focus()
                        else return
                        event.preventDefault()
                      }}
                    />
                  </td>
                  <td>
                    <input
                      data-field="words"
                      aria-label={`${one.recipientName}说的话`}
                      className={classes.words}
                      maxLength={200}
                      disabled={!mayWrite}
                      value={answer.words}
                      onChange={(event) => set(one, { words: event.currentTarget.value })}
                      onKeyDown={(event) => {
                        if (event.nativeEvent.isComposing || event.ctrlKey) return
                        if (event.key === 'Enter' || event.key === 'ArrowDown')
                          field(at + 1, 'rating')?.focus()
                        else if (event.key === 'ArrowUp') field(at - 1, 'words')?.focus()
                        else return
                        event.preventDefault()
                      }}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
