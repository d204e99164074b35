import type { Day } from '@shared/domain/calendar/types'
import type { StoreContext } from '../context'

/** One thing that happened with a person, as the table it stands in tells it. */
export interface TimelineRow {
  entity: string
  id: number
  day: Day
  /** The kind, scale, step … by which `entity` names it. */
  what: string
  helperId: number | null
  by: string | null
  words: string | null
}

interface Part {
  table: string
  entity?: string
  id?: string
  day: string
  what: string
  helper?: string
  by?: string
  words?: string
}

const parts: readonly Part[] = [
  {
    table: 'contact',
    day: 'date',
    what: 'kind',
    helper: 'helper_id',
    by: 'visitor',
    words: 'coalesce(problem, summary)',
  },
  {
    table: 'case_step',
    entity: 'entity',
    id: 'record_id',
    day: 'day',
    what: 'step',
    helper: 'helper_id',
    by: '"by"',
    words: 'note',
  },
  // Whoever was ticked as present; an invitation alone is nothing that happened.
  {
    table: `(select p.id, p.recipient_id, p.voided_at, p.note, a.id as activity_id, a.name, a.held_on
      from activity_person p join activity a on a.id = p.activity_id
      where p.present = 1 and a.voided_at is null)`,
    entity: "'activity'",
    id: 'activity_id',
    day: 'held_on',
    what: 'name',
    words: 'note',
  },
  {
    table: `(select r.id, r.recipient_id, r.voided_at, r.note, r.date, i.name as item,
        coalesce(p.name, '') as provider
      from service_record r join service_item i on i.id = r.service_item_id
      left join service_provider p on p.id = r.service_provider_id)`,
    entity: "'service_record'",
    day: 'date',
    what: 'item',
    by: "nullif(provider, '')",
    words: 'note',
  },
  // Entries of registers that name a person beside the one they are about.
  {
    table: `(select l.id, l.recipient_id, l.voided_at, e.id as entry_id, e.opened_on, e.number
      from register_link l join register_entry e on e.id = l.entry_id)`,
    entity: "'register_entry'",
    id: 'entry_id',
    day: 'opened_on',
    what: "'涉及'",
    words: 'number',
  },
  { table: 'assessment', day: 'date', what: 'scale', words: 'final_reason' },
  { table: 'risk_review', day: 'date', what: 'final_level' },
  { table: 'status_period', day: '"from"', what: 'status', words: 'reason' },
  { table: 'pairing', day: '"from"', what: "'from'", helper: 'helper_id' },
]

/**
 * Every part is read along its own index of the person. A partial date (2026-11, --11-03) stands
 * where its text sorts.
 */
const select = ({ table, entity = `'${table}'`, id = 'id', day, what, helper, by, words }: Part) =>
  `select ${entity} as entity, ${id} as id, ${day} as day, ${what} as what,
     ${helper ?? 'null'} as helperId, ${by ?? 'null'} as "by", ${words ?? 'null'} as words, id as turn
   from ${table} where recipient_id = :person and voided_at is null`

/** All that happened with a person, the latest first. */
export function timelineOf(ctx: StoreContext, recipientId: number, limit: number): TimelineRow[] {
  return ctx.db.$client
    .prepare(
      `select entity, id, day, what, helperId, "by", words
       from (${parts.map(select).join(' union all ')}) order by day desc, turn desc limit :limit`,
    )
    .all({ person: recipientId, limit }) as TimelineRow[]
}
