import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { importedState, type PastImport } from '@shared/contract/imports'
import { ledgerKindLabel } from '@shared/domain/imports/fields'
import { useQueryOp } from '../api'
import { formatCount, formatDay, formatInstant } from '../shell/format'
import { navigate } from '../shell/location'
import { useSession } from '../shell/session'
import { UndoImportDialog } from './UndoImportDialog'
import classes from './ImportsPage.module.css'

const shownAtFirst = 12

/** 导入过的: what each import brought, whether it stands, and the way back. */
export function PastImports(): React.ReactElement | null {
  const past = useQueryOp('imports.history', {}).data ?? []
  const today = useSession().data?.today ?? ''
  const [all, setAll] = useState(false)
  const [undoing, setUndoing] = useState<PastImport | null>(null)
  if (past.length === 0) return null
  return (
    <section className={classes.section} aria-label="导入过的">
      <Title order={2} size="h3">
        导入过的
      </Title>
      {(all ? past : past.slice(0, shownAtFirst)).map((one) => (
        <Group key={one.id} className={classes.line} wrap="nowrap" data-import={one.id}>
          <span className={classes.file}>
            {one.fileName}
            <Text component="span" size="xs" c="dimmed" display="block">
              {wordsOf(one)}
            </Text>
          </span>
          <span className={`figures ${classes.counts}`}>{countWords(one)}</span>
          {one.rest && (
            <Button size="xs" onClick={() => navigate(`/imports/${one.rest?.importId}?step=rows`)}>
              接着导 {formatCount(one.rest.left)} 行
            </Button>
          )}
          {one.state === 'standing' && one.undoUntil >= today && (
            <Button
              size="xs"
              variant="default"
              title={`${formatDay(one.undoUntil)}前可以整体撤销`}
              onClick={() => setUndoing(one)}
            >
              撤销…
            </Button>
          )}
        </Group>
      ))}
      {past.length > shownAtFirst && !all && (
        <Button size="xs" variant="subtle" onClick={() => setAll(true)}>
          全部 {formatCount(past.length)} 次
        </Button>
      )}
      {undoing && <UndoImportDialog past={undoing} onClose={() => setUndoing(null)} />}
    </section>
  )
}

function wordsOf({ kinds, at, operatorName, state, undoneAt, undoneBy }: PastImport): string {
  const by = (who: string | null): string => (who ? ` ${who}` : '')
  return [
    kinds.map((kind) => ledgerKindLabel[kind]).join('、'),
    `${formatInstant(at)}${by(operatorName)} 入库`,
    state === 'undone' &&
      `○ ${importedState.undone}（${formatInstant(undoneAt ?? '')}${by(undoneBy)}）`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What an import brought; counts of zero are not worth a word. */
function countWords({ counts }: PastImport): string {
  const words: [string, string][] = [
    ['new', '新增'],
    ['same', '已有'],
  ]
  return words
    .flatMap(([key, word]) => (counts[key] ? [`${word} ${formatCount(counts[key])}`] : []))
    .join(' · ')
}
