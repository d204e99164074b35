import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconX } from '@tabler/icons-react'
import { riskSchemeOn, type RiskScheme } from '@shared/domain/assessments/risk-review'
import { useCommandOp } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { FormSection, WholeRow } from '../shell/form/FormSection'
import { tellDone } from '../shell/notify'
import classes from './assessments.module.css'

interface RiskSchemeFormProps {
  schemes: readonly RiskScheme[]
  today: string
}

/** 风险评估办法: the office's factors and weights, dated, with the levels they lead to. */
export function RiskSchemeForm({ schemes, today }: RiskSchemeFormProps): React.ReactElement {
  const save = useCommandOp('riskReviews.saveScheme')
  const { factors, highFrom, keyFrom } = riskSchemeOn(schemes, today)
  const form = useForm({
    initialValues: { from: today, highFrom, keyFrom, factors: factors.map((one) => ({ ...one })) },
  })
  const addOwn = (): void => {
    const taken = new Set(form.values.factors.map(({ code }) => code))
    let number = 1
    while (taken.has(`own${number}`)) number += 1
    form.insertListItem('factors', { code: `own${number}`, title: '', weight: 1 })
  }
  const submit = async (): Promise<void> => {
    try {
      await save.mutateAsync(form.getValues())
      tellDone(`风险评估办法已改，${form.values.from} 起照此评估`)
    } catch (error) {
      showFailure(form, error)
    }
  }
  return (
    <FormSection title="风险评估办法" note="权重相加，达到分数线即为该等级；以前的评估不变">
      <WholeRow>
        {form.values.factors.map(({ code }, index) => (
          <div key={code} className={classes.factor}>
            <TextInput
              flex={1}
              aria-label={`第 ${index + 1} 项名称`}
              {...form.getInputProps(`factors.${index}.title`)}
            />
            <NumberInput
              w={110}
              aria-label={`第 ${index + 1} 项权重`}
              min={0}
              max={20}
              suffix=" 分"
              {...form.getInputProps(`factors.${index}.weight`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`去掉第 ${index + 1} 项`}
              onClick={() => form.removeListItem('factors', index)}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        ))}
        <Button variant="subtle" leftSection={<IconPlus size={16} />} onClick={addOwn}>
          再加一项
        </Button>
      </WholeRow>
      <NumberInput
        label="高风险：不少于"
        suffix=" 分"
        min={1}
        {...form.getInputProps('highFrom')}
      />
      <NumberInput label="重点：不少于" suffix=" 分" min={1} {...form.getInputProps('keyFrom')} />
      <DayInput label="从哪天起" {...form.getInputProps('from')} />
      <WholeRow>
        <Button onClick={() => void submit()} loading={save.isPending} disabled={!form.isDirty()}>
          保存风险评估办法
        </Button>
      </WholeRow>
    </FormSection>
  )
}
