import { Alert, Anchor, Button, Select, Stack, Tabs, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileText } from '@tabler/icons-react'
import { Link, useParams } from 'wouter'
import { composedKind, composedKinds } from '@shared/domain/papers/kinds'
import { useCommandOp, useJob, useQueryOp, type OutputOf } from '../api'
import documents from '../documents/documents.module.css'
import { PaperView } from '../documents/PaperView'
import { Produced } from '../documents/Produced'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatCount, formatInstant } from '../shell/format'
import { useDraft } from '../shell/form/useDraft'
import { JobProgress } from '../shell/JobProgress'
import { useListState } from '../shell/list-state'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import { draftOf, formOf } from './form'
import { HeadFields } from './HeadFields'
import { SectionList } from './SectionList'

/** The editor of every paper composed of sections: outline on the left, the paper on the right. */
export function ComposedPaperPage(): React.ReactElement {
  const { kind = '' } = useParams<{ kind: string }>()
  const today = useSession().data?.today
  const [state] = useListState({ year: '', month: '' })
  const known = composedKinds.some(({ key }) => key === kind)
  const which = {
    kind,
    year: Number(state.year || today?.slice(0, 4) || 2000),
    month: Number(state.month || today?.slice(5, 7) || 1),
  }
  const start = useQueryOp('papers.start', which, {
    enabled: known && today !== undefined,
    // An editor begins with what is kept now, not with what was when its year was last looked at.
    staleTime: 0,
  })
  if (!known || start.error)
    return (
      <Page title="公文" parent="/documents">
        {start.error ? (
          <ErrorPanel error={start.error} onRetry={() => void start.refetch()} />
        ) : (
          <Text>没有这种公文。</Text>
        )}
      </Page>
    )
  const { name } = composedKind(kind)
  if (!start.data || !start.isFetchedAfterMount) return <Page title={name}>{null}</Page>
  return <Editor key={JSON.stringify(which)} which={which} start={start.data} />
}

const typingPause = 500 // milliseconds before the preview follows what is typed

interface EditorProps {
  which: { kind: string; year: number; month: number }
  start: OutputOf<'papers.start'>
}

const startWords = {
  preset: '从通用文字开始',
  ownWording: '从本单位的文字开始',
  lastPaper: '从上一份开始：',
}

