import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useCommandOp, useQueryOp } from '../api'
import { formatCount, formatInstant } from './format'
import { tellDone, tellFailure } from './notify'

interface UndoLastProps {
  /** Acts that may be taken back from this screen, with their words: 离任, 采用结对建议. */
  acts: Readonly<Record<string, string>>
}

/** Takes the operator's own last act back, where it was one of this screen's. */
export function UndoLast({ acts }: UndoLastProps): React.ReactElement | null {
  const latest = useQueryOp('changes.latestOwn', {}).data
  const undo = useCommandOp('changes.undo')
  const word = latest && acts[latest.operation]
  if (!latest || word === undefined || latest.obstacle !== null) return null
  const { changeSetId, at, records } = latest
  const ask = (): void => {
    modals.openConfirmModal({
      title: `撤销刚才的${word}`,
      children: (
        <Text size="sm">
          {formatInstant(at)} 的{word}改动了 {formatCount(records)}{' '}
          条记录，撤销后全部回到原来的样子，经过会留在变更记录里。
        </Text>
      ),
      labels: { confirm: '撤销', cancel: '不撤销' },
      onConfirm: () => {
        undo
          .mutateAsync({ changeSetId })
          .then(() => tellDone(`已撤销刚才的${word}`))
          .catch(tellFailure)
      },
    })
  }
  return (
    <Button variant="default" leftSection={<IconArrowBackUp size={17} />} onClick={ask}>
      撤销{word}
    </Button>
  )
}
