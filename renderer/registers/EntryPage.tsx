import { Alert, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { isAttached } from '@shared/domain/registers/definition'
import { machineOf } from '@shared/domain/registers/machine'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { Attachments } from '../attachments/Attachments'
import { responsibleWords } from '../ledgers/case-state'
import { CasePage } from '../ledgers/CasePage'
import { FactsPanel } from '../ledgers/FactsPanel'
import { HistoryTable } from '../recipients/HistoryTab'
import { askReason } from '../shell/ask-reason'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatDay } from '../shell/format'
import { goBack } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { EditEntry } from './EntryForm'
import { MoveEntry } from './EntryMove'

/** One entry of a register: what it says, how it came to where it stands, and the next step. */
export function EntryPage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const { data: entry, error, refetch } = useQueryOp('registers.entry', { id })
  const mayWrite = useMay('registers.write')
  const voiding = useCommandOp('registers.voidEntry')
  const [editing, setEditing] = useState(false)
  const [moving, setMoving] = useState<string | null>(null)
  if (error || !entry || entry.id !== id) {
    return (
      <Page title="登记" parent="/registers">
        {error && (
          <ErrorPanel error={error} onRetry={() => void refetch()} title="这一条没有打开" />
        )}
      </Page>
    )
  }
  const { definition, registerId } = entry
  const parent = `/registers/${registerId}`
  const askToVoid = (): void =>
    askReason({
      title: '录错更正：隐去这一条',
      lead: '只用于重复登记或登错了。编号不会再给别的记录用。',
      label: '隐去',
      onSubmit: async (reason) => {
        await voiding.mutateAsync({ id, reason })
        tellDone('已隐去')
        goBack(parent)
      },
    })
  const attached = definition.fields.filter(({ kind }) => isAttached(kind))
  const others = entry.leftOver
  return (
    <>
      <CasePage
        machine={machineOf(definition)}
        parent={parent}
        file={entry}
        title={[entry.number, entry.recipientName].filter(Boolean).join(' ') || definition.name}
        note={`${definition.name} · 历时 ${entry.ageDays} 天`}
        onMove={setMoving}
        actions={
          <>
            {mayWrite && (
              <Button variant="subtle" color="gray" onClick={askToVoid}>
                录错更正…
              </Button>
            )}
            <Button variant="default" component={Link} href={`/print/register-entries/${id}`}>
              打印
            </Button>
          </>
        }
        facts={
          <>
            <NewerVersion entry={entry} mayWrite={mayWrite} />
            <FactsPanel
              title={definition.name}
              onEdit={mayWrite ? () => setEditing(true) : undefined}
              editor={
                editing ? <EditEntry entry={entry} onDone={() => setEditing(false)} /> : undefined
              }
              facts={[
                ...entry.shown.map(({ name, words }) => ({
                  label: name,
                  words: words ?? '（无权查看）',
                })),
                { label: '登记日期', words: formatDay(entry.openedOn) },
                { label: '期限', words: formatDay(entry.dueOn) },
                { label: '责任人', words: responsibleWords(entry) },
                ...others.map(({ name, words }) => ({
                  label: `${name}（旧版栏目）`,
                  words: words ?? '（无权查看）',
                })),
              ]}
            />
          </>
        }
        tabs={[
          {
            key: 'files',
            title: '照片和附件',
            content: (
              <>
                {attached.length > 0 && (
                  <Text c="dimmed" mb="xs">
                    这本登记簿要附上：{attached.map(({ name }) => name).join('、')}。
                  </Text>
                )}
                <Attachments entity="register_entry" id={id} />
              </>
            ),
          },
          { key: 'history', title: '变更记录', content: <EntryHistory id={id} /> },
        ]}
      />
      {moving && <MoveEntry entry={entry} move={moving} onClose={() => setMoving(null)} />}
    </>
  )
}

function EntryHistory({ id }: { id: number }): React.ReactElement {
  const history = useQueryOp('registers.history', { id })
  return (
    <HistoryTable
      entries={history.data}
      error={history.error}
      onRetry={() => void history.refetch()}
    />
  )
}

interface NewerVersionProps {
  entry: OutputOf<'registers.entry'>
  mayWrite: boolean
}

/** 换到新版: said above the facts while an entry goes by an older definition. */
function NewerVersion({ entry, mayWrite }: NewerVersionProps): React.ReactElement | null {
  const carry = useCommandOp('registers.carryOver')
  const { id, revision, version, newest } = entry
  if (!newest) return null
  const carryOver = async (): Promise<void> => {
    try {
      const { version: now } = await carry.mutateAsync({ id, revision })
      tellDone(`已换到第 ${now} 版，填过的内容都在`)
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <Alert color="pine" variant="light" mb="sm">
      这一条按第 {version} 版登记，登记簿已改到第 {newest.version} 版。
      {newest.obstacle ?? '换到新版后按新的栏目和步骤办，填过的内容不会丢。'}
      {mayWrite && newest.obstacle === null && (
        <Button
          size="compact-sm"
          ml="sm"
          loading={carry.isPending}
          onClick={() => void carryOver()}
        >
          换到新版
        </Button>
      )}
    </Alert>
  )
}