function Editor({ which, start }: EditorProps): React.ReactElement {
  const { name, span } = composedKind(which.kind)
  const form = useForm({ initialValues: formOf(start.draft) })
  const draft = useDraft(`paper:${which.kind}:${which.year}:${which.month}`, form)
  const [settled] = useDebouncedValue(form.values, typingPause)
  const preview = useQueryOp('papers.preview', { ...which, draft: draftOf(settled) })
  const job = useJob('papers.write')
  const keep = useCommandOp('papers.keepWording')
  const mayWrite = useMay('documents.write')
  const write = async (): Promise<void> => {
    await job.start({ ...which, draft: draftOf(form.values) })
    await draft.discard()
  }
  const keepWording = async (): Promise<void> => {
    try {
      await keep.mutateAsync({ kind: which.kind, sections: form.values.sections })
      tellDone('已保存为本单位的文字，下次新写这种公文从它开始。')
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <Page
      title={`${which.year} 年${span === 'month' ? ` ${which.month} 月` : ''}${name}`}
      note={
        draft.savedAt
          ? `✓ 草稿已保存 ${formatInstant(draft.savedAt)}`
          : startWords[start.from] + (start.fromTitle ?? '')
      }
      parent="/documents"
      fill
      main={
        mayWrite
          ? {
              label: '生成并存档',
              icon: <IconFileText size={18} />,
              onClick: () => void write(),
              disabled: job.status === 'running',
            }
          : undefined
      }
      actions={
        <>
          <PaperTime which={which} />
          {mayWrite && (
            <Button variant="default" onClick={() => void keepWording()}>
              存为本单位文字
            </Button>
          )}
        </>
      }
    >
      <div className={documents.editor}>
        <div className={documents.editorSide}>
          <Stack gap="md">
            <JobProgress job={job} />
            {job.result && (
              <>
                <Produced artifact={job.result} />
                <Anchor component={Link} href={`/documents/${job.result.documentId}`}>
                  打开存档的这一份，登记报送
                </Anchor>
              </>
            )}
            {preview.data && <Check {...preview.data} />}
            <Tabs defaultValue="sections">
              <Tabs.List mb="sm">
                <Tabs.Tab value="sections">章节</Tabs.Tab>
                <Tabs.Tab value="head">文头落款</Tabs.Tab>
                <Tabs.Tab value="tokens">取数</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="sections">
                <SectionList
                  sections={form.values.sections}
                  onChange={(sections) => form.setFieldValue('sections', sections)}
                />
              </Tabs.Panel>
              <Tabs.Panel value="head">
                <TextInput label="标题" mb="sm" {...form.getInputProps('title')} />
                <HeadFields
                  field={(field, options) => form.getInputProps(`particulars.${field}`, options)}
                  basis={form.values.particulars.basis}
                  onBasis={(basis) => form.setFieldValue('particulars.basis', basis)}
                >
                  <TextInput
                    label="签发人"
                    placeholder="只有上行文要写"
                    {...form.getInputProps('particulars.signer')}
                  />
                </HeadFields>
              </Tabs.Panel>
              <Tabs.Panel value="tokens">
                <Tokens tokens={start.tokens} />
              </Tabs.Panel>
            </Tabs>
          </Stack>
        </div>
        <div className={documents.editorPaper}>
          {preview.error ? (
            <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />
          ) : (
            preview.data && <PaperView paper={preview.data.paper} />
          )}
        </div>
      </div>
    </Page>
  )
}

/** Years back for which a paper may still be written. */
const YEARS_BACK = 3

/** Which year, and which month where the paper speaks of one: another one opens its own draft. */
function PaperTime({ which }: Pick<EditorProps, 'which'>): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const [, set] = useListState({ year: '', month: '' })
  const year = Number(today.slice(0, 4)) || which.year
  const first = Math.min(which.year, year - YEARS_BACK)
  const years = Array.from({ length: Math.max(which.year, year + 1) - first + 1 }, (_, at) =>
    String(first + at),
  )
  return (
    <>
      <Select
        aria-label="年度"
        w={110}
        allowDeselect={false}
        data={years.map((value) => ({ value, label: `${value} 年` }))}
        value={String(which.year)}
        onChange={(value) => value && set({ year: value })}
      />
      {composedKind(which.kind).span === 'month' && (
        <Select
          aria-label="月份"
          w={90}
          allowDeselect={false}
          data={Array.from({ length: 12 }, (_, at) => ({
            value: String(at + 1),
            label: `${at + 1} 月`,
          }))}
          value={String(which.month)}
          onChange={(value) => value && set({ month: value })}
        />
      )}
    </>
  )
}

/** What is missing, what was not understood and how long it is: read before the paper is written. */
function Check({
  paper: { missing },
  length,
  limit,
  unknown,
}: OutputOf<'papers.preview'>): React.ReactElement {
  const wrong = missing.length > 0 || unknown.length > 0 || length > limit
  return (
    <Alert
      color={wrong ? 'dusk' : 'pine'}
      variant="light"
      title={missing.length > 0 ? `缺项 ${missing.length}` : '没有缺项'}
    >
      {[...missing, ...unknown.map((one) => `不认识 ${one}，请看“取数”`)].map((words) => (
        <div key={words}>· {words}</div>
      ))}
      <Text size="sm" mt={6}>
        正文 {formatCount(length)} 字
        {length > limit && `，超过 ${formatCount(limit)} 字的限制，请精简`}
        。右边是大致样子，换行和分页以 Word 为准；绿色数字点开看名单，指着看口径和去年。
      </Text>
    </Alert>
  )
}

function Tokens({ tokens }: { tokens: OutputOf<'papers.start'>['tokens'] }): React.ReactElement {
  return (
    <Stack gap={6}>
      <Text size="sm">
        写在文字里，生成时换成数字。加“·留守”“·下河村”只数一部分，加“·去年”是去年同期，如
        {' {在册人数·留守·去年}'}。
      </Text>
      {tokens.map(({ token, about }) => (
        <Text key={token} size="sm">
          <strong>{token}</strong>　{about}
        </Text>
      ))}
    </Stack>
  )
}
