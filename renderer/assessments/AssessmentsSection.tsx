import { Anchor, Button, Group, Menu, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { AssessmentRecord } from '@shared/contract/assessments'
import type { RiskReviewRecord } from '@shared/contract/risk-reviews'
import { findScale } from '@shared/domain/assessments/scales'
import { scaleLabel, type ScaleCode } from '@shared/domain/assessments/scale'
import { assessmentSourceLabel, codesOf, riskLevelLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp } from '../api'
import { MakeButton } from '../documents/MakeButton'
import { askReason } from '../shell/ask-reason'
import { ErrorPanel } from '../shell/ErrorPanel'
import { FormSection, WholeRow } from '../shell/form/FormSection'
import { tellDone } from '../shell/notify'
import { useMay, useSession } from '../shell/session'
import { DueWords } from './DueWords'
import { RiskTrend, ScoreTrend } from './ScoreTrend'
import classes from './assessments.module.css'

interface AssessmentsSectionProps {
  recipientId: number
}

/** 评估, as a person's file shows it: each scale's history and trend, and the risk reviews. */
export function AssessmentsSection({ recipientId }: AssessmentsSectionProps): React.ReactElement {
  const found = useQueryOp('assessments.list', { recipientId })
  const risks = useQueryOp('riskReviews.list', { recipientId })
  const mayWrite = useMay('recipients.write')
  const error = found.error ?? risks.error
  if (error) return <ErrorPanel error={error} title="评估没有读出来" />
  const assessments = found.data ?? []
  const done = codesOf(scaleLabel).filter((code) => assessments.some(({ scale }) => scale === code))
  return (
    <div>
      {mayWrite && (
        <Group gap="sm" my="sm">
          <Menu position="bottom-start">
            <Menu.Target>
              <Button rightSection={<IconChevronDown size={16} />}>做一次评估</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {codesOf(scaleLabel).map((code) => (
                <Menu.Item
                  key={code}
                  component={Link}
                  href={`/assessments/new/${recipientId}/${code}`}
                >
                  {scaleLabel[code]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button variant="default" component={Link} href={`/risk-reviews/new/${recipientId}`}>
            风险评估
          </Button>
        </Group>
      )}
      {found.data && done.length === 0 && (
        <Text c="dimmed" mb="sm">
          还没有能力评估。做过的纸质评估可以照纸录入，一项一个数字。
        </Text>
      )}
      {done.map((code) => (
        <ScaleHistory
          key={code}
          code={code}
          assessments={assessments.filter(({ scale }) => scale === code)}
        />
      ))}
      {risks.data && risks.data.length > 0 && <RiskHistory reviews={risks.data} />}
    </div>
  )
}

function ScaleHistory(props: {
  code: ScaleCode
  assessments: AssessmentRecord[]
}): React.ReactElement {
  const { code, assessments } = props
  const today = useSession().data?.today ?? ''
  const latest = assessments[0]!
  const scale = findScale(code, latest.version)
  const points = assessments.flatMap(({ date, score, version }) =>
    // Another version's levels are cut elsewhere; its score would stand before the wrong bands.
    score === null || version !== latest.version ? [] : [{ date, score }],
  )
  return (
    <FormSection
      title={scaleLabel[code]}
      note={
        <>
          {latest.levelLabel} · {latest.score ?? '—'} 分（{latest.date}）
          {latest.nextDue && <DueWords due={latest.nextDue} today={today} />}
        </>
      }
    >
      {scale && points.length > 1 && (
        <WholeRow>
          <ScoreTrend scale={scale} points={points} />
        </WholeRow>
      )}
      <WholeRow>
        <table className={classes.results}>
          <thead>
            <tr>
              <th>日期</th>
              <th>得分</th>
              <th>等级</th>
              <th>性质</th>
              <th>评估人</th>
              <th>版本</th>
            </tr>
          </thead>
          <tbody>
            {assessments.map((one) => (
              <tr key={one.id}>
                <td>
                  <Anchor component={Link} href={`/assessments/${one.id}`}>
                    {one.date}
                  </Anchor>
                </td>
                <td>{one.score ?? '—'}</td>
                <td>
                  {one.levelLabel}
                  {one.finalReason && '（另定）'}
                </td>
                <td>{assessmentSourceLabel[one.source]}</td>
                <td>{one.assessors.join('、')}</td>
                <td>{one.version}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WholeRow>
    </FormSection>
  )
}

function RiskHistory({ reviews }: { reviews: RiskReviewRecord[] }): React.ReactElement {
  const today = useSession().data?.today ?? ''
  const mayWrite = useMay('recipients.write')
  const mayPrint = [useMay('documents.read'), useMay('sensitive.read')].every(Boolean)
  const hide = useCommandOp('riskReviews.void')
  const latest = reviews[0]!
  const takeBack = (id: number): void =>
    askReason({
      title: '更正：这次风险评估录错了',
      lead: '隐去后，风险等级回到它之前的那一级；变更记录里仍查得到。',
      label: '隐去',
      onSubmit: async (reason) => {
        await hide.mutateAsync({ id, reason })
        tellDone('已隐去这次风险评估')
      },
    })
  return (
    <FormSection
      title="风险评估"
      note={
        <>
          {riskLevelLabel[latest.finalLevel]}（{latest.date}）
          {latest.nextDue && <DueWords due={latest.nextDue} today={today} />}
        </>
      }
    >
      {reviews.length > 1 && (
        <WholeRow>
          <RiskTrend
            points={reviews.map(({ date, finalLevel, score }) => ({
              date,
              level: finalLevel,
              score,
            }))}
          />
        </WholeRow>
      )}
      <WholeRow>
        <table className={classes.results}>
          <thead>
            <tr>
              <th>日期</th>
              <th>等级</th>
              <th>合计</th>
              <th>依据</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {reviews.map((one) => (
              <tr key={one.id}>
                <td>{one.date}</td>
                <td>{riskLevelLabel[one.finalLevel]}</td>
                <td>{one.score ?? '—'}</td>
                <td>
                  {one.reasons.join('、') || '没有风险因素'}
                  {one.finalReason && `；另定：${one.finalReason}`}
                </td>
                <td>
                  {mayPrint && (
                    <MakeButton
                      job="riskReviews.papers"
                      label="打印"
                      size="compact-sm"
                      variant="subtle"
                      input={{ ids: [one.id] }}
                    />
                  )}
                  {mayWrite && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="gray"
                      onClick={() => takeBack(one.id)}
                    >
                      隐去
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WholeRow>
    </FormSection>
  )
}
