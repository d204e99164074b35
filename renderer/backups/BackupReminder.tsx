import { Alert, Anchor } from '@mantine/core'
import { Link } from 'wouter'
import { useQueryOp } from '../api'
import { useMay } from '../shell/session'

/** Asks for a copy outside this PC when the last one is old, or when none is made by itself. */
export function BackupReminder(): React.ReactElement | null {
  const may = useMay('backups.take')
  const { data } = useQueryOp('backups.list', {}, { enabled: may })
  if (!data || (!data.outsideDue && !data.trouble && data.drill?.ok !== false)) return null
  return (
    <Alert color="dusk" variant="light" py={6}>
      ▲{' '}
      {data.trouble
        ? `自动备份没有做成：${data.trouble}`
        : data.drill?.ok === false
          ? '最近一次恢复演练有问题，请看一下。'
          : data.outsideAgo === null
            ? '还没有备份到U盘，电脑坏了资料就没了。'
            : `上次备份到U盘是 ${data.outsideAgo} 天前。`}{' '}
      <Anchor component={Link} href="/settings?part=backups" size="sm">
        去备份
      </Anchor>
    </Alert>
  )
}
