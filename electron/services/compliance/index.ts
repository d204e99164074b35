import type { StoreContext } from '@db/context'
import { contactsBetween } from '@db/repositories/contacts'
import { allHelpers } from '@db/repositories/helpers'
import { loadPolicy } from '@db/repositories/rules'
import type { OutputOf } from '@shared/contract'
import type { complianceLedgerContract } from '@shared/contract/compliance-ledger'
import { countedIn, counts } from '@shared/domain/cadence/obligations'
import { monthOf } from '@shared/domain/calendar/days'
import type { HandlersOf } from '../../core/context'
import { lateDaysOf } from '../contacts/late'
import { requirePerson } from '../recipients/person'
import { ledgerOfYear } from './ledger'
import { exportLedger } from './ledger-export'
import { groupRows, ledgerRows } from './ledger-views'

export const complianceHandlers: HandlersOf<typeof complianceLedgerContract> = {
  'compliance.ledger': (ctx, { offset, limit, ...filter }) => {
    const rows = ledgerRows(ctx, filter)
    return {
      duties: [...ledgerOfYear(ctx, filter.year).duties],
      total: rows.length,
      rows: rows.slice(offset, offset + limit),
    }
  },

  'compliance.yearGrid': (ctx, { by, ...filter }) => {
    const { duties, rates } = ledgerOfYear(ctx, filter.year)
    return {
      duties: [...duties],
      rows: groupRows(ctx, by, filter),
      rates: rates.map(({ month, scope, visited }) => ({ month, scope, visited })),
      basis: rates.at(-1)?.basis ?? '',
    }
  },

  'compliance.cell': (ctx, input) => cellOf(ctx, input),

  'compliance.export': exportLedger,
}

/** The windows behind a cell, each with the contacts that count in it, by the plan's own ranges. */
function cellOf(
  ctx: StoreContext,
  { recipientId, year, month, duty }: Parameters<(typeof complianceHandlers)['compliance.cell']>[1],
): OutputOf<'compliance.cell'> {
  requirePerson(ctx, recipientId)
  const entries =
    ledgerOfYear(ctx, year).people.find(({ person }) => person.id === recipientId)?.entries ?? []
  const { credits } = loadPolicy(ctx)
  const names = new Map(allHelpers(ctx).map(({ id, name }) => [id, name]))
  return entries
    .filter((entry) => monthOf(entry.to) === month && (duty ?? entry.duty) === entry.duty)
    .map((entry) => {
      const parts = countedIn(entry, credits, entry, ctx.today)
      return {
        ...entry,
        contacts: contactsBetween(ctx, recipientId, entry)
          .filter((contact) => counts(parts, contact))
          .map(({ id, kind, date, enteredAt, helperId, visitor }) => ({
            id,
            kind,
            date,
            enteredAt,
            lateDays: lateDaysOf(date, enteredAt),
            who: (helperId === null ? null : names.get(helperId)) ?? visitor,
          })),
      }
    })
}
