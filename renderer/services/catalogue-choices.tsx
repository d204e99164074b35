import { Select, type SelectProps } from '@mantine/core'
import {
  serviceKindLabel,
  type ServiceKind,
  type ServiceMode,
} from '@shared/domain/services/vocabulary'
import { codesOf } from '@shared/domain/vocabulary'
import { useQueryOp, type OutputOf } from '../api'

export type Catalogue = OutputOf<'services.catalogue'>
export type ServiceItem = Catalogue['items'][number]
export type ServiceProvider = Catalogue['providers'][number]

export const isOffered = (one: { endedOn: string | null }, day: string): boolean =>
  one.endedOn === null || one.endedOn >= day

/** The items offered on a day, by their kinds: what a select lists. */
export const itemGroups = (items: readonly ServiceItem[], day: string) =>
  codesOf(serviceKindLabel).flatMap((kind: ServiceKind) => {
    const own = items.filter((item) => item.kind === kind && isOffered(item, day))
    return own.length === 0
      ? []
      : [
          {
            group: serviceKindLabel[kind],
            items: own.map(({ id, name }) => ({ value: String(id), label: name })),
          },
        ]
  })

type ChoiceProps = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value?: string | null
  onChange?: (value: string | null) => void
  /** Items and providers that served or were offered then. */
  day: string
}

/** 服务项目 of the catalogue, searched by typing. */
export function ItemSelect({ day, ...rest }: ChoiceProps): React.ReactElement {
  const items = useQueryOp('services.catalogue', {}).data?.items ?? []
  return (
    <Select
      label="服务项目"
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage="目录里没有"
      allowDeselect={false}
      {...rest}
      data={itemGroups(items, day)}
    />
  )
}

/** Who serves in this way; none has to be named. */
export function ProviderSelect({
  day,
  mode,
  ...rest
}: ChoiceProps & { mode: ServiceMode }): React.ReactElement {
  const providers = useQueryOp('services.catalogue', {}).data?.providers ?? []
  return (
    <Select
      label="服务单位或个人"
      searchable
      clearable
      placeholder="不写也可以"
      nothingFoundMessage="没有这种方式的服务单位"
      {...rest}
      data={providers
        .filter((one) => one.mode === mode && isOffered(one, day))
        .map(({ id, name }) => ({ value: String(id), label: name }))}
    />
  )
}
