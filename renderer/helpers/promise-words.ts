import { pairingRoleLabel, type PairingRole } from '@shared/domain/pairings/vocabulary'
import { pairingModeLabel, type PairingMode } from '@shared/domain/vocabulary'

interface Promised {
  mode: PairingMode | null
  role: PairingRole | null
  commitment: string | null
  frequency: string | null
  hours: number | null
}

/** 多对一 · 主帮扶人. */
export const modeWords = ({ mode, role }: Pick<Promised, 'mode' | 'role'>): string =>
  [mode && pairingModeLabel[mode], mode === 'manyToOne' && role && pairingRoleLabel[role]]
    .filter(Boolean)
    .join(' · ')

/** 买药、打扫，每周一次电话，每月 4 小时. */
export const promiseWords = ({ commitment, frequency, hours }: Promised): string =>
  [commitment, frequency, hours !== null && `每月 ${hours} 小时`].filter(Boolean).join('，')
