import { Button, Group, Radio } from '@mantine/core'
import { useState } from 'react'
import type { ImportRow } from '@shared/contract/imports'
import { choiceLabel, differenceKindLabel, type Choice } from '@shared/domain/imports/updates'
import classes from './comparison.module.css'

interface DifferenceListProps {
  row: ImportRow
  onChoose: (choices: Record<string, Choice>) => void
}

type Difference = ImportRow['differences'][number]

/** Where file and ledger differ, side by side: fact by fact, what is to hold afterwards. */
export function DifferenceList({ row, onChoose }: DifferenceListProps): React.ReactElement {
  const [changed, setChanged] = useState<Record<string, Choice>>({})
  const holds = ({ fact, choice }: Difference): Choice | null => changed[fact] ?? choice
  const settled = row.differences.flatMap((one): [string, Choice][] => {
    const choice = holds(one)
    return choice ? [[one.fact, choice]] : []
  })
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label="台账与档案不一样的地方">
        <thead>
          <tr>
            <td />
            <th scope="col">{choiceLabel.onFile}</th>
            <th scope="col">{choiceLabel.inLedger}</th>
          </tr>
        </thead>
        <tbody>
          {row.differences.map((one) => (
            <tr key={one.fact} data-open={holds(one) === null || undefined}>
              <th scope="row">
                {one.label}
                <span className={classes.kind}>{differenceKindLabel[one.kind]}</span>
              </th>
              {(['onFile', 'inLedger'] as const).map((side) => (
                <td key={side} data-taken={holds(one) === side || undefined}>
                  <Radio
                    size="xs"
                    name={`${row.sheet}-${row.row}-${one.fact}`}
                    label={one[side] ?? '（空）'}
                    aria-label={`${one.label}${choiceLabel[side]}`}
                    checked={holds(one) === side}
                    onChange={() => setChanged({ ...changed, [one.fact]: side })}
                  />
                  {side === 'inLedger' && one.kind === 'add' && (
                    <Radio
                      mt={4}
                      size="xs"
                      name={`${row.sheet}-${row.row}-${one.fact}`}
                      label={choiceLabel.both}
                      aria-label={`${one.label}${choiceLabel.both}`}
                      checked={holds(one) === 'both'}
                      onChange={() => setChanged({ ...changed, [one.fact]: 'both' })}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Group mt="xs">
        <Button
          size="xs"
          disabled={settled.length < row.differences.length}
          onClick={() => onChoose(Object.fromEntries(settled))}
        >
          就这样定
        </Button>
      </Group>
    </div>
  )
}
