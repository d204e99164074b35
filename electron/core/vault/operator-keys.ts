import { failure } from '@shared/contract/failure'
import type { RecoverySheet } from '@shared/contract/vault'
import {
  entryFor,
  newVaultKey,
  openEntry,
  resealed,
  type Keyring,
  type OperatorEntry,
} from './keyring'
import { prepareRekeyed } from './rekeying'
import {
  newRecovery,
  openWithKey,
  readKeyring,
  writeKeyring,
  wrongPassword,
  type OpenVault,
} from './vault'

/** Gives an operator of an open vault a password, their first or a new one. */
export async function setPassword(
  vault: OpenVault,
  operator: { id: number; name: string },
  password: string,
): Promise<void> {
  const entry = await entryFor(operator, vault.key, password)
  changeOperators(vault, (operators) => [
    ...operators.filter(({ id }) => id !== operator.id),
    entry,
  ])
}

/** Whether this is the operator's password; VALIDATION where it is not. */
export async function requirePassword(
  vault: OpenVault,
  operatorId: number,
  password: string,
): Promise<void> {
  const entry = keyringOf(vault).operators.find(({ id }) => id === operatorId)
  if (!entry || !(await openEntry(entry, password))) throw wrongPassword()
}

/** The name on the lock screen. */
export function renameEntry(vault: OpenVault, operatorId: number, name: string): void {
  changeOperators(vault, (operators) =>
    operators.map((entry) => (entry.id === operatorId ? { ...entry, name } : entry)),
  )
}

/**
 * Closes the vault and opens it again under a new key that is given to `operatorIds` only, with a
 * new recovery sheet: the old sheet and the keys of everybody else are worth nothing afterwards.
 * CONFLICT where one of them has not logged in since the keyring changed its form.
 */
export function rekeyVault(
  vault: OpenVault,
  request: { operatorIds: ReadonlySet<number>; migrations: string; now: string },
): { vault: OpenVault; sheet: RecoverySheet } {
  const keyring = keyringOf(vault)
  const kept = keyring.operators.filter(({ id }) => request.operatorIds.has(id))
  const unready = kept.filter((entry) => 'key' in entry)
  if (unready.length > 0) {
    const names = unready.map(({ name }) => name).join('、')
    throw failure(
      'CONFLICT',
      `${names}还没有用新版本登录过，钥匙没有更换。请让他登录一次，或给他重设密码后再换。`,
    )
  }
  const newKey = newVaultKey()
  prepareRekeyed(vault, newKey)
  const { sheet, recovery } = newRecovery(newKey, keyring.vaultId, request.now)
  writeKeyring(vault.dataDir, {
    ...keyring,
    operators: (kept as OperatorEntry[]).map((entry) => resealed(entry, newKey)),
    recovery,
  })
  const { release } = vault
  vault.closeDatabase()
  return { vault: openWithKey(vault.dataDir, newKey, request.migrations, release), sheet }
}

function changeOperators(
  vault: OpenVault,
  change: (operators: Keyring['operators']) => Keyring['operators'],
): void {
  const keyring = keyringOf(vault)
  writeKeyring(vault.dataDir, { ...keyring, operators: change(keyring.operators) })
}

function keyringOf(vault: OpenVault) {
  const keyring = readKeyring(vault.dataDir)
  if (!keyring) throw failure('CORRUPT', '钥匙文件不见了，没有做任何改动。请从备份取回。')
  return keyring
}
