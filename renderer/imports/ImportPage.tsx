import { Button, Group, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { modals } from '@mantine/modals'
import { useParams } from 'wouter'
import { useCommandOp, useJob, useQueryOp } from '../api'
import { EmptyState } from '../shell/DataTable'
import { ErrorPanel } from '../shell/ErrorPanel'
import { useListState } from '../shell/list-state'
import { navigate } from '../shell/location'
import { tellFailure } from '../shell/notify'
import { Page } from '../shell/Page'
import { ApplyStep } from './ApplyStep'
import { HeaderStep } from './HeaderStep'
import { Outcome } from './Outcome'
import { RowsStep } from './RowsStep'
import { StepBar, steps, type Step } from './StepBar'

/** One file on its way into the archives: ② 认表头, ③ 逐行看, ④ 入库. */
export function ImportPage(): React.ReactElement {
  const { importId = '' } = useParams<{ importId: string }>()
  const [{ step: asked }, set] = useListState({ step: 'header' })
  const step = steps.find((one) => one === asked) ?? 'header'
  const apply = useJob('imports.apply')
  const discard = useCommandOp('imports.discard')
  // What was carried out is no longer waiting: the core would answer that it does not know it. The
  // writing tells of itself before the job does, so nothing is asked while it goes on.
  const applying = apply.status === 'running' || apply.status === 'done'
  const state = useQueryOp('imports.state', { importId }, { enabled: !applying })

  const go = (to: Step): void => (to === 'file' ? navigate('/imports') : set({ step: to }))
  const next: Partial<Record<Step, { to: Step; label: string }>> = {
    header: { to: 'rows', label: '下一步：逐行看' },
    rows: { to: 'apply', label: '下一步：入库' },
  }
  const forward = next[step]
  useHotkeys([['mod+Enter', () => forward && go(forward.to)]], [])

  const giveUp = (): void =>
    void modals.openConfirmModal({
      title: '放弃这次导入',
      children: '改过的格和定过的行都不再保留；档案没有改动，原文件也还在。',
      labels: { confirm: '放弃', cancel: '接着导' },
      onConfirm: () =>
        discard.mutate(
          { importId },
          { onSuccess: () => navigate('/imports'), onError: tellFailure },
        ),
    })

  if (apply.result)
    return (
      <Page title="导入台账" parent="/imports" note={state.data?.fileName}>
        <Outcome
          result={apply.result}
          onRest={() => {
            apply.reset()
            go('rows')
          }}
        />
      </Page>
    )
  if (state.error)
    return (
      <Page title="导入台账" parent="/imports">
        {state.error.code === 'NOT_FOUND' ? (
          <EmptyState
            title="这次导入已经结束"
            hint={state.error.message}
            action={{ label: '导入另一个文件', onClick: () => navigate('/imports') }}
          />
        ) : (
          <ErrorPanel error={state.error} onRetry={() => void state.refetch()} />
        )}
      </Page>
    )
  const running = apply.status === 'running'
  return (
    <Page
      title="导入台账"
      note={state.data?.fileName}
      parent="/imports"
      fill
      filters={<StepBar current={step} onChoose={running ? undefined : go} />}
      actions={
        !running && (
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={giveUp}>
              放弃这次导入
            </Button>
            {forward && (
              <Tooltip label="Ctrl+Enter">
                <Button onClick={() => go(forward.to)}>{forward.label}</Button>
              </Tooltip>
            )}
          </Group>
        )
      }
    >
      {state.data && step === 'header' && <HeaderStep state={state.data} />}
      {state.data && step === 'rows' && <RowsStep state={state.data} onChoose={go} />}
      {state.data && step === 'apply' && (
        <ApplyStep state={state.data} apply={apply} onChoose={go} />
      )}
    </Page>
  )
}
