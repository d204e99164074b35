import { failure, type FailureError } from '@shared/contract/failure'

/** Names by which sync clients keep their folders; a database inside one gets torn apart. */
const SYNC_FOLDERS = [
  'onedrive',
  'dropbox',
  'icloud drive',
  'mobile documents',
  'google drive',
  'googledrive',
  'nutstore',
  'nutstore files',
  '坚果云',
  '我的坚果云',
  'baidusyncdisk',
  'baidunetdiskworkspace',
  '百度网盘同步空间',
  '百度云同步盘',
  'weiyun',
  '微云同步助手',
  'wps云盘',
  'wpsdrive',
  'wps cloud files',
  '阿里云盘',
  '360云盘',
  'synologydrive',
]

/** Why a vault must not live at this absolute path, or null when it may. */
export function refuseLocation(path: string): FailureError | null {
  if (/^(\\\\|\/\/)/.test(path)) {
    return failure(
      'VALIDATION',
      '数据文件夹不能放在网络共享盘上，多台电脑同时写会损坏数据。请选本机硬盘上的文件夹。',
      { dataDir: '请选本机硬盘上的文件夹' },
    )
  }
  const parts = path.toLowerCase().split(/[\\/]+/)
  const sync = parts.find((part) =>
    SYNC_FOLDERS.some((name) => part === name || part.startsWith(`${name} - `)),
  )
  if (sync) {
    return failure(
      'VALIDATION',
      `数据文件夹不能放在同步盘（${sync}）里，同步会损坏数据，也会把个人信息传到网上。请另选文件夹。`,
      { dataDir: '请选不在同步盘里的文件夹' },
    )
  }
  return null
}
