import { Anchor, Button, Kbd, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { ImportRow, SheetSummary } from '@shared/contract/imports'
import { PeoplePicker } from '../contacts/PeoplePicker'
import { CandidateTable } from './CandidateTable'
import { CellFields } from './CellFields'
import { DifferenceList } from './DifferenceList'
import { actionsOn, type RowAction } from './row-actions'
import { duplicateWords } from './row-words'
import { RowStateMark } from './StateChips'
import classes from './RowPanel.module.css'

interface RowPanelProps {
  ref: React.Ref<HTMLElement>
  importId: string
  row: ImportRow
  columns: SheetSummary['columns']
  onSay: (action: RowAction) => void
  /** Back to the list. */
  onLeave: () => void
  /** To where new villages are settled. */
  onVillages: () => void
}

/** One row beside the list: what is wrong, in words, at its cell; and what can be done about it. */
export function RowPanel(props: RowPanelProps): React.ReactElement {
  const { ref, importId, row, columns, onSay, onLeave, onVillages } = props
  const decide = (decision: Parameters<typeof decisionAction>[0]): void =>
    onSay(decisionAction(decision))
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onLeave()
  }
  return (
    <aside ref={ref} className={classes.panel} aria-label="这一行" onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <h2 className={classes.name}>{row.name || '（没有姓名）'}</h2>
        <RowStateMark state={row.state} />
        <Text component="span" size="sm" c="dimmed" ml="auto">
          {row.sheetName} 第 {row.line} 行
        </Text>
      </header>

      <div className={classes.actions} role="group" aria-label="这一行怎么办">
        {actionsOn(row).map((action) => (
          <Button
            key={`${action.key} ${action.label}`}
            size="xs"
            variant={isStrong(action) ? 'light' : 'default'}
            onClick={() => onSay(action)}
            rightSection={<Kbd size="xs">{action.key}</Kbd>}
          >
            {action.label}
          </Button>
        ))}
      </div>

      {row.state === 'duplicate' && (
        <Text>
          ■ 与{duplicateWords(row)}
          {row.kind === 'people' ? '是同一个人' : '是同一件事'}，这一行不会重复入库。
        </Text>
      )}
      {row.match && (
        <Text>
          ✓ 档案里的{' '}
          <Anchor component={Link} href={`/recipients/${row.match.recipientId}`}>
            {row.match.name}
          </Anchor>
          （{[row.match.village + row.match.group, ...row.match.reasons].join('，')}）
        </Text>
      )}
      {row.candidates.length > 0 && (
        <CandidateTable
          row={row}
          onChoose={(recipientId) => decide({ kind: 'match', recipientId })}
        />
      )}
      {row.differences.length > 0 && (
        <DifferenceList row={row} onChoose={(choices) => decide({ kind: 'choose', choices })} />
      )}
      {row.state === 'pending' && (
        <PeoplePicker
          required={false}
          label={row.candidates.length > 0 ? '都不是，是另一位在册的人' : '指明是哪位在册的人'}
          onChange={(people) => {
            const [person] = people
            if (person) decide({ kind: 'match', recipientId: person.id })
          }}
        />
      )}
      {row.problems.some(({ code }) => code === 'VILLAGE_NEW' || code === 'VILLAGE_MISSING') && (
        <Button size="xs" variant="light" className={classes.alone} onClick={onVillages}>
          去定村（社区）
        </Button>
      )}
      <CellFields importId={importId} row={row} columns={columns} onDone={onLeave} />
    </aside>
  )
}

function decisionAction(
  decision: Extract<RowAction['does'], { kind: 'decide' }>['decision'],
): RowAction {
  return { key: '', label: '', does: { kind: 'decide', decision } }
}

/** Those that settle a row for good stand out; leaving it out does not. */
const isStrong = ({ key }: RowAction): boolean => !['B', 'C', 'Z'].includes(key)
