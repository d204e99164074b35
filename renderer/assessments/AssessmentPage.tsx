import { Button, Text } from '@mantine/core'
import { Link, useParams } from 'wouter'
import { findScale } from '@shared/domain/assessments/scales'
import {
  itemsOf,
  levelLabel,
  mostPoints,
  scaleLabel,
  type Scale,
} from '@shared/domain/assessments/scale'
import type { AssessmentRecord } from '@shared/contract/assessments'
import { assessmentReasonLabel, assessmentSourceLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { askReason } from '../shell/ask-reason'
import { MakeButton } from '../documents/MakeButton'
import { ErrorPanel } from '../shell/ErrorPanel'
import { FormSection, WholeRow } from '../shell/form/FormSection'
import { formatInstant } from '../shell/format'
import { navigate } from '../shell/location'
import { tellDone } from '../shell/notify'
import { Page } from '../shell/Page'
import { useMay } from '../shell/session'
import classes from './assessments.module.css'

/** `/assessments/:id`: what was found, and what changed since the time before. */
export function AssessmentPage(): React.ReactElement {
  const id = Number(useParams()['id'])
  const found = useQueryOp('assessments.get', { id })
  const hide = useCommandOp('assessments.void')
  const mayWrite = useMay('recipients.write')
  const mayPrint = [useMay('documents.read'), useMay('sensitive.read')].every(Boolean)
  if (found.error) return <ErrorPanel error={found.error} />
  if (!found.data) return <Page title="评估结果">{null}</Page>
  const { assessment, previous, person } = found.data
  const file = `/recipients/${person.id}?tab=health`
  const takeBack = (): void =>
    askReason({
      title: '更正：这次评估录错了',
      lead: '隐去后不再计入等级、类别和到期；变更记录里仍查得到。',
      label: '隐去',
      onSubmit: async (reason) => {
        await hide.mutateAsync({ id, reason })
        tellDone('已隐去这次评估')
        navigate(file, { replace: true })
      },
    })
  return (
    <Page
      title={`${scaleLabel[assessment.scale]}结果`}
      note={`${person.name} · ${person.villageName}${person.villageGroupName} · ${assessment.date}`}
      parent={file}
      main={
        mayWrite
          ? { label: '更正作答', onClick: () => navigate(`/assessments/${id}/edit`) }
          : undefined
      }
      actions={
        <>
          {mayPrint && (
            <MakeButton job="assessments.papers" label="打印评估表" input={{ ids: [id] }} />
          )}
          {mayWrite && (
            <>
              <Button variant="subtle" color="gray" onClick={takeBack}>
                录错了，隐去
              </Button>
              <Button
                variant="default"
                component={Link}
                href={`/assessments/new/${person.id}/${assessment.scale}`}
              >
                再评一次
              </Button>
            </>
          )}
        </>
      }
    >
      <AssessmentResult assessment={assessment} previous={previous} />
    </Page>
  )
}

interface AssessmentResultProps {
  assessment: AssessmentRecord
  previous: AssessmentRecord | null
}

function AssessmentResult({ assessment, previous }: AssessmentResultProps): React.ReactElement {
  const scale = findScale(assessment.scale, assessment.version)
  const byHand = assessment.finalLevel !== assessment.computedLevel
  return (
    <div>
      <FormSection title="结论" note={assessmentSourceLabel[assessment.source]}>
        <WholeRow>
          <Text size="xl" fw={600}>
            {assessment.score ?? '—'} 分 · {assessment.levelLabel}
          </Text>
          <Text c="dimmed">{assessment.reasons.join('；')}</Text>
          {byHand && (
            <Text>
              计算结果为{levelLabel(scale, assessment.computedLevel ?? '')}，另定理由：
              {assessment.finalReason}
            </Text>
          )}
        </WholeRow>
        <WholeRow>
          <dl className={classes.facts}>
            <Fact title="评估原因" words={assessmentReasonLabel[assessment.reason]} />
            <Fact title="评估人" words={assessment.assessors.join('、')} />
            <Fact title="下次评估" words={assessment.nextDue} />
            <Fact title="量表" words={scale?.versionTitle ?? assessment.version} />
            <Fact title="录入时间" words={formatInstant(assessment.enteredAt)} />
            <Fact title="备注" words={assessment.note} />
          </dl>
        </WholeRow>
      </FormSection>
      {scale && assessment.answers && (
        <FormSection
          title="逐项得分"
          note={previous ? `与 ${previous.date}（${previous.score ?? '—'} 分）相比` : '首次评估'}
        >
          <WholeRow>
            <ItemTable scale={scale} assessment={assessment} previous={previous} />
          </WholeRow>
        </FormSection>
      )}
    </div>
  )
}

function Fact(props: { title: string; words: string | null }): React.ReactElement {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd>{props.words || '—'}</dd>
    </div>
  )
}

function ItemTable({
  scale,
  assessment,
  previous,
}: AssessmentResultProps & { scale: Scale }): React.ReactElement {
  const answers = assessment.answers ?? {}
  return (
    <table className={classes.results}>
      <thead>
        <tr>
          <th>项目</th>
          <th>得分</th>
          <th>情况</th>
          <th>变化</th>
        </tr>
      </thead>
      {scale.groups.map((group) => (
        <tbody key={group.code}>
          <tr>
            <th colSpan={4}>
              <strong>
                {group.title} {assessment.subtotals?.[group.code]} / {mostPoints(group.items)}
              </strong>
            </th>
          </tr>
          {group.items.map(({ code, title, anchors }) => (
            <tr key={code}>
              <td>{title}</td>
              <td>
                {answers[code]} / {anchors[0]!.points}
              </td>
              <td>{anchors.find(({ points }) => points === answers[code])?.text}</td>
              <td>
                <Change from={previous?.answers?.[code]} to={answers[code]} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
      {scale.questions.length > 0 && (
        <tbody>
          {scale.questions.map(({ code, ask }) => (
            <tr key={code}>
              <td colSpan={2}>{assessment.changes?.[code] ? '是' : '否'}</td>
              <td colSpan={2}>{ask}</td>
            </tr>
          ))}
        </tbody>
      )}
      <tfoot>
        <tr>
          <td>合计</td>
          <td>
            {assessment.score} / {mostPoints(itemsOf(scale))}
          </td>
          <td />
          <td>
            <Change from={previous?.score ?? undefined} to={assessment.score ?? undefined} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

/** By how much a score rose or fell, said by word, sign and colour. */
function Change(props: {
  from: number | undefined
  to: number | undefined
}): React.ReactElement | null {
  const { from, to } = props
  if (from === undefined || to === undefined || from === to) return null
  return to < from ? (
    <span className={classes.worse}>▼ 降 {from - to}</span>
  ) : (
    <span className={classes.better}>▲ 升 {to - from}</span>
  )
}
