import { Alert, Button, Group, Radio, Stack, Table, Text, Textarea } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams } from 'wouter'
import { isBlank, isSameFact, usualChoice, type MergeChoice } from '@shared/domain/merge-facts'
import { customKey } from '@shared/domain/custom-fields/custom-field'
import { entityLabel } from '@shared/domain/entity-labels'
import { recipientFieldLabel, type RecipientField } from '@shared/domain/recipient-fields'
import { recipientStatusLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { valueOn, wordsOn } from '../custom-fields/file-values'
import { useCustomFields, type CustomFieldRow } from '../custom-fields/useCustomFields'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { navigate } from '../shell/location'
import { tellDone, wordsOf } from '../shell/notify'
import { Page } from '../shell/Page'
import type { Dictionaries } from '@shared/domain/dictionaries/dictionary'
import { factWords } from '@shared/domain/facts/words'

type File = OutputOf<'recipients.file'>
type Side = 'kept' | 'other'

/** 合并档案: two files of one person side by side; the left one stays. */
export function MergePage(): React.ReactElement {
  const { kept: keptId, other: otherId } = useParams<{ kept: string; other: string }>()
  const kept = useQueryOp('recipients.file', { id: Number(keptId) })
  const other = useQueryOp('recipients.file', { id: Number(otherId) })
  const error = kept.error ?? other.error
  const ready = kept.data?.id === Number(keptId) && other.data?.id === Number(otherId)
  return (
    <Page
      title="合并档案"
      parent="/recipients/duplicates"
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowsExchange size={17} />}
          onClick={() => navigate(`/recipients/merge/${otherId}/${keptId}`, { replace: true })}
        >
          左右对调
        </Button>
      }
    >
      {error && <ErrorPanel error={error} title="档案没有打开" />}
      {ready && kept.data && other.data && !error && (
        <MergeForm key={`${keptId}.${otherId}`} kept={kept.data} other={other.data} />
      )}
    </Page>
  )
}

interface Line {
  key: string
  label: string
  kept: string
  other: string
  usual: MergeChoice
  isList: boolean
}

function linesOf(
  kept: File,
  other: File,
  dictionaries: Dictionaries,
  customFields: readonly CustomFieldRow[],
): Line[] {
  const placeOf = (file: File): string => file.villageName + file.villageGroupName
  const statusOf = (file: File): string =>
    [recipientStatusLabel[file.status], file.statusFrom && `${formatDay(file.statusFrom)} 起`]
      .filter(Boolean)
      .join('，')
  const whole = [
    { key: 'status', label: '状态', kept: statusOf(kept), other: statusOf(other) },
    { key: 'residence', label: '所在村组', kept: placeOf(kept), other: placeOf(other) },
  ]
    .filter((line) => line.kept !== line.other)
    .map((line) => ({ ...line, usual: 'kept' as const, isList: false }))
  const facts = Object.entries(recipientFieldLabel).flatMap(([key, label]) => {
    const field = key as RecipientField & keyof File['facts']
    const [mine, theirs] = [kept.facts[field], other.facts[field]]
    if (!(field in kept.facts) || isSameFact(mine, theirs)) return []
    const words = (file: File, value: unknown): string =>
      field === 'spouseRecipientId'
        ? (file.spouseName ?? '')
        : factWords(field, value, dictionaries)
    return [
      {
        key,
        label,
        kept: words(kept, mine),
        other: words(other, theirs),
        usual: usualChoice(mine, theirs),
        isList: Array.isArray(mine) && !isBlank(mine) && !isBlank(theirs),
      },
    ]
  })
  const own = customFields.flatMap((field) => {
    const [mine, theirs] = [valueOn(kept, field) ?? null, valueOn(other, field) ?? null]
    if (isSameFact(mine, theirs)) return []
    return [
      {
        key: customKey(field),
        label: field.name,
        kept: wordsOn(kept, field),
        other: wordsOn(other, field),
        usual: mine === null ? ('other' as const) : ('kept' as const),
        isList: false,
      },
    ]
  })
  return [...whole, ...facts, ...own]
}

