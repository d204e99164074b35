import { addDays, addMonths, endOf, startOf } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import type { SampleTownship } from '@shared/domain/sample/township'
import { sheetNumber } from '@shared/domain/visit-sheets/sheet-number'
import type { VisitSheetState } from '@shared/domain/visit-sheets/vocabulary'
import type { ChangeWriter } from '../changes'
import { groupBy } from '../group-by'
import { visitSheet, visitSheetLine } from '../schema'

/** The lines of sheets that came back, by the person's position: their month's contact answers them. */
export type SampleSheetLines = Map<number, { month: string; lineId: number }>

const sheetsAMonth = 12 // enough that every state is seen, few enough to read

/**
 * Sheets of last month, most of them back, some half, two nowhere to be found; and those of this
 * month, printed and given out.
 */
export function writeSampleSheets(
  writer: ChangeWriter,
  township: SampleTownship,
  ids: { people: readonly number[]; helpers: readonly number[] },
  until: Day,
): SampleSheetLines {
  const lines: SampleSheetLines = new Map()
  const helped = groupBy(
    [...township.people.entries()].filter(
      ([, { helperIndex, closed }]) => helperIndex !== null && !closed,
    ),
    ([, { helperIndex }]) => helperIndex!,
  )
  const caseloads = [...helped].slice(0, sheetsAMonth)
  const thisMonth = startOf('month', until)
  for (const from of [addMonths(thisMonth, -1), thisMonth]) {
    caseloads.forEach(([helperIndex, people], at) => {
      const state = from === thisMonth ? 'out' : stateAt(at)
      const to = endOf('month', from)
      const visitSheetId = writer.create(visitSheet, {
        number: sheetNumber(from, at + 1),
        from,
        to,
        helperId: ids.helpers[helperIndex]!,
        preparedOn: from,
        printedOn: from,
        receivedOn: state === 'back' ? addDays(to, 3) : null,
        state,
      })
      people.forEach(([person], place) => {
        const lineId = writer.create(visitSheetLine, {
          visitSheetId,
          position: place + 1,
          recipientId: ids.people[person]!,
          tasks: {
            owed: [{ state: 'due', words: '探访 本月 0/1' }],
            ask: [],
            points: [],
            birthdays: [],
          },
        })
        const isTypedIn = state === 'back' || (state === 'partlyBack' && place % 2 === 0)
        if (isTypedIn) lines.set(person, { month: from.slice(0, 7), lineId })
      })
    })
  }
  return lines
}

function stateAt(at: number): VisitSheetState {
  if (at % 6 === 4) return 'partlyBack'
  return at % 6 === 5 ? 'out' : 'back'
}
