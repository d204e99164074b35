import * as fc from 'fast-check'
import {
  fieldKindLabel,
  type FieldKind,
  type RegisterDefinition,
  type RegisterField,
} from './definition'
import type { FieldValue } from './values'

/* Definitions and values at random, for the tests of this folder and of the service. */

const option = (label: string) => ({ code: label, label, retired: false })
const options = ['甲', '乙', '丙'].map(option)
const columns = [
  { code: '品名', name: '品名', kind: 'text' as const, options: [] },
  { code: '数量', name: '数量', kind: 'number' as const, options: [] },
  { code: '金额', name: '金额', kind: 'money' as const, options: [] },
]

export const fieldOfKind = (kind: FieldKind, code: string, required = false): RegisterField => ({
  code,
  name: code,
  kind,
  required,
  isSensitive: false,
  options: kind === 'choice' || kind === 'choices' ? options : [],
  columns: kind === 'table' ? columns : [],
  hint: null,
})

const partialDate = fc
  .tuple(
    fc.integer({ min: 1990, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom(4, 7, 10),
  )
  .map(([year, month, day, length]) =>
    [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-').slice(0, length),
  )
const words = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== '')

/** Values as a field of each kind may keep them. */
export const keptValue: Record<Exclude<FieldKind, 'file' | 'photo'>, fc.Arbitrary<FieldValue>> = {
  text: words,
  longText: words,
  number: fc.integer({ min: -1e9, max: 1e9 }),
  money: fc.integer({ min: 0, max: 1e9 }),
  date: partialDate,
  period: fc.tuple(partialDate, partialDate, fc.boolean()).map(([one, other, ended]) => {
    const [from, to] = one < other ? [one, other] : [other, one]
    return { from, to: ended ? to : null }
  }),
  choice: fc.constantFrom('甲', '乙', '丙'),
  choices: fc.subarray(['甲', '乙', '丙'], { minLength: 1 }),
  yesNo: fc.boolean(),
  person: fc.integer({ min: 1, max: 9 }),
  helper: fc.integer({ min: 1, max: 9 }),
  village: fc.integer({ min: 1, max: 9 }),
  department: words,
  table: fc.array(
    fc.record({
      品名: words,
      数量: fc.integer({ min: 0, max: 99 }),
      金额: fc.integer({ min: 0, max: 1e6 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
}
export const keptKinds = Object.keys(keptValue) as (keyof typeof keptValue)[]

/** Definitions that hold together: a chain of states that can be walked, and some ways across. */
export const someDefinition: fc.Arbitrary<RegisterDefinition> = fc
  .record({
    kinds: fc.array(fc.constantFrom(...(Object.keys(fieldKindLabel) as FieldKind[])), {
      minLength: 1,
      maxLength: 8,
    }),
    states: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
    across: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 6 }),
    numbering: fc.constantFrom(null, '{序号}', '{年}-{序号3}', '救〔{年}〕{月}{序号2}号'),
  })
  .map(({ kinds, states, across, numbering }) => {
    const last = states.length - 1
    const stateCode = (at: number): string => `态${Math.min(at, last)}`
    const ways = [...states.keys()].slice(1).map((at): [number, number] => [at - 1, at])
    return {
      name: '登记',
      purpose: '',
      fields: kinds.map((kind, at) => fieldOfKind(kind, `栏${at}`)),
      states: states.map((open, at) => ({
        code: stateCode(at),
        label: stateCode(at),
        open,
        dueDays: open ? at * 10 : null,
        dueField: null,
      })),
      moves: [...ways, ...across].map(([from, to], at) => ({
        code: `动${at}`,
        label: `动${at}`,
        from: [stateCode(from)],
        to: stateCode(to),
        by: 'anyone' as const,
        needs: [],
        needsNote: at % 2 === 0,
      })),
      numbering,
      groups: null,
      listed: [],
      figures: [],
    }
  })
