import { Checkbox, Group, NumberInput, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { serviceKindLabel, type ServiceKind } from '@shared/domain/services/vocabulary'
import { stationKindLabel, type StationKind } from '@shared/domain/stations/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { namesById } from '../shell/form/conflict'
import { DayInput } from '../shell/form/domain-inputs'
import { FormDialog } from '../shell/form/FormDialog'
import { DictionarySelect } from '../shell/form/inputs'
import { useReach, useSession } from '../shell/session'
import { VillageSelect } from '../villages/VillageSelect'
import type { Station } from './station-words'

interface StationDialogProps {
  /** The station that is changed; a new one where left out. */
  station?: Station
  onClose: () => void
  onCreated?: (id: number) => void
}

const countOf = (typed: number | string): number | null => (typed === '' ? null : Number(typed))

/** 登记站点, 修改站点: where it is, who runs it, what it offers. */
export function StationDialog(props: StationDialogProps): React.ReactElement {
  const { station, onClose, onCreated } = props
  const today = useSession().data?.today ?? ''
  const isWhole = useReach() === 'township'
  const villages = useQueryOp('villages.list', {}).data
  const create = useCommandOp('stations.create')
  const update = useCommandOp('stations.update')
  const form = useForm({
    initialValues: {
      kind: station?.kind ?? ('station' as StationKind),
      name: station?.name ?? '',
      villageId: station?.villageId ?? null,
      address: station?.address ?? '',
      openHours: station?.openHours ?? '',
      bedsTotal: (station?.bedsTotal ?? '') as number | string,
      bedsUsed: (station?.bedsUsed ?? '') as number | string,
      runBy: station?.runBy ?? '',
      manager: station?.manager ?? '',
      phone: station?.phone ?? '',
      services: station?.services ?? ([] as ServiceKind[]),
      from: station?.from ?? today,
      note: station?.note ?? '',
    },
  })
  const save = async (revision: number): Promise<string> => {
    const { bedsTotal, bedsUsed, ...typed } = form.getValues()
    const facts = { ...typed, bedsTotal: countOf(bedsTotal), bedsUsed: countOf(bedsUsed) }
    if (station) await update.mutateAsync({ id: station.id, revision, ...facts })
    else onCreated?.((await create.mutateAsync(facts)).id)
    return `${facts.name.trim()}已保存`
  }
  return (
    <FormDialog
      title={station ? '修改站点' : '登记站点'}
      form={form}
      record={
        station && {
          what: '这个站点',
          revision: station.revision,
          fields: [
            { key: 'kind', label: '类别', labels: stationKindLabel },
            { key: 'villageId', label: '村（社区）', labels: namesById(villages) },
            { key: 'name', label: '名称' },
            { key: 'address', label: '地址' },
            { key: 'openHours', label: '开放时间' },
            { key: 'bedsTotal', label: '床位' },
            { key: 'bedsUsed', label: '已住' },
            { key: 'runBy', label: '运营单位' },
            { key: 'manager', label: '负责人' },
            { key: 'phone', label: '电话' },
            { key: 'services', label: '提供的服务', labels: serviceKindLabel },
            { key: 'from', label: '启用日期' },
            { key: 'note', label: '备注' },
          ],
        }
      }
      size="lg"
      saving={create.isPending || update.isPending}
      save={save}
      onClose={onClose}
    >
      <SimpleGrid cols={2}>
        <DictionarySelect
          label="类别"
          required
          labels={stationKindLabel}
          {...form.getInputProps('kind')}
        />
        <VillageSelect
          placeholder={isWhole ? '全镇' : undefined}
          required={!isWhole}
          {...form.getInputProps('villageId')}
        />
        <TextInput label="名称" required data-autofocus {...form.getInputProps('name')} />
        <TextInput label="地址" {...form.getInputProps('address')} />
        <TextInput
          label="开放时间"
          placeholder="如 周一至周五 8:30—17:00"
          {...form.getInputProps('openHours')}
        />
        <DayInput label="启用日期" required {...form.getInputProps('from')} />
        <NumberInput label="床位" min={0} {...form.getInputProps('bedsTotal')} />
        <NumberInput label="已住" min={0} {...form.getInputProps('bedsUsed')} />
        <TextInput label="运营单位" {...form.getInputProps('runBy')} />
        <TextInput label="负责人" {...form.getInputProps('manager')} />
        <TextInput label="电话" {...form.getInputProps('phone')} />
      </SimpleGrid>
      <Checkbox.Group label="提供的服务" {...form.getInputProps('services')}>
        <Group mt={4} gap="md">
          {Object.entries(serviceKindLabel).map(([kind, label]) => (
            <Checkbox key={kind} value={kind} label={label} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea label="备注" autosize minRows={1} {...form.getInputProps('note')} />
    </FormDialog>
  )
}
