import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useCommandOp, useQueryOp } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { tellDone, tellFailure } from '../shell/notify'

/** 启用现成的登记簿: each with what it is for and the order of its work; several at once. */
export function AdoptPresets({ onClose }: { onClose: () => void }): React.ReactElement {
  const presets = useQueryOp('registers.presets', {})
  const adopt = useCommandOp('registers.adopt')
  const [chosen, setChosen] = useState<string[]>([])
  const areas = [...new Set(presets.data?.map(({ area }) => area))]
  const save = async (): Promise<void> => {
    try {
      const { ids } = await adopt.mutateAsync({ presets: chosen })
      tellDone(`已启用 ${ids.length} 本登记簿，可以再改成本单位的样子`)
      onClose()
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title="启用现成的登记簿" size={860}>
      <Stack gap="md">
        {presets.error && <ErrorPanel error={presets.error} />}
        <Checkbox.Group value={chosen} onChange={setChosen}>
          {areas.map((area) => (
            <Stack gap={6} key={area} mb="md">
              <Text fw={600}>{area}</Text>
              {presets.data
                ?.filter((one) => one.area === area)
                .map(({ code, definition, registerId }) => (
                  <Checkbox
                    key={code}
                    value={code}
                    disabled={registerId !== null}
                    label={registerId === null ? definition.name : `${definition.name}（已启用）`}
                    description={`${definition.purpose} 步骤：${definition.states.map(({ label }) => label).join(' → ')}`}
                  />
                ))}
            </Stack>
          ))}
        </Checkbox.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button
            disabled={chosen.length === 0}
            loading={adopt.isPending}
            onClick={() => void save()}
          >
            启用 {chosen.length} 本
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
