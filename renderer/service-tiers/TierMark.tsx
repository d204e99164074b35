import { Button, Group, Popover, Stack, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { freeReadingLabel, serviceTierLabel } from '@shared/domain/service-tiers/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import classes from '../recipients/CategoryChips.module.css'
import { formatDay } from '../shell/format'
import { useMay } from '../shell/session'
import { TierDialog } from './TierDialog'

export type PersonTier = OutputOf<'serviceTiers.person'>

/** `无偿服务`, `志愿服务`, or that it cannot be told yet. */
export function tierWords({ tier, volunteer, unknown }: PersonTier): string {
  if (tier) return `${serviceTierLabel[tier]}服务`
  if (unknown.length > 0) return '服务类别待核实'
  return volunteer.holds ? `${serviceTierLabel.volunteer}服务` : '无服务类别'
}

/** 服务类别 at the head of a file; a click says which rule gave it and why no better one. */
export function TierMark(props: { recipientId: number; name: string }): React.ReactElement | null {
  const { data } = useQueryOp('serviceTiers.person', { recipientId: props.recipientId })
  const mayWrite = useMay('recipients.write')
  const [open, setOpen] = useState(false)
  const [deciding, setDeciding] = useState(false)
  if (!data) return null
  return (
    <>
      <Popover opened={open} onChange={setOpen} position="bottom-start" width={420} shadow="md">
        <Popover.Target>
          <UnstyledButton
            className={classes.chip}
            data-overridden={data.overridden ? true : undefined}
            title={`${data.reason}（点击看依据）`}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {tierWords(data)}
            {data.overridden && <span className={classes.hand}>认定</span>}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <TierReason tier={data} />
          {mayWrite && (
            <Group mt="xs">
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setOpen(false)
                  setDeciding(true)
                }}
              >
                人工认定服务类别
              </Button>
            </Group>
          )}
        </Popover.Dropdown>
      </Popover>
      {deciding && (
        <TierDialog
          recipientId={props.recipientId}
          name={props.name}
          tier={data}
          onClose={() => setDeciding(false)}
        />
      )}
    </>
  )
}

/** Which rule gave the tier, on what facts, why not a better one, and what is still missing. */
export function TierReason({ tier: data }: { tier: PersonTier }): React.ReactElement {
  const { reason, rule, better, volunteer, unknown, overridden, reading } = data
  return (
    <Stack gap={6}>
      <Text fw={600}>为什么是“{tierWords(data)}”？</Text>
      {rule && <Text size="sm">规则：{rule}</Text>}
      <Text size="sm">{reason}</Text>
      {overridden && (
        <Text size="sm" c="dimmed">
          {formatDay(overridden.from)} 起{overridden.to ? `至 ${formatDay(overridden.to)} ` : ''}
          人工认定；按规则应为“
          {overridden.computed.tier ? serviceTierLabel[overridden.computed.tier] : '不在三类之内'}
          ”：
          {overridden.computed.reason}
        </Text>
      )}
      {better.map((refusal) => (
        <Text size="sm" key={refusal.title}>
          不是{serviceTierLabel[refusal.tier]}（{refusal.title}）：{refusal.reason}
        </Text>
      ))}
      {unknown.length > 0 && <Text size="sm">还缺：{unknown.join('、')}</Text>}
      <Text size="sm">
        志愿服务：{volunteer.holds ? `可以享受${volunteer.first ? '，优先安排' : ''}` : '不符合'}（
        {volunteer.reason}）
      </Text>
      <Text size="xs" c="dimmed">
        口径：无偿{freeReadingLabel[reading]}；取无偿、低偿、有偿中最好的一档，志愿另计。
      </Text>
    </Stack>
  )
}
