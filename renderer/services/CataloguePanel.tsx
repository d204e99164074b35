import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { yuanWords } from '@shared/domain/funds/balance'
import { serviceKindLabel, serviceModeLabel } from '@shared/domain/services/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { DataTable, type Column } from '../shell/DataTable'
import { formatDay } from '../shell/format'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'
import type { ServiceItem, ServiceProvider } from './catalogue-choices'
import { ItemDialog, PriceDialog, ProviderDialog } from './CatalogueDialogs'

const itemColumns: Column<ServiceItem>[] = [
  { key: 'kind', title: '类别', text: (row) => serviceKindLabel[row.kind], width: 100 },
  { key: 'name', title: '项目', text: (row) => row.name, width: 120, grow: 2 },
  { key: 'unit', title: '单位', text: (row) => row.unit, width: 60 },
  {
    key: 'price',
    title: '价格（元）',
    hint: '今天执行的价格；没有定价的不收费。',
    text: (row) => (row.price ? yuanWords(row.price.price) : '未定价'),
    width: 100,
    align: 'end',
  },
  {
    key: 'lowCost',
    title: '低偿付（元）',
    text: (row) => (row.price ? yuanWords(row.price.lowCostPrice) : ''),
    width: 110,
    align: 'end',
  },
  {
    key: 'ended',
    title: '停办',
    text: (row) => (row.endedOn ? `${formatDay(row.endedOn)} 止` : ''),
    width: 110,
  },
]

const providerColumns: Column<ServiceProvider>[] = [
  { key: 'name', title: '服务单位或个人', text: (row) => row.name, width: 160, grow: 2 },
  { key: 'mode', title: '服务方式', text: (row) => serviceModeLabel[row.mode], width: 90 },
  { key: 'contact', title: '联系人', text: (row) => row.contactName ?? '', width: 80 },
  { key: 'phone', title: '电话', text: (row) => row.phone ?? '', width: 120 },
  {
    key: 'ended',
    title: '停止服务',
    text: (row) => (row.endedOn ? `${formatDay(row.endedOn)} 止` : ''),
    width: 110,
  },
]

type Open =
  { kind: 'item' | 'price'; record?: ServiceItem } | { kind: 'provider'; record?: ServiceProvider }

/** 目录与单位: what is served at what price, and who serves. */
export function CataloguePanel(): React.ReactElement {
  const { data, error, refetch } = useQueryOp('services.catalogue', {})
  const mayWrite = useMay('rules.write')
  const adopt = useCommandOp('services.adoptPreset')
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => setOpen(null)
  const [active, setActive] = useState<string | number | null>(null)
  const chosen = data?.items.find(({ id }) => id === active)
  const takePreset = (): void => {
    adopt
      .mutateAsync({})
      .then(({ added }) => tellDone(`目录里添了 ${added} 项，接着给要收费的项目定价`))
      .catch(tellFailure)
  }
  return (
    <div
      style={{ display: 'grid', gridTemplateColumns: '3fr 2fr', gap: 16, flex: 1, minHeight: 0 }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
        <Group gap="xs" mb={8}>
          <Text fw={600}>服务目录</Text>
          {mayWrite && (
            <>
              <Button
                size="compact-md"
                variant="default"
                leftSection={<IconPlus size={16} />}
                onClick={() => setOpen({ kind: 'item' })}
              >
                新项目
              </Button>
              <Button
                size="compact-md"
                variant="default"
                disabled={!chosen}
                onClick={() => setOpen({ kind: 'price', record: chosen })}
              >
                {chosen ? `给“${chosen.name}”定价` : '选一项再定价'}
              </Button>
            </>
          )}
        </Group>
        <DataTable
          label="服务目录"
          columns={itemColumns}
          rows={data?.items}
          rowKey={(row) => row.id}
          active={{ key: active, onChange: setActive }}
          onPeek={(row) => setActive(row.id)}
          onOpen={mayWrite ? (record) => setOpen({ kind: 'item', record }) : undefined}
          error={error}
          onRetry={() => void refetch()}
          empty={{
            title: '服务目录还是空的',
            hint: '可以先采用常用的十五项，再改名称、单位，给要收费的定价。',
            action: mayWrite ? { label: '采用常用目录', onClick: takePreset } : undefined,
          }}
        />
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
        <Group gap="xs" mb={8}>
          <Text fw={600}>服务单位</Text>
          {mayWrite && (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() => setOpen({ kind: 'provider' })}
            >
              新服务单位
            </Button>
          )}
        </Group>
        <DataTable
          label="服务单位"
          columns={providerColumns}
          rows={data?.providers}
          rowKey={(row) => row.id}
          onOpen={mayWrite ? (record) => setOpen({ kind: 'provider', record }) : undefined}
          empty={{
            title: '还没有服务单位',
            hint: '送餐的食堂、家政公司、志愿者队伍和热心邻居都登记在这里。',
          }}
        />
      </div>
      {open?.kind === 'item' && <ItemDialog record={open.record} onClose={close} />}
      {open?.kind === 'price' && open.record && (
        <PriceDialog record={open.record} onClose={close} />
      )}
      {open?.kind === 'provider' && <ProviderDialog record={open.record} onClose={close} />}
    </div>
  )
}
