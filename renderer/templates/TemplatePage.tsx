import { Alert, Anchor, Button, Group, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { askReason } from '../shell/ask-reason'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatBytes, formatInstant } from '../shell/format'
import { goBack } from '../shell/location'
import { tellDone, tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import { TemplateState, useDownload } from './TemplatesPage'
import { TrialDialog } from './TrialDialog'
import { UploadDialog } from './UploadDialog'
import classes from './templates.module.css'

type Shown = OutputOf<'templates.get'>
type Version = Shown['versions'][number]

/** One template of the office: its versions, what to mend, and whether it is in force. */
export function TemplatePage(): React.ReactElement {
  const id = Number(useParams<{ id: string }>().id)
  const query = useQueryOp('templates.get', { id })
  const mayWrite = useMay('documents.write')
  const setInForce = useCommandOp('templates.setInForce')
  const hide = useCommandOp('templates.void')
  const [trial, setTrial] = useState<Version | null>(null)
  const [uploading, setUploading] = useState(false)
  if (query.error)
    return (
      <Page title="模板" parent="/documents/templates">
        <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    )
  const template = query.data
  if (!template) return <Page title="模板">{null}</Page>
  const { name, revision, inForce, formTitle, versions } = template
  const toggle = (): void => {
    setInForce
      .mutateAsync({ id, revision, inForce: !inForce })
      .then(
        () =>
          tellDone(
            inForce ? `已停用，${formTitle}照自带的模板出。` : `已启用，以后的${formTitle}照它出。`,
          ),
        tellFailure,
      )
  }
  const askToHide = (): void =>
    askReason({
      title: `作废“${name}”`,
      lead: '模板不再显示，变更记录里仍可查到。在用的会停用，以后照自带的模板出。',
      label: '作废',
      onSubmit: async (reason) => {
        await hide.mutateAsync({ id, reason })
        goBack('/documents/templates')
      },
    })
  return (
    <Page
      title={name}
      note={formTitle}
      parent="/documents/templates"
      actions={
        mayWrite && (
          <Group gap="sm">
            <Button variant="default" onClick={askToHide}>
              作废
            </Button>
            <Button
              variant="default"
              loading={setInForce.isPending}
              disabled={!inForce && template.versionId === null}
              onClick={toggle}
            >
              {inForce ? '停用' : '启用'}
            </Button>
          </Group>
        )
      }
      main={
        mayWrite
          ? {
              label: '传回改好的文件',
              icon: <IconUpload size={18} />,
              onClick: () => setUploading(true),
            }
          : undefined
      }
    >
      <Text mb="sm">
        <TemplateState template={template} />
      </Text>
      <Faults template={template} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">版本</th>
            <th scope="col">检查</th>
            <th scope="col">改了什么</th>
            <th scope="col">传入</th>
            <th scope="col">大小</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <VersionRow
              key={version.id}
              template={template}
              version={version}
              mayWrite={mayWrite}
              onTrial={() => setTrial(version)}
            />
          ))}
        </tbody>
      </table>
      <Text size="sm" c="dimmed" mt="md">
        点“存到电脑”，用 WPS 或 Word
        改好保存，再传回来，成为新的一版；旧版都留着，随时可以换回。能写哪些字段见
        <Anchor component={Link} href="/documents/fields" size="sm">
          字段表
        </Anchor>
        。
      </Text>
      {trial && (
        <TrialDialog
          title={`${name} 第${trial.number}版`}
          source={{ versionId: trial.id }}
          onClose={() => setTrial(null)}
        />
      )}
      {uploading && <UploadDialog template={template} onClose={() => setUploading(false)} />}
    </Page>
  )
}

/** What the latest version needs before it is used. */
function Faults({ template }: { template: Shown }): React.ReactElement | null {
  const [latest] = template.versions
  if (!latest || latest.problems.length === 0) return null
  return (
    <Alert color="dusk" variant="light" mb="md" title={`第${latest.number}版要改好才能用`}>
      {template.versionNumber === null
        ? '还没有一个能用的版本。'
        : `改好之前仍用第${template.versionNumber}版。`}
      <ul className={classes.problems}>
        {latest.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Alert>
  )
}

interface VersionRowProps {
  template: Shown
  version: Version
  mayWrite: boolean
  onTrial: () => void
}

function VersionRow({ template, version, mayWrite, onTrial }: VersionRowProps): React.ReactElement {
  const { id, revision, versionId } = template
  const { number, problems, isCopy, note, fileName, size, addedAt, addedBy } = version
  const use = useCommandOp('templates.useVersion')
  const download = useDownload()
  const isUsed = version.id === versionId
  const useIt = (): void => {
    use
      .mutateAsync({ id, revision, versionId: version.id })
      .then(() => tellDone(`已换用第${number}版`), tellFailure)
  }
  return (
    <tr>
      <th scope="row">
        第{number}版 {isUsed && <span className={classes.soft}>✓ 用这一版</span>}
      </th>
      <td>{problems.length === 0 ? '✓ 没有问题' : `▲ ${problems.length} 处要改`}</td>
      <td>{note ?? (isCopy ? '照自带的模板复制' : fileName)}</td>
      <td>
        {formatInstant(addedAt)} {addedBy}
      </td>
      <td className="figures">{formatBytes(size)}</td>
      <td data-actions>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          {problems.length === 0 && (
            <Button size="compact-sm" variant="subtle" onClick={onTrial}>
              试印
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            loading={download.busy}
            onClick={() => download.start({ versionId: version.id })}
          >
            存到电脑
          </Button>
          {mayWrite && !isUsed && problems.length === 0 && (
            <Button size="compact-sm" variant="default" loading={use.isPending} onClick={useIt}>
              换用这一版
            </Button>
          )}
        </Group>
      </td>
    </tr>
  )
}
