import { Timeline, Text } from '@mantine/core'
import {
  exemptionReasonLabel,
  recipientGroupLabel,
  recipientStatusLabel,
  riskLevelLabel,
  type ExemptionReason,
} from '@shared/domain/vocabulary'
import type { OutputOf } from '../api'
import { formatDay } from '../shell/format'
import classes from './FactsSection.module.css'

type File = OutputOf<'recipients.file'>

interface Happening {
  on: string
  title: string
  note: string | null
}

/** What began or ended on which day, the latest first. */
function happeningsOf(file: File): Happening[] {
  const happenings: Happening[] = [
    ...file.statuses.map(({ from, status, reason }) => ({
      on: from,
      title: recipientStatusLabel[status],
      note: reason,
    })),
    ...file.residences.slice(1).map(({ from, villageName, villageGroupName, reason }) => ({
      on: from,
      title: `到${villageName}${villageGroupName}`,
      note: reason,
    })),
    ...file.groupPeriods
      .filter(({ from }) => from !== file.statuses[0]?.from)
      .map(({ from, group, reason }) => ({
        on: from,
        title: `列入${recipientGroupLabel[group]}`,
        note: reason,
      })),
    ...file.pairings.flatMap(({ from, to, helperName, endReason }) => [
      { on: from, title: `与${helperName}结对`, note: null },
      ...(to ? [{ on: to, title: `与${helperName}的结对结束`, note: endReason }] : []),
    ]),
    ...file.risks.map(({ from, level, reason }) => ({
      on: from,
      title: `风险等级：${riskLevelLabel[level]}`,
      note: reason,
    })),
    ...file.exemptions.map(({ from, to, reason, note }) => ({
      on: from,
      title: `豁免：${exemptionReasonLabel[reason as ExemptionReason]}${to ? `，至 ${formatDay(to)}` : ''}`,
      note,
    })),
  ]
  return happenings.sort((a, b) => (a.on < b.on ? 1 : Number(a.on > b.on) * -1))
}

/** 经过: status, place, groups, risk, pairings and exemptions over time. */
export function PeriodsSection({ file }: { file: File }): React.ReactElement {
  const happenings = happeningsOf(file)
  return (
    <section aria-label="经过" style={{ marginTop: 18 }}>
      <h2 className={classes.title}>经过</h2>
      <Timeline bulletSize={11} lineWidth={2} active={happenings.length} mt={8}>
        {happenings.map(({ on, title, note }) => (
          <Timeline.Item key={`${on} ${title}`} title={title}>
            <Text size="sm" c="dimmed">
              {[formatDay(on), note].filter(Boolean).join(' · ')}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  )
}
