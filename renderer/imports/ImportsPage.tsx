import { Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconFileSpreadsheet, IconFileUpload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { CallError, useCommandOp, useJob, useQueryOp, type OutputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { formatInstant } from '../shell/format'
import { JobProgress } from '../shell/JobProgress'
import { navigate } from '../shell/location'
import { tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { PastImports } from './PastImports'
import { readAsBase64 } from '../shell/read-file'
import { StepBar } from './StepBar'
import { refusalOf } from './read-file'
import classes from './ImportsPage.module.css'

const accepted = '.xlsx,.xlsm,.xls,.et,.csv,.txt,.html,.htm'

/** ① 选文件: a new ledger, or one that was left half done. */
export function ImportsPage(): React.ReactElement {
  return (
    <Page title="导入台账" parent="/recipients" actions={<StepBar current="file" />}>
      <div className={classes.columns}>
        <ChooseFile />
        <div>
          <Waiting />
          <PastImports />
        </div>
      </div>
    </Page>
  )
}

function ChooseFile(): React.ReactElement {
  const open = useJob('imports.open')
  const [refusal, setRefusal] = useState<CallError | null>(null)
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const busy = open.status === 'running'

  const importId = open.result?.importId
  useEffect(() => {
    if (importId) navigate(`/imports/${importId}`)
  }, [importId])

  const take = async (files: File[]): Promise<void> => {
    open.reset()
    setOver(false)
    const words = refusalOf(files)
    setRefusal(words ? new CallError({ code: 'VALIDATION', message: words }) : null)
    const [file] = files
    if (words || !file) return
    const content = await readAsBase64(file).catch(() => null)
    if (content === null)
      return setRefusal(
        new CallError({
          code: 'VALIDATION',
          message: `“${file.name}”读不出来。放进来的要是文件，不能是文件夹；如果正在别的程序里打开，请先关闭。`,
        }),
      )
    await open.start({ fileName: file.name, content })
  }

  return (
    <Stack gap="md">
      <UnstyledButton
        className={classes.drop}
        data-over={over || undefined}
        data-filter-focus
        autoFocus
        disabled={busy}
        onClick={() => picker.current?.click()}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          void take([...event.dataTransfer.files])
        }}
      >
        <IconFileUpload size={44} stroke={1.3} aria-hidden />
        <span className={classes.dropTitle}>把台账拖到这里，或点一下选择文件</span>
        <span className={classes.dropHint}>
          Excel（xlsx、xls）、WPS 表格、CSV 都可以，不超过 30
          MB。合并的表头、合计行、签字行、多张工作表都不要紧。 原文件不会改动。
        </span>
      </UnstyledButton>
      <input
        ref={picker}
        type="file"
        hidden
        accept={accepted}
        aria-label="台账文件"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          // The same file can be chosen again after it was mended.
          event.currentTarget.value = ''
          if (files.length > 0) void take(files)
        }}
      />
      {refusal && <ErrorPanel error={refusal} title="文件没有读取" />}
      <JobProgress job={open} />
    </Stack>
  )
}

type WaitingImport = OutputOf<'imports.waiting'>[number]

function Waiting(): React.ReactElement | null {
  // What is partly on file stands among the imports carried out, with its rows left.
  const waiting = (useQueryOp('imports.waiting', {}).data ?? []).filter(({ rest }) => !rest)
  const discard = useCommandOp('imports.discard')
  if (waiting.length === 0) return null
  const drop = ({ importId, fileName }: WaitingImport): void =>
    void modals.openConfirmModal({
      title: '放弃这次导入',
      children: `“${fileName}”里改过的格和定过的行都不再保留；档案没有改动，原文件也还在。`,
      labels: { confirm: '放弃', cancel: '留着' },
      onConfirm: () => discard.mutate({ importId }, { onError: tellFailure }),
    })
  return (
    <section className={classes.section} aria-label="还没导完的">
      <Title order={2} size="h3">
        还没导完的
      </Title>
      {waiting.map((one) => (
        <Group key={one.importId} className={classes.line} wrap="nowrap">
          <IconFileSpreadsheet size={20} stroke={1.5} aria-hidden />
          <span className={classes.file}>
            {one.fileName}
            <Text component="span" size="xs" c="dimmed" ml={8}>
              {formatInstant(one.openedAt)} 打开
            </Text>
          </span>
          <Button size="xs" onClick={() => navigate(`/imports/${one.importId}?step=rows`)}>
            接着导
          </Button>
          <Button size="xs" variant="default" onClick={() => drop(one)}>
            放弃
          </Button>
        </Group>
      ))}
    </section>
  )
}
