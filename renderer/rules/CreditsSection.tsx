import { Button, Group, Modal, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { dutyLabel } from '@shared/domain/cadence/duty-label'
import type { Duty } from '@shared/domain/cadence/rules'
import { startOf } from '@shared/domain/calendar/days'
import { contactKindLabel, type ContactKind } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { DayInput } from '../shell/form/domain-inputs'
import { DictionarySelect } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { tellDone, wordsOf } from '../shell/notify'
import { useMay, useSession } from '../shell/session'
import { ChangePreview } from './ChangePreview'
import { spanWords, standingWord } from './rule-words'

type Credit = OutputOf<'credits.list'>['credits'][number]
type Asked = Pick<Credit, 'kind' | 'duty'>
type Open = { what: 'add'; asked: Asked | null } | { what: 'end'; credit: Credit } | null

const wholeDay = /^\d{4}-\d{2}-\d{2}$/
const creditWords = ({ kind, duty }: Asked): string =>
  `${contactKindLabel[kind]}也算${dutyLabel[duty]}`

/** 抵算: what counts for what besides a rule's own kinds. */
export function CreditsSection(): React.ReactElement {
  const list = useQueryOp('credits.list', {})
  const mayWrite = useMay('rules.write')
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)
  const { credits = [], suggested = [] } = list.data ?? {}
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <h2>抵算</h2>
        {mayWrite && (
          <Button variant="default" onClick={() => setOpen({ what: 'add', asked: null })}>
            新抵算
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        规则写明哪些方式算数；除此之外还认哪些，写在这里，从启用那天做的走访算起。只算一层，不连环抵算。看了夫妻两人要各记一条：看一个人，永远不算看过另一个人。
      </Text>
      {credits.length > 0 && (
        <Table withTableBorder verticalSpacing={6}>
          <Table.Tbody>
            {credits.map((credit) => (
              <Table.Tr key={credit.id} c={credit.standing === 'ended' ? 'dimmed' : undefined}>
                <Table.Td fw={600}>{creditWords(credit)}</Table.Td>
                <Table.Td>{spanWords(credit)}</Table.Td>
                <Table.Td>{standingWord[credit.standing]}</Table.Td>
                <Table.Td ta="end">
                  {mayWrite && credit.standing !== 'ended' && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => setOpen({ what: 'end', credit })}
                    >
                      停用
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {mayWrite && suggested.length > 0 && (
        <Group gap="xs">
          <Text size="sm">常用：</Text>
          {suggested.map((asked) => (
            <Button
              key={creditWords(asked)}
              size="compact-sm"
              variant="default"
              onClick={() => setOpen({ what: 'add', asked })}
            >
              {creditWords(asked)}…
            </Button>
          ))}
        </Group>
      )}
      {open?.what === 'add' && <AddCredit asked={open.asked} onClose={close} />}
      {open?.what === 'end' && <EndCredit credit={open.credit} onClose={close} />}
    </Stack>
  )
}

function AddCredit(props: { asked: Asked | null; onClose: () => void }): React.ReactElement {
  const { asked, onClose } = props
  const today = useSession().data?.today ?? ''
  const [kind, setKind] = useState<ContactKind>(asked?.kind ?? 'home')
  const [duty, setDuty] = useState<Duty>(asked?.duty ?? 'phone')
  const [from, setFrom] = useState(startOf('month', today))
  const add = useCommandOp('credits.add')
  const credit = { kind, duty, from }
  const save = (): void =>
    add.mutate(credit, {
      onSuccess: () => {
        tellDone(`已启用“${creditWords(credit)}”`)
        onClose()
      },
    })
  return (
    <Modal opened onClose={onClose} title="新抵算" size={560}>
      <Stack gap="md">
        <SimpleGrid cols={3}>
          <DictionarySelect
            label="做了"
            required
            labels={contactKindLabel}
            value={kind}
            onChange={(kind) => kind && setKind(kind)}
          />
          <DictionarySelect
            label="也算"
            required
            labels={dutyLabel}
            value={duty}
            onChange={(duty) => duty && setDuty(duty)}
          />
          <DayInput
            label="从哪天做的起"
            required
            value={from}
            onChange={setFrom}
            error={add.error ? wordsOf(add.error) : undefined}
          />
        </SimpleGrid>
        <ChangePreview change={wholeDay.test(from) ? { change: 'addCredit', ...credit } : null} />
        <SaveBar label="启用" onSave={save} onCancel={onClose} saving={add.isPending} />
      </Stack>
    </Modal>
  )
}

function EndCredit(props: { credit: Credit; onClose: () => void }): React.ReactElement {
  const { credit, onClose } = props
  const today = useSession().data?.today ?? ''
  const [on, setOn] = useState(today)
  const end = useCommandOp('credits.end')
  const change = { id: credit.id, on }
  const save = (): void =>
    end.mutate(change, {
      onSuccess: () => {
        tellDone(`“${creditWords(credit)}”到 ${on} 停用`)
        onClose()
      },
    })
  return (
    <Modal opened onClose={onClose} title={`停用“${creditWords(credit)}”`} size={560}>
      <Stack gap="md">
        <DayInput
          label="最后一天"
          required
          data-autofocus
          value={on}
          onChange={setOn}
          error={end.error ? wordsOf(end.error) : undefined}
        />
        <ChangePreview change={wholeDay.test(on) ? { change: 'endCredit', ...change } : null} />
        <SaveBar label="停用" onSave={save} onCancel={onClose} saving={end.isPending} />
      </Stack>
    </Modal>
  )
}
