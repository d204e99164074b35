import {
  Button,
  Group,
  Input,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useRef } from 'react'
import { IconPhone } from '@tabler/icons-react'
import { addDays } from '@shared/domain/calendar/days'
import { callResultLabel, type CallResult } from '@shared/domain/calls/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { ChecksInput, type Checks } from '../contacts/ChecksInput'
import { followUpOf, useFollowUpChoices } from '../contacts/follow-ups'
import { FollowUpSelect } from '../contacts/FollowUpSelect'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { formatDay } from '../shell/format'
import { tellDone } from '../shell/notify'
import { useSession } from '../shell/session'
import type { CallRow } from './CallsPage'
import classes from './CallPanel.module.css'

interface CallPanelProps {
  row: CallRow
  mayWrite: boolean
  /** It came up after a call: the clerk goes on typing without the mouse. */
  takesFocus: boolean
  /** The call is registered: on to the next. */
  onDone: () => void
}

const results = codesOf(callResultLabel)
/** Days after which a call that failed is usually tried again. */
const AGAIN_AFTER = 1

/** One call: the numbers large enough to dial from, what came of it by one key, when to try again. */
export function CallPanel({
  row,
  mayWrite,
  takesFocus,
  onDone,
}: CallPanelProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const dictionaries = useDictionaries()
  /** 长女王小兰. */
  const nameOf = ({ relation, name }: CallRow['family'][number]): string =>
    `${dictionaries.words('relation', relation) || '家属'}${name}`
  const record = useCommandOp('calls.record')
  const calls = useQueryOp('calls.ofRecipient', { recipientId: row.recipientId })
  const form = useForm({
    initialValues: {
      familyMemberId: null as string | null,
      result: 'answered' as CallResult,
      againOn: '',
      note: '',
      problem: '',
      checks: {} as Checks,
      followUp: null as string | null,
    },
  })
  const choices = useFollowUpChoices()
  const { result } = form.values
  const resultKeys = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) resultKeys.current?.querySelector<HTMLInputElement>('input:checked')?.focus()
  }, [takesFocus])
  const choose = (chosen: CallResult): void =>
    form.setValues({
      result: chosen,
      againOn: chosen === 'answered' || !today ? '' : addDays(today, AGAIN_AFTER),
    })
  const save = async (): Promise<void> => {
    const { familyMemberId, againOn, note, problem, checks, followUp } = form.values
    try {
      const { contactId } = await record.mutateAsync({
        recipientId: row.recipientId,
        familyMemberId: familyMemberId === null ? null : Number(familyMemberId),
        result,
        againOn: againOn || null,
        note,
        helperId: row.helpers[0]?.id ?? null,
        ...(result === 'answered' && { problem, checks, followUp: followUpOf(choices, followUp) }),
      })
      tellDone(contactId === null ? '已记下这次拨打' : '已登记一次电话联系')
      onDone()
    } catch (error) {
      showFailure(form, error)
    }
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault()
      void save()
    }
  }
  return (
    <Stack gap="sm" onKeyDown={onKeyDown}>
      <ul className={classes.numbers}>
        {row.phones.map((phone) => (
          <li key={phone}>
            <IconPhone size={17} aria-hidden /> 本人 <strong>{phone}</strong>
          </li>
        ))}
        {row.family.map((member) => (
          <li key={member.id}>
            <IconPhone size={17} aria-hidden /> {nameOf(member)}{' '}
            <strong>{member.phones.join('、')}</strong>
          </li>
        ))}
        {row.phones.length === 0 && row.family.length === 0 && (
          <li>没有登记电话，请在档案里补上或改为入户。</li>
        )}
      </ul>
      {mayWrite && (
        <>
          {row.family.length > 0 && (
            <Select
              label="打给谁"
              data={[
                { value: '', label: '本人（算电话联系）' },
                ...row.family.map((member) => ({
                  value: String(member.id),
                  label: `${nameOf(member)}（算联系子女）`,
                })),
              ]}
              value={form.values.familyMemberId ?? ''}
              onChange={(id) => form.setFieldValue('familyMemberId', id || null)}
              allowDeselect={false}
            />
          )}
          <Input.Wrapper label="结果" description="选中后按 1–5">
            <SegmentedControl
              fullWidth
              ref={resultKeys}
              value={result}
              onChange={(value) => choose(value as CallResult)}
              onKeyDown={(event) => {
                const chosen = results[Number(event.key) - 1]
                if (chosen) choose(chosen)
              }}
              transitionDuration={0}
              data={results.map((value, at) => ({
                value,
                label: `${at + 1} ${callResultLabel[value]}`,
              }))}
            />
          </Input.Wrapper>
          {result === 'answered' ? (
            <>
              <ChecksInput {...form.getInputProps('checks')} />
              <Textarea label="发现的问题" autosize {...form.getInputProps('problem')} />
              <FollowUpSelect choices={choices} {...form.getInputProps('followUp')} />
            </>
          ) : result === 'wrongNumber' ? (
            <Text size="sm">请向家属或村里问到新号码，改到档案的“居住与联系”里。</Text>
          ) : null}
          {result !== 'answered' && (
            <DayInput label="哪天再打" {...form.getInputProps('againOn')} />
          )}
          <Textarea label="说了什么" autosize {...form.getInputProps('note')} />
          <Group>
            <Button onClick={() => void save()} loading={record.isPending} title="Ctrl+Enter">
              登记，下一位
            </Button>
          </Group>
        </>
      )}
      {(calls.data ?? []).length > 0 && (
        <div>
          <Text fw={600}>以前的拨打</Text>
          {calls.data!.slice(0, 6).map((call) => (
            <Text key={call.id} size="sm">
              {formatDay(call.day)} {callResultLabel[call.result]}
              {call.called && `（${call.called}）`} {call.note}
            </Text>
          ))}
        </div>
      )}
    </Stack>
  )
}
