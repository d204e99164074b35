import { Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { riskLevelLabel, type RiskLevel } from '@shared/domain/vocabulary'
import { useCommandOp, type OutputOf } from '../api'
import { useSession } from '../shell/session'
import { ChangeDialog } from './ChangeDialog'

interface DialogProps {
  file: OutputOf<'recipients.file'>
  onClose: () => void
}

/** 定风险等级 by hand, where the office knows without scoring; a 风险评估 gives one by its factors. */
export function RiskDialog({ file, onClose }: DialogProps): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const setRisk = useCommandOp('recipients.setRisk')
  const form = useForm({
    initialValues: { level: '' as RiskLevel | '', from: today, reason: '' },
  })
  const save = async (): Promise<string> => {
    const { level, ...rest } = form.values
    await setRisk.mutateAsync({ id: file.id, level: level || null, ...rest })
    const words = level ? `定为${riskLevelLabel[level]}` : '不再定级'
    return `${file.facts.name}的风险等级${words}`
  }
  return (
    <ChangeDialog
      title={`定风险等级：${file.facts.name}`}
      form={form}
      dayLabel="从哪一天起"
      saving={setRisk.isPending}
      save={save}
      onClose={onClose}
    >
      <Select
        label={`等级（现在${file.riskLevel ? riskLevelLabel[file.riskLevel] : '没有定'}）`}
        description="走访频次按等级算；要逐项打分的，请做风险评估"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        data-autofocus
        data={[
          ...Object.entries(riskLevelLabel)
            .filter(([code]) => code !== file.riskLevel)
            .map(([value, label]) => ({ value, label })),
          ...(file.riskLevel ? [{ value: '', label: '不再定级' }] : []),
        ]}
        {...form.getInputProps('level')}
      />
    </ChangeDialog>
  )
}
