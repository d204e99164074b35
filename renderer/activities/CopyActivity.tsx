import { Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { nameInYear } from '@shared/domain/activities/series'
import { useCommandOp, type OutputOf } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { navigate } from '../shell/location'

interface CopyActivityProps {
  file: OutputOf<'activities.file'>
  onClose: () => void
}

/** 照此再办一次: this activity's plan and budget as the start of the next. */
export function CopyActivity({ file, onClose }: CopyActivityProps): React.ReactElement {
  const copy = useCommandOp('activities.copy')
  const year = Number((file.heldOn ?? file.openedOn).slice(0, 4)) + 1
  const form = useForm({
    initialValues: { name: nameInYear(file.name, year), heldOn: '', withPeople: true },
  })
  const save = async (): Promise<string> => {
    const { name, heldOn, withPeople } = form.getValues()
    const input = { id: file.id, name, heldOn: heldOn || null, withPeople }
    const { id } = await copy.mutateAsync(input)
    navigate(`/activities/${id}`)
    return `已照“${file.name}”开始${name}`
  }
  return (
    <FormDialog
      title="照此再办一次"
      label="开始"
      form={form}
      saving={copy.isPending}
      save={save}
      onClose={onClose}
    >
      <TextInput
        label="活动名称"
        required
        maxLength={80}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <DayInput label="活动日期（可以以后再定）" {...form.getInputProps('heldOn')} />
      <Checkbox
        label="名单也照抄：还在册、在任的人再请一次"
        {...form.getInputProps('withPeople', { type: 'checkbox' })}
      />
      <span>方案、物资与预算照抄；实支、到场和小结不抄。</span>
    </FormDialog>
  )
}
