import { Anchor, Button, Group, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { endOf, startOf } from '@shared/domain/calendar/days'
import { fieldOf, subjectField, type RegisterDefinition } from '@shared/domain/registers/definition'
import type { Machine } from '@shared/domain/ledgers/machine'
import { useQueryOp, type OutputOf } from '../api'
import { recentMonths } from '../contacts/recent-months'
import { CaseFilters, caseQuestion, startingCases } from '../ledgers/CaseFilters'
import { CaseState, caseColumns, stateKindOf } from '../ledgers/case-state'
import { ExportCases } from '../ledgers/ExportCases'
import { useCasePages } from '../ledgers/useCasePages'
import { DataTable, type Column } from '../shell/DataTable'
import { ErrorPanel } from '../shell/ErrorPanel'
import { FilterChoice } from '../shell/FilterBar'
import { formatCount } from '../shell/format'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { NewEntry } from './EntryForm'
import { figureWords } from './figure-words'
import classes from './registers.module.css'

type EntryRow = OutputOf<'registers.entries'>['rows'][number]

export const startingEntries = { ...startingCases, period: '', figure: '' }

/** `2026` or `2026-11` as its first and last day; nothing for no period. */
export function daysOfPeriod(period: string): { from?: string; to?: string } {
  if (period === '') return {}
  const kind = period.length === 4 ? 'year' : 'month'
  const day = kind === 'year' ? `${period}-01-01` : `${period}-01`
  return { from: startOf(kind, day), to: endOf(kind, day) }
}

/** The address of a register's list as the operations ask it. */
export function entryQuestion(registerId: number, list: typeof startingEntries) {
  const { filter, order } = caseQuestion<string>(list)
  const figure = list.period === '' ? undefined : list.figure || undefined
  return { filter: { registerId, ...filter, ...daysOfPeriod(list.period), figure }, order }
}

/** One register: its entries as filtered, its figures of this year, and what can be done with it. */
export function EntriesPage(): React.ReactElement {
  const registerId = Number(useParams<{ id: string }>().id)
  const { data, error, refetch } = useQueryOp('registers.definition', { registerId })
  if (error || !data || data.register.id !== registerId) {
    return (
      <Page title="登记簿" parent="/registers">
        {error && (
          <ErrorPanel error={error} onRetry={() => void refetch()} title="这本登记簿没有打开" />
        )}
      </Page>
    )
  }
  // A register of its own each: filters and selection of one never stand under another's head.
  return <Entries key={registerId} register={data.register} definition={data.definition} />
}

interface EntriesProps {
  register: OutputOf<'registers.definition'>['register']
  definition: RegisterDefinition
}

function Entries({ register, definition }: EntriesProps): React.ReactElement {
  const { id: registerId, name, retired } = register
  const today = useSession().data?.today ?? ''
  const [list, setList] = useListState(startingEntries)
  const [dialog, setDialog] = useState<'new' | 'export' | null>(null)
  const mayWrite = useMay('registers.write') && !retired
  const mayDefine = useMay('registers.define')
  const { filter, order } = entryQuestion(registerId, list)
  const pages = useCasePages('registers.entries', { filter, order })
  const summary = useQueryOp('registers.summary', {
    filter: { ...filter, state: undefined, overdue: undefined },
  })
  const machine = shownMachine(definition, summary.data?.states ?? [])
  const counts = summary.data && {
    byState: Object.fromEntries(summary.data.states.map(({ code, count }) => [code, count])),
    open: summary.data.open,
    overdue: summary.data.overdue,
  }
  const isSet =
    list.state !== 'open' || [list.village, list.text, list.period, list.figure].some(Boolean)
  const year = today.slice(0, 4)
  const search = new URLSearchParams(
    Object.entries(list).filter(([, value]) => value !== ''),
  ).toString()
  return (
    <Page
      title={name}
      parent="/registers"
      note={
        counts && (
          <span title={definition.purpose}>
            在办 {formatCount(counts.open)} 条
            {counts.overdue > 0 && ` · ▲ 逾期 ${formatCount(counts.overdue)} 条`}
            {retired && ' · 已停用'}
          </span>
        )
      }
      main={
        mayWrite
          ? { label: '登记', icon: <IconPlus size={18} />, onClick: () => setDialog('new') }
          : undefined
      }
      actions={
        <Group gap="xs">
          {mayDefine && (
            <Button
              variant="subtle"
              color="gray"
              component={Link}
              href={`/registers/${registerId}/define`}
            >
              改登记簿…
            </Button>
          )}
          <Button
            variant="default"
            component={Link}
            href={`/print/registers/${registerId}?${search}`}
          >
            打印
          </Button>
          <Button variant="default" onClick={() => setDialog('export')}>
            导出 Excel
          </Button>
        </Group>
      }
      filters={
        <Stack gap={6} align="flex-start">
          <YearFigures
            registerId={registerId}
            year={year}
            onOpen={(figure) => setList({ ...startingEntries, state: 'all', period: year, figure })}
          />
          <CaseFilters
            machine={machine}
            list={list}
            onChange={setList}
            counts={counts}
            onClear={isSet ? () => setList(startingEntries) : undefined}
          >
            <FilterChoice
              label="时间"
              all="不限时间"
              value={list.period}
              onChange={(period) => setList({ period, ...(period === '' && { figure: '' }) })}
              options={periodChoices(today)}
            />
            {list.period !== '' && definition.figures.length > 0 && (
              <FilterChoice
                label="数字"
                all="按登记日期"
                value={list.figure}
                onChange={(figure) => setList({ figure })}
                options={definition.figures.map((one) => ({ value: one.code, label: one.name }))}
              />
            )}
          </CaseFilters>
        </Stack>
      }
      fill
    >
      <DataTable
        label={name}
        columns={columnsOf(definition, machine)}
        rows={pages.rows}
        rowKey={(row) => row.id}
        rowState={(row) => stateKindOf(machine, row)}
        sortedByCore
        onOpen={(row) => navigate(`/registers/entries/${row.id}`)}
        onNearEnd={pages.onNearEnd}
        error={pages.error}
        onRetry={pages.onRetry}
        empty={
          isSet
            ? { title: '没有符合条件的记录', hint: '放宽上面的条件再看。' }
            : {
                title: '没有在办的记录',
                hint: definition.purpose || '登记之后列在这里，办到最后一步为止。',
                action: mayWrite ? { label: '登记', onClick: () => setDialog('new') } : undefined,
              }
        }
      />
      {dialog === 'new' && (
        <NewEntry
          registerId={registerId}
          definition={definition}
          onClose={() => setDialog(null)}
          onOpened={(id) => navigate(`/registers/entries/${id}`)}
        />
      )}
      {dialog === 'export' && (
        <ExportCases
          name="registers.export"
          input={{ filter }}
          title={name}
          contents="按现在的筛选导出全部行，登记簿的每个栏目一列；无权查看的栏目空着。"
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  )
}

interface YearFiguresProps {
  registerId: number
  year: string
  onOpen: (figure: string) => void
}

/** This year's figures; each opens the entries it counts. */
function YearFigures({ registerId, year, onOpen }: YearFiguresProps): React.ReactElement | null {
  const period = { from: `${year}-01-01`, to: `${year}-12-31` }
  const { data } = useQueryOp(
    'registers.figures',
    { registerId, ...period },
    { enabled: year !== '' },
  )
  if (!data || data.length === 0) return null
  return (
    <div className={classes.figures} aria-label="今年的数字">
      {data.map((figure) => (
        <span key={figure.code} title={figure.basis}>
          今年{figure.name}{' '}
          <Anchor component="button" onClick={() => onOpen(figure.code)}>
            {figureWords(figure)}
          </Anchor>
        </span>
      ))}
    </div>
  )
}

/** This year and the two before it, then the last twelve months. */
function periodChoices(today: string): { value: string; label: string }[] {
  const year = Number(today.slice(0, 4))
  const years = [year, year - 1, year - 2].map((one) => ({
    value: String(one),
    label: `${one}年`,
  }))
  return [...years, ...recentMonths(today, 12)]
}

/** The states as the list names them, with those only older versions know. */
function shownMachine(
  { name, states }: RegisterDefinition,
  counted: readonly { code: string; label: string }[],
): Pick<Machine, 'states' | 'noun'> {
  return {
    noun: name,
    states: {
      ...Object.fromEntries(counted.map(({ code, label }) => [code, { label, open: false }])),
      ...Object.fromEntries(states.map(({ code, label, open }) => [code, { label, open }])),
    },
  }
}

/** Number, whom and where as far as the register asks it, its listed fields, then as in any ledger. */
function columnsOf(
  definition: RegisterDefinition,
  machine: Pick<Machine, 'states'>,
): Column<EntryRow>[] {
  const subject = subjectField(definition)
  const ofPeople = subject !== undefined
  const ofVillages = ofPeople || definition.fields.some(({ kind }) => kind === 'village')
  const listed = definition.listed.flatMap((code): Column<EntryRow>[] => {
    const field = fieldOf(definition, code)
    // The person an entry is about has the column of every ledger.
    if (!field || field === subject || field.kind === 'village') return []
    return [
      {
        key: `values.${code}`,
        title: field.name,
        text: (row) => row.listed[code] ?? '',
        width: field.kind === 'longText' || field.kind === 'text' ? 110 : 92,
        grow: field.kind === 'longText' || field.kind === 'text' ? 2 : 1,
        align: field.kind === 'number' || field.kind === 'money' ? 'end' : undefined,
      },
    ]
  })
  const number: Column<EntryRow>[] =
    definition.numbering === null
      ? []
      : [{ key: 'number', title: '编号', text: (row) => row.number ?? '', width: 110, whole: true }]
  const hasDays = definition.states.some(
    ({ dueDays, dueField }) => dueDays !== null || dueField !== null,
  )
  const left = new Set([
    ...(ofPeople ? [] : ['name']),
    ...(ofVillages ? [] : ['village']),
    ...(hasDays ? [] : ['dueOn']),
    // A register's own columns go before those that also stand on the entry: 1366 px wide, no more.
    ...(listed.length > 3 ? ['age'] : []),
    ...(listed.length > 4 ? ['responsible'] : []),
  ])
  return [...number, ...caseColumns<EntryRow>(machine, listed)]
    .filter(({ key }) => !left.has(key))
    .map((column) =>
      column.key === 'dueOn'
        ? { ...column, title: '期限' }
        : column.key === 'state'
          ? { ...column, cell: (row) => <CaseState machine={ownWord(machine, row)} row={row} /> }
          : column,
    )
}

/** An entry of an older version is called by that version's word. */
const ownWord = (
  { states }: Pick<Machine, 'states'>,
  { state, stateLabel, isOpen }: EntryRow,
): Pick<Machine, 'states'> => ({
  states: { ...states, [state]: { label: stateLabel, open: isOpen } },
})
