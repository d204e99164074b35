import {
  Button,
  Group,
  Modal,
  ScrollArea,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { customKey } from '@shared/domain/custom-fields/custom-field'
import type { Dictionaries, Labels } from '@shared/domain/dictionaries/dictionary'
import { kindOf } from '@shared/domain/facts/kinds'
import { recipientGroupLabel, riskLevelLabel } from '@shared/domain/vocabulary'
import { call, useCommandOp, type OutputOf } from '../api'
import { useCustomFields, type CustomFieldRow } from '../custom-fields/useCustomFields'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { formatCount } from '../shell/format'
import { tellDone, wordsOf } from '../shell/notify'
import {
  bulkChangeOf,
  bulkSubjects,
  isFactField,
  needsReason,
  type BulkSubject,
} from './bulk-fields'

type Preview = OutputOf<'recipients.bulkPreview'>

interface BulkEditDialogProps {
  ids: readonly number[]
  onDone: () => void
  onClose: () => void
}

/** 批量修改: one fact for many people; nothing is written before it was shown for whom. */
export function BulkEditDialog({ ids, onDone, onClose }: BulkEditDialogProps): React.ReactElement {
  const [subject, setSubject] = useState<BulkSubject>('familyDoctor')
  const [value, setValue] = useState<string | null>('')
  const [reason, setReason] = useState('')
  const [preview, setPreview] = useState<Preview | null>(null)
  const [refusal, setRefusal] = useState('')
  const edit = useCommandOp('recipients.bulkEdit')
  const customFields = useCustomFields()
  const change = bulkChangeOf(subject, value, reason)

  /** What was shown no longer says what would be done. */
  const outdated = (): void => {
    setPreview(null)
    setRefusal('')
  }
  const look = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    setRefusal('')
    if (needsReason(subject) && reason.trim() === '') return setRefusal('请写明原因')
    if (subject.endsWith('Group') && !value) return setRefusal('请选择群体')
    try {
      setPreview(await call('recipients.bulkPreview', { ids: [...ids], change }))
    } catch (error) {
      setRefusal(wordsOf(error))
    }
  }
  const apply = async (): Promise<void> => {
    if (!preview) return
    try {
      const people = preview.lines.map(({ id, revision }) => ({ id, revision }))
      const { changed } = await edit.mutateAsync({ people, change })
      tellDone(`已修改 ${formatCount(changed)} 人；改错了可在“名单”里撤销`)
      onDone()
    } catch (error) {
      setPreview(null)
      setRefusal(wordsOf(error))
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`批量修改：已选 ${formatCount(ids.length)} 人`}
      size="xl"
    >
      <form onSubmit={(event) => void look(event)}>
        <Stack gap="md">
          <Group align="flex-start" grow>
            <Select
              label="改什么"
              data={bulkSubjects(customFields)}
              value={subject}
              allowDeselect={false}
              data-autofocus
              onChange={(next) => {
                setSubject(next as BulkSubject)
                setValue('')
                outdated()
              }}
            />
            <ValueInput
              key={subject}
              subject={subject}
              value={value}
              onChange={(next) => {
                setValue(next)
                outdated()
              }}
            />
          </Group>
          {needsReason(subject) && (
            <TextInput
              label="原因"
              required
              maxLength={200}
              value={reason}
              onChange={(event) => {
                setReason(event.currentTarget.value)
                outdated()
              }}
            />
          )}
          {refusal && (
            <Text role="alert" c="cinnabar">
              {refusal}
            </Text>
          )}
          {preview && <PreviewTable preview={preview} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" variant={preview ? 'default' : 'filled'}>
              {preview ? '重新预览' : '先看改成什么样'}
            </Button>
            {preview && preview.lines.length > 0 && (
              <Button loading={edit.isPending} autoFocus onClick={() => void apply()}>
                修改这 {formatCount(preview.lines.length)} 人
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

interface ValueInputProps {
  subject: BulkSubject
  value: string | null
  onChange: (value: string | null) => void
}

function ValueInput({ subject, value, onChange }: ValueInputProps): React.ReactElement {
  const dictionaries = useDictionaries()
  const own = useCustomFields().find((field) => customKey(field) === subject)
  const labels = own ? customLabels(own) : labelsOf(subject, dictionaries)
  const isDate = subject === 'collectedOn' || own?.kind === 'date'
  const label = '改成'
  if (!labels) {
    return (
      <TextInput
        label={label}
        description={isDate ? '如 2026-11-21；留空就是清掉' : '留空就是清掉'}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <Select
      label={label}
      data={Object.entries(labels).map(([code, word]) => ({ value: code, label: word }))}
      value={value || null}
      onChange={onChange}
      clearable
    />
  )
}

/** What a 自定义字段 offers; null where it is typed. */
function customLabels({ kind, options }: CustomFieldRow): Labels | null {
  if (kind === 'yesNo') return { 是: '是', 否: '否' }
  if (kind !== 'choice') return null
  const inUse = options.filter(({ retired }) => !retired)
  return Object.fromEntries(inUse.map(({ code, label }) => [code, label]))
}

function labelsOf(subject: BulkSubject, dictionaries: Dictionaries): Labels | null {
  if (subject === 'riskLevel') return riskLevelLabel
  if (subject === 'joinGroup' || subject === 'leaveGroup') return recipientGroupLabel
  if (!isFactField(subject)) return null
  const kind = kindOf(subject)
  if (kind.kind === 'choice') return dictionaries.offered(kind.dictionary)
  return kind.kind === 'fixed' ? kind.labels : null
}

/** Rows beyond this are counted, not drawn: nobody reads three thousand of them here. */
const mostShown = 200

function PreviewTable({ preview }: { preview: Preview }): React.ReactElement {
  const { lines, unchanged } = preview
  const rest = lines.length - mostShown
  return (
    <section aria-label="预览">
      <Text fw={600} role="status">
        {lines.length === 0 ? '没有人会变：都已经是这样了' : `会改 ${formatCount(lines.length)} 人`}
        {lines.length > 0 && unchanged > 0 && `，另有 ${formatCount(unchanged)} 人不变`}
      </Text>
      {lines.length > 0 && (
        <ScrollArea.Autosize mah={300} mt="xs">
          <Table stickyHeader withTableBorder>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>姓名</Table.Th>
                <Table.Th>村（社区）</Table.Th>
                <Table.Th>现在</Table.Th>
                <Table.Th>改成</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.slice(0, mostShown).map(({ id, name, villageName, from, to }) => (
                <Table.Tr key={id}>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{name}</Table.Td>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{villageName}</Table.Td>
                  <Table.Td>{from}</Table.Td>
                  <Table.Td>{to}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
      {rest > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          还有 {formatCount(rest)} 人没有列出，同样会改。
        </Text>
      )}
    </section>
  )
}
