import { Button, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useQueryOp } from '../api'
import { useFollowUpChoices } from '../contacts/follow-ups'
import { recentMonths } from '../contacts/recent-months'
import { EntryGrid } from '../grid/EntryGrid'
import { HelperSelect } from '../helpers/HelperSelect'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatInstant } from '../shell/format'
import { tellDone } from '../shell/notify'
import { useListState } from '../shell/list-state'
import { Page } from '../shell/Page'
import { useSession } from '../shell/session'
import { draftOfSheet } from '@shared/domain/visit-sheets/draft-names'
import { HousemateDialog } from './HousemateDialog'
import { LineDetails } from './LineDetails'
import { personOfCandidate } from './PersonCell'
import { sheetPeriod, sheetWhose } from './sheet-words'
import { useVisitEntry, type VisitEntry } from './useVisitEntry'
import { columnKeys, followUpKeys } from './visit-columns'
import {
  emptyLine,
  housematesOf,
  isLocked,
  isTouched,
  linesOfSheet,
  type GridPerson,
  type VisitLine,
} from './visit-lines'
import { OpenByCode } from './OpenByCode'
import classes from './visit-entry.module.css'

/** 录入走访单: a paper sheet, somebody's people, or nothing but an empty grid. */
export function VisitEntryPage(): React.ReactElement {
  const [{ sheet, line, person, helper }] = useListState({
    sheet: '',
    line: '',
    person: '',
    helper: '',
  })
  const startLineId = line === '' ? null : Number(line)
  if (sheet !== '')
    return <SheetEntry key={`${sheet} ${line}`} id={Number(sheet)} startLineId={startLineId} />
  if (helper !== '') return <HelperEntry key={helper} id={Number(helper)} />
  if (person !== '')
    return <PeopleEntry key={person} ids={[Number(person)]} of={`person:${person}`} />
  return <EntryWork key="new" title="录入走访单" draftKey="visit-entry:new" open={openTyped} />
}

/** An empty line to type into, below whatever a draft holds. */
const openTyped = (drafted: readonly VisitLine[]): VisitLine[] =>
  drafted.length > 0 ? [...drafted] : [emptyLine()]

function SheetEntry(props: { id: number; startLineId: number | null }): React.ReactElement | null {
  const { id, startLineId } = props
  const answer = useQueryOp('visitSheets.read', { ids: [id] })
  const sheet = answer.data?.sheets.find((one) => one.id === id)
  if (answer.error) return <ErrorPanel error={answer.error} />
  if (!sheet) return null
  return (
    <EntryWork
      title={`任务单 ${sheet.number}`}
      note={`${sheetPeriod(sheet)}　${sheetWhose(sheet)}　${sheet.lines.length} 行`}
      draftKey={draftOfSheet(id)}
      month={sheet.from.slice(0, 7)}
      helperId={sheet.helper?.id ?? null}
      startLineId={startLineId}
      open={(drafted) => linesOfSheet(sheet, drafted)}
    />
  )
}

function HelperEntry({ id }: { id: number }): React.ReactElement | null {
  const answer = useQueryOp('helpers.file', { id })
  if (answer.error) return <ErrorPanel error={answer.error} />
  if (answer.data?.id !== id) return null
  const ids = answer.data.pairings.filter(({ current }) => current).map((one) => one.recipientId)
  if (ids.length === 0)
    return (
      <EntryWork
        title="录入走访单"
        draftKey={`visit-entry:helper:${id}`}
        helperId={id}
        open={openTyped}
      />
    )
  return <PeopleEntry ids={ids} of={`helper:${id}`} helperId={id} />
}

function PeopleEntry(props: {
  ids: readonly number[]
  of: string
  helperId?: number
}): React.ReactElement | null {
  const { ids, of, helperId } = props
  const answer = useQueryOp('recipients.lookup', {
    ids: [...ids],
    activeOnly: false,
    limit: Math.max(1, ids.length),
  })
  if (answer.error) return <ErrorPanel error={answer.error} />
  if (!answer.data) return null
  const people = answer.data.map(personOfCandidate)
  return (
    <EntryWork
      title="录入走访单"
      note={people.length === 1 ? people[0]!.name : `${people.length} 人`}
      draftKey={`visit-entry:${of}`}
      helperId={helperId ?? null}
      open={(drafted) => linesOfPeople(people, drafted)}
    />
  )
}

/** The people's lines as drafted, or empty; what was typed below them stays below. */
function linesOfPeople(people: readonly GridPerson[], drafted: readonly VisitLine[]): VisitLine[] {
  const own = people.map(
    (person) =>
      drafted.find((line) => line.given && line.person?.id === person.id) ??
      emptyLine(person, true),
  )
  return [...own, ...drafted.filter((line) => !line.given)]
}

interface EntryWorkProps {
  title: string
  note?: string
  draftKey: string
  month?: string
  helperId?: number | null
  startLineId?: number | null
  open: (drafted: readonly VisitLine[]) => VisitLine[]
}

function EntryWork(props: EntryWorkProps): React.ReactElement {
  const today = useSession().data?.today
  if (today === undefined) return <></>
  return <Entry {...props} today={today} />
}

