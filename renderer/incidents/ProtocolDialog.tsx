import {
  ActionIcon,
  Button,
  Group,
  Modal,
  NumberInput,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { defaultProtocol } from '@shared/domain/incidents/protocol'
import { useCommandOp, type OutputOf } from '../api'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone, tellFailure } from '../shell/notify'

type Protocol = OutputOf<'incidents.protocol'>

interface ProtocolDialogProps {
  protocol: Protocol
  onClose: () => void
}

const isNational = (code: string): boolean =>
  defaultProtocol.kinds.some((kind) => kind.code === code)

/** 步骤和时限: the hours the county asks for, the office's own steps and its own events. */
export function ProtocolDialog({ protocol, onClose }: ProtocolDialogProps): React.ReactElement {
  const [duties, setDuties] = useState(protocol.duties)
  const [kinds, setKinds] = useState(protocol.kinds)
  const [newStep, setNewStep] = useState('')
  const [newKind, setNewKind] = useState('')
  const save = useCommandOp('incidents.setProtocol')
  const addStep = (): void => {
    const label = newStep.trim()
    if (label === '') return
    const duty = { step: label, label, withinHours: 24, kinds: null, forChildren: true }
    setDuties([...duties, duty])
    setNewStep('')
  }
  const addKind = (): void => {
    const label = newKind.trim()
    if (label === '') return
    setKinds([...kinds, { code: label, label }])
    setNewKind('')
  }
  const keep = (): void => {
    save.mutateAsync({ kinds, duties }).then(() => {
      tellDone('步骤和时限已保存，以后登记的强制报告按新时限')
      onClose()
    }, tellFailure)
  }
  const kindWords = (codes: readonly string[] | null): string =>
    codes === null
      ? '全部事件'
      : codes.map((code) => kinds.find((kind) => kind.code === code)?.label ?? code).join('、')
  return (
    <Modal opened onClose={onClose} title="步骤和时限" size={760}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          时限从发现时间算起，请按本县规定填写。改动只管以后登记的，已经登记的仍按当时的时限。
        </Text>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>步骤</Table.Th>
              <Table.Th>多少小时内</Table.Th>
              <Table.Th>哪些事件</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {duties.map((duty, at) => (
              <Table.Tr key={duty.step}>
                <Table.Td>{duty.label}</Table.Td>
                <Table.Td>
                  <NumberInput
                    aria-label={`${duty.label}时限（小时）`}
                    min={0.25}
                    max={720}
                    hideControls
                    value={duty.withinHours}
                    onChange={(hours) =>
                      setDuties(
                        duties.map((one, i) =>
                          i === at ? { ...one, withinHours: Number(hours) } : one,
                        ),
                      )
                    }
                  />
                </Table.Td>
                <Table.Td>
                  {kindWords(duty.kinds)}
                  {duty.kinds !== null && duty.forChildren && '；未满 14 周岁的都要'}
                </Table.Td>
                <Table.Td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`去掉${duty.label}`}
                    onClick={() => setDuties(duties.filter((_, i) => i !== at))}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group align="flex-end">
          <TextInput
            label="本地另加的步骤"
            placeholder="如 报卫健办"
            value={newStep}
            maxLength={30}
            onChange={(event) => setNewStep(event.currentTarget.value)}
          />
          <Button variant="default" onClick={addStep}>
            加上
          </Button>
        </Group>
        <Text size="sm">
          事件：{kinds.map(({ label }) => label).join('、')}。前五种是规定必须报告的，不能去掉。
        </Text>
        <Group align="flex-end">
          <TextInput
            label="本地另加的事件"
            placeholder="如 走失"
            value={newKind}
            maxLength={30}
            onChange={(event) => setNewKind(event.currentTarget.value)}
          />
          <Button variant="default" onClick={addKind}>
            加上
          </Button>
          {kinds.some(({ code }) => !isNational(code)) && (
            <Button
              variant="subtle"
              color="gray"
              onClick={() => setKinds(kinds.filter(({ code }) => isNational(code)))}
            >
              去掉本地事件
            </Button>
          )}
        </Group>
        <SaveBar onSave={keep} onCancel={onClose} saving={save.isPending} />
      </Stack>
    </Modal>
  )
}
