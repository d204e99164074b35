import { Select } from '@mantine/core'
import { useQueryOp } from '../api'

interface VillageSelectProps {
  villageId: number | null
  villageGroupId: number | null
  onChange: (place: { villageId: number | null; villageGroupId: number | null }) => void
  errors?: { villageId?: React.ReactNode; villageGroupId?: React.ReactNode }
  autoFocus?: boolean
}

/** 村（社区）and 村民小组: the groups offered are those of the village. */
export function VillageSelect(props: VillageSelectProps): React.ReactElement {
  const { villageId, villageGroupId, onChange, errors, autoFocus } = props
  const villages = useQueryOp('villages.list', {}).data ?? []
  const groups = villages.find(({ id }) => id === villageId)?.groups ?? []
  const numberOf = (value: string | null): number | null => (value === null ? null : Number(value))
  return (
    <>
      <Select
        label="村（社区）"
        required
        searchable
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        data={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={villageId === null ? null : String(villageId)}
        onChange={(value) => onChange({ villageId: numberOf(value), villageGroupId: null })}
        error={errors?.villageId}
        nothingFoundMessage="没有这个村，可在设置里添加"
      />
      <Select
        label="村民小组"
        searchable
        clearable
        disabled={groups.length === 0}
        placeholder={
          villageId === null
            ? '先选村（社区）'
            : groups.length === 0
              ? '这个村没有设小组'
              : undefined
        }
        data={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={villageGroupId === null ? null : String(villageGroupId)}
        onChange={(value) => onChange({ villageId, villageGroupId: numberOf(value) })}
        error={errors?.villageGroupId}
      />
    </>
  )
}
