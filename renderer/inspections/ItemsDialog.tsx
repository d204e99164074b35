import { Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { CallError, useCommandOp, type OutputOf } from '../api'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone, tellFailure } from '../shell/notify'
import { ItemsEditor } from './StandardsDialog'

interface ItemsDialogProps {
  inspection: OutputOf<'inspections.file'>
  onClose: () => void
}

/** The items of one inspection, before the first sheet has come back. */
export function ItemsDialog({ inspection, onClose }: ItemsDialogProps): React.ReactElement {
  const { id, revision, checklist } = inspection
  const [items, setItems] = useState(checklist)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const save = useCommandOp('inspections.saveChecklist')
  const keep = async (): Promise<void> => {
    try {
      await save.mutateAsync({ id, revision, items })
      tellDone('这次督查的项目已保存，督查表要重新打印')
      onClose()
    } catch (failure) {
      setErrors(failure instanceof CallError ? failure.fields : {})
      tellFailure(failure)
    }
  }
  return (
    <Modal opened onClose={onClose} title="这次督查的项目" size={920}>
      <Stack gap="md">
        <ItemsEditor items={items} onChange={setItems} errors={errors} />
        <SaveBar onSave={() => void keep()} onCancel={onClose} saving={save.isPending} />
      </Stack>
    </Modal>
  )
}
