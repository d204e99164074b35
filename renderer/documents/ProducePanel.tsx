import { Checkbox, Divider, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useJob, useQueryOp } from '../api'
import { formatCount } from '../shell/format'
import { useMay } from '../shell/session'
import { MissingList } from './MissingList'
import type { PaperKind } from './paper-kinds'
import { chosenPeople, type PeopleState } from './people'
import { PeopleFilter } from './PeopleFilter'
import { Produce, type WorkProps } from './Produce'
import { RunWork } from './RunWork'

interface ProducePanelProps {
  kind: PaperKind
  state: PeopleState
  onChange: (patch: Partial<PeopleState>) => void
}

/** One form from choice to file: whom, what is missing, produce, save. */
export function ProducePanel({ kind, state, onChange }: ProducePanelProps): React.ReactElement {
  const people = chosenPeople(state)
  const paper = kind.asks
  const missing = useQueryOp('documents.missing', { people, paper })
  const count = missing.data?.people ?? 0
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {kind.about}
      </Text>
      <PeopleFilter state={state} onChange={onChange} />
      <Text fw={600} role="status">
        共 {formatCount(count)} 人
      </Text>
      {kind.key === 'roster' ? (
        <RosterWork key={JSON.stringify(people)} people={people} count={count} />
      ) : kind.key === 'cards' ? (
        <CardsWork key={JSON.stringify(people)} people={people} count={count} />
      ) : (
        <RunWork
          key={kind.key + JSON.stringify(people)}
          people={people}
          count={count}
          form={kind.form ?? 'recipientFile'}
          templateId={kind.templateId}
        />
      )}
      <Divider />
      <MissingList people={people} paper={paper} />
    </Stack>
  )
}

function RosterWork({ people, count }: WorkProps): React.ReactElement {
  const job = useJob('documents.roster')
  const mayRead = useMay('sensitive.read')
  const [format, setFormat] = useState<'docxA4' | 'docxA3' | 'xlsx' | 'pairings'>('docxA4')
  const [full, setFull] = useState(false)
  return (
    <>
      <Radio.Group value={format} onChange={(value) => setFormat(value as typeof format)}>
        <Stack gap={6}>
          <Radio value="docxA4" label="Word，A4 横向" />
          <Radio value="docxA3" label="Word，A3 横向，栏目更全" />
          <Radio value="xlsx" label="Excel 表格，A3 横向" />
          <Radio
            value="pairings"
            label="结对帮扶登记表（镇督导员、村第一责任人、帮扶人），Word，A4 横向"
          />
        </Stack>
      </Radio.Group>
      {mayRead && (
        <Checkbox
          checked={full}
          onChange={(event) => setFull(event.currentTarget.checked)}
          label="身份证号和电话印完整"
          description="只用于按要求向上报送；不勾选时遮盖中间几位"
        />
      )}
      <Produce
        label="生成"
        job={job}
        disabled={count === 0}
        onStart={() => void job.start({ people, format, full })}
      />
    </>
  )
}

function CardsWork({ people, count }: WorkProps): React.ReactElement {
  const job = useJob('documents.cards')
  return (
    <Produce
      label="生成"
      job={job}
      disabled={count === 0}
      onStart={() => void job.start({ people })}
    />
  )
}
