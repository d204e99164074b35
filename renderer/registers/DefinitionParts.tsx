import {
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  TagsInput,
  TextInput,
} from '@mantine/core'
import type { CustomOption } from '@shared/domain/custom-fields/custom-field'
import {
  columnKinds,
  fieldKindLabel,
  isAttached,
  moverLabel,
  type ColumnKind,
  type FieldKind,
  type Mover,
  type RegisterDefinition,
} from '@shared/domain/registers/definition'
import { newCode } from '@shared/domain/registers/revise'
import { choices } from '../ledgers/CaseFilters'
import { PartList } from './PartList'

export interface PartsProps {
  definition: RegisterDefinition
  onChange: (patch: Partial<RegisterDefinition>) => void
  /** Codes that are taken, of this version and every earlier one. */
  taken: ReadonlySet<string>
  /** Codes of fields that entries may hold values of: their kind stays. */
  kept: ReadonlySet<string>
}

const named = <Part extends { code: string }>(
  parts: readonly Part[],
  name: (part: Part) => string,
) => parts.map((part) => ({ value: part.code, label: name(part) }))

/** Options after typing: those left out are retired while entries may hold them. */
function retyped(options: readonly CustomOption[], labels: readonly string[]): CustomOption[] {
  const inUse = labels.map((label) => {
    const known = options.find((option) => option.label === label)
    return { code: known?.code ?? label, label, retired: false }
  })
  const left = options.filter(({ code }) => !inUse.some((option) => option.code === code))
  return [...inUse, ...left.map((option) => ({ ...option, retired: true }))]
}

const labelsOf = (options: readonly CustomOption[]): string[] =>
  options.filter(({ retired }) => !retired).map(({ label }) => label)