function MergeForm({ kept, other }: { kept: File; other: File }) {
  const dictionaries = useDictionaries()
  const merge = useCommandOp('recipients.merge')
  const lines = linesOf(kept, other, dictionaries, useCustomFields())
  const [chosen, setChosen] = useState<Record<string, MergeChoice>>({})
  const [reason, setReason] = useState('同一人建了两份档案')
  const [refusal, setRefusal] = useState('')
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    setRefusal('')
    const { status = 'kept', residence = 'kept', ...choices } = chosen
    try {
      await merge.mutateAsync({
        keptId: kept.id,
        keptRevision: kept.revision,
        otherId: other.id,
        otherRevision: other.revision,
        choices,
        status: status as Side,
        residence: residence as Side,
        reason,
      })
      tellDone('两份档案已合并；没有新登记前，可在“更正与合并”里撤销')
      navigate(`/recipients/${kept.id}?tab=history`, { replace: true })
    } catch (error) {
      setRefusal(wordsOf(error))
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md" maw={1200}>
        {kept.facts.idNumber &&
          other.facts.idNumber &&
          kept.facts.idNumber !== other.facts.idNumber && (
            <Alert color="dusk" variant="light" title="两份档案的身份证号不同">
              多半是两个人。确认是同一人、其中一个号码录错了，才合并。
            </Alert>
          )}
        <Table verticalSpacing={6} aria-label="两份档案逐项对照" layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={150}>不同的项</Table.Th>
              <Table.Th>保留：{headOf(kept)}</Table.Th>
              <Table.Th>并入后隐去：{headOf(other)}</Table.Th>
              <Table.Th w={120} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <ChoiceRow
                key={line.key}
                line={line}
                value={chosen[line.key] ?? line.usual}
                onChange={(value) => setChosen({ ...chosen, [line.key]: value })}
              />
            ))}
            <PartsRow kept={kept} other={other} />
          </Table.Tbody>
        </Table>
        <Textarea
          label="原因"
          required
          maw={600}
          autosize
          minRows={1}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {refusal && (
          <Alert color="cinnabar" variant="light" role="alert" maw={800}>
            {refusal}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={merge.isPending}>
            合并成一份
          </Button>
          <Text size="sm" c="dimmed">
            家庭成员、走访、结对、评估等全部归到保留的档案；两边都有的同一位家庭成员合成一位。
          </Text>
        </Group>
      </Stack>
    </form>
  )
}

const headOf = (file: File): string =>
  [file.facts.name, file.facts.archiveNo].filter(Boolean).join(' · ')

interface ChoiceRowProps {
  line: Line
  value: MergeChoice
  onChange: (value: MergeChoice) => void
}

/** One fact both files tell differently; arrow keys move between the answers. */
function ChoiceRow({ line, value, onChange }: ChoiceRowProps) {
  const answer = (choice: MergeChoice, words: string) => (
    <Radio
      name={line.key}
      value={choice}
      label={words || '（空）'}
      aria-label={`${line.label}：${words || '空'}`}
      checked={value === choice}
      onChange={() => onChange(choice)}
    />
  )
  return (
    <Table.Tr>
      <Table.Th scope="row">{line.label}</Table.Th>
      <Table.Td>{answer('kept', line.kept)}</Table.Td>
      <Table.Td>{answer('other', line.other)}</Table.Td>
      <Table.Td>{line.isList && answer('both', '两边都要')}</Table.Td>
    </Table.Tr>
  )
}

/** What hangs on either file; all of it is kept. */
function PartsRow({ kept, other }: { kept: File; other: File }) {
  const mine = useQueryOp('recipients.attached', { id: kept.id }).data ?? []
  const theirs = useQueryOp('recipients.attached', { id: other.id }).data ?? []
  const words = (list: typeof mine): string =>
    list.map(({ entity, count }) => `${entityLabel[entity] ?? '其他记录'} ${count}`).join('，')
  return (
    <Table.Tr>
      <Table.Th scope="row">档案下的记录</Table.Th>
      <Table.Td>{words(mine)}</Table.Td>
      <Table.Td>{words(theirs)}</Table.Td>
      <Table.Td>
        <Text size="sm">全部保留</Text>
      </Table.Td>
    </Table.Tr>
  )
}
