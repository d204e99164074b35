import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { SegmentedControl } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import type { DueRule } from '@shared/domain/assessments/due'
import { scaleLabel, type Scale } from '@shared/domain/assessments/scale'
import { showFailure } from '../shell/form/failure'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { useListState } from '../shell/list-state'
import { goBack, navigate } from '../shell/location'
import { Page } from '../shell/Page'
import { useSession } from '../shell/session'
import { DenseColumn } from './DenseColumn'
import { isAnswered, namesIn, stepsOf, type AssessmentEntry, type Step } from './entry'
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
  /** Answers the id of the assessment as it was filed. */
  onSave: (entry: FiledEntry) => Promise<{ id: number }>
}

/** The form of any scale, filled page by page or typed in from paper, by keyboard alone. */
export function AssessmentForm(props: AssessmentFormProps): React.ReactElement {
  const { scale, dueRules, person, initial, draftKey, parent, saving, onSave } = props
  const today = useSession().data?.today ?? ''
  const [{ mode }, setState] = useListState({ mode: 'paged' })
  const form = useForm<AssessmentEntry>({ initialValues: initial })
  const draft = useDraft(draftKey, form)

  const save = async (): Promise<void> => {
    const values = form.getValues()
    const { assessors, finalLevel, nextDue, reason, finalReason, ...entry } = values
    if (reason === null) return form.setFieldError('reason', '请选择评估原因')
    const open = stepsOf(scale).filter((step) => !isAnswered(step, values)).length
    if (open > 0) return form.setFieldError('answers', `还有 ${open} 项没有答，没有登记`)
    try {
      const result = await onSave({
        ...entry,
        reason,
        assessors: namesIn(assessors),
        finalLevel: finalLevel || null,
        finalReason: finalLevel ? finalReason : '',
        ...(nextDue && { nextDue }),
      })
      // Before leaving: the page flushes what is pending as it goes.
      await draft.discard()
      navigate(`/assessments/${result.id}`, { replace: true })
    } catch (error) {
      showFailure(form, error)
    }
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
      {draft.ready && (
        <Paper
          key={mode}
          scale={scale}
          form={form}
          continued={draft.continued}
          dense={mode === 'dense'}
          filing={filing}
        />
      )}
    </Page>
  )
}

interface PaperProps {
  scale: Scale
  form: UseFormReturnType<AssessmentEntry>
  continued: boolean
  /** Typed in from paper, instead of asked page by page. */
  dense: boolean
  filing: ReactNode
}

/** What is answered; mounted when the draft has been read, so that it goes on where it was left. */
function Paper({ scale, form, continued, dense, filing }: PaperProps): React.ReactElement {
  const steps = useMemo(() => stepsOf(scale), [scale])
  const keys = useStepKeys({
    scale,
    steps,
    entry: form.values,
    onChange: (patch) => form.setValues(patch),
    start: startOf(steps, form.values, continued),
  })
  const { at, moveTo } = keys
  const paper = useRef<HTMLDivElement>(null)
  // Past the last answer the keys go to the fields; back among the answers they go to the paper.
  useEffect(() => {
    if (at < steps.length) paper.current?.focus({ preventScroll: true })
    else document.querySelector<HTMLElement>('[data-filing] input')?.focus()
  }, [at, steps.length])

  const keyWords = (
    <p className={classes.keys}>
      数字键评分并到下一项 · ↑↓ 上下移动 · Backspace 退回重评 ·{' '}
      {dense ? 'Ctrl+Enter 登记' : '←→ 翻页'}
    </p>
  )
  const place = { scale, steps, entry: form.values, at, onMove: moveTo }
  return (
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
        {dense && <DenseColumn {...place} />}
        {!dense && <PageTabs {...place} />}
        {!dense && at < steps.length && <PagedItems {...place} onAnswer={keys.answer} />}
        {!dense && at >= steps.length && filing}
        <div role="alert" className={classes.refusal}>
          {keys.refusal ?? form.errors['answers']}
        </div>
        {!dense && at < steps.length && keyWords}
      </div>
      {dense ? (
        <div className={classes.beside}>
          <RunningScore scale={scale} entry={form.values} flat />
          {keyWords}
          {filing}
        </div>
      ) : (
        <div className={classes.side}>
          <RunningScore scale={scale} entry={form.values} />
        </div>
      )}
    </div>
  )
}

/** The first open step; a draft with all of them goes on at its end, a correction at its beginning. */
function startOf(steps: readonly Step[], entry: AssessmentEntry, continued: boolean): number {
  const open = steps.findIndex((step) => !isAnswered(step, entry))
  return open >= 0 ? open : continued ? steps.length : 0
}
