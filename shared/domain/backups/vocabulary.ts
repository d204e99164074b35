/** Why a backup was made. */
export const backupCauseLabel = {
  automatic: '自动',
  manual: '手动',
  outside: '备份到U盘',
  migration: '升级前',
  import: '导入入库前',
  merge: '合并档案前',
} as const
export type BackupCause = keyof typeof backupCauseLabel
