import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileText } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useJob, useQueryOp, type OutputOf } from '../api'
import { useDraft } from '../shell/form/useDraft'
import { ErrorPanel } from '../shell/ErrorPanel'
import { JobProgress } from '../shell/JobProgress'
import { formatCount, formatInstant } from '../shell/format'
import { useListState } from '../shell/list-state'
import { Page } from '../shell/Page'
import { useMay, useSession } from '../shell/session'
import classes from './documents.module.css'
import { PaperView, type PaperData } from './PaperView'
import { ParticularsFields } from './ParticularsFields'
import { formOf, particularsOf } from './particulars'
import { Produced } from './Produced'

/** 工作方案: what is typed on the left, the paper as it will print on the right. */
export function WorkPlanPage(): React.ReactElement {
  const today = useSession().data?.today
  const [state] = useListState({ year: '' })
  const year = Number(state.year || today?.slice(0, 4) || 0)
  const kept = useQueryOp('documents.workPlanParticulars', { year }, { enabled: year > 0 })
  if (kept.error)
    return (
      <Page title="关爱服务工作方案" parent="/documents">
        <ErrorPanel error={kept.error} onRetry={() => void kept.refetch()} />
      </Page>
    )
  if (!kept.data || kept.isPlaceholderData) return <Page title="关爱服务工作方案">{null}</Page>
  return <Editor key={year} year={year} kept={kept.data} />
}

interface EditorProps {
  year: number
  kept: OutputOf<'documents.workPlanParticulars'>
}

const typingPause = 500 // milliseconds before the preview follows what is typed

function Editor({ year, kept }: EditorProps): React.ReactElement {
  const form = useForm({ initialValues: formOf(kept) })
  const draft = useDraft(`workPlan:${year}`, form)
  const [settled] = useDebouncedValue(form.values, typingPause)
  const preview = useQueryOp('documents.workPlanPreview', {
    year,
    particulars: particularsOf(settled),
  })
  const job = useJob('documents.workPlan')
  const mayWrite = useMay('documents.write')
  const write = async (): Promise<void> => {
    await job.start({ year, particulars: particularsOf(form.values) })
    await draft.discard()
  }
  return (
    <Page
      title={`${year} 年关爱服务工作方案`}
      note={draft.savedAt ? `✓ 草稿已保存 ${formatInstant(draft.savedAt)}` : undefined}
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
    >
      <div className={classes.editor}>
        <div className={classes.editorSide}>
          <Stack gap="md">
            <JobProgress job={job} />
            {job.result && <Produced artifact={job.result} />}
            {preview.data && <Check {...preview.data} />}
            <ParticularsFields form={form} />
          </Stack>
        </div>
        <div className={classes.editorPaper}>
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

/** What is missing and how long it is: read before the paper is written. */
function Check({
  paper,
  length,
  limit,
}: {
  paper: PaperData
  length: number
  limit: number
}): React.ReactElement {
  return (
    <Alert
      color={paper.missing.length > 0 || length > limit ? 'dusk' : 'pine'}
      variant="light"
      title={paper.missing.length > 0 ? `缺项 ${paper.missing.length}` : '没有缺项'}
    >
      {paper.missing.length > 0 && (
        <ul className={classes.blanks}>
          {paper.missing.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <Text size="sm" mt={6}>
        正文 {formatCount(length)} 字
        {length > limit && `，超过 ${formatCount(limit)} 字的限制，请精简`}
        。右边是大致样子，换行和分页以 Word 为准；绿色数字点开看名单。
      </Text>
      <Group gap="xs" mt={6}>
        <Anchor component={Link} href="/settings?part=organization" size="sm">
          领导小组、责任清单、阶段安排
        </Anchor>
        <Anchor component={Link} href="/settings?part=rules" size="sm">
          频次规则
        </Anchor>
      </Group>
    </Alert>
  )
}
