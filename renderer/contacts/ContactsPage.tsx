import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ContactKind } from '@shared/domain/vocabulary'
import type { Duty } from '@shared/domain/cadence/rules'
import { useQueryOp, type InputOf } from '../api'
import { formatCount } from '../shell/format'
import { MakeButton } from '../documents/MakeButton'
import { useListState } from '../shell/list-state'
import { Page } from '../shell/Page'
import { UndoLast } from '../shell/UndoLast'
import { useMay } from '../shell/session'
import { ContactFilters, startingList } from './ContactFilters'
import { ContactList } from './ContactList'
import { DueList, DuePerson, type DueRow } from './DueList'
import { ExemptForm } from './ExemptForm'
import { ExemptionList } from './ExemptionList'
import { MajorChangeForm } from './MajorChangeForm'
import type { ChosenPerson } from './PeoplePicker'
import { RecordContact } from './RecordContact'

/** What enters contacts, and is taken back from their list. */
const entryActs = { 'contacts.record': '上一次登记', 'contacts.recordLines': '上一次登记' }

/** What the filter 状态 asks for. */
const owedFilters: Record<string, Pick<InputOf<'home.due'>, 'state' | 'closes'>> = {
  overdue: { state: 'overdue' },
  due: { state: 'due' },
  today: { state: 'due', closes: 'today' },
  week: { state: 'due', closes: 'week' },
}

/** 走访联系: who is due now, and what was done. */
export function ContactsPage(): React.ReactElement {
  const [list, setList] = useListState(startingList)
  const [recording, setRecording] = useState<ChosenPerson[] | null>(null)
  const [peeked, setPeeked] = useState<DueRow | null>(null)
  const [exempting, setExempting] = useState<ChosenPerson | null>(null)
  const [changed, setChanged] = useState<ChosenPerson | null>(null)
  const [chosen, setChosen] = useState<ChosenPerson[]>([])
  const mayWrite = useMay('contacts.write')
  const mayPrint = useMay('documents.read')
  const isDue = list.tab === 'due'
  const dueFilter = {
    villageId: idOf(list.village),
    helperId: idOf(list.helper),
    duty: (list.duty || undefined) as Duty | undefined,
    ...owedFilters[list.state],
  }
  const recordFilter = {
    villageId: dueFilter.villageId,
    helperId: dueFilter.helperId,
    kind: (list.kind || undefined) as ContactKind | undefined,
    within: list.within || undefined,
  }
  const due = useQueryOp('home.due', { ...dueFilter, limit: 1 }, { enabled: isDue })
  // What was shown of a person before a record was saved no longer holds.
  const afterSave = (): void => {
    setPeeked(null)
    setChosen([])
  }

  return (
    <Page
      title="走访联系"
      note={isDue && due.data ? `${formatCount(due.data.total)} 人到期或逾期` : undefined}
      main={
        mayWrite
          ? {
              label: chosen.length > 0 ? `给选中的 ${chosen.length} 人记走访` : '记一次走访',
              icon: <IconPlus size={18} />,
              onClick: () => setRecording(chosen),
            }
          : undefined
      }
      actions={
        <>
          <Button variant="default" component={Link} href="/contacts/ledger">
            履约台账
          </Button>
          <Button variant="default" component={Link} href="/calls">
            电话名单
          </Button>
          <Button variant="default" component={Link} href="/warnings">
            预警告知
          </Button>
          {list.tab === 'records' && mayWrite && <UndoLast acts={entryActs} />}
          {list.tab === 'records' && mayPrint && (
            <MakeButton
              job="documents.visitRecords"
              label="打印走访记录表"
              input={{ filter: recordFilter }}
            />
          )}
          <Button variant="default" component={Link} href="/visit-sheets">
            走访任务单
          </Button>
          {mayWrite && (
            <Button variant="default" component={Link} href="/visit-entry">
              录入走访单
            </Button>
          )}
        </>
      }
      filters={<ContactFilters list={list} onChange={setList} />}
      drawer={
        isDue && peeked
          ? {
              title: peeked.recipientName,
              content: (
                <DuePerson
                  row={peeked}
                  onRecord={mayWrite ? () => setRecording([personOf(peeked)]) : undefined}
                  onExempt={mayWrite ? () => setExempting(personOf(peeked)) : undefined}
                  onChange={mayWrite ? () => setChanged(personOf(peeked)) : undefined}
                />
              ),
              onClose: () => setPeeked(null),
            }
          : undefined
      }
      fill
    >
      {isDue ? (
        <DueList
          filter={dueFilter}
          onPeek={setPeeked}
          chosen={chosen}
          onChoose={setChosen}
          narrow={peeked !== null}
        />
      ) : list.tab === 'exempt' ? (
        <ExemptionList />
      ) : (
        <ContactList
          filter={recordFilter}
          empty={{
            title: '没有走访记录',
            hint: '记下走访、电话之后会列在这里；也可以把现有的走访台账导入进来。',
            action: mayWrite ? { label: '记一次走访', onClick: () => setRecording([]) } : undefined,
          }}
        />
      )}
      {exempting && (
        <ExemptForm person={exempting} onClose={() => setExempting(null)} onSaved={afterSave} />
      )}
      {changed && (
        <MajorChangeForm person={changed} onClose={() => setChanged(null)} onSaved={afterSave} />
      )}
      {recording && (
        <RecordContact people={recording} onClose={() => setRecording(null)} onSaved={afterSave} />
      )}
    </Page>
  )
}

const personOf = ({ recipientId, recipientName }: DueRow): ChosenPerson => ({
  id: recipientId,
  name: recipientName,
})

const idOf = (text: string): number | undefined => (text === '' ? undefined : Number(text))
