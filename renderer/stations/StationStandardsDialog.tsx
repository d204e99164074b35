import { Checkbox, Group, Modal, NumberInput, SimpleGrid } from '@mantine/core'
import { useForm } from '@mantine/form'
import { stationKindLabel } from '@shared/domain/stations/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { FormDialog } from '../shell/form/FormDialog'

type Standards = OutputOf<'stations.standards'>

/** 站点要求: how many kinds of service, of which stations, and how often fire safety is checked. */
export function StationStandardsDialog({ onClose }: { onClose: () => void }): React.ReactElement {
  const { data, error } = useQueryOp('stations.standards', {})
  if (data) return <StandardsForm standards={data} onClose={onClose} />
  return (
    <Modal opened onClose={onClose} title="站点要求">
      {error && <ErrorPanel error={error} />}
    </Modal>
  )
}

function StandardsForm(props: { standards: Standards; onClose: () => void }): React.ReactElement {
  const { standards, onClose } = props
  const save = useCommandOp('stations.saveStandards')
  const form = useForm({ initialValues: standards })
  return (
    <FormDialog
      title="站点要求"
      form={form}
      size="lg"
      saving={save.isPending}
      save={async () => {
        await save.mutateAsync(form.getValues())
        return '站点要求已保存，提示按新的来'
      }}
      onClose={onClose}
    >
      <SimpleGrid cols={3}>
        <NumberInput
          label="至少提供几类服务"
          data-autofocus
          min={0}
          max={7}
          {...form.getInputProps('leastServices')}
        />
        <NumberInput
          label="消防检查几个月一次"
          min={1}
          max={36}
          {...form.getInputProps('fireCheckMonths')}
        />
        <NumberInput
          label="有隐患的几天内再查"
          min={1}
          max={180}
          {...form.getInputProps('recheckDays')}
        />
      </SimpleGrid>
      <Checkbox.Group label="哪些要达到服务类数" {...form.getInputProps('leastServicesOf')}>
        <Group mt={4}>
          {Object.entries(stationKindLabel).map(([kind, label]) => (
            <Checkbox key={kind} value={kind} label={label} />
          ))}
        </Group>
      </Checkbox.Group>
    </FormDialog>
  )
}
