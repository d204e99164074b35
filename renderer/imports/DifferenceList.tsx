import { Button, Group, Radio, Text } from '@mantine/core'
import { useState } from 'react'
import type { ImportRow } from '@shared/contract/imports'
import { conflictsOf } from './row-words'
import classes from './comparison.module.css'

interface DifferenceListProps {
  row: ImportRow
  onTake: (facts: string[]) => void
}

/** Where file and ledger differ: fact by fact, which one holds. What the file lacks is filled in. */
export function DifferenceList({ row, onTake }: DifferenceListProps): React.ReactElement {
  const conflicts = conflictsOf(row)
  const fills = row.differences.filter(({ kind }) => kind === 'fill')
  const [taken, setTaken] = useState(
    () => new Set(conflicts.filter((one) => one.taken).map(({ fact }) => fact)),
  )
  const choose = (fact: string, fromLedger: boolean): void => {
    const next = new Set(taken)
    if (fromLedger) next.add(fact)
    else next.delete(fact)
    setTaken(next)
  }
  return (
    <>
      {conflicts.length > 0 && (
        <div className={classes.frame}>
          <table className={classes.table} aria-label="台账与档案不一样的地方">
            <thead>
              <tr>
                <td />
                <th scope="col">照档案</th>
                <th scope="col">按台账改</th>
              </tr>
            </thead>
            <tbody>
              {conflicts.map(({ fact, label, onFile, inLedger }) => (
                <tr key={fact}>
                  <th scope="row">{label}</th>
                  {[false, true].map((fromLedger) => (
                    <td
                      key={String(fromLedger)}
                      data-taken={taken.has(fact) === fromLedger || undefined}
                    >
                      <Radio
                        size="xs"
                        name={`${row.sheet}-${row.row}-${fact}`}
                        label={(fromLedger ? inLedger : onFile) ?? '—'}
                        aria-label={`${label}${fromLedger ? '按台账改' : '照档案'}`}
                        checked={taken.has(fact) === fromLedger}
                        onChange={() => choose(fact, fromLedger)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <Group mt="xs">
            <Button size="xs" onClick={() => onTake([...taken])}>
              就这样定
            </Button>
          </Group>
        </div>
      )}
      {fills.length > 0 && (
        <Text size="sm" c="dimmed">
          档案里缺的会补上：{fills.map(({ label, inLedger }) => `${label} ${inLedger}`).join('；')}
        </Text>
      )}
    </>
  )
}
