import { Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { rateScopeLabel, type RateScope } from '@shared/domain/cadence/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { DictionarySelect } from '../shell/form/inputs'
import { SaveBar } from '../shell/form/SaveBar'
import { formatDay } from '../shell/format'
import { tellDone, wordsOf } from '../shell/notify'
import { useMay, useSession } from '../shell/session'
import { ChangePreview } from './ChangePreview'

/** 月探访率 is measured over whom, month by month. */
export function RateScopeSection(): React.ReactElement {
  const list = useQueryOp('rateScopes.list', {})
  const mayWrite = useMay('rules.write')
  const [changing, setChanging] = useState(false)
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <h2>月探访率统计谁</h2>
        {mayWrite && (
          <Button variant="default" onClick={() => setChanging(true)}>
            改统计范围
          </Button>
        )}
      </Group>
      {list.data && (
        <>
          <Text>本月：{rateScopeLabel[list.data.who]}</Text>
          <Text size="sm" c="dimmed">
            口径：{list.data.basis}
          </Text>
          {list.data.scopes.map(({ id, who, from, to }) => (
            <Text key={id} size="sm">
              {formatDay(from.slice(0, 7))}起{to && `，到${formatDay(to.slice(0, 7))}`}：
              {rateScopeLabel[who]}
            </Text>
          ))}
        </>
      )}
      {changing && list.data && <SetScope now={list.data.who} onClose={() => setChanging(false)} />}
    </Stack>
  )
}

function SetScope({ now, onClose }: { now: RateScope; onClose: () => void }): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const [who, setWho] = useState<RateScope>(now === 'bound' ? 'specialHardship' : 'bound')
  const [fromMonth, setFromMonth] = useState(today.slice(0, 7))
  const set = useCommandOp('rateScopes.set')
  const change = { who, fromMonth }
  const save = (): void =>
    set.mutate(change, {
      onSuccess: () => {
        tellDone(`${formatDay(fromMonth)}起按“${rateScopeLabel[who]}”统计`)
        onClose()
      },
    })
  return (
    <Modal opened onClose={onClose} title="改统计范围" size={560}>
      <Stack gap="md">
        <SimpleGrid cols={2}>
          <DictionarySelect
            label="统计谁"
            required
            labels={rateScopeLabel}
            value={who}
            onChange={(who) => who && setWho(who)}
          />
          <TextInput
            label="从哪个月起"
            description="写成 2026-11；以前的月份不变"
            required
            value={fromMonth}
            onChange={(event) => setFromMonth(event.currentTarget.value.trim())}
            error={set.error ? wordsOf(set.error) : undefined}
          />
        </SimpleGrid>
        <ChangePreview
          change={/^\d{4}-(0[1-9]|1[0-2])$/.test(fromMonth) ? { change: 'scope', ...change } : null}
        />
        <SaveBar onSave={save} onCancel={onClose} saving={set.isPending} />
      </Stack>
    </Modal>
  )
}
