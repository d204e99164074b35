import { useEffect, useMemo, useRef } from 'react'
import { SegmentedControl } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { DueRule } from '@shared/domain/assessments/due'
import { scaleLabel, type Scale } from '@shared/domain/assessments/scale'
import { CallError } from '../api'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { useListState } from '../shell/list-state'
import { goBack } from '../shell/location'
import { Page } from '../shell/Page'
import { useSession } from '../shell/session'
import { DenseColumn } from './DenseColumn'
import { codeOf, isAnswered, namesIn, stepsOf, type AssessmentEntry } from './entry'
import { FilingFields } from './FilingFields'
import { PagedItems, PageTabs } from './PagedItems'
import { RunningScore } from './RunningScore'
import { useStepKeys } from './useStepKeys'
import classes from './assessments.module.css'

/** The entry as the operations take it. */
export interface FiledEntry extends Pick<
  AssessmentEntry,
  'answers' | 'changes' | 'date' | 'source' | 'note' | 'finalReason'
> {
  reason: NonNullable<AssessmentEntry['reason']>
  assessors: string[]
  finalLevel: string | null
  nextDue?: string
}

interface AssessmentFormProps {
  scale: Scale
  dueRules: readonly DueRule[]
  /** Whom it is about: 尉迟彩霞 · 下河村三组 · 91岁. */
  person: string
  initial: AssessmentEntry
  draftKey: string
  /** Where 返回 leads. */
  parent: string
  saving: boolean
  onSave: (entry: FiledEntry) => Promise<void>
}

/** The form of any scale, filled page by page or typed in from paper, by keyboard alone. */
export function AssessmentForm(props: AssessmentFormProps): React.ReactElement {
  const { scale, dueRules, person, initial, draftKey, parent, saving, onSave } = props
  const today = useSession().data?.today ?? ''
  const [{ mode }, setState] = useListState({ mode: 'paged' })
  const form = useForm<AssessmentEntry>({ initialValues: initial })
  const draft = useDraft(draftKey, form)
  const steps = useMemo(() => stepsOf(scale), [scale])
  const keys = useStepKeys({
    scale,
    steps,
    entry: form.values,
    onChange: (patch) => form.setValues(patch),
    start: 0,
  })
  const { at, moveTo } = keys
  const paper = useRef<HTMLDivElement>(null)
  const dense = mode === 'dense'

  // A continued draft goes on where it was left.
  const ready = draft.ready
  useEffect(() => {
    if (!ready) return
    const values = form.getValues()
    const open = steps.findIndex((step) => !isAnswered(step, values))
    moveTo(open < 0 ? (draft.continued ? steps.length : 0) : open)
    paper.current?.focus()
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the draft has been read
  }, [ready])

  // Past the last answer the keys go to the fields; back among the answers they go to the paper.
  useEffect(() => {
    if (at < steps.length) paper.current?.focus({ preventScroll: true })
    else document.querySelector<HTMLElement>('[data-filing] input')?.focus()
  }, [at, steps.length, mode])

  const save = async (): Promise<void> => {
    const { assessors, finalLevel, nextDue, reason, finalReason, ...entry } = form.getValues()
    if (reason === null) return form.setFieldError('reason', '请选择评估原因')
    try {
      await onSave({
        ...entry,
        reason,
        assessors: namesIn(assessors),
        finalLevel: finalLevel || null,
        finalReason: finalLevel ? finalReason : '',
        ...(nextDue && { nextDue }),
      })
    } catch (error) {
      showFailure(form, error)
      if (!(error instanceof CallError)) return
      const wrong = steps.findIndex((step) =>
        Object.keys(error.fields).some((field) => field.endsWith(`.${codeOf(step)}`)),
      )
      if (wrong >= 0) moveTo(wrong)
      return
    }
    await draft.discard()
  }

  const filing = (
    <div data-filing>
      <FilingFields scale={scale} form={form} dueRules={dueRules} today={today} />
      <SaveBar
        label="登记"
        onSave={() => void save()}
        onCancel={() => goBack(parent)}
        saving={saving}
        draft={draft}
      />
    </div>
  )
  const keyWords = (
    <p className={classes.keys}>
      数字键评分并到下一项 · ↑↓ 上下移动 · Backspace 退回重评 ·{' '}
      {dense ? 'Ctrl+Enter 登记' : '←→ 翻页'}
    </p>
  )
  return (
    <Page
      title={scaleLabel[scale.code]}
      note={`${person} · ${scale.versionTitle}`}
      parent={parent}
      actions={
        <SegmentedControl
          aria-label="录入方式"
          data={[
            { value: 'paged', label: '逐项评估' },
            { value: 'dense', label: '照纸录入' },
          ]}
          value={mode}
          onChange={(next) => setState({ mode: next })}
        />
      }
    >
      <div className={classes.form}>
        <div
          ref={paper}
          role="group"
          tabIndex={0}
          aria-label={`${scaleLabel[scale.code]}评分`}
          className={dense ? undefined : classes.paper}
          style={{ outline: 'none' }}
          onKeyDown={keys.onKeyDown}
        >
          {dense ? (
            <DenseColumn scale={scale} steps={steps} entry={form.values} at={at} onMove={moveTo} />
          ) : (
            <>
              <PageTabs scale={scale} steps={steps} entry={form.values} at={at} onMove={moveTo} />
              {at < steps.length ? (
                <PagedItems
                  scale={scale}
                  steps={steps}
                  entry={form.values}
                  at={at}
                  onMove={moveTo}
                  onAnswer={keys.answer}
                />
              ) : (
                filing
              )}
            </>
          )}
          <div role="alert" className={classes.refusal}>
            {keys.refusal}
          </div>
          {!dense && at < steps.length && keyWords}
        </div>
        {dense && (
          <div className={classes.beside}>
            <RunningScore scale={scale} entry={form.values} flat />
            {keyWords}
            {filing}
          </div>
        )}
        {!dense && (
          <div className={classes.side}>
            <RunningScore scale={scale} entry={form.values} />
          </div>
        )}
      </div>
    </Page>
  )
}
