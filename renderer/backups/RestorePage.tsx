import { VaultFrame } from '../vault/VaultFrame'
import { RestoreFlow, type Access } from './RestoreFlow'

interface RestorePageProps {
  dataDir: string | null
  onBack: () => void
  onTaken: (access: Access) => void
}

/** 从备份恢复 before anybody is in: on a new PC, or where the vault does not open. */
export function RestorePage(props: RestorePageProps): React.ReactElement {
  return (
    <VaultFrame
      title="从备份恢复"
      lead="备份先解开到一个新文件夹里核对，看过对比、您确认以后才使用；原有的数据只会改名留着。"
      wide
    >
      <RestoreFlow {...props} />
    </VaultFrame>
  )
}
