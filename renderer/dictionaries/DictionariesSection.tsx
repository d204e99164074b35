import { ActionIcon, Button, Group, Select, Stack, Table, Text, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatCount } from '../shell/format'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'
import { EntryDialog } from './EntryDialog'

export type Dictionary = OutputOf<'dictionaries.list'>[number]
export type Entry = Dictionary['entries'][number]

/** 设置 → 字典: the words of every list, how many files use each, and what may become of them. */
export function DictionariesSection(): React.ReactElement {
  const lists = useQueryOp('dictionaries.list', {})
  const wanted = new URLSearchParams(useSearch()).get('list')
  if (lists.error) return <ErrorPanel error={lists.error} onRetry={() => void lists.refetch()} />
  const chosen = lists.data?.find(({ key }) => key === wanted) ?? lists.data?.[0]
  return (
    <Stack gap="md">
      <h2>字典</h2>
      <Text size="sm" c="dimmed">
        档案里供选择的词都在这里，可以添加、改名、排序和停用。改名后，档案、名单、导入和打印都用新名；停用的词不再供选择，老档案照样读得出。
      </Text>
      <Select
        label="字典"
        maw={280}
        allowDeselect={false}
        searchable
        data={(lists.data ?? []).map(({ key, title }) => ({ value: key, label: title }))}
        value={chosen?.key ?? null}
        onChange={(key) =>
          key && navigate(`/settings?part=dictionaries&list=${key}`, { replace: true })
        }
      />
      {chosen && <DictionaryTable key={chosen.key} dictionary={chosen} />}
    </Stack>
  )
}

function DictionaryTable({ dictionary }: { dictionary: Dictionary }): React.ReactElement {
  const { key, title, entries } = dictionary
  const mayWrite = useMay('fields.write')
  const usage = useQueryOp('dictionaries.usage', { dictionary: key })
  const [open, setOpen] = useState<Entry | { word: string } | null>(null)
  const reorder = useCommandOp('dictionaries.reorder')
  const change = useCommandOp('dictionaries.change')
  const files = new Map(usage.data?.entries.map(({ code, files }) => [code, files]))
  const counted = key === 'helperKind' ? '帮扶人' : '档案'

  const move = (at: number, by: -1 | 1): void => {
    const codes = entries.map(({ code }) => code)
    const [moved] = codes.splice(at, 1)
    codes.splice(at + by, 0, moved!)
    reorder.mutateAsync({ dictionary: key, codes }).catch(tellFailure)
  }
  const retire = ({ code, label, revision }: Entry, retired: boolean): void => {
    change
      .mutateAsync({ dictionary: key, code, revision, retired })
      .then(() => tellDone(retired ? `“${label}”已停用` : `“${label}”已恢复使用`), tellFailure)
  }
  return (
    <Stack gap="sm">
      <Table withTableBorder verticalSpacing={4} aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>名称</Table.Th>
            <Table.Th>台账里的别的写法</Table.Th>
            <Table.Th ta="end">用到的{counted}</Table.Th>
            <Table.Th>状态</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry, at) => (
            <Table.Tr key={entry.code} c={entry.retired ? 'dimmed' : undefined}>
              <Table.Td fw={600}>
                {entry.label}
                {entry.note && (
                  <Text component="span" size="xs" c="dimmed" ml="sm">
                    {entry.note}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{entry.aliases.join('、')}</Table.Td>
              <Table.Td ta="end">{usage.data && formatCount(files.get(entry.code) ?? 0)}</Table.Td>
              <Table.Td>
                {entry.retired ? '○ 停用' : '在用'}
                {entry.reservedBy && (
                  <Text size="xs" c="dimmed">
                    不能停用或改名：{entry.reservedBy}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                {mayWrite && (
                  <Group gap={2} wrap="nowrap" justify="flex-end">
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={`修改${entry.label}`}
                      onClick={() => setOpen(entry)}
                    >
                      修改
                    </Button>
                    {!entry.reservedBy && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={`${entry.retired ? '恢复' : '停用'}${entry.label}`}
                        onClick={() => retire(entry, !entry.retired)}
                      >
                        {entry.retired ? '恢复' : '停用'}
                      </Button>
                    )}
                    <Mover label={`${entry.label}上移`} off={at === 0} onMove={() => move(at, -1)}>
                      <IconArrowUp size={16} />
                    </Mover>
                    <Mover
                      label={`${entry.label}下移`}
                      off={at === entries.length - 1}
                      onMove={() => move(at, 1)}
                    >
                      <IconArrowDown size={16} />
                    </Mover>
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {mayWrite && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => setOpen({ word: '' })}
          >
            添加词条
          </Button>
        </Group>
      )}
      <OwnWords
        words={usage.data?.ownWords ?? []}
        onAdopt={mayWrite ? (word) => setOpen({ word }) : undefined}
      />
      {open && <EntryDialog dictionary={dictionary} open={open} onClose={() => setOpen(null)} />}
    </Stack>
  )
}

interface MoverProps {
  label: string
  off: boolean
  onMove: () => void
  children: React.ReactNode
}

function Mover({ label, off, onMove, children }: MoverProps): React.ReactElement {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={off} onClick={onMove}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

interface OwnWordsProps {
  words: OutputOf<'dictionaries.usage'>['ownWords']
  onAdopt?: (word: string) => void
}

/** Words that files hold though the list has them not: the list may have to learn them. */
function OwnWords({ words, onAdopt }: OwnWordsProps): React.ReactElement | null {
  if (words.length === 0) return null
  return (
    <section aria-label="档案里自己写的词">
      <Text fw={600}>档案里自己写的词</Text>
      <Text size="sm" c="dimmed">
        录入或导入时写的、字典里没有的词。常用的可以加进字典，写着它的档案随即归到这一项。
      </Text>
      <Group gap="xs" mt="xs">
        {words.map(({ word, files }) => (
          <Button
            key={word}
            size="compact-sm"
            variant="default"
            disabled={!onAdopt}
            onClick={() => onAdopt?.(word)}
          >
            {word}（{formatCount(files)}）
          </Button>
        ))}
      </Group>
    </section>
  )
}
