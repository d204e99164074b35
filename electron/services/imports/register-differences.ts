import type { Helper, Pairing } from '@db/repositories/helpers'
import type { KnownContact } from '@db/repositories/imports'
import { earliestDay, latestDay } from '@shared/domain/calendar/partial-date'
import { additionsTo } from '@shared/domain/imports/differences'
import type { ContactDraft, HelperDraft, PairingDraft } from '@shared/domain/imports/draft'
import { dateDifferenceOf, differenceOf } from '@shared/domain/imports/updates'
import type { Told } from './row-difference'

/** What a register says of a helper on file. */
export function helperTold(helper: Helper, draft: HelperDraft): Told[] {
  const target = { table: 'helper', id: helper.id } as const
  const whose = (topic: string): string => `helper.${topic}:${draft.name}`
  const phones = additionsTo(helper.phones, draft.phones)
  const plain = (
    topic: string,
    onFile: string | null,
    inLedger: string | null,
    values: Record<string, unknown>,
  ): Told => ({
    fact: whose(topic),
    kind: differenceOf(onFile, inLedger),
    onFile,
    inLedger,
    write: { target, inLedger: values },
  })
  return [
    plain('gender', helper.gender, draft.gender, { gender: draft.gender }),
    plain('kind', helper.kind, draft.kind, { kind: draft.kind }),
    plain('unit', helper.unit, draft.unit, { unit: draft.unit }),
    plain('post', helper.post, draft.position, { post: draft.position }),
    {
      fact: whose('capacity'),
      kind: differenceOf(helper.capacity, draft.capacity),
      onFile: helper.capacity,
      inLedger: draft.capacity,
      write: { target, inLedger: { capacity: draft.capacity } },
    },
    {
      fact: whose('phones'),
      kind: phones.length === 0 ? null : helper.phones.length === 0 ? 'fill' : 'add',
      onFile: helper.phones,
      inLedger: phones,
      write: {
        target,
        inLedger: { phones },
        both: { phones: [...helper.phones, ...phones] },
      },
    },
  ]
}

/** What a register says of a pairing on file. */
export function pairingTold(pairing: Pairing, draft: PairingDraft): Told[] {
  const target = { table: 'pairing', id: pairing.id } as const
  const { since, mode, commitment, frequency, hours } = draft
  const until = draft.until && latestDay(draft.until)
  return [
    {
      fact: 'pairing.from',
      kind: dateDifferenceOf(pairing.from, since),
      onFile: pairing.from,
      inLedger: since,
      write: { target, inLedger: { from: since } },
    },
    {
      fact: 'pairing.to',
      kind: differenceOf(pairing.to, until),
      onFile: pairing.to,
      inLedger: until,
      write: { target, inLedger: { to: until } },
    },
    {
      fact: 'pairing.mode',
      kind: differenceOf(pairing.mode, mode),
      onFile: pairing.mode,
      inLedger: mode,
      write: { target, inLedger: { mode } },
    },
    {
      fact: 'pairing.commitment',
      kind: differenceOf(pairing.commitment, commitment),
      onFile: pairing.commitment,
      inLedger: commitment,
      write: { target, inLedger: { commitment } },
    },
    {
      fact: 'pairing.frequency',
      kind: differenceOf(pairing.frequency, frequency),
      onFile: pairing.frequency,
      inLedger: frequency,
      write: { target, inLedger: { frequency } },
    },
    {
      fact: 'pairing.hours',
      kind: differenceOf(pairing.hours, hours),
      onFile: pairing.hours,
      inLedger: hours,
      write: { target, inLedger: { hours } },
    },
  ]
}

/** Whether what will hold of a pairing ends before it begins. */
export function endsTooEarly(pairing: Pairing, taken: Record<string, unknown>): boolean {
  const { from, to } = { ...pairing, ...taken } as Pairing
  const begins = earliestDay(from)
  return to !== null && begins !== null && to < begins
}

/** What a record says of a contact that is on file already. */
export function contactTold(contact: KnownContact, draft: ContactDraft): Told[] {
  const target = { table: 'contact', id: contact.id } as const
  const told = (field: 'summary' | 'problem' | 'outcome', inLedger: string | null): Told => ({
    fact: `contact.${field}`,
    kind: differenceOf(contact[field], inLedger),
    onFile: contact[field],
    inLedger,
    write: { target, inLedger: { [field]: inLedger } },
  })
  return [
    told('summary', summaryOf(draft)),
    told('problem', draft.problem),
    told('outcome', draft.outcome),
  ]
}

/** What was found, with the remark beside it: a contact keeps them as one text. */
export function summaryOf({ summary, remark }: ContactDraft): string | null {
  return [summary, remark].filter(Boolean).join('；') || null
}
