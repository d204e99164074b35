import { NumberInput, Radio, Stack } from '@mantine/core'
import { useCommandOp, useQueryOp, type InputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { FormSection } from '../shell/form/FormSection'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'

/** What the office decides about its home page; saved as it is changed. */
export function HomeSection(): React.ReactElement {
  const { data, error } = useQueryOp('home.settings', {})
  const save = useCommandOp('home.saveSettings')
  const mayWrite = useMay('rules.write')
  if (error) return <ErrorPanel error={error} />
  if (!data) return <span />
  const change = (patch: Partial<InputOf<'home.saveSettings'>>): void =>
    save.mutate(
      { ...data, ...patch },
      { onSuccess: () => tellDone('已保存'), onError: tellFailure },
    )
  return (
    <FormSection title="工作台">
      <Radio.Group
        label="整寿怎么算"
        description="按虚岁；当地习惯“做九不做十”的选做九"
        value={data.roundBirthday}
        onChange={(value) => change({ roundBirthday: value as 'atTen' | 'atNine' })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="atTen" label="做十：虚岁 60、70、80…" disabled={!mayWrite} />
          <Radio value="atNine" label="做九：虚岁 59、69、79…" disabled={!mayWrite} />
        </Stack>
      </Radio.Group>
      <NumberInput
        key={data.unseenDays}
        label="多少天没人当面见过，算久未见面"
        defaultValue={data.unseenDays}
        min={7}
        max={366}
        clampBehavior="strict"
        disabled={!mayWrite}
        onBlur={(event) => {
          const days = Number(event.currentTarget.value)
          if (days && days !== data.unseenDays) change({ unseenDays: days })
        }}
      />
    </FormSection>
  )
}
