import {
  addOperator,
  changeOperator,
  listOperators,
  type Operator,
} from '@db/repositories/operators'
import type { InputOf, OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import { operatorsRefusal, reachRefusal, type OperatorReach } from '@shared/domain/operators'
import type { operatorsContract } from '@shared/contract/operators'
import type { CommandContext, QueryContext } from './context'
import { rekeyVault, renameEntry, requirePassword, setPassword } from './vault/operator-keys'
import { readKeyring, type OpenVault } from './vault/vault'

/** What these operations need of the core: they change the keyring beside the database. */
export interface KeyHolder {
  vault(): OpenVault
  query(): QueryContext
  write<Value>(operation: string, work: (ctx: CommandContext) => Value): Value
  /** Goes on with the vault under a new key; refuses (BUSY) while jobs still read the old one. */
  replaceVault(open: (vault: OpenVault) => OpenVault): void
  migrations(): string
}

type OwnHandlers = {
  [Name in keyof typeof operatorsContract]: (
    input: never,
  ) => OutputOf<Name> | Promise<OutputOf<Name>>
}

/** Who may open the vault. Facts are changed in the database first: a name without key is harmless. */
export function operatorOperations(core: KeyHolder): OwnHandlers {
  const giveKey = (operator: { id: number; name: string }, password: string): Promise<void> =>
    setPassword(core.vault(), operator, password)

  const renewKeys = (): OutputOf<'vault.renewKeys'> => {
    let recoverySheet!: OutputOf<'vault.renewKeys'>['recoverySheet']
    const context = core.query()
    const active = listOperators(context).filter(({ disabledAt }) => disabledAt === null)
    core.replaceVault((vault) => {
      const renewed = rekeyVault(vault, {
        operatorIds: new Set(active.map(({ id }) => id)),
        migrations: core.migrations(),
        now: context.now,
      })
      recoverySheet = renewed.sheet
      return renewed.vault
    })
    return { recoverySheet }
  }

  return {
    'operators.list': () => {
      const keys = new Set(
        readKeyring(core.vault().dataDir)?.operators.map((operator) => operator.id),
      )
      return listOperators(core.query()).map((operator) => ({
        id: operator.id,
        revision: operator.revision,
        name: operator.name,
        role: operator.role,
        villages: operator.scopeVillages,
        groups: operator.scopeGroups,
        disabledAt: operator.disabledAt,
        hasPassword: keys.has(operator.id),
      }))
    },
    'operators.add': async ({ password, ...facts }: InputOf<'operators.add'>) => {
      const id = core.write('operators.add', (ctx) => {
        const added = addOperator(ctx, storedFacts(facts))
        requireSound(ctx, facts)
        return added
      })
      await giveKey({ id, name: facts.name }, password)
      return { id }
    },
    'operators.update': ({ id, revision, ...facts }: InputOf<'operators.update'>) => {
      core.write('operators.update', (ctx) => {
        changeOperator(ctx, id, revision, storedFacts(facts))
        requireSound(ctx, facts)
      })
      renameEntry(core.vault(), id, facts.name)
      return {}
    },
    'operators.setPassword': async ({ id, password }: InputOf<'operators.setPassword'>) => {
      await giveKey(activeOperator(core.query(), id), password)
      return {}
    },
    'operators.disable': ({ id, revision, reason }: InputOf<'operators.disable'>) => {
      const context = core.query()
      if (id === context.operator.id) {
        throw failure('CONFLICT', '不能停用自己。请由另一位管理员来办，没有做任何改动。')
      }
      core.write('operators.disable', (ctx) => {
        activeOperator(ctx, id)
        ctx.writer.because(reason)
        changeOperator(ctx, id, revision, { disabledAt: ctx.now })
        requireSound(ctx)
      })
      return renewKeys()
    },
    'operators.enable': async ({ id, revision, password }: InputOf<'operators.enable'>) => {
      core.write('operators.enable', (ctx) => {
        changeOperator(ctx, id, revision, { disabledAt: null })
        requireSound(ctx)
      })
      await giveKey(activeOperator(core.query(), id), password)
      return {}
    },
    'session.changePassword': async ({
      password,
      newPassword,
    }: InputOf<'session.changePassword'>) => {
      const { operator } = core.query()
      await requirePassword(core.vault(), operator.id, password)
      await giveKey(operator, newPassword)
      return {}
    },
    'vault.renewKeys': async ({ password }: InputOf<'vault.renewKeys'>) => {
      await requirePassword(core.vault(), core.query().operator.id, password)
      return renewKeys()
    },
  }
}

function storedFacts({ name, role, villages, groups }: OperatorReach & { name: string }) {
  return {
    name,
    role,
    scopeVillages: villages && [...villages],
    scopeGroups: groups && [...groups],
  }
}

/** Looks at the operators as they now stand inside the transaction: refused, nothing is kept. */
function requireSound(ctx: CommandContext, reach?: OperatorReach): void {
  const known = listOperators(ctx).map((operator) => ({
    ...operator,
    villages: operator.scopeVillages,
    groups: operator.scopeGroups,
    disabled: operator.disabledAt !== null,
  }))
  const refusal = (reach && reachRefusal(reach)) ?? operatorsRefusal(known)
  if (refusal) {
    throw failure('VALIDATION', `${refusal.why}。没有做任何改动。`, {
      [refusal.field]: refusal.why,
    })
  }
}

function activeOperator(ctx: QueryContext | CommandContext, id: number): Operator {
  const operator = listOperators(ctx).find((one) => one.id === id)
  if (!operator || operator.disabledAt) {
    throw failure('NOT_FOUND', '没有这位在用的经办人，没有做任何改动。请刷新后再看。')
  }
  return operator
}
