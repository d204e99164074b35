import { Button, Text, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { useQueryOp, type OutputOf } from '../api'
import classes from './FactsSection.module.css'

type Missing = OutputOf<'completeness.of'>['missing'][number]
export type FilePart = Missing['part']

interface MissingFactsProps {
  recipientId: number
  /** Leads to where the fact is typed. */
  onOpen: (part: FilePart) => void
}

const shownFirst = 6

/** 信息待补: what this file is still asked for, weightiest first; each leads to where it is typed. */
export function MissingFacts({
  recipientId,
  onOpen,
}: MissingFactsProps): React.ReactElement | null {
  const [showAll, setShowAll] = useState(false)
  const { data } = useQueryOp('completeness.of', { id: recipientId })
  if (!data) return null
  const { score, missing } = data
  const shown = showAll ? missing : missing.slice(0, shownFirst)
  return (
    <section aria-label="信息待补" style={{ marginBottom: '1rem' }}>
      <h2 className={classes.title}>
        {missing.length === 0 ? '信息已补齐' : `信息待补 ${missing.length} 项`}
        <Tooltip
          multiline
          maw={420}
          label="要问的内容里已经问到的，按轻重折算成百分比；“确无电话”“无”也算问到了。其余写着“—”的项不是人人都要有，不计入。"
        >
          <Text span size="sm" c="dimmed" fw={400}>
            {' '}
            完整度 {score}%
          </Text>
        </Tooltip>
      </h2>
      <ul style={{ listStyle: 'none', margin: '0.25rem 0 0', padding: 0 }}>
        {shown.map(({ fact, label, question, part }) => (
          <li key={fact}>
            <Tooltip label={`问：${question}`} position="left">
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => onOpen(part)}
                aria-label={`补${label}`}
              >
                ＋ {label}
              </Button>
            </Tooltip>
          </li>
        ))}
      </ul>
      {shown.length < missing.length && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setShowAll(true)}>
          还有 {missing.length - shown.length} 项
        </Button>
      )}
    </section>
  )
}
