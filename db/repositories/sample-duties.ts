import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { MajorChangeKind } from '@shared/domain/cadence/vocabulary'
import type { CallResult } from '@shared/domain/calls/vocabulary'
import type { SampleTownship } from '@shared/domain/sample/township'
import { changeOfWarning } from '@shared/domain/warnings/vocabulary'
import type { ChangeWriter } from '../changes'
import { callAttempt, contactCredit, majorChange, warning } from '../schema'

/** What happened lately, one of each to somebody else: enough to see every word of the list. */
const lately: readonly { kind: MajorChangeKind; daysAgo: number; note: string }[] = [
  { kind: 'illness', daysAgo: 1, note: '夜里头晕摔倒，村医已看过' },
  { kind: 'carerLeft', daysAgo: 3, note: '照看的侄媳外出务工' },
  { kind: 'homeDamaged', daysAgo: 6, note: '大雨后偏房漏水' },
  { kind: 'other', daysAgo: 12, note: '与邻居发生口角' },
]

/** Calls in vain: one to be tried again today, one that waits, a number that is no more. */
const inVain: readonly {
  result: CallResult
  daysAgo: number
  againIn: number | null
  note: string | null
}[] = [
  { result: 'noAnswer', daysAgo: 1, againIn: 0, note: '响了很久没人接' },
  { result: 'busy', daysAgo: 1, againIn: 0, note: null },
  { result: 'noAnswer', daysAgo: 2, againIn: 2, note: '邻居说去女儿家，后天回来' },
  { result: 'off', daysAgo: 4, againIn: -1, note: null },
  { result: 'wrongNumber', daysAgo: 3, againIn: null, note: '号码换了，请村里问新号' },
]

/** One in so many is warned of the cold wave. */
const warnedEvery = 25

/** 抵算, 重大变化, a 寒潮 warning of yesterday and calls nobody answered, of the sample township. */
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
  const yesterday = addDays(until, -1)
  const cold = { kind: 'cold', day: yesterday, note: '县气象台寒潮蓝色预警' } as const
  const warningId = writer.create(warning, cold)
  onFile.forEach((recipientId, index) => {
    if (index % warnedEvery !== 3) return
    const kind = changeOfWarning[cold.kind]
    writer.create(majorChange, { recipientId, kind, date: yesterday, note: cold.note, warningId })
  })
  inVain.forEach(({ result, daysAgo, againIn, note }, index) => {
    const recipientId = onFile[index * 11 + 2]
    if (recipientId === undefined) return
    const againOn = againIn === null ? null : addDays(until, againIn)
    const day = addDays(until, -daysAgo)
    writer.create(callAttempt, { recipientId, day, result, againOn, note })
  })
  lately.forEach(({ kind, daysAgo, note }, index) => {
    const recipientId = onFile[index * 7]
    if (recipientId === undefined) return
    writer.create(majorChange, { recipientId, kind, note, date: addDays(until, -daysAgo) })
  })
}