/** 栏目: what is asked, in its order. */
export function FieldParts({ definition, onChange, taken, kept }: PartsProps): React.ReactElement {
  return (
    <PartList
      noun="栏目"
      parts={definition.fields}
      nameOf={({ name }) => name}
      onChange={(fields) => onChange({ fields })}
      create={(name) => ({
        code: newCode(name, taken),
        name,
        kind: 'text' as FieldKind,
        required: false,
        isSensitive: false,
        options: [],
        columns: [],
        hint: null,
      })}
    >
      {(field, change) => (
        <>
          <SimpleGrid cols={3}>
            <TextInput
              label="名称"
              maxLength={40}
              value={field.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <Select
              label="类型"
              allowDeselect={false}
              disabled={kept.has(field.code)}
              data={choices(fieldKindLabel)}
              value={field.kind}
              onChange={(kind) => change({ kind: kind as FieldKind, options: [], columns: [] })}
            />
            <TextInput
              label="填写提示"
              maxLength={200}
              value={field.hint ?? ''}
              onChange={(event) => change({ hint: event.currentTarget.value || null })}
            />
          </SimpleGrid>
          {(field.kind === 'choice' || field.kind === 'choices') && (
            <TagsInput
              mt={6}
              label="选项"
              description="写一个按一次回车；去掉的选项只是停用，已选的照样读得出"
              splitChars={['、', '，', ',', ';', '；']}
              value={labelsOf(field.options)}
              onChange={(labels) => change({ options: retyped(field.options, labels) })}
            />
          )}
          {field.kind === 'table' && (
            <PartList
              noun="列"
              parts={field.columns}
              nameOf={({ name }) => name}
              onChange={(columns) => change({ columns })}
              create={(name) => ({
                code: newCode(name, new Set(field.columns.map(({ code }) => code))),
                name,
                kind: 'text' as ColumnKind,
                options: [],
              })}
            >
              {(column, changeColumn) => (
                <SimpleGrid cols={3}>
                  <TextInput
                    label="列名"
                    value={column.name}
                    onChange={(event) => changeColumn({ name: event.currentTarget.value })}
                  />
                  <Select
                    label="类型"
                    allowDeselect={false}
                    data={columnKinds.map((kind) => ({
                      value: kind,
                      label: fieldKindLabel[kind],
                    }))}
                    value={column.kind}
                    onChange={(kind) => changeColumn({ kind: kind as ColumnKind })}
                  />
                  {column.kind === 'choice' && (
                    <TagsInput
                      label="选项"
                      value={labelsOf(column.options)}
                      onChange={(labels) =>
                        changeColumn({ options: retyped(column.options, labels) })
                      }
                    />
                  )}
                </SimpleGrid>
              )}
            </PartList>
          )}
          {!isAttached(field.kind) && (
            <Group mt={6}>
              <Checkbox
                label="登记时必填"
                checked={field.required}
                onChange={(event) => change({ required: event.currentTarget.checked })}
              />
              <Checkbox
                label="敏感：没有权限的人看不到"
                checked={field.isSensitive}
                onChange={(event) => change({ isSensitive: event.currentTarget.checked })}
              />
            </Group>
          )}
        </>
      )}
    </PartList>
  )
}

/** 状态: in the order of the work, each with how long it may last. */
export function StateParts({ definition, onChange, taken }: PartsProps): React.ReactElement {
  const dates = definition.fields.filter(({ kind }) => kind === 'date' || kind === 'period')
  return (
    <PartList
      noun="状态"
      parts={definition.states}
      nameOf={({ label }) => label}
      onChange={(states) => onChange({ states })}
      create={(label) => ({
        code: newCode(label, taken),
        label,
        open: true,
        dueDays: null,
        dueField: null,
      })}
    >
      {(state, change) => (
        <SimpleGrid cols={4}>
          <TextInput
            label="名称"
            maxLength={40}
            value={state.label}
            onChange={(event) => change({ label: event.currentTarget.value })}
          />
          <Select
            label="算不算办结"
            allowDeselect={false}
            data={[
              { value: 'open', label: '在办' },
              { value: 'closed', label: '办结' },
            ]}
            value={state.open ? 'open' : 'closed'}
            onChange={(is) => change({ open: is === 'open' })}
          />
          <NumberInput
            label="几天内要办"
            min={0}
            max={3660}
            allowDecimal={false}
            disabled={state.dueField !== null}
            value={state.dueDays ?? ''}
            onChange={(days) => change({ dueDays: typeof days === 'number' ? days : null })}
          />
          <Select
            label="或到这一天为止"
            clearable
            data={named(dates, ({ name }) => name)}
            value={state.dueField}
            onChange={(dueField) => change({ dueField, ...(dueField && { dueDays: null }) })}
          />
        </SimpleGrid>
      )}
    </PartList>
  )
}

/** 动作: what leads from one state to another, who may do it and what it needs. */
export function MoveParts({ definition, onChange, taken }: PartsProps): React.ReactElement {
  const states = named(definition.states, ({ label }) => label)
  const fields = definition.fields.filter(({ kind }) => !isAttached(kind))
  return (
    <PartList
      noun="动作"
      parts={definition.moves}
      nameOf={({ label }) => label}
      onChange={(moves) => onChange({ moves })}
      create={(label) => ({
        code: newCode(label, taken),
        label,
        from: definition.states.slice(0, 1).map(({ code }) => code),
        to: definition.states.at(-1)?.code ?? '',
        by: 'anyone' as Mover,
        needs: [],
        needsNote: false,
      })}
    >
      {(move, change) => (
        <>
          <SimpleGrid cols={4}>
            <TextInput
              label="名称"
              maxLength={40}
              value={move.label}
              onChange={(event) => change({ label: event.currentTarget.value })}
            />
            <MultiSelect
              label="从"
              data={states}
              value={[...move.from]}
              onChange={(from) => change({ from })}
            />
            <Select
              label="到"
              allowDeselect={false}
              data={states}
              value={move.to}
              onChange={(to) => change({ to: to ?? '' })}
            />
            <Select
              label="谁能做"
              allowDeselect={false}
              data={choices(moverLabel)}
              value={move.by}
              onChange={(by) => change({ by: by as Mover })}
            />
          </SimpleGrid>
          <Group mt={6} align="flex-end" grow>
            <MultiSelect
              label="先要填好的栏目"
              data={named(fields, ({ name }) => name)}
              value={[...move.needs]}
              onChange={(needs) => change({ needs })}
            />
            <Checkbox
              label="要写说明"
              checked={move.needsNote}
              onChange={(event) => change({ needsNote: event.currentTarget.checked })}
            />
          </Group>
        </>
      )}
    </PartList>
  )
}

/** 数字: what is counted, with how. */
export function FigureParts({ definition, onChange, taken }: PartsProps): React.ReactElement {
  const summable = definition.fields.filter(({ kind }) => kind === 'number' || kind === 'money')
  const dates = definition.fields.filter(({ kind }) => kind === 'date')
  return (
    <PartList
      noun="数字"
      parts={definition.figures}
      nameOf={({ name }) => name}
      onChange={(figures) => onChange({ figures })}
      create={(name) => ({
        code: newCode(name, taken),
        name,
        basis: '',
        how: 'count' as const,
        field: null,
        states: null,
        dayOf: 'opened',
      })}
    >
      {(figure, change) => (
        <SimpleGrid cols={3}>
          <TextInput
            label="名称"
            maxLength={40}
            value={figure.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label="数什么"
            allowDeselect={false}
            data={[
              { value: '', label: '数条数' },
              ...summable.map(({ code, name }) => ({ value: code, label: `“${name}”求和` })),
            ]}
            value={figure.how === 'sum' ? (figure.field ?? '') : ''}
            onChange={(code) => change({ how: code ? 'sum' : 'count', field: code || null })}
          />
          <Select
            label="按哪一天计"
            allowDeselect={false}
            data={[
              { value: 'opened', label: '登记日期' },
              { value: 'closed', label: '办结日期' },
              ...named(dates, ({ name }) => name),
            ]}
            value={figure.dayOf}
            onChange={(dayOf) => change({ dayOf: dayOf ?? 'opened' })}
          />
          <MultiSelect
            label="只数这些状态"
            placeholder={figure.states ? undefined : '全部状态'}
            data={named(definition.states, ({ label }) => label)}
            value={[...(figure.states ?? [])]}
            onChange={(states) => change({ states: states.length === 0 ? null : states })}
          />
          <TextInput
            label="口径"
            maxLength={300}
            value={figure.basis}
            onChange={(event) => change({ basis: event.currentTarget.value })}
          />
        </SimpleGrid>
      )}
    </PartList>
  )
}
