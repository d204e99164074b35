import { Anchor, Badge, Button, Group, Menu, Stack, Switch, Table, Text } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { villageKindLabel } from '@shared/domain/vocabulary'
import { useQueryOp, type OutputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatCount, formatDay } from '../shell/format'
import { useMay } from '../shell/session'
import { AddDialog, MergeDialog, RenameDialog, type PlaceChange } from './PlaceDialogs'
import classes from './VillagesSection.module.css'

type Village = OutputOf<'villages.list'>[number]
type VillageGroup = Village['groups'][number]

/** 村社区: the places where files are kept, renamed and merged by their dates. */
export function VillagesSection(): React.ReactElement {
  const [withClosed, setWithClosed] = useState(false)
  const { data, error } = useQueryOp('villages.list', { withClosed })
  const mayWrite = useMay('organization.write')
  const [change, setChange] = useState<PlaceChange | null>(null)
  if (error) return <ErrorPanel error={error} />
  const villages = data ?? []
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Switch
          label="显示已撤并的"
          checked={withClosed}
          onChange={(event) => setWithClosed(event.currentTarget.checked)}
        />
        {mayWrite && (
          <Button
            leftSection={<IconPlus size={18} />}
            onClick={() => setChange({ kind: 'add', of: null })}
          >
            添加村社区
          </Button>
        )}
      </Group>
      <Table verticalSpacing={6} className="figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>名称</Table.Th>
            <Table.Th>村民小组</Table.Th>
            <Table.Th ta="end">在册</Table.Th>
            <Table.Th ta="end">不在册</Table.Th>
            <Table.Th />
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {villages.map((village) => (
            <Table.Tr key={village.id} data-closed={village.to !== null || undefined}>
              <Table.Td>
                <NameCell village={village} />
              </Table.Td>
              <Table.Td>
                <Group gap={6}>
                  {village.groups.map((group) => (
                    <GroupChip
                      key={group.id}
                      group={group}
                      village={village}
                      onChange={mayWrite ? setChange : undefined}
                    />
                  ))}
                </Group>
              </Table.Td>
              <Table.Td ta="end">{formatCount(village.active)}</Table.Td>
              <Table.Td ta="end">{formatCount(village.closed)}</Table.Td>
              <Table.Td>
                <Anchor component={Link} href={`/stations?village=${village.id}`} size="sm">
                  站点
                </Anchor>
              </Table.Td>
              <Table.Td>
                {mayWrite && village.to === null && (
                  <VillageMenu village={village} onChange={setChange} />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {villages.length === 0 && data && (
        <Text c="dimmed">还没有村社区。添加以后才能建档，也可以在导入台账时一并添加。</Text>
      )}
      {change?.kind === 'add' && <AddDialog change={change} onClose={() => setChange(null)} />}
      {change?.kind === 'rename' && (
        <RenameDialog change={change} onClose={() => setChange(null)} />
      )}
      {change?.kind === 'merge' && (
        <MergeDialog change={change} villages={villages} onClose={() => setChange(null)} />
      )}
    </Stack>
  )
}

function NameCell({ village }: { village: Village }) {
  const former = village.names.filter(({ to }) => to !== null)
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <Text fw={600} className={classes.name}>
          {village.name}
        </Text>
        {village.kind === 'community' && (
          <Badge variant="default" size="sm">
            {villageKindLabel.community}
          </Badge>
        )}
      </Group>
      {former.map(({ name, to }) => (
        <Text key={name} size="xs" c="dimmed">
          {formatDay(to)} 以前叫{name}
        </Text>
      ))}
      {village.to && (
        <Text size="xs" c="dimmed">
          {formatDay(village.to)} 并入{village.mergedIntoName}
        </Text>
      )}
    </>
  )
}

interface VillageMenuProps {
  village: Village
  onChange: (change: PlaceChange) => void
}

function VillageMenu({ village, onChange }: VillageMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          rightSection={<IconChevronDown size={14} />}
          aria-label={`变更${village.name}`}
        >
          变更
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChange({ kind: 'add', of: village })}>添加村民小组</Menu.Item>
        <Menu.Item onClick={() => onChange({ kind: 'rename', village, group: null })}>
          更名或更正名称
        </Menu.Item>
        <Menu.Item onClick={() => onChange({ kind: 'merge', village, group: null })}>
          并入别的村（合村并居）
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface GroupChipProps {
  village: Village
  group: VillageGroup
  onChange?: (change: PlaceChange) => void
}

function GroupChip({ village, group, onChange }: GroupChipProps) {
  const words = (
    <>
      {group.name}
      <span className={classes.count}>
        {group.to ? `至 ${formatDay(group.to)}` : formatCount(group.active)}
      </span>
    </>
  )
  if (!onChange || group.to !== null) return <span className={classes.group}>{words}</span>
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.group}>
          {words}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChange({ kind: 'rename', village, group })}>
          更名或更正名称
        </Menu.Item>
        <Menu.Item
          disabled={village.groups.filter(({ to }) => to === null).length < 2}
          onClick={() => onChange({ kind: 'merge', village, group })}
        >
          并入别的小组
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
