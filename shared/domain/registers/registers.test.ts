import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/days'
import { move, movesFrom } from '../ledgers/machine'
import { fieldOfKind, keptKinds, keptValue, someDefinition } from './arbitrary'
import { definitionFaults } from './check-definition'
import { fieldOf, type RegisterDefinition, type RegisterFigure } from './definition'
import { dueOn } from './due'
import { figureByHand, type CountedEntry } from './figure-model'
import { machineOf } from './machine'
import { numberOf, numberingFault, numberingPeriod } from './numbering'
import { carryOverObstacle, leftOverFields, newCode, revisionFaults } from './revise'
import { fieldWords, settleEntry, settleField } from './values'

const today = '2026-11-21'
const nameOf = (_: string, id: number): string => `第${id}号`
const day = fc.integer({ min: 0, max: 1500 }).map((offset) => addDays('2024-01-01', offset))
const someValue = fc
  .constantFrom(...keptKinds)
  .chain((kind) => keptValue[kind].map((value) => ({ field: fieldOfKind(kind, '栏'), value })))

describe('a definition', () => {
  it('drawn to hold together has no fault: the check refuses nothing it should allow', () => {
    fc.assert(
      fc.property(someDefinition, (one) => {
        expect(definitionFaults(one)).toEqual([])
      }),
    )
  })

  it('is refused as soon as one thing of it points nowhere', () => {
    const broken: ((one: RegisterDefinition) => RegisterDefinition)[] = [
      (one) => ({ ...one, fields: [] }),
      (one) => ({ ...one, fields: [...one.fields, one.fields[0]!] }),
      (one) => ({
        ...one,
        fields: [...one.fields, { ...fieldOfKind('choice', '选'), options: [] }],
      }),
      (one) => ({
        ...one,
        fields: [...one.fields, { ...fieldOfKind('table', '表'), columns: [] }],
      }),
      (one) => ({ ...one, states: [] }),
      (one) => ({
        ...one,
        states: [
          ...one.states,
          { code: '孤', label: '孤', open: true, dueDays: null, dueField: null },
        ],
      }),
      (one) => ({ ...one, states: one.states.map((state) => ({ ...state, dueField: '无此栏' })) }),
      (one) => ({
        ...one,
        moves: [
          {
            code: '去',
            label: '去',
            from: ['态0'],
            to: '无',
            by: 'anyone',
            needs: [],
            needsNote: false,
          },
        ],
      }),
      (one) => ({ ...one, numbering: '{年}' }),
      (one) => ({ ...one, listed: ['无此栏'] }),
      (one) => ({ ...one, figures: [{ ...counting, how: 'sum' }] }),
      (one) => ({ ...one, figures: [{ ...counting, states: ['无'] }] }),
      (one) => ({ ...one, figures: [{ ...counting, dayOf: '无此栏' }] }),
    ]
    fc.assert(
      fc.property(someDefinition, fc.constantFrom(...broken), (one, spoil) => {
        const faults = definitionFaults(spoil(one))
        expect(faults).not.toEqual([])
        for (const { words } of faults) expect(words).toMatch(/[一-鿿]/)
      }),
    )
  })
})

describe('the moves of a register', () => {
  it('are just those its definition lists: a slow search of the list agrees for every state and name', () => {
    fc.assert(
      fc.property(someDefinition, fc.string(), (definition, strange) => {
        const machine = machineOf(definition)
        const asked = [...definition.moves.map(({ code }) => code), strange, 'constructor']
        for (const { code: state } of definition.states) {
          for (const name of asked) {
            const listed = definition.moves.find(({ code }) => code === name)
            const allowed = listed?.from.includes(state) === true
            const verdict = move(machine, state, {
              move: name,
              said: { note: '说明' },
              may: () => true,
            })
            expect(verdict.refusal === undefined).toBe(allowed)
            if (!verdict.refusal) expect(verdict.state).toBe(listed!.to)
          }
          expect(movesFrom(machine, state, () => false)).toEqual([])
        }
      }),
    )
  })

  it('ask for the fields and the words they need', () => {
    const machine = machineOf(small)
    const asked = move(machine, '受理', { move: '审批', said: {}, may: () => true })
    expect(asked.refusal?.fields).toEqual({ 'values.金额': '请填写金额', note: '请填写说明' })
    const said = { 'values.金额': 100, note: '同意' }
    expect(move(machine, '受理', { move: '审批', said, may: () => true })).toEqual({
      state: '办结',
    })
  })
})

