import { useParams } from 'wouter'
import { currentScale, findScale } from '@shared/domain/assessments/scales'
import { scaleLabel, type ScaleCode } from '@shared/domain/assessments/scale'
import { useCommandOp, useQueryOp } from '../api'
import { EmptyState } from '../shell/DataTable'
import { ErrorPanel } from '../shell/ErrorPanel'
import { tellDone } from '../shell/notify'
import { Page } from '../shell/Page'
import { useSession } from '../shell/session'
import { AssessmentForm } from './AssessmentForm'
import { blankEntry, type AssessmentEntry } from './entry'

const saved = (level: string): void => tellDone(`已登记评估：${level}`)

/** `/assessments/new/:recipientId/:scale` */
export function NewAssessmentPage(): React.ReactElement {
  const { recipientId = '', scale: code = '' } = useParams()
  const id = Number(recipientId)
  const today = useSession().data?.today
  const file = useQueryOp('recipients.file', { id })
  const office = useQueryOp('assessments.scales', {})
  const before = useQueryOp('assessments.list', { recipientId: id })
  const record = useCommandOp('assessments.record')
  if (!Object.hasOwn(scaleLabel, code)) return <EmptyState title="没有这个量表" />
  const error = file.error ?? office.error ?? before.error
  if (error) return <ErrorPanel error={error} />
  if (!file.data || !office.data || !before.data || !today) return <Page title="评估">{null}</Page>

  const scale = currentScale(code as ScaleCode, office.data.current)
  const isFirst = before.data.every((one) => one.scale !== code)
  const { facts, villageName, villageGroupName, age } = file.data
  return (
    <AssessmentForm
      scale={scale}
      dueRules={office.data.dueRules}
      person={[facts.name, villageName + villageGroupName, age].filter(Boolean).join(' · ')}
      initial={blankEntry(today, isFirst ? 'first' : 'regular')}
      draftKey={`assessment:new:${id}:${code}`}
      parent={`/recipients/${id}?tab=health`}
      saving={record.isPending}
      onSave={async (entry) => {
        const made = await record.mutateAsync({
          recipientId: id,
          scale: scale.code,
          version: scale.version,
          ...entry,
        })
        saved(scale.levels.find((level) => level.code === made.finalLevel)?.label ?? '')
        return made
      }}
    />
  )
}

/** `/assessments/:id/edit` */
export function EditAssessmentPage(): React.ReactElement {
  const id = Number(useParams()['id'])
  const found = useQueryOp('assessments.get', { id })
  const office = useQueryOp('assessments.scales', {})
  const update = useCommandOp('assessments.update')
  const error = found.error ?? office.error
  if (error) return <ErrorPanel error={error} />
  if (!found.data || !office.data) return <Page title="评估">{null}</Page>

  const { assessment, person } = found.data
  const scale = findScale(assessment.scale, assessment.version)
  if (!scale || !assessment.answers || !assessment.changes) {
    return <EmptyState title="这次评估不能在这里更正" hint="它的量表版本较新，或您无权查看作答。" />
  }
  const initial: AssessmentEntry = {
    answers: assessment.answers,
    changes: assessment.changes,
    date: assessment.date,
    reason: assessment.reason,
    source: assessment.source,
    assessors: assessment.assessors.join('、'),
    finalLevel:
      assessment.finalLevel === assessment.computedLevel ? '' : (assessment.finalLevel ?? ''),
    finalReason: assessment.finalReason ?? '',
    nextDue: assessment.nextDue ?? '',
    note: assessment.note ?? '',
  }
  return (
    <AssessmentForm
      scale={scale}
      dueRules={office.data.dueRules}
      person={`${person.name} · 更正 ${assessment.date} 的评估`}
      initial={initial}
      draftKey={`assessment:${id}`}
      parent={`/assessments/${id}`}
      saving={update.isPending}
      onSave={async (entry) => {
        const made = await update.mutateAsync({ id, revision: assessment.revision, ...entry })
        saved(scale.levels.find((level) => level.code === made.finalLevel)?.label ?? '')
        return made
      }}
    />
  )
}
