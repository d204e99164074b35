import { Group, Modal, NumberInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { severityLabel, type Severity } from '@shared/domain/inspections/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { CallError, useCommandOp, useQueryOp, type OutputOf } from '../api'
import { EditableList, type EditableColumn } from '../organization/EditableList'
import { ErrorPanel } from '../shell/ErrorPanel'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone, tellFailure } from '../shell/notify'

type Standards = OutputOf<'inspections.standards'>
type Item = Standards['items'][number]

const columns: EditableColumn<Item>[] = [
  { key: 'section', title: '类别', grow: 2 },
  { key: 'text', title: '查什么', grow: 7 },
]

interface ItemsEditorProps {
  items: Item[]
  onChange: (items: Item[]) => void
  /** What the core said of the items: `items.2.text`. */
  errors: Readonly<Record<string, string>>
}

/** The items of a sheet; a new one gets a key of its own, so that its marks are told apart. */
export function ItemsEditor({ items, onChange, errors }: ItemsEditorProps): React.ReactElement {
  const beside = Object.entries(errors).filter(([path]) => path.startsWith('items.'))
  return (
    <EditableList
      label="督查项目"
      columns={columns}
      rows={items}
      newRow={{ key: '', section: items.at(-1)?.section ?? '', text: '' }}
      onChange={(rows) =>
        onChange(rows.map((row) => (row.key === '' ? { ...row, key: crypto.randomUUID() } : row)))
      }
      errors={Object.fromEntries(beside.map(([path, words]) => [path.slice(6), words]))}
      addLabel="加一项"
    />
  )
}

/** 督查项目和期限: what the office looks at, and how many days it gives to mend. */
export function StandardsDialog({ onClose }: { onClose: () => void }): React.ReactElement {
  const { data, error } = useQueryOp('inspections.standards', {})
  return (
    <Modal opened onClose={onClose} title="督查项目和整改期限" size={920}>
      {error && <ErrorPanel error={error} />}
      {data && <StandardsForm standards={data} onClose={onClose} />}
    </Modal>
  )
}

function StandardsForm(props: { standards: Standards; onClose: () => void }): React.ReactElement {
  const { standards, onClose } = props
  const [items, setItems] = useState(standards.items)
  const [days, setDays] = useState(standards.days)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const save = useCommandOp('inspections.saveStandards')
  const keep = async (): Promise<void> => {
    try {
      await save.mutateAsync({ items, days })
      tellDone('督查项目和期限已保存，以后准备的督查按新的来')
      onClose()
    } catch (failure) {
      setErrors(failure instanceof CallError ? failure.fields : {})
      tellFailure(failure)
    }
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        改动只管以后准备的督查；已经打印的督查表不变。牌子、开会次数、照片张数不列为督查项目。
      </Text>
      <Group>
        {codesOf(severityLabel).map((severity: Severity) => (
          <NumberInput
            key={severity}
            label={`${severityLabel[severity]}问题几天内整改`}
            min={0}
            max={365}
            clampBehavior="strict"
            value={days[severity]}
            onChange={(value) => setDays({ ...days, [severity]: Number(value) })}
          />
        ))}
      </Group>
      <ItemsEditor items={items} onChange={setItems} errors={errors} />
      <SaveBar onSave={() => void keep()} onCancel={onClose} saving={save.isPending} />
    </Stack>
  )
}