describe('what an entry keeps', () => {
  it('is kept unchanged when it is saved again: opening and saving changes nothing', () => {
    fc.assert(
      fc.property(someValue, ({ field, value }) => {
        expect(settleField(field, value, value, today)).toEqual({ value })
      }),
    )
  })

  it('of money, choices and yes/no is understood again from the words it is shown with', () => {
    const spoken = someValue.filter(({ field }) =>
      ['money', 'choice', 'choices', 'yesNo'].includes(field.kind),
    )
    fc.assert(
      fc.property(spoken, ({ field, value }) => {
        const words = fieldWords(field, value, nameOf)
        expect(settleField(field, words, null, today)).toEqual({ value })
      }),
    )
  })

  it('whatever is typed into any field is kept as that kind or refused in words, never thrown at', () => {
    const kinds = fc.constantFrom(...keptKinds)
    fc.assert(
      fc.property(kinds, fc.anything(), (kind, typed) => {
        const field = fieldOfKind(kind, '栏')
        const settled = settleField(field, typed, null, today)
        if ('fault' in settled) expect(settled.fault).not.toBe('')
        else if (settled.value !== null) {
          expect(settleField(field, settled.value, null, today)).toEqual(settled)
          expect(typeof fieldWords(field, settled.value, nameOf)).toBe('string')
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps what was not typed, and what an earlier definition asked', () => {
    fc.assert(
      fc.property(someValue, someValue, (one, other) => {
        const held = { 旧: one.value, 新: other.value }
        const { values, faults } = settleEntry(
          { fields: [{ ...other.field, code: '新' }] },
          { typed: {}, held, today },
        )
        expect(values).toEqual(held)
        expect(faults).toEqual({})
      }),
    )
  })

  it('wants what is required, and lets it not be emptied', () => {
    const fields = [fieldOfKind('text', '事由', true)]
    expect(settleEntry({ fields }, { typed: {}, held: {}, today }).faults).toHaveProperty('事由')
    const emptied = settleEntry({ fields }, { typed: { 事由: ' ' }, held: { 事由: '有' }, today })
    expect(emptied.faults).toHaveProperty('事由')
  })
})

describe('numbers', () => {
  it('of entries opened one after the other never repeat, across years and months', () => {
    const pattern = fc.constantFrom(
      '{序号}',
      '{年}-{序号3}',
      '{年}{月}{序号2}',
      '{年}{月}{日}-{序号}',
    )
    fc.assert(
      fc.property(pattern, fc.array(day, { maxLength: 60 }), (one, days) => {
        const serials = new Map<string, number>()
        const numbers = days.map((opened) => {
          const period = numberingPeriod(one, opened)
          const serial = (serials.get(period) ?? 0) + 1
          serials.set(period, serial)
          return numberOf(one, opened, serial)
        })
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
    )
  })

  it('reads as written, and refuses patterns that would repeat or say nothing', () => {
    expect(numberOf('救助〔{年}〕{序号3}号', '2026-11-05', 7)).toBe('救助〔2026〕007号')
    for (const bad of [
      '',
      '{年}',
      '{序号}{序号}',
      '{月}{序号}',
      '{年}{日}{序号}',
      '{序号',
      '{号}{序号}',
    ])
      expect(numberingFault(bad)).not.toBeNull()
    expect(numberingFault('{年}-{序号3}')).toBeNull()
  })
})

describe('due days', () => {
  it('count from the day an entry came to its state, or are a date of its own', () => {
    const states = [
      { code: '办', label: '办', open: true, dueDays: 15, dueField: null },
      { code: '等', label: '等', open: true, dueDays: null, dueField: '到期' },
      { code: '完', label: '完', open: false, dueDays: null, dueField: null },
    ]
    const definition = { states, fields: [fieldOfKind('date', '到期')] }
    const due = (state: string, values = {}) =>
      dueOn(definition, { state, since: '2026-02-20', values })
    expect(due('办')).toBe('2026-03-07')
    expect(due('等', { 到期: '2026-02' })).toBe('2026-02-28')
    expect(due('等', { 到期: { from: '2026', to: '2026-06' } })).toBe('2026-06-30')
    expect(due('等', { 到期: { from: '2026', to: null } })).toBeNull()
    expect(due('等')).toBeNull()
    expect(due('完')).toBeNull()
  })
})

const counting: RegisterFigure = {
  code: '数',
  name: '数',
  basis: '',
  how: 'count',
  field: null,
  states: null,
  dayOf: 'opened',
}
const small: RegisterDefinition = {
  name: '救助',
  purpose: '',
  fields: [
    fieldOfKind('person', '对象'),
    fieldOfKind('money', '金额'),
    fieldOfKind('date', '发放'),
  ],
  states: [
    { code: '受理', label: '受理', open: true, dueDays: null, dueField: null },
    { code: '办结', label: '办结', open: false, dueDays: null, dueField: null },
  ],
  moves: [
    {
      code: '审批',
      label: '审批',
      from: ['受理'],
      to: '办结',
      by: 'clerk',
      needs: ['金额'],
      needsNote: true,
    },
  ],
  numbering: null,
  groups: null,
  listed: ['对象'],
  figures: [],
}

describe('figures', () => {
  const entry: fc.Arbitrary<CountedEntry> = fc.record({
    id: fc.nat(),
    state: fc.constantFrom<string>('受理', '办结'),
    openedOn: day,
    closedOn: fc.option(day),
    values: fc.record({ 金额: keptValue.money, 发放: keptValue.date }, { requiredKeys: [] }),
  })

  it('equal a plain count day by day, and open just the entries they count', () => {
    const asked = fc.record({
      how: fc.constantFrom('count' as const, 'sum' as const),
      dayOf: fc.constantFrom('opened', 'closed', '发放'),
      states: fc.constantFrom<string[] | null>(null, ['受理'], ['受理', '办结']),
    })
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 20 }),
        asked,
        day,
        fc.nat(400),
        (entries, one, from, length) => {
          const to = addDays(from, length)
          const days = new Set(Array.from({ length: length + 1 }, (_, at) => addDays(from, at)))
          const falls = (date: unknown): boolean => {
            if (typeof date !== 'string') return false
            // Every day the date can mean lies in the period.
            const means = Array.from({ length: 366 * 2 }, (_, at) =>
              addDays(`${date.slice(0, 4)}-01-01`, at),
            )
            return means.filter((each) => each.startsWith(date)).every((each) => days.has(each))
          }
          const expected = entries.filter(
            ({ state, openedOn, closedOn, values }) =>
              (one.states === null || one.states.includes(state)) &&
              falls(
                one.dayOf === 'opened'
                  ? openedOn
                  : one.dayOf === 'closed'
                    ? closedOn
                    : values['发放'],
              ),
          )
          const figure = figureByHand({ ...counting, ...one, field: '金额' }, entries, { from, to })
          expect(figure.entries).toEqual(expected.map(({ id }) => id))
          const sum = expected.reduce((total, { values }) => total + Number(values['金额'] ?? 0), 0)
          expect(figure.value).toBe(one.how === 'count' ? expected.length : sum)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a new version', () => {
  it('loses nothing an entry said: every value is in a field of the version or among what is left over', () => {
    fc.assert(
      fc.property(someDefinition, someDefinition, (before, after) => {
        const values = Object.fromEntries(before.fields.map(({ code }) => [code, '值']))
        const left = new Set(leftOverFields(values, after, [before]).map(({ code }) => code))
        for (const code of Object.keys(values))
          expect(left.has(code) !== (fieldOf(after, code) !== undefined)).toBe(true)
      }),
    )
  })

  it('takes no entry over whose state it does not know', () => {
    fc.assert(
      fc.property(someDefinition, someDefinition, (before, after) => {
        for (const { code } of before.states) {
          const known = after.states.some((state) => state.code === code)
          expect(carryOverObstacle(code, before, after) === null).toBe(known)
        }
      }),
    )
  })

  it('keeps kinds and options that entries use', () => {
    const choice = fieldOfKind('choice', '方式')
    const with_ = (field: typeof choice): RegisterDefinition => ({ ...small, fields: [field] })
    expect(revisionFaults([with_(choice)], with_({ ...choice, name: '办法' }))).toEqual([])
    expect(revisionFaults([with_(choice)], with_(fieldOfKind('text', '方式')))).toHaveLength(1)
    const fewer = { ...choice, options: choice.options.slice(1) }
    expect(revisionFaults([with_(choice)], with_(fewer))[0]).toContain('甲')
  })

  it('gives codes that were never used', () => {
    expect(newCode('金额', new Set())).toBe('金额')
    expect(newCode('金额', new Set(['金额', '金额2']))).toBe('金额3')
  })
})
