import { Button, SegmentedControl, Select, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useRef } from 'react'
import { useParams } from 'wouter'
import { gradeRisk } from '@shared/domain/assessments/risk-review'
import { riskLevelLabel, type RiskLevel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { DayInput } from '../shell/form/domain-inputs'
import { showFailure } from '../shell/form/failure'
import { FormSection, WholeRow } from '../shell/form/FormSection'
import { SaveBar } from '../shell/form/SaveBar'
import { useDraft } from '../shell/form/useDraft'
import { goBack, navigate } from '../shell/location'
import { tellDone } from '../shell/notify'
import { Page } from '../shell/Page'
import { useSession } from '../shell/session'
import { StateMark } from '../shell/StateMark'
import { namesIn } from './entry'
import classes from './assessments.module.css'

/** `/risk-reviews/new/:recipientId`: what the file suggests, corrected by whoever knows. */
export function RiskReviewPage(): React.ReactElement {
  const recipientId = Number(useParams()['recipientId'])
  const today = useSession().data?.today
  const asked = useQueryOp('riskReviews.form', { recipientId })
  if (asked.error) return <ErrorPanel error={asked.error} />
  if (!asked.data || !today) return <Page title="风险评估">{null}</Page>
  return <RiskReviewForm asked={asked.data} today={today} />
}

interface RiskReviewFormProps {
  asked: OutputOf<'riskReviews.form'>
  today: string
}

interface Typed {
  /** `yes`, `no`, or '' while nobody answered, by factor. */
  answers: Record<string, string>
  notes: Record<string, string>
  date: string
  assessors: string
  finalLevel: string
  finalReason: string
  note: string
}

function RiskReviewForm({ asked, today }: RiskReviewFormProps): React.ReactElement {
  const { person, scheme, suggestions, last } = asked
  const record = useCommandOp('riskReviews.record')
  const parent = `/recipients/${person.id}?tab=health`
  const form = useForm<Typed>({ initialValues: suggested(suggestions, today) })
  const draft = useDraft(`riskReview:new:${person.id}`, form)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[data-open] input')?.focus()
  }, [])

  const { answers, notes } = form.values
  const answered = scheme.factors.flatMap((factor) =>
    answers[factor.code]
      ? [
          {
            ...factor,
            holds: answers[factor.code] === 'yes',
            note: notes[factor.code] || null,
          },
        ]
      : [],
  )
  const grading = gradeRisk(scheme, answered)
  const open = scheme.factors.length - answered.length

  const sameAsLast = (): void => {
    const before = last?.answers ?? []
    form.setValues({
      answers: {
        ...answers,
        ...Object.fromEntries(before.map(({ code, holds }) => [code, holds ? 'yes' : 'no'])),
      },
    })
  }

  const save = async (): Promise<void> => {
    if (open > 0) {
      list.current?.querySelector<HTMLElement>('[data-open] input')?.focus()
      return form.setFieldError('answers', `还有 ${open} 项没有答，没有登记`)
    }
    const { date, assessors, finalLevel, finalReason, note } = form.getValues()
    try {
      const made = await record.mutateAsync({
        recipientId: person.id,
        date,
        assessors: namesIn(assessors),
        answers: answered.map(({ code, holds, note }) => ({ code, holds, note })),
        finalLevel: (finalLevel || null) as RiskLevel | null,
        finalReason: finalLevel ? finalReason : null,
        note,
      })
      await draft.discard()
      tellDone(`已登记风险评估：${riskLevelLabel[made.finalLevel]}`)
      navigate(parent, { replace: true })
    } catch (error) {
      showFailure(form, error)
    }
  }

  return (
    <Page
      title="风险评估"
      note={`${person.name} · ${person.villageName}${person.villageGroupName}`}
      parent={parent}
      actions={
        last && (
          <Button variant="default" onClick={sameAsLast}>
            与上次一样（{last.date}）
          </Button>
        )
      }
    >
      <div className={classes.form}>
        <div className={classes.paper}>
          <FormSection title="风险因素" note="先按档案填好，请逐项核对；档案没有记的请问清再答">
            <WholeRow>
              <div ref={list}>
                {scheme.factors.map(({ code, title, weight }) => (
                  <div
                    key={code}
                    className={classes.factor}
                    data-open={answers[code] ? undefined : true}
                  >
                    <span className={classes.itemTitle}>
                      {title}{' '}
                      <Text span c="dimmed">
                        {weight} 分
                      </Text>
                    </span>
                    <span className={classes.factorNote}>
                      {answers[code] ? notes[code] : <StateMark state="due">请问清</StateMark>}
                    </span>
                    <SegmentedControl
                      aria-label={title}
                      data={[
                        { value: 'yes', label: '是' },
                        { value: 'no', label: '否' },
                      ]}
                      value={answers[code] ?? ''}
                      onChange={(value) =>
                        form.setFieldValue('answers', { ...answers, [code]: value })
                      }
                    />
                  </div>
                ))}
              </div>
            </WholeRow>
          </FormSection>
          <FormSection title="结论">
            <WholeRow>
              <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
                <DayInput
                  label="评估日期"
                  required
                  notAfter={today}
                  {...form.getInputProps('date')}
                />
                <TextInput
                  label="评估人"
                  placeholder="几个人用顿号隔开"
                  {...form.getInputProps('assessors')}
                />
                <Select
                  label="最终等级"
                  description="一般按计算结果；另定的要写理由"
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  data={[
                    { value: '', label: `按计算结果（${riskLevelLabel[grading.level]}）` },
                    ...Object.entries(riskLevelLabel).map(([value, label]) => ({ value, label })),
                  ]}
                  {...form.getInputProps('finalLevel')}
                />
                {form.values.finalLevel !== '' && form.values.finalLevel !== grading.level && (
                  <TextInput
                    label="另定等级的理由"
                    required
                    {...form.getInputProps('finalReason')}
                  />
                )}
              </SimpleGrid>
            </WholeRow>
          </FormSection>
          <div role="alert" className={classes.refusal}>
            {form.errors['answers']}
          </div>
          <SaveBar
            label="登记"
            onSave={() => void save()}
            onCancel={() => goBack(parent)}
            saving={record.isPending}
            draft={draft}
          />
        </div>
        <div className={classes.side}>
          <aside className={classes.running} aria-label="当前结果">
            <div className={classes.total}>
              <span className={classes.score}>{grading.score}</span>
              <span className={classes.most}> 分</span>
            </div>
            <div className={classes.level} role="status">
              {open === 0 ? riskLevelLabel[grading.level] : `还有 ${open} 项未答`}
            </div>
            <Text size="sm">{grading.reasons.join('、') || '没有风险因素'}</Text>
            <Text size="xs" c="dimmed">
              {scheme.highFrom} 分及以上为高风险，{scheme.keyFrom} 分及以上为重点，其余一般
            </Text>
          </aside>
        </div>
      </div>
    </Page>
  )
}

function suggested(suggestions: OutputOf<'riskReviews.form'>['suggestions'], today: string): Typed {
  return {
    answers: Object.fromEntries(
      suggestions.map(({ code, holds }) => [code, holds === null ? '' : holds ? 'yes' : 'no']),
    ),
    notes: Object.fromEntries(suggestions.map(({ code, note }) => [code, note ?? ''])),
    date: today,
    assessors: '',
    finalLevel: '',
    finalReason: '',
    note: '',
  }
}
