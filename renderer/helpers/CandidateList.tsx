import { Anchor, Button, Group, Radio, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../api'
import { Caseload } from './Caseload'

type Suggestion = OutputOf<'pairings.suggest'>[number]
type Candidate = Suggestion['candidates'][number]

interface CandidateListProps {
  suggestion: Suggestion
  chosenId: number | null
  onChoose: (helperId: number) => void
  onDismiss?: (candidate: Candidate) => void
  /** What is done with the choice. */
  children: ReactNode
}

/** Everybody who fits one person, the best first: another can be chosen, or turned down for good. */
export function CandidateList(props: CandidateListProps): React.ReactElement {
  const { suggestion, chosenId, onChoose, onDismiss, children } = props
  const { recipientId, candidates, needsBathing } = suggestion
  return (
    <Stack gap="md">
      <Group gap="sm">
        <Anchor component={Link} href={`/recipients/${recipientId}`}>
          打开档案
        </Anchor>
        <Anchor component={Link} href="/helpers?tab=unhelped">
          自己选人结对
        </Anchor>
      </Group>
      {needsBathing && <Text size="sm">需要助浴，只列同性的帮扶人。</Text>}
      {candidates.length === 0 ? (
        <Text c="dimmed">没有合适的帮扶人。可以登记新的帮扶人，或给邻村的加上“还服务哪些村”。</Text>
      ) : (
        <Radio.Group
          aria-label="由谁帮扶"
          value={chosenId === null ? '' : String(chosenId)}
          onChange={(value) => onChoose(Number(value))}
        >
          <Stack gap={14}>
            {candidates.map((candidate) => (
              <div key={candidate.helperId}>
                <Radio
                  value={String(candidate.helperId)}
                  label={`${candidate.helperName}${candidate.unit ? `（${candidate.unit}）` : ''}`}
                  description={candidate.reasons.join('、')}
                />
                <Group gap="sm" ml={28} justify="space-between">
                  <Caseload {...candidate} />
                  {onDismiss && (
                    <Button variant="subtle" size="compact-sm" onClick={() => onDismiss(candidate)}>
                      不配这一位
                    </Button>
                  )}
                </Group>
              </div>
            ))}
          </Stack>
        </Radio.Group>
      )}
      {children}
    </Stack>
  )
}
