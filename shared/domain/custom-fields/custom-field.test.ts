import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/days'
import {
  answersFilter,
  customKindLabel,
  customWords,
  optionsAfter,
  settleCustomValue,
  type CustomKind,
  type CustomOption,
  type CustomValue,
} from './custom-field'

const today = '2026-11-21'
const words = ['木匠', '裁缝', '石匠', '理发']
const options: CustomOption[] = words.map((label, at) => ({
  code: `c${at}`,
  label,
  retired: at === 3,
}))

/** Values as a field of each kind may keep them. */
const kept: Record<CustomKind, fc.Arbitrary<CustomValue>> = {
  text: fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() === text),
  number: fc.oneof(fc.integer(), fc.double({ min: -1e9, max: 1e9, noNaN: true })).map((n) => n + 0),
  date: fc
    .tuple(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom(4, 7, 10))
    .map(([offset, length]) => addDays('1930-01-01', offset).slice(0, length)),
  choice: fc.constantFrom('c0', 'c1', 'c2'),
  yesNo: fc.boolean(),
}
const some = fc
  .constantFrom(...(Object.keys(customKindLabel) as CustomKind[]))
  .chain((kind) => kept[kind].map((value) => ({ field: { kind, options }, value })))

describe('what a field keeps', () => {
  it('is kept unchanged when it is saved again: opening and saving a file changes nothing', () => {
    fc.assert(
      fc.property(some, ({ field, value }) => {
        expect(settleCustomValue(field, value, value, today)).toEqual({ value })
      }),
    )
  })

  it('is understood again from the words it is shown and exported with', () => {
    fc.assert(
      fc.property(
        some.filter(({ field }) => field.kind !== 'date'),
        ({ field, value }) => {
          const shown = customWords(field, value)
          fc.pre(field.kind !== 'number' || /^-?\d+(\.\d+)?$/.test(shown))
          expect(settleCustomValue(field, shown, null, today)).toEqual({ value })
        },
      ),
    )
  })

  it('is found by the filter of its own value, and by that of any value', () => {
    fc.assert(
      fc.property(some, ({ field, value }) => {
        const wanted = field.kind === 'yesNo' ? (value ? 'yes' : 'no') : String(value)
        expect(answersFilter(field, value, wanted)).toBe(true)
        expect(answersFilter(field, value, '')).toBe(true)
      }),
    )
  })

  it('whatever is typed, is refused in words or is of the kind: no other value gets in', () => {
    const anything = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null))
    const isOf: Record<CustomKind, (value: CustomValue) => boolean> = {
      text: (value) => typeof value === 'string' && value.length <= 400,
      number: (value) => typeof value === 'number' && Number.isFinite(value),
      date: (value) => typeof value === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$|^--/.test(value),
      choice: (value) => ['c0', 'c1', 'c2'].includes(String(value)),
      yesNo: (value) => typeof value === 'boolean',
    }
    const kinds = fc.constantFrom(...(Object.keys(customKindLabel) as CustomKind[]))
    fc.assert(
      fc.property(kinds, anything, (kind, typed) => {
        const settled = settleCustomValue({ kind, options }, typed, null, today)
        if ('fault' in settled) expect(settled.fault).not.toBe('')
        else if (settled.value !== null) expect(isOf[kind](settled.value)).toBe(true)
      }),
    )
  })
})

it('an edit of the options loses none: what a file was told stays readable', () => {
  fc.assert(
    fc.property(fc.subarray(options), (left) => {
      const after = optionsAfter(
        options,
        left.map(({ code, label }) => ({ code, label })),
      )
      if ('fault' in after) throw new Error(after.fault)
      expect(after.options.map(({ code }) => code).sort()).toEqual(options.map(({ code }) => code))
      for (const { code, label, retired } of after.options) {
        expect(retired).toBe(!left.some((one) => one.code === code))
        expect(label).toBe(options.find((one) => one.code === code)!.label)
      }
    }),
  )
})
