import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { MajorChangeKind } from '@shared/domain/cadence/vocabulary'
import type { SampleTownship } from '@shared/domain/sample/township'
import type { ChangeWriter } from '../changes'
import { contactCredit, majorChange } from '../schema'

/** What happened lately, one of each to somebody else: enough to see every word of the list. */
const lately: readonly { kind: MajorChangeKind; daysAgo: number; note: string }[] = [
  { kind: 'illness', daysAgo: 1, note: '夜里头晕摔倒，村医已看过' },
  { kind: 'carerLeft', daysAgo: 3, note: '照看的侄媳外出务工' },
  { kind: 'homeDamaged', daysAgo: 6, note: '大雨后偏房漏水' },
  { kind: 'other', daysAgo: 12, note: '与邻居发生口角' },
]

/** 抵算 and 重大变化 of the sample township. */
export function writeSampleDuties(
  writer: ChangeWriter,
  { people }: SampleTownship,
  ids: readonly number[],
  until: Day,
): void {
  const from = `${until.slice(0, 4)}-01-01`
  writer.create(contactCredit, { kind: 'home', duty: 'phone', from, to: null })
  const onFile = people.flatMap(({ closed, exemption }, index) =>
    closed || exemption ? [] : [ids[index]!],
  )
  lately.forEach(({ kind, daysAgo, note }, index) => {
    const recipientId = onFile[index * 7]
    if (recipientId === undefined) return
    writer.create(majorChange, { recipientId, kind, note, date: addDays(until, -daysAgo) })
  })
}
