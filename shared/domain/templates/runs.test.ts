import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesOfRun, runModes } from './runs'

const people = fc
  .array(fc.constantFrom('下河村', '柳林村', ''))
  .map((villages) => villages.map((villageName, id) => ({ id, villageName })))

describe('files of a run', () => {
  it('hold everybody exactly once, in the order given, whatever the mode', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...runModes), (chosen, mode) => {
        const files = filesOfRun(mode, chosen)
        const held = files.flatMap((file) => file.people)
        expect(held.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
          chosen.map(({ id }) => id),
        )
        for (const file of files)
          expect(file.people).toEqual(chosen.filter((one) => file.people.includes(one)))
        expect(new Set(files.map(({ key }) => key)).size).toBe(files.length)
      }),
    )
  })

  it('hold one village each where villages are apart', () => {
    const [lower, other] = filesOfRun('perVillage', [
      { id: 1, villageName: '下河村' },
      { id: 2, villageName: '' },
      { id: 3, villageName: '下河村' },
    ])
    expect(lower).toMatchObject({ label: '下河村_2人', people: [{ id: 1 }, { id: 3 }] })
    expect(other).toMatchObject({ label: '未分村_1人' })
  })
})
