import type { StoreContext } from '@db/context'
import { recipientRows } from '@db/repositories/printing'
import type { Recipient } from '@db/repositories/recipients'
import type { RosterPerson } from '@db/repositories/roster'
import type { OutputOf } from '@shared/contract'

interface Wanted {
  field: string
  label: string
  isMissing: (person: RosterPerson, row: Recipient) => boolean
}

const children = ['son', 'daughter']

/** What a file should say; a known “none” (no phone, no children) is no gap. */
const wanted: readonly Wanted[] = [
  { field: 'gender', label: '性别', isMissing: (_, row) => row.gender === null },
  { field: 'birthDate', label: '出生日期', isMissing: (_, row) => row.birthDate === null },
  { field: 'idNumber', label: '身份证号', isMissing: (_, row) => row.idNumber === null },
  {
    field: 'phones',
    label: '联系电话',
    isMissing: (_, row) => row.phones.length === 0 && !row.hasNoPhone,
  },
  { field: 'homeAddress', label: '现住址', isMissing: (_, row) => !row.homeAddress },
  {
    field: 'livingArrangement',
    label: '居住情况',
    isMissing: (_, row) => row.livingArrangement === null,
  },
  {
    field: 'family',
    label: '子女情况',
    isMissing: (person) =>
      !person.hasNoChildren &&
      !person.family.some(({ relation }) => relation !== null && children.includes(relation)),
  },
  { field: 'health', label: '健康状况', isMissing: (_, row) => row.health === null },
  { field: 'selfCare', label: '自理能力', isMissing: (_, row) => row.selfCare === null },
  {
    field: 'incomeSources',
    label: '经济来源',
    isMissing: (_, row) => row.incomeSources.length === 0,
  },
  {
    field: 'emergency',
    label: '紧急联系人及电话',
    isMissing: (_, row) => !row.emergencyName || !row.emergencyPhone,
  },
  { field: 'helper', label: '帮扶人', isMissing: (person) => person.helpers.length === 0 },
  { field: 'photo', label: '照片', isMissing: (_, row) => row.photoId === null },
  { field: 'consentOn', label: '知情同意日期', isMissing: (_, row) => row.consentOn === null },
]

const examplesShown = 20
const batchSize = 500

/** 缺项 of these people's files, most frequent first. */
export function missingOf(
  ctx: StoreContext,
  people: readonly RosterPerson[],
): OutputOf<'documents.missing'> {
  const gaps = wanted.map(({ field, label, isMissing }) => ({
    isMissing,
    entry: {
      field,
      label,
      count: 0,
      examples: [] as { id: number; name: string; villageName: string }[],
    },
  }))
  for (let start = 0; start < people.length; start += batchSize) {
    const batch = people.slice(start, start + batchSize)
    const rows = recipientRows(
      ctx,
      batch.map(({ id }) => id),
    )
    for (const person of batch) {
      const row = rows.get(person.id)
      if (!row) continue
      for (const { isMissing, entry } of gaps) {
        if (!isMissing(person, row)) continue
        entry.count += 1
        const { id, name, villageName } = person
        if (entry.examples.length < examplesShown) entry.examples.push({ id, name, villageName })
      }
    }
  }
  return {
    people: people.length,
    fields: gaps
      .map(({ entry }) => entry)
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  }
}
