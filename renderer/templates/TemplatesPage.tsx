import { Anchor, Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useCommandOp, useJob, useQueryOp, type OutputOf } from '../api'
import { host } from '../host'
import { ErrorPanel } from '../shell/ErrorPanel'
import { navigate } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { TrialDialog } from './TrialDialog'
import { UploadDialog } from './UploadDialog'
import classes from './templates.module.css'

type Form = OutputOf<'templates.list'>[number]
export type Template = Form['templates'][number]

/** 模板: what each form is filled from, and the office's own templates. */
export function TemplatesPage(): React.ReactElement {
  const list = useQueryOp('templates.list', {})
  const mayWrite = useMay('documents.write')
  const [trial, setTrial] = useState<Form | null>(null)
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title="模板"
      note="表册照模板出；自带的模板不能改，可以复制一份改成本单位的"
      parent="/documents"
      actions={
        <Button component={Link} href="/documents/fields" variant="default">
          字段表
        </Button>
      }
      main={
        mayWrite
          ? {
              label: '传入模板',
              icon: <IconPlus size={18} />,
              onClick: () => setAdding(true),
            }
          : undefined
      }
    >
      {list.error && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">表</th>
              <th scope="col">现在用的</th>
              <th scope="col">本单位的模板</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {list.data.map((form) => (
              <FormRow
                key={form.form}
                form={form}
                mayWrite={mayWrite}
                onTrial={() => setTrial(form)}
              />
            ))}
          </tbody>
        </table>
      )}
      {trial && (
        <TrialDialog
          title={trial.title}
          source={{ form: trial.form }}
          onClose={() => setTrial(null)}
        />
      )}
      {adding && list.data && <UploadDialog forms={list.data} onClose={() => setAdding(false)} />}
    </Page>
  )
}

interface FormRowProps {
  form: Form
  mayWrite: boolean
  onTrial: () => void
}

function FormRow({ form, mayWrite, onTrial }: FormRowProps): React.ReactElement {
  const { title, shipped, templates } = form
  const copy = useCommandOp('templates.copy')
  const download = useDownload()
  const inForce = templates.filter((one) => one.inForce)
  const copyOne = async (): Promise<void> => {
    try {
      const name = `本单位${title}${templates.length > 0 ? `（${templates.length + 1}）` : ''}`
      const { id } = await copy.mutateAsync({ form: form.form, name })
      navigate(`/documents/templates/${id}`)
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        {inForce.length > 0 ? (
          inForce.map(({ name, versionNumber }) => `${name}（第${versionNumber}版）`).join('、')
        ) : (
          <span className={classes.soft}>{shipped ? '自带的模板' : '还没有'}</span>
        )}
      </td>
      <td>
        <div className={classes.own}>
          {templates.map((one) => (
            <span key={one.id}>
              <Anchor component={Link} href={`/documents/templates/${one.id}`}>
                {one.name}
              </Anchor>{' '}
              <TemplateState template={one} />
            </span>
          ))}
        </div>
      </td>
      <td data-actions>
        {shipped && (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Button size="compact-sm" variant="subtle" onClick={onTrial}>
              试印
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              loading={download.busy}
              onClick={() => download.start({ form: form.form })}
            >
              存到电脑
            </Button>
            {mayWrite && (
              <Button
                size="compact-sm"
                variant="default"
                loading={copy.isPending}
                onClick={() => void copyOne()}
              >
                复制一份来改
              </Button>
            )}
          </Group>
        )}
      </td>
    </tr>
  )
}

/** In force or not, and what stands in the way, in words and shape. */
export function TemplateState({ template }: { template: Template }): React.ReactElement {
  const { inForce, faults, latestNumber, shippedIsNewer } = template
  const words = [
    inForce ? '✓ 在用' : '○ 未启用',
    ...(faults > 0 ? [`▲ 第${latestNumber}版有 ${faults} 处要改`] : []),
    ...(shippedIsNewer ? ['自带的模板已更新，这份没有动'] : []),
  ]
  return (
    <Text component="span" size="sm" className={classes.soft}>
      {words.join(' · ')}
    </Text>
  )
}

/** The .docx to a place of the clerk's choice, to be edited there and handed in again. */
export function useDownload() {
  const job = useJob('templates.download')
  const { result, error } = job
  useEffect(() => {
    if (!result) return
    host.saveArtifact(result.artifactId).then((place) => {
      if (place) tellDone(`已保存到 ${place}。用 WPS 或 Word 改好后，回到这里传回来。`)
    }, tellFailure)
  }, [result])
  useEffect(() => {
    if (error) tellFailure(error)
  }, [error])
  return {
    busy: job.status === 'running',
    start: (source: Parameters<typeof job.start>[0]) => void job.start(source),
  }
}