function Entry(props: EntryWorkProps & { today: string }): React.ReactElement {
  const { title, note, draftKey, today, month, helperId = null, startLineId = null, open } = props
  const choices = useFollowUpChoices()
  const entry = useVisitEntry({
    draftKey,
    today,
    choices,
    month: month ?? today.slice(0, 7),
    helperId,
    visitor: '',
    startLineId,
    open,
  })
  const { lines, active, columns, draft, touched } = entry
  const [detailed, setDetailed] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const column = columns[active.column]
  const line = lines[active.line]
  const housemates = line ? housematesOf(line) : []
  /** One other is taken at once; of several the clerk says who. */
  const addHousemates = (): void => {
    if (housemates.length > 1) setChoosing(true)
    else if (housemates.length === 1) entry.addHousemates(housemates)
    else if (line?.person)
      tellDone(`${line.person.name}没有登记同户的人；在档案的“家庭与赡养”里登记后再用`)
  }
  return (
    <Page
      title={title}
      note={note}
      parent="/visit-sheets"
      actions={
        <>
          <Text size="sm" c="dimmed" role="status">
            {draft.savedAt && `✓ 草稿已保存 ${formatInstant(draft.savedAt)}`}
          </Text>
          <OpenByCode />
        </>
      }
      fill
    >
      <div className={classes.work}>
        <EntryHead entry={entry} today={today} />
        <EntryGrid
          label="录入走访单"
          columns={columns}
          lines={lines}
          lineKey={({ key }) => key}
          active={active}
          onActive={(cell) => entry.set({ active: cell })}
          onChange={entry.changeLine}
          onBeyond={entry.addLine}
          isLocked={isLocked}
          onKey={(event) =>
            takeKey(event, entry, { openDetails: () => setDetailed(true), addHousemates })
          }
        />
        <div className={classes.keys} aria-live="polite">
          {column?.key === 'followUp' ? followUpKeys(choices) : column && columnKeys[column.key]}
        </div>
        <div className={classes.foot}>
          <Button
            onClick={() => void entry.register()}
            loading={entry.saving}
            disabled={touched === 0}
          >
            登记 {touched > 0 && `${touched} 行`}（Ctrl+Enter）
          </Button>
          {entry.lastLines.length > 0 && (
            <Button variant="default" onClick={() => void entry.undoLast()}>
              撤销刚登记的 {entry.lastLines.length} 行（Ctrl+Shift+Z）
            </Button>
          )}
          <span className={classes.keys}>
            <kbd>F4</kbd> 同上　<kbd>Ctrl+D</kbd> 这一格同上　<kbd>F8</kbd> 同户同访　<kbd>F9</kbd>{' '}
            其余各行照这行　<kbd>F2</kbd> 血压、通知子女等　<kbd>Ctrl+Delete</kbd> 清这行
          </span>
        </div>
      </div>
      {choosing && line?.person && (
        <HousemateDialog
          name={line.person.name}
          housemates={housemates}
          onAdd={(chosen) => {
            setChoosing(false)
            entry.addHousemates(chosen)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
      {detailed && line && (
        <LineDetails
          line={line}
          onChange={(patch) => entry.changeLine(active.line, patch)}
          onClose={() => setDetailed(false)}
        />
      )}
    </Page>
  )
}

/** Who went, for the whole sheet, and of which month bare day numbers are. */
function EntryHead({ entry, today }: { entry: VisitEntry; today: string }): React.ReactElement {
  return (
    <div className={classes.head}>
      <HelperSelect
        aria-label="走访人"
        placeholder="走访人：各人的帮扶人"
        w={260}
        value={entry.helperId}
        onChange={(helperId) => entry.set({ helperId, visitor: '' })}
      />
      <TextInput
        aria-label="其他走访人"
        placeholder="不是在册帮扶人就写姓名"
        w={210}
        maxLength={60}
        disabled={entry.helperId !== null}
        value={entry.visitor}
        onChange={(event) => entry.set({ visitor: event.currentTarget.value })}
      />
      <label>
        <span>只写日子的算</span>
        <Select
          aria-label="月份"
          w={140}
          allowDeselect={false}
          data={recentMonths(today, 24)}
          value={entry.month}
          onChange={(month) => month && entry.set({ month })}
        />
      </label>
    </div>
  )
}

/** The keys of this screen, beside those every grid has; answers whether it took one. */
function takeKey(
  event: React.KeyboardEvent,
  entry: VisitEntry,
  { openDetails, addHousemates }: { openDetails: () => void; addHousemates: () => void },
): boolean {
  const line = entry.lines[entry.active.line]
  const name = [event.ctrlKey && 'Ctrl', event.shiftKey && 'Shift', event.key].filter(Boolean)
  switch (name.join('+')) {
    case 'Ctrl+Enter':
      if (!entry.saving) void entry.register()
      return true
    case 'Ctrl+Shift+Z':
    case 'Ctrl+Shift+z':
      if (entry.lastLines.length > 0) void entry.undoLast()
      return true
    case 'Ctrl+d':
      entry.copyCell()
      return true
    case 'Ctrl+y':
      if (line?.refusal?.same) entry.changeLine(entry.active.line, { allowSame: !line.allowSame })
      return true
    case 'Ctrl+Delete':
      entry.clearLine()
      return true
    case 'F2':
      openDetails()
      return true
    case 'F4':
      entry.copyLine()
      return true
    case 'F8':
      addHousemates()
      return true
    case 'F9':
      if (line && isTouched(line)) entry.fillRest()
      return true
    default:
      return false
  }
}
