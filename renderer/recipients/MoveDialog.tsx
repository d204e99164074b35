import { useForm } from '@mantine/form'
import { useCommandOp, type OutputOf } from '../api'
import { useSession } from '../shell/session'
import { ChangeDialog } from './ChangeDialog'
import { HousemateChecks } from './HousemateChecks'
import { VillageSelect } from './VillageSelect'

interface DialogProps {
  file: OutputOf<'recipients.file'>
  onClose: () => void
}

/** 迁居: the file goes to another village or group from a day on; where it was stays on record. */
export function MoveDialog({ file, onClose }: DialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const move = useCommandOp('recipients.move')
  const form = useForm({
    initialValues: {
      villageId: file.villageId,
      villageGroupId: file.villageGroupId,
      from: today,
      reason: '',
      alsoFor: [] as number[],
    },
    validate: { villageId: (value) => (value === null ? '请选择村（社区）' : null) },
  })
  const save = async (): Promise<string> => {
    const { villageId, ...rest } = form.values
    await move.mutateAsync({ id: file.id, villageId: villageId ?? 0, ...rest })
    return `${file.facts.name}的档案已转到新的村组`
  }
  return (
    <ChangeDialog
      title={`迁居：${file.facts.name}（现在${file.villageName}${file.villageGroupName}）`}
      form={form}
      dayLabel="从哪一天起"
      saving={move.isPending}
      save={save}
      onClose={onClose}
    >
      <VillageSelect
        autoFocus
        villageId={form.values.villageId}
        villageGroupId={form.values.villageGroupId}
        onChange={(place) => form.setValues(place)}
        errors={form.errors}
      />
      <HousemateChecks
        household={file.household}
        label="同户的人一起迁"
        {...form.getInputProps('alsoFor')}
      />
    </ChangeDialog>
  )
}
