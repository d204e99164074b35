import {
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { nextDue, type DueRule } from '@shared/domain/assessments/due'
import { grade } from '@shared/domain/assessments/grading'
import { levelLabel, type Scale } from '@shared/domain/assessments/scale'
import { isDay } from '@shared/domain/calendar/days'
import { assessmentReasonLabel, assessmentSourceLabel } from '@shared/domain/vocabulary'
import { DayInput } from '../shell/form/domain-inputs'
import { DictionarySelect } from '../shell/form/inputs'
import { isComplete, type AssessmentEntry } from './entry'

interface FilingFieldsProps {
  scale: Scale
  form: UseFormReturnType<AssessmentEntry>
  dueRules: readonly DueRule[]
  today: string
}

/** The end of the form: the level found, by whom, when, and when to look again. */
export function FilingFields({
  scale,
  form,
  dueRules,
  today,
}: FilingFieldsProps): React.ReactElement {
  const entry = form.values
  const grading = isComplete(scale, entry) ? grade(scale, entry.answers, entry.changes) : null
  const level = entry.finalLevel || grading?.level || ''
  const byRule =
    level && isDay(entry.date) ? nextDue(dueRules, scale.code, level, entry.date) : null
  return (
    <Stack gap="sm">
      {grading ? (
        <div role="status">
          <Text fw={600} size="lg">
            {grading.score} 分 · {levelLabel(scale, grading.level)}
          </Text>
          <Text size="sm" c="dimmed">
            {grading.reasons.join('；')}
          </Text>
        </div>
      ) : (
        <Text c="dimmed">全部答完后在这里显示等级。</Text>
      )}
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        <DayInput label="评估日期" required notAfter={today} {...form.getInputProps('date')} />
        <DictionarySelect
          label="评估原因"
          required
          labels={assessmentReasonLabel}
          {...form.getInputProps('reason')}
        />
        <div>
          <Text size="sm" c="dimmed" mb={3}>
            评估性质
          </Text>
          <SegmentedControl
            fullWidth
            aria-label="评估性质"
            data={Object.entries(assessmentSourceLabel).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('source')}
          />
        </div>
        <TextInput
          label="评估人"
          placeholder="几个人用顿号隔开"
          {...form.getInputProps('assessors')}
        />
        <Select
          label="最终等级"
          description="一般按计算结果；另定的要写理由"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={[
            {
              value: '',
              label: grading ? `按计算结果（${levelLabel(scale, grading.level)}）` : '按计算结果',
            },
            ...scale.levels.map(({ code, label }) => ({ value: code, label })),
          ]}
          {...form.getInputProps('finalLevel')}
        />
        <DayInput
          label="下次评估"
          description={byRule ? `不填按复评周期：${byRule}` : '不填按复评周期'}
          {...form.getInputProps('nextDue')}
        />
      </SimpleGrid>
      {entry.finalLevel !== '' && entry.finalLevel !== grading?.level && (
        <TextInput label="另定等级的理由" required {...form.getInputProps('finalReason')} />
      )}
      <Textarea label="备注" autosize minRows={1} {...form.getInputProps('note')} />
      <Text size="xs" c="dimmed">
        本中心所评只作初筛或自评；申请待遇需由有资质的评估机构出具。
      </Text>
    </Stack>
  )
}
