import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersOf, answersTotalling, changesOf, onlyYes } from './arbitraries'
import { barthelVersions } from './barthel'
import { extremePovertySix } from './extreme-poverty'
import { gbt42195Each, gbt42195Once } from './gbt42195'
import { faultsOf, grade, runningGrade } from './grading'
import { itemsOf, mostPoints, severity, type Scale } from './scale'
import { currentScale, findScale, scales } from './scales'

const gradeTotal = (scale: Scale, total: number, ...yes: string[]): string =>
  grade(scale, answersTotalling(scale, total), onlyYes(scale, ...yes)).level

describe('GB/T 42195-2022', () => {
  it('has 26 items: 32 + 15 + 28 + 15 = 90', () => {
    expect(gbt42195Once.groups.map(({ items }) => items.length)).toEqual([8, 4, 9, 5])
    expect(gbt42195Once.groups.map(({ items }) => mostPoints(items))).toEqual([32, 15, 28, 15])
    expect(mostPoints(itemsOf(gbt42195Once))).toBe(90)
  })

  it('has the item maxima of the standard', () => {
    const most = Object.fromEntries(
      itemsOf(gbt42195Once).map(({ code, anchors }) => [code, anchors[0]!.points]),
    )
    const notFour = Object.fromEntries(Object.entries(most).filter(([, points]) => points !== 4))
    expect(notFour).toEqual({
      stairs: 3,
      aggression: 1,
      depression: 1,
      consciousness: 2,
      vision: 2,
      hearing: 2,
      transport: 3,
    })
  })

  it.each([
    [90, 'intact'],
    [89, 'mild'],
    [66, 'mild'],
    [65, 'moderate'],
    [46, 'moderate'],
    [45, 'severe'],
    [30, 'severe'],
    [29, 'complete'],
    [0, 'complete'],
  ])('calls %i points %s', (total, level) => {
    expect(gradeTotal(gbt42195Once, total)).toBe(level)
  })

  it.each([
    [[], 80, 'mild'],
    [['coma'], 90, 'complete'],
    [['coma', 'mentalDisorder'], 80, 'complete'],
    [['mentalDisorder'], 90, 'mild'],
    [['mentalDisorder'], 80, 'moderate'],
    [['careEvents'], 60, 'severe'],
    [['careEvents'], 40, 'complete'],
    [['mentalDisorder'], 10, 'complete'],
    [['mentalDisorder', 'careEvents'], 80, 'moderate'],
  ] as const)('with %j yes calls %i points %s', (yes, total, level) => {
    expect(gradeTotal(gbt42195Once, total, ...yes)).toBe(level)
  })

  it('adds both raises up in the version that reads the standard so', () => {
    expect(gradeTotal(gbt42195Each, 80, 'mentalDisorder', 'careEvents')).toBe('severe')
    expect(gradeTotal(gbt42195Each, 40, 'mentalDisorder', 'careEvents')).toBe('complete')
    expect(gradeTotal(gbt42195Each, 80, 'careEvents')).toBe('moderate')
  })

  it('says why', () => {
    const { reasons } = grade(
      gbt42195Once,
      answersTotalling(gbt42195Once, 80),
      onlyYes(gbt42195Once, 'mentalDisorder', 'careEvents'),
    )
    expect(reasons).toEqual([
      '总分 80 分，对应轻度失能',
      '确诊痴呆或其他精神障碍',
      '近 30 天有 2 次及以上照护风险事件',
      '合并加重1级，为中度失能',
    ])
  })
})

describe('Barthel', () => {
  it('has 100 points in steps of five, in every version', () => {
    for (const scale of barthelVersions) {
      expect(mostPoints(itemsOf(scale))).toBe(100)
      expect(
        itemsOf(scale).map(({ anchors }) => anchors.map(({ points }) => points).join()),
      ).toEqual([
        '10,5,0',
        '5,0',
        '5,0',
        '10,5,0',
        '10,5,0',
        '10,5,0',
        '10,5,0',
        '15,10,5,0',
        '15,10,5,0',
        '10,5,0',
      ])
    }
  })

  it.each([
    ['four-61-41', { 100: 'independent', 95: 'mild', 65: 'mild', 60: 'moderate' }],
    ['four-61-41', { 45: 'moderate', 40: 'severe', 0: 'severe' }],
    ['four-65-45', { 100: 'independent', 95: 'mild', 65: 'mild', 60: 'moderate' }],
    ['four-65-45', { 45: 'moderate', 40: 'severe', 0: 'severe' }],
    ['five-75-50-25', { 100: 'independent', 95: 'mild', 75: 'mild', 70: 'moderate' }],
    [
      'five-75-50-25',
      { 50: 'moderate', 45: 'severe', 25: 'severe', 20: 'complete', 0: 'complete' },
    ],
  ])('version %s cuts as %j', (version, levels) => {
    const scale = findScale('barthel', version)!
    for (const [total, level] of Object.entries(levels)) {
      expect(gradeTotal(scale, Number(total)), total).toBe(level)
    }
  })
})

