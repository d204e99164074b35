import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { assignOperator } from '@db/repositories/operators'
import { recordTables } from '@db/records'
import { contract } from '@shared/contract'
import type { Op } from '@shared/contract/op'
import { enterPeople } from './test-people'
import {
  closeTestVaults,
  finishedJob,
  openTestVault,
  testFounding,
  type TestVault,
} from './test-vault'

/**
 * Every operation of the contract, asked by a clerk of one village about records of another: what
 * it takes is made up from its schema, so a new operation is tried without being named here.
 */
afterAll(closeTestVaults)

interface Schema {
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
}

/** Values that fit a schema, the same ones in every run; ids are drawn from `ids`. */
function inventor(ids: readonly number[]) {
  let seed = 777
  const below = (most: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    return (seed >> 8) % most
  }
  const oneOf = <Value>(values: readonly Value[]): Value => values[below(values.length)]!
  return function invent(schema: Schema, key = ''): unknown {
    if (schema.const !== undefined) return schema.const
    const choices = schema.anyOf ?? schema.oneOf
    if (choices) return invent(oneOf(choices), key)
    if (schema.enum) return oneOf(schema.enum)
    switch (schema.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(schema.properties ?? {})
            .filter(([name]) => schema.required?.includes(name) || below(3) === 0)
            .map(([name, field]) => [name, invent(field, name)]),
        )
      case 'array':
        return Array.from({ length: Math.max(schema.minItems ?? 0, below(2)) }, () =>
          invent(schema.items ?? {}, key),
        )
      case 'boolean':
        return below(2) === 0
      case 'integer':
      case 'number':
        return /year/i.test(key) ? 2026 : /revision|count|limit|offset/i.test(key) ? 1 : oneOf(ids)
      case 'string':
        return /date|day|since|^on$|^from$|^to$/i.test(key)
          ? oneOf(['2026-11-21', '2026-11-01', '2025-12-31'])
          : '试试'
      default:
        return null
    }
  }
}

/** Everything that hangs on a person, as it is stored; asked for after every write. */
function storedOf(vault: TestVault, person: number) {
  const queries = vault.write(({ db }) =>
    [...recordTables.keys()].map((table) => {
      const columns = db.$client.pragma(`table_info(${table})`) as { name: string }[]
      const key = columns.some(({ name }) => name === 'recipient_id') ? 'recipient_id' : 'id'
      return [table, db.$client.prepare(`select * from ${table} where ${key} = ?`)] as const
    }),
  )
  return (): Record<string, { id: number }[]> =>
    Object.fromEntries(
      queries.map(([table, query]) => [table, query.all(person) as { id: number }[]]),
    )
}

/** A case of each ledger that is about a person: what a list or paper might show of a stranger. */
async function openCasesOf(
  vault: TestVault,
  recipientId: number,
  familyMemberId: number,
): Promise<void> {
  const opened = { recipientId, openedOn: '2026-11-02' }
  await vault.must('needs.open', { ...opened, kind: 'medical', content: '仇大山要买药' })
  await vault.must('hazards.open', { ...opened, kind: 'fire', content: '仇大山家柴草靠灶' })
  await vault.must('careAgreements.open', {
    ...opened,
    kind: 'entrusted',
    entrustor: '仇小山',
    duties: '给仇大山做饭',
  })
  await vault.must('outings.open', {
    ...opened,
    familyMemberId,
    scope: 'unknown',
    reporter: 'self',
    channel: 'phone',
    place: '仇小山的工地',
    factsChoice: 'keep',
  })
}

it.each([
  { reach: 'villages', group: 'elder' as const },
  { reach: 'groups', group: 'child' as const },
])(
  'lets nobody write or read beyond their $reach, whatever is asked',
  async ({ reach, group }) => {
    const vault = await openTestVault()
    const [lower, willow] = await vault.must('villages.list', {})
    enterPeople(vault, [{ name: '尉迟彩霞', villageId: lower!.id }])
    const stranger = { name: '仇大山', villageId: willow!.id, group }
    const [foreign] = enterPeople(vault, [stranger]) as [number]
    const { id: helperId } = await vault.must('helpers.create', { name: '张吉祥' })
    await vault.must('pairings.create', { helperId, recipientIds: [foreign], from: '2026-03-01' })
    const of = { recipientId: foreign, reason: 'away' as const }
    await vault.must('exemptions.add', { ...of, from: '2026-11-01', to: '2026-12-01' })
    const visit = { recipientIds: [foreign], kind: 'home' as const }
    await vault.must('contacts.record', { ...visit, dates: ['2026-11-20'] })
    const member = { name: '仇小山', absence: { scope: 'unknown' as const } }
    const { id: familyMemberId } = await vault.must('recipients.saveFamilyMember', {
      recipientId: foreign,
      member,
    })
    await openCasesOf(vault, foreign, familyMemberId)

    await vault.must('attachments.add', {
      entity: 'recipient',
      recordId: foreign,
      name: '仇大山的残疾证.pdf',
      base64: Buffer.from('%PDF-1.7').toString('base64'),
    })

    const { operator } = await vault.must('session.me', {})
    vault.write((ctx) =>
      assignOperator(ctx, operator.id, {
        role: 'clerk',
        scope:
          reach === 'villages'
            ? { villages: [lower!.id], groups: null }
            : { villages: null, groups: ['elder'] },
      }),
    )
    await vault.must('vault.lock', {})
    const { password } = testFounding.operator
    await vault.must('vault.unlock', { operatorId: operator.id, password })

    const everything = storedOf(vault, foreign)
    const stored = (): ReturnType<typeof everything> => vault.write(everything)
    const before = stored()
    const ids = [...Object.values(before).flatMap((rows) => rows.map(({ id }) => id)), helperId]
    const invent = inventor(ids)
    const operations = Object.entries(contract as Record<string, Op>)
      .filter(([name]) => !name.startsWith('vault.'))
      .map(([name, { input, kind }]) => ({
        name,
        kind,
        schema: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema,
      }))
    for (let round = 0; round < 12; round += 1) {
      for (const { name, kind, schema } of operations) {
        const result = await vault.core.call(name, invent(schema))
        const told = result.ok && kind === 'job' ? await jobOf(result.value) : result
        expect(JSON.stringify(told), name).not.toMatch(/仇[大小]山/)
        if (kind !== 'query') expect(stored(), name).toEqual(before)
      }
    }

    function jobOf(started: unknown) {
      return finishedJob(vault.core, (started as { jobId: number }).jobId)
    }
  },
  240_000,
)
