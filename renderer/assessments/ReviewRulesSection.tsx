import { Button, NumberInput, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { amendDueRules, dueRuleFor, type DueRule } from '@shared/domain/assessments/due'
import { scaleLabel, type ScaleCode } from '@shared/domain/assessments/scale'
import { currentScale, scales } from '@shared/domain/assessments/scales'
import { isDay } from '@shared/domain/calendar/days'
import { codesOf, riskLevelLabel } from '@shared/domain/vocabulary'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { ErrorPanel } from '../shell/ErrorPanel'
import { DayInput } from '../shell/form/domain-inputs'
import { FormSection, WholeRow } from '../shell/form/FormSection'
import { tellDone, tellFailure } from '../shell/notify'
import { useMay, useSession } from '../shell/session'
import { kindLabel, reviewKinds } from './review-kinds'
import { RiskSchemeForm } from './RiskSchemeForm'
import classes from './assessments.module.css'

/** 设置 · 评估规则: which version is filled in, when it comes round again, what risks weigh. */
export function ReviewRulesSection(): React.ReactElement {
  const office = useQueryOp('assessments.scales', {})
  const schemes = useQueryOp('riskReviews.schemes', {})
  const today = useSession().data?.today
  const mayChange = useMay('rules.write')
  const error = office.error ?? schemes.error
  if (error) return <ErrorPanel error={error} />
  if (!office.data || !schemes.data || !today) return <></>
  const rulesKey = JSON.stringify([office.data.dueRules, schemes.data])
  if (!mayChange) return <Text c="dimmed">评估规则由管理员或经办人设置。</Text>
  return (
    <div>
      <Versions current={office.data.current} />
      <DueRulesForm key={`due ${rulesKey}`} rules={office.data.dueRules} today={today} />
      <RiskSchemeForm key={`risk ${rulesKey}`} schemes={schemes.data} today={today} />
    </div>
  )
}

/** Scales with more than one published reading. */
const withVersions = codesOf(scaleLabel).filter(
  (code) => scales.filter((scale) => scale.code === code).length > 1,
)

function Versions(props: {
  current: OutputOf<'assessments.scales'>['current']
}): React.ReactElement {
  const choose = useCommandOp('assessments.chooseVersion')
  const pick = async (scale: ScaleCode, version: string): Promise<void> => {
    try {
      await choose.mutateAsync({ scale, version })
      tellDone('新的评估将按所选版本；以前的评估不变')
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <FormSection title="量表版本" note="只影响以后的评估，以前的各按当时的版本">
      {withVersions.map((code) => (
        <Select
          key={code}
          label={scaleLabel[code]}
          data={scales
            .filter((scale) => scale.code === code)
            .map(({ version, versionTitle }) => ({ value: version, label: versionTitle }))}
          value={props.current[code]}
          onChange={(version) => version && void pick(code, version)}
        />
      ))}
    </FormSection>
  )
}

/** The levels a kind of review can find; null stands for all without a rule of their own. */
const levelsOf = (kind: (typeof reviewKinds)[number]): { code: string | null; label: string }[] => [
  { code: null, label: '各等级' },
  ...(kind === 'riskReview'
    ? Object.entries(riskLevelLabel).map(([code, label]) => ({ code, label }))
    : currentScale(kind).levels),
]

function DueRulesForm(props: { rules: readonly DueRule[]; today: string }): React.ReactElement {
  const { rules, today } = props
  const save = useCommandOp('assessments.saveDueRules')
  const [from, setFrom] = useState(today)
  const [typed, setTyped] = useState<Record<string, number | null>>({})
  /** Months of exactly this level, null where it has no rule of its own. */
  const inForce = (kind: DueRule['kind'], level: string | null): number | null => {
    const rule = dueRuleFor(rules, kind, level ?? '', today)
    return rule && rule.level === level ? rule.months : null
  }
  const shown = (kind: DueRule['kind'], level: string | null): number | null => {
    const changed = typed[`${kind} ${level}`]
    return changed === undefined ? inForce(kind, level) : changed
  }
  const submit = async (): Promise<void> => {
    let amended = [...rules]
    for (const kind of reviewKinds) {
      for (const { code } of levelsOf(kind)) {
        const months = shown(kind, code)
        if (months === inForce(kind, code)) continue
        amended = amendDueRules(amended, { kind, level: code, months }, from)
      }
    }
    try {
      await save.mutateAsync({ rules: amended })
      tellDone(`复评周期已改，${from} 起的评估照此推算`)
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <FormSection title="复评周期" note="几个月后再评；某一等级不填就按“各等级”">
      <WholeRow>
        <table className={classes.results}>
          <tbody>
            {reviewKinds.map((kind) => (
              <tr key={kind}>
                <td>{kindLabel[kind]}</td>
                {levelsOf(kind).map(({ code, label }) => (
                  <td key={label}>
                    <NumberInput
                      size="xs"
                      w={92}
                      label={label}
                      aria-label={`${kindLabel[kind]} ${label}`}
                      min={1}
                      max={60}
                      suffix=" 个月"
                      value={shown(kind, code) ?? ''}
                      onChange={(value) =>
                        setTyped({
                          ...typed,
                          [`${kind} ${code}`]: typeof value === 'number' ? value : null,
                        })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WholeRow>
      <DayInput label="从哪天的评估起" value={from} onChange={setFrom} />
      <WholeRow>
        <Button
          onClick={() => void submit()}
          loading={save.isPending}
          disabled={Object.keys(typed).length === 0 || !isDay(from)}
        >
          保存复评周期
        </Button>
      </WholeRow>
    </FormSection>
  )
}