describe('特困六项', () => {
  it.each([
    [6, 'selfCare'],
    [5, 'halfCare'],
    [3, 'halfCare'],
    [2, 'fullCare'],
    [0, 'fullCare'],
  ])('%i met is %s', (met, level) => {
    expect(gradeTotal(extremePovertySix, met)).toBe(level)
  })
})

describe.each(scales.map((scale) => [`${scale.code} ${scale.version}`, scale] as const))(
  '%s',
  (_, scale) => {
    it('lists answers from best to 0 in multiples of its step, one digit to type each', () => {
      for (const { code, anchors } of itemsOf(scale)) {
        const keys = anchors.map(({ points }) => points / scale.step)
        expect(keys, code).toEqual(keys.map((_, index) => keys.length - 1 - index))
      }
    })

    it('names items, questions and levels once, and cuts levels down to 0', () => {
      for (const codes of [
        itemsOf(scale).map(({ code }) => code),
        scale.questions.map(({ code }) => code),
        scale.levels.map(({ code }) => code),
      ]) {
        expect(new Set(codes).size).toBe(codes.length)
      }
      const cuts = scale.levels.map(({ from }) => from)
      expect(cuts).toEqual([...cuts].sort((a, b) => b - a))
      expect(cuts.at(-1)).toBe(0)
      expect(cuts[0]).toBe(mostPoints(itemsOf(scale)))
    })

    it('adds up: the score is the sum of the answers and of the groups', () => {
      fc.assert(
        fc.property(answersOf(scale), changesOf(scale), (answers, changes) => {
          const { score, subtotals } = grade(scale, answers, changes)
          const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0)
          expect(score).toBe(sum(Object.values(answers)))
          expect(score).toBe(sum(Object.values(subtotals)))
          expect(faultsOf(scale, answers, changes)).toEqual({})
        }),
      )
    })

    it('never improves by losing a point or by a yes', () => {
      fc.assert(
        fc.property(
          answersOf(scale),
          changesOf(scale),
          fc.nat(),
          fc.nat(),
          (answers, changes, which, question) => {
            const before = severity(scale, grade(scale, answers, changes).level)
            const item = itemsOf(scale)[which % itemsOf(scale).length]!
            const fewer = Math.max(0, answers[item.code]! - scale.step)
            const after = grade(scale, { ...answers, [item.code]: fewer }, changes).level
            expect(severity(scale, after)).toBeGreaterThanOrEqual(before)
            if (scale.questions.length === 0) return
            const { code } = scale.questions[question % scale.questions.length]!
            const withYes = grade(scale, answers, { ...changes, [code]: true }).level
            expect(severity(scale, withYes)).toBeGreaterThanOrEqual(before)
          },
        ),
      )
    })

    it('narrows down while it is filled, to what it is graded as at the end', () => {
      fc.assert(
        fc.property(answersOf(scale), changesOf(scale), fc.nat(26), (answers, changes, count) => {
          const final = severity(scale, grade(scale, answers, changes).level)
          const part = Object.fromEntries(Object.entries(answers).slice(0, count))
          const running = runningGrade(scale, part, changes)
          expect(severity(scale, running.best.code)).toBeLessThanOrEqual(final)
          expect(severity(scale, running.worst.code)).toBeGreaterThanOrEqual(final)
          const whole = runningGrade(scale, answers, changes)
          expect([whole.best, whole.worst].map(({ code }) => severity(scale, code))).toEqual([
            final,
            final,
          ])
        }),
      )
    })

    it('refuses what is missing, foreign or not an answer', () => {
      const answers = answersTotalling(scale, mostPoints(itemsOf(scale)))
      const first = itemsOf(scale)[0]!
      const { [first.code]: _gone, ...rest } = answers
      const changes = onlyYes(scale)
      expect(faultsOf(scale, rest, changes)[`answers.${first.code}`]).toContain('还没有评分')
      for (const wrong of [-1, 0.5, 99, Number.NaN]) {
        const faults = faultsOf(scale, { ...answers, [first.code]: wrong }, changes)
        expect(faults[`answers.${first.code}`]).toContain('只能评')
      }
      expect(faultsOf(scale, { ...answers, surprise: 1 }, changes)).toHaveProperty([
        'answers.surprise',
      ])
      expect(faultsOf(scale, answers, { ...changes, surprise: true })).toHaveProperty([
        'changes.surprise',
      ])
    })
  },
)

describe('versions', () => {
  it('fills in new the version the office chose, or the default', () => {
    expect(currentScale('barthel').version).toBe('four-61-41')
    expect(currentScale('barthel', { barthel: 'five-75-50-25' }).version).toBe('five-75-50-25')
    expect(currentScale('barthel', { barthel: 'of a newer program' }).version).toBe('four-61-41')
    expect(currentScale('gbt42195').raises).toBe('once')
  })
})
