import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { HousemateChecks } from '../recipients/HousemateChecks'
import type { Housemate } from './visit-lines'

interface HousemateDialogProps {
  name: string
  housemates: readonly Housemate[]
  onAdd: (chosen: Housemate[]) => void
  onClose: () => void
}

/** 同户同访: who of a home was met too; everybody is ticked, Enter takes them. */
export function HousemateDialog(props: HousemateDialogProps): React.ReactElement {
  const { name, housemates, onAdd, onClose } = props
  const [chosen, setChosen] = useState(() => housemates.map(({ id }) => id))
  return (
    <Modal opened onClose={onClose} title={`${name}家还见到谁`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onAdd(housemates.filter(({ id }) => chosen.includes(id)))
        }}
      >
        <Stack gap="md">
          <HousemateChecks
            household={housemates}
            label="照这一行各记一行"
            value={chosen}
            onChange={setChosen}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" data-autofocus disabled={chosen.length === 0}>
              各记一行
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
