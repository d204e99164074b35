import { Button, Checkbox, Divider, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useJob, useQueryOp, type InputOf } from '../api'
import { JobProgress } from '../shell/JobProgress'
import { formatCount } from '../shell/format'
import { useMay } from '../shell/session'
import { MissingList } from './MissingList'
import type { PaperKind } from './paper-kinds'
import { chosenPeople, type Chosen, type PeopleState } from './people'
import { PeopleFilter } from './PeopleFilter'
import { Produced } from './Produced'

interface ProducePanelProps {
  kind: PaperKind
  state: PeopleState
  onChange: (patch: Partial<PeopleState>) => void
}

/** One form from choice to file: whom, what is missing, produce, save. */
export function ProducePanel({ kind, state, onChange }: ProducePanelProps): React.ReactElement {
  const people = chosenPeople(state)
  const paper = kind.key as InputOf<'documents.missing'>['paper']
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
        <FormsWork
          key={kind.key + JSON.stringify(people)}
          people={people}
          count={count}
          template={kind.key === 'wallCard' ? 'wallCard' : 'recipientFile'}
        />
      )}
      <Divider />
      <MissingList people={people} paper={paper} />
    </Stack>
  )
}

interface WorkProps {
  people: Chosen
  count: number
}

function FormsWork({
  people,
  count,
  template,
}: WorkProps & { template: 'recipientFile' | 'wallCard' }): React.ReactElement {
  const job = useJob('documents.recipientForms')
  const [mode, setMode] = useState<'merged' | 'separate'>('merged')
  return (
    <>
      <Radio.Group value={mode} onChange={(value) => setMode(value as 'merged' | 'separate')}>
        <Stack gap={6}>
          <Radio value="merged" label="合成一个文件，打开一次全部打印" />
          <Radio value="separate" label="每人一个文件，便于归档" />
        </Stack>
      </Radio.Group>
      <Produce
        label="生成"
        job={job}
        disabled={count === 0}
        onStart={() => void job.start({ people, template, mode })}
      />
    </>
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

interface ProduceProps {
  label: string
  job: Pick<
    ReturnType<typeof useJob<'documents.cards'>>,
    'status' | 'progress' | 'error' | 'cancel' | 'result'
  >
  disabled: boolean
  onStart: () => void
}

/** The button, then the progress, then the file. */
export function Produce({ label, job, disabled, onStart }: ProduceProps): React.ReactElement {
  return (
    <Stack gap="sm">
      <div>
        <Button onClick={onStart} disabled={disabled || job.status === 'running'}>
          {job.status === 'done' ? `重新${label}` : label}
        </Button>
      </div>
      <JobProgress job={job} />
      {job.result && <Produced artifact={job.result} />}
    </Stack>
  )
}
