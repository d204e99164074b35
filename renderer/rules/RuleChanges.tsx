import { Checkbox, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { startOf } from '@shared/domain/calendar/days'
import { CallError, useCommandOp } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone, wordsOf } from '../shell/notify'
import { useSession } from '../shell/session'
import { ChangePreview } from './ChangePreview'
import type { PresetRow, RuleRow } from './RulesSection'

const wholeDay = /^\d{4}-\d{2}-\d{2}$/

/** 采用一套规则 from a day, beside or instead of the present ones. */
export function AdoptPreset(props: { preset: PresetRow; onClose: () => void }): React.ReactElement {
  const { preset, onClose } = props
  const today = useSession().data?.today ?? ''
  const [from, setFrom] = useState(startOf('month', today))
  const [replaceOthers, setReplaceOthers] = useState(false)
  const adopt = useCommandOp('rules.adoptPreset')
  const change = { preset: preset.key, from, replaceOthers }
  const save = (): void =>
    adopt.mutate(change, {
      onSuccess: () => {
        tellDone(`已采用“${preset.title}”`)
        onClose()
      },
    })
  return (
    <Modal opened onClose={onClose} title={`采用“${preset.title}”`} size={560}>
      <Stack gap="md">
        <Text size="sm">{preset.basis}</Text>
        <DayInput
          label="从哪天起"
          required
          value={from}
          onChange={setFrom}
          error={adopt.error && (adopt.error.fields['from'] ?? wordsOf(adopt.error))}
        />
        <Checkbox
          label="其他规则到前一天停用"
          checked={replaceOthers}
          onChange={(event) => setReplaceOthers(event.currentTarget.checked)}
        />
        <ChangePreview change={wholeDay.test(from) ? { change: 'adopt', ...change } : null} />
        <SaveBar label="采用" onSave={save} onCancel={onClose} saving={adopt.isPending} />
      </Stack>
    </Modal>
  )
}

/** 停用一条规则 after its last day. */
export function EndRule(props: { rule: RuleRow; onClose: () => void }): React.ReactElement {
  const { rule, onClose } = props
  const today = useSession().data?.today ?? ''
  const [on, setOn] = useState(today)
  const end = useCommandOp('rules.end')
  const change = { id: rule.id, on }
  const refusal = end.error instanceof CallError ? wordsOf(end.error) : undefined
  const save = (): void =>
    end.mutate(change, {
      onSuccess: () => {
        tellDone(`“${rule.title}”到 ${on} 停用`)
        onClose()
      },
    })
  return (
    <Modal opened onClose={onClose} title={`停用“${rule.title}”`} size={560}>
      <Stack gap="md">
        <DayInput
          label="最后一天"
          required
          value={on}
          onChange={setOn}
          error={refusal}
          data-autofocus
        />
        <ChangePreview change={wholeDay.test(on) ? { change: 'end', ...change } : null} />
        <SaveBar label="停用" onSave={save} onCancel={onClose} saving={end.isPending} />
      </Stack>
    </Modal>
  )
}
