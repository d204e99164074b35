import { Alert, Button, Group } from '@mantine/core'
import { categoryLabel, recipientGroupLabel, recipientStatusLabel } from '@shared/domain/vocabulary'
import { useQueryOp } from '../api'
import { FilterBar, FilterChoice } from '../shell/FilterBar'
import { noConditions } from '../recipients/conditions'
import type { PeopleState } from './people'

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** Conditions that only the list can set. */
const listConditions = ['text', 'tier', 'standing', 'helper', 'missing', 'custom'] as const

interface PeopleFilterProps {
  state: PeopleState
  onChange: (patch: Partial<PeopleState>) => void
}

/** Whom the paper is about: a sentence of conditions, or people chosen in a list before. */
export function PeopleFilter({ state, onChange }: PeopleFilterProps): React.ReactElement {
  const villages = useQueryOp('villages.list', {})
  const own = useQueryOp('recipientLists.own', {})
  const chosen = state.people.split(',').filter(Boolean).length
  const others = listConditions.filter((key) => state[key] !== '')
  if (chosen > 0) {
    return (
      <Alert color="pine" variant="light">
        <Group justify="space-between">
          已在名单里选定 {chosen} 人
          <Button variant="default" size="xs" onClick={() => onChange({ people: '' })}>
            改为按条件选
          </Button>
        </Group>
      </Alert>
    )
  }
  return (
    <FilterBar onClear={others.length > 0 ? () => onChange(noConditions) : undefined}>
      {own.data && own.data.views.length > 0 && (
        <FilterChoice
          label="常用名单"
          all="照常用名单选"
          value=""
          onChange={(name) => {
            const view = own.data.views.find((one) => one.name === name)
            if (view) onChange({ ...noConditions, ...view.conditions })
          }}
          options={own.data.views.map(({ name }) => ({ value: name, label: name }))}
        />
      )}
      <FilterChoice
        label="村（社区）"
        all="全部村（社区）"
        value={state.village}
        onChange={(village) => onChange({ village })}
        options={(villages.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <FilterChoice
        label="状态"
        all="在册"
        value={state.status === 'active' ? '' : state.status}
        onChange={(status) => onChange({ status: status || 'active' })}
        options={[
          ...options(recipientStatusLabel).filter(({ value }) => value !== 'active'),
          { value: 'any', label: '在册和不在册' },
        ]}
      />
      <FilterChoice
        label="类别"
        all="全部类别"
        value={state.category}
        onChange={(category) => onChange({ category })}
        options={options(categoryLabel)}
      />
      <FilterChoice
        label="群体"
        all="全部群体"
        value={state.group}
        onChange={(group) => onChange({ group })}
        options={options(recipientGroupLabel)}
      />
      {others.length > 0 && <span>另按名单里的 {others.length} 个条件</span>}
    </FilterBar>
  )
}
