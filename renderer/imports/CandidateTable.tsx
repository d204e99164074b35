import { Button, Text } from '@mantine/core'
import type { ImportCandidate, ImportRow } from '@shared/contract/imports'
import { formatDay } from '../shell/format'
import classes from './comparison.module.css'

interface CandidateTableProps {
  row: ImportRow
  onChoose: (recipientId: number) => void
}

interface Line {
  label: string
  inLedger: string
  of: (candidate: ImportCandidate) => string
  /** Different spellings of it are no difference. */
  alike?: boolean
}

/** The row and everybody it could be, side by side; what differs stands out. */
export function CandidateTable({ row, onChoose }: CandidateTableProps): React.ReactElement {
  const lines: Line[] = [
    { label: '姓名', inLedger: row.name, of: ({ name }) => name },
    { label: '性别', inLedger: row.gender ?? '', of: ({ gender }) => gender ?? '' },
    {
      // Whoever's birth contradicts the ledger is no candidate: there is nothing to hold against it.
      label: '出生',
      inLedger: formatDay(row.birthDate) || (row.age === null ? '' : `${row.age} 岁`),
      of: ({ birthDate }) => formatDay(birthDate),
      alike: true,
    },
    { label: '村', inLedger: row.village ?? '', of: ({ village }) => village },
    { label: '小组', inLedger: row.group ?? '', of: ({ group }) => group },
    {
      label: '证件尾号',
      inLedger: row.idNumber?.slice(-4) ?? '',
      of: ({ idTail }) => idTail ?? '',
    },
  ]
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label="可能是谁">
        <thead>
          <tr>
            <td />
            <th scope="col">台账</th>
            {row.candidates.map((candidate, at) => (
              <th key={candidate.recipientId} scope="col">
                档案 {at + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, inLedger, of, alike }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{inLedger || '—'}</td>
              {row.candidates.map((candidate) => {
                const onFile = of(candidate)
                const differs = !alike && inLedger !== '' && onFile !== '' && inLedger !== onFile
                return (
                  <td key={candidate.recipientId} data-differs={differs || undefined}>
                    {onFile || '—'}
                    {differs && ' ≠'}
                  </td>
                )
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">为什么像</th>
            <td />
            {row.candidates.map(({ recipientId, reasons, doubtful }) => (
              <td key={recipientId} data-differs={doubtful || undefined}>
                <Text size="sm">{reasons.join('、')}</Text>
              </td>
            ))}
          </tr>
          <tr>
            <td />
            <td />
            {row.candidates.map(({ recipientId, name }) => (
              <td key={recipientId}>
                <Button
                  size="xs"
                  aria-label={`同一人：${name}`}
                  onClick={() => onChoose(recipientId)}
                >
                  同一人
                </Button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
