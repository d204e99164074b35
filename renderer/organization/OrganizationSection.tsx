import { Button, Group, NumberInput, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { usualPhases, usualResponsibilities } from '@shared/domain/papers/plan-presets'
import { CallError, useCommandOp, useQueryOp, type InputOf, type OutputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { FormSection, WholeRow } from '../shell/form/FormSection'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay, useSession } from '../shell/session'
import { EditableList, type EditableColumn } from './EditableList'

type Basis = OutputOf<'organization.planBasis'>
type Member = InputOf<'organization.saveLeadingGroup'>['members'][number]
type Duty = InputOf<'organization.saveResponsibilities'>['items'][number]
type Phase = InputOf<'organization.savePhases'>['phases'][number]

const memberColumns: EditableColumn<Member>[] = [
  { key: 'title', title: '组内职务', grow: 2, placeholder: '组长、副组长、成员、办公室主任' },
  { key: 'name', title: '姓名', grow: 2 },
  { key: 'post', title: '单位及职务', grow: 4 },
  { key: 'phone', title: '电话', grow: 2 },
]
const dutyColumns: EditableColumn<Duty>[] = [
  { key: 'task', title: '工作任务', grow: 5 },
  { key: 'lead', title: '牵头单位', grow: 2 },
  { key: 'assisting', title: '配合单位', grow: 2 },
  { key: 'implementing', title: '实施单位', grow: 2 },
]
const phaseColumns: EditableColumn<Phase>[] = [
  { key: 'name', title: '阶段', grow: 2 },
  { key: 'from', title: '开始', grow: 2, placeholder: '2026-01-05' },
  { key: 'to', title: '结束', grow: 2, placeholder: '2026-02-28' },
  { key: 'content', title: '工作内容', grow: 7 },
  { key: 'responsible', title: '责任单位', grow: 2 },
]

/** 组织: the leading group, who answers for what, the phases of each year. Plans draw on them. */
export function OrganizationSection(): React.ReactElement {
  const today = useSession().data?.today
  const [year, setYear] = useState<number | null>(null)
  const shown = year ?? Number(today?.slice(0, 4) ?? 0)
  const basis = useQueryOp(
    'organization.planBasis',
    { year: shown },
    { enabled: shown >= 2000 && shown <= 2100 },
  )
  if (basis.error) return <ErrorPanel error={basis.error} onRetry={() => void basis.refetch()} />
  if (!basis.data) return <span />
  return (
    <>
      <LeadingGroup basis={basis.data} />
      <Duties basis={basis.data} />
      <Phases
        key={basis.isPlaceholderData ? 'waiting' : shown}
        year={shown}
        basis={basis.data}
        onYear={setYear}
      />
    </>
  )
}

function LeadingGroup({ basis }: { basis: Basis }): React.ReactElement {
  const save = useCommandOp('organization.saveLeadingGroup')
  return (
    <ListSection
      title="领导小组"
      note="工作方案附件1；办公室主任写在这里，正文会引用"
      stored={basis.leadingGroup}
      columns={memberColumns}
      newRow={{ title: '成员', name: '', post: '', phone: '' }}
      addLabel="加一人"
      path="members"
      onSave={(members) => save.mutateAsync({ members })}
    />
  )
}

function Duties({ basis }: { basis: Basis }): React.ReactElement {
  const save = useCommandOp('organization.saveResponsibilities')
  return (
    <ListSection
      title="责任清单"
      note="工作方案附件3"
      stored={basis.responsibilities}
      columns={dutyColumns}
      newRow={{ task: '', lead: '', assisting: '', implementing: '' }}
      addLabel="加一项"
      path="items"
      usual={() => usualResponsibilities.map((one) => ({ ...one }))}
      onSave={(items) => save.mutateAsync({ items })}
    />
  )
}

function Phases({
  year,
  basis,
  onYear,
}: {
  year: number
  basis: Basis
  onYear: (year: number) => void
}): React.ReactElement {
  const save = useCommandOp('organization.savePhases')
  return (
    <ListSection
      title="阶段安排"
      note="工作方案的工作步骤，每年一份"
      stored={basis.phases}
      columns={phaseColumns}
      newRow={{
        name: '',
        from: `${year}-01-01`,
        to: `${year}-12-31`,
        content: '',
        responsible: '',
      }}
      addLabel="加一个阶段"
      path="phases"
      usual={() => usualPhases(year)}
      onSave={(phases) => save.mutateAsync({ year, phases })}
      before={
        <NumberInput
          label="年度"
          w="7rem"
          mb="xs"
          min={2000}
          max={2100}
          value={year}
          onChange={(value) => onYear(Number(value))}
        />
      }
    />
  )
}

interface ListSectionProps<Row> {
  title: string
  note: string
  stored: Row[]
  columns: EditableColumn<Row>[]
  newRow: Row
  addLabel: string
  /** Where the core's answer puts the list: `members.2.name`. */
  path: string
  /** Rows to begin from, offered while the list is empty. */
  usual?: () => Row[]
  onSave: (rows: Row[]) => Promise<unknown>
  before?: ReactNode
}

function ListSection<Row extends { id?: number }>(
  props: ListSectionProps<Row>,
): React.ReactElement {
  const { title, note, stored, columns, newRow, addLabel, path, usual, onSave, before } = props
  const [edited, setEdited] = useState<Row[] | null>(null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [saving, setSaving] = useState(false)
  const mayWrite = useMay('organization.write')
  const rows = edited ?? stored

  const save = async (): Promise<void> => {
    setSaving(true)
    setErrors({})
    try {
      await onSave(rows)
      setEdited(null)
      tellDone(`${title}已保存`)
    } catch (error) {
      const fields = error instanceof CallError ? error.fields : {}
      const beside = Object.entries(fields).filter(([key]) => key.startsWith(`${path}.`))
      setErrors(
        Object.fromEntries(beside.map(([key, words]) => [key.slice(path.length + 1), words])),
      )
      if (beside.length === 0) tellFailure(error)
    } finally {
      setSaving(false)
    }
  }
  return (
    <FormSection title={title} note={note}>
      <WholeRow>
        {before}
        {rows.length === 0 && usual && (
          <Group gap="sm" mb="xs">
            <Text size="sm" c="dimmed">
              还没有内容。
            </Text>
            <Button variant="default" size="xs" onClick={() => setEdited(usual())}>
              从常用内容开始，再按本地实际改
            </Button>
          </Group>
        )}
        <EditableList
          label={title}
          columns={columns}
          rows={rows}
          newRow={newRow}
          onChange={setEdited}
          errors={errors}
          addLabel={addLabel}
        />
        {edited && mayWrite && (
          <Group mt="sm">
            <Button onClick={() => void save()} loading={saving}>
              保存{title}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setEdited(null)
                setErrors({})
              }}
            >
              不改了
            </Button>
          </Group>
        )}
      </WholeRow>
    </FormSection>
  )
}
