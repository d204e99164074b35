import { Alert, Anchor, Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { Link } from 'wouter'
import type { Obstruction, PastImport } from '@shared/contract/imports'
import { entityLabel } from '@shared/domain/entity-labels'
import { useJob, useQueryOp, type OutputOf } from '../api'
import { operationLabel } from '@shared/domain/operation-labels'
import { formatCount, formatDay, formatInstant } from '../shell/format'
import { JobProgress } from '../shell/JobProgress'
import { tellDone } from '../shell/notify'
import classes from './comparison.module.css'

interface UndoImportDialogProps {
  past: PastImport
  onClose: () => void
}

/** 撤销导入: what would be taken back; or what stands in the way, record by record. */
export function UndoImportDialog({ past, onClose }: UndoImportDialogProps): React.ReactElement {
  const preview = useQueryOp('imports.undoPreview', { id: past.id }).data
  const undo = useJob('imports.undo')
  const done = useEffectEvent(() => {
    tellDone(`已撤销“${past.fileName}”的导入`)
    onClose()
  })
  useEffect(() => {
    if (undo.status === 'done') done()
  }, [undo.status])
  const running = undo.status === 'running'
  return (
    <Modal opened onClose={onClose} title={`撤销导入：${past.fileName}`} size="xl">
      <Stack gap="md">
        {preview?.refusal && (
          <Alert color="cinnabar" variant="light" role="alert">
            {preview.refusal}
          </Alert>
        )}
        {preview && preview.obstructions.length > 0 && (
          <Obstructions found={preview.obstructions} more={preview.more} />
        )}
        {preview && !preview.refusal && (
          <>
            <Text>
              撤销后，这次导入新建的都隐去，改过的都恢复原样；变更记录里仍看得到。
              {formatDay(past.undoUntil)}前可以撤销；要恢复，重新导入原文件即可。
            </Text>
            <List size="sm" spacing={2}>
              {linesOf(preview.records).map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </>
        )}
        {undo.status !== 'idle' && <JobProgress job={undo} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {preview?.refusal ? '知道了' : '留着'}
          </Button>
          {preview && !preview.refusal && !running && (
            <Button color="cinnabar" onClick={() => void undo.start({ id: past.id })}>
              撤销这次导入
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

type Records = OutputOf<'imports.undoPreview'>['records']

const verbs: Record<Records[number]['kind'], string> = {
  create: '新增的',
  update: '改过的',
  void: '隐去的',
}
const outcomes: Record<Records[number]['kind'], string> = {
  create: '隐去',
  update: '恢复原样',
  void: '恢复',
}

function linesOf(records: Records): string[] {
  return records.map(
    ({ entity, kind, count }) =>
      `${verbs[kind]}${entityLabel[entity] ?? '其他记录'} ${formatCount(count)} 条，${outcomes[kind]}`,
  )
}

function Obstructions(props: { found: Obstruction[]; more: boolean }): React.ReactElement {
  const { found, more } = props
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label="挡着撤销的改动">
        <thead>
          <tr>
            <th scope="col">谁的</th>
            <th scope="col">内容</th>
            <th scope="col">后来</th>
            <th scope="col">时间</th>
            <th scope="col">经办人</th>
          </tr>
        </thead>
        <tbody>
          {found.map((one, at) => (
            <tr key={at}>
              <td>
                {one.recipientId === null ? (
                  (one.name ?? '—')
                ) : (
                  <Anchor component={Link} href={`/recipients/${one.recipientId}?tab=history`}>
                    {one.name}
                  </Anchor>
                )}
              </td>
              <td>{entityLabel[one.entity] ?? '其他记录'}</td>
              <td>
                {one.why === 'builtOn' ? '新登记' : '有改动'}（{operationLabel(one.operation)}）
              </td>
              <td>{formatInstant(one.at)}</td>
              <td>{one.operatorName ?? '程序'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && (
        <Text size="sm" c="dimmed" mt="xs">
          还有更多，只列出最近的 {found.length} 条。
        </Text>
      )}
    </div>
  )
}
