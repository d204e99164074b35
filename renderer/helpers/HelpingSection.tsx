import { Button, Group, NumberInput, SegmentedControl, SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { feedbackPeriodLabel, type FeedbackPeriod } from '@shared/domain/feedback/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { useDictionaries } from '../dictionaries/useDictionaries'
import { ErrorPanel } from '../shell/ErrorPanel'
import { FormSection, WholeRow } from '../shell/form/FormSection'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'

type Capacities = OutputOf<'helpers.capacities'>

const periods = Object.entries(feedbackPeriodLabel).map(([value, label]) => ({ value, label }))

/** 帮扶与反馈: how many people a helper takes at most, and how often people are asked. */
export function HelpingSection(): React.ReactElement {
  const capacities = useQueryOp('helpers.capacities', {})
  if (capacities.error) return <ErrorPanel error={capacities.error} />
  if (!capacities.data) return <span />
  return (
    <>
      <CapacityFields stored={capacities.data} />
      <FeedbackPeriodField />
    </>
  )
}

function CapacityFields({ stored }: { stored: Capacities }): React.ReactElement {
  const [edited, setEdited] = useState<Capacities | null>(null)
  const save = useCommandOp('helpers.setCapacities')
  const mayWrite = useMay('rules.write')
  const shown = edited ?? stored
  const kinds = { ...useDictionaries().offered('helperKind'), unknown: '身份未填' }
  return (
    <FormSection
      title="最多帮扶人数"
      note="按身份类别；给某一位单独定的，以他自己的为准。结对建议不超过这个数"
    >
      <WholeRow>
        <SimpleGrid cols={4} maw={720}>
          {Object.entries<string>(kinds).map(([kind, label]) => (
            <NumberInput
              key={kind}
              label={label}
              min={0}
              max={200}
              allowDecimal={false}
              disabled={!mayWrite}
              value={shown[kind] ?? shown['unknown']}
              onChange={(typed) => setEdited({ ...shown, [kind]: Number(typed) })}
            />
          ))}
        </SimpleGrid>
        {edited && (
          <Group mt="sm">
            <Button
              loading={save.isPending}
              onClick={() =>
                save.mutate(edited, {
                  onSuccess: () => {
                    setEdited(null)
                    tellDone('最多帮扶人数已保存')
                  },
                  onError: tellFailure,
                })
              }
            >
              保存
            </Button>
            <Button variant="default" onClick={() => setEdited(null)}>
              不改了
            </Button>
          </Group>
        )}
      </WholeRow>
    </FormSection>
  )
}

function FeedbackPeriodField(): React.ReactElement {
  const settings = useQueryOp('feedback.settings', {})
  const save = useCommandOp('feedback.setSettings')
  const mayWrite = useMay('rules.write')
  return (
    <FormSection title="满意度反馈" note="多久请每位老人说一次帮扶人怎么样">
      <SegmentedControl
        aria-label="多久问一次"
        data={periods}
        disabled={!mayWrite || !settings.data}
        value={settings.data?.period ?? 'halfYear'}
        onChange={(period) =>
          save.mutate(
            { period: period as FeedbackPeriod },
            { onSuccess: () => tellDone('已保存'), onError: tellFailure },
          )
        }
        transitionDuration={0}
      />
    </FormSection>
  )
}
