import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber, dayNumber } from '@shared/domain/calendar/days'
import { checkCharacter, composeResidentId, normaliseId, readResidentId } from './resident-id'

const TODAY = '2026-11-21'
const read = (raw: string | number | null) => readResidentId(raw, TODAY)

const birthDay = fc
  .integer({ min: dayNumber('1900-01-01'), max: dayNumber(TODAY) })
  .map(dayFromNumber)
const sequence = fc.integer({ min: 1, max: 995 })
const anyId = fc
  .tuple(birthDay, sequence)
  .map(([day, number]) => composeResidentId('610999', day, number))

describe('valid numbers', () => {
  it.each(['11010519491231002X', '440524188001010014', '370101190102039973', '34052419800101001X'])(
    '%s passes',
    (id) => {
      expect(read(id)).toMatchObject({ state: 'valid', id, from15: false })
    },
  )

  it('gives birth day and sex', () => {
    expect(read('610999193412212068')).toMatchObject({ birthDay: '1934-12-21', gender: 'female' })
    expect(read('610999193110174115')).toMatchObject({ birthDay: '1931-10-17', gender: 'male' })
  })

  it('reads what was composed', () => {
    fc.assert(
      fc.property(birthDay, sequence, (day, number) => {
        expect(read(composeResidentId('610999', day, number))).toMatchObject({
          state: 'valid',
          birthDay: day,
          gender: number % 2 === 1 ? 'male' : 'female',
        })
      }),
    )
  })

  it('computes the check as ISO 7064 MOD 11-2 does, digit by digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{17}$/), (first17) => {
        const folded = [...first17].reduce((p, c) => ((p + Number(c)) * 2) % 11, 0)
        const expected = (12 - folded) % 11
        expect(checkCharacter(first17)).toBe(expected === 10 ? 'X' : String(expected))
      }),
    )
  })

  it('only warns of an unknown province', () => {
    const reading = read(composeResidentId('990101', '1950-01-01', 1))
    expect(reading).toMatchObject({ state: 'valid', warning: expect.any(String) })
    expect(read('610999193412212068')).not.toHaveProperty('warning')
  })
})

describe('what ledgers do to a number', () => {
  it.each([
    ' 610999196001221650 ',
    "'610999196001221650",
    '`610999196001221650',
    '\t610999196001221650',
    '６１０９９９１９６００１２２１６５０',
    '610999 19600122 1650',
    '610999-19600122-1650',
    '610999\u3000196001221650\u200B',
    '\uFEFF610999196001221650',
  ])('%j', (raw) => {
    const reading = read(raw.replaceAll('1650', '165X').replaceAll('１６５０', '１６５ｘ'))
    expect(reading).toMatchObject({ state: 'valid', id: '61099919600122165X' })
  })

  it.each(['x', 'X', 'Ｘ', '×', 'х', 'Х'])('takes %s for X', (last) => {
    expect(read(`61099919600122165${last}`)).toMatchObject({ id: '61099919600122165X' })
  })

  it('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        expect(normaliseId(normaliseId(raw))).toBe(normaliseId(raw))
      }),
    )
  })

  it('survives full-width, spaces and apostrophes anywhere they occur', () => {
    const wide = (id: string) =>
      [...id].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')
    fc.assert(
      fc.property(anyId, fc.nat(18), fc.constantFrom(' ', '　', '-', '\u200B'), (id, at, gap) => {
        expect(read(wide(id))).toMatchObject({ state: 'valid', id })
        expect(read(`'${id.slice(0, at)}${gap}${id.slice(at)} `)).toMatchObject({ id })
      }),
    )
  })

  it.each(['', ' ', '无', '不详', '/', '-', '——', '暂无', '待补'])('%j says nothing', (raw) => {
    expect(read(raw)).toEqual({ state: 'missing' })
  })

  it('knows null from ditto', () => {
    expect(read(null)).toEqual({ state: 'missing' })
    expect(read('〃').state).toBe('invalid')
    expect(read('同上').state).toBe('invalid')
  })
})

describe('15 digits', () => {
  it('get the century and the check', () => {
    expect(read('610999360614458')).toMatchObject({
      state: 'valid',
      id: '610999193606144585',
      original: '610999360614458',
      birthDay: '1936-06-14',
      gender: 'female',
      from15: true,
    })
    expect(read(610999360614458)).toMatchObject({ id: '610999193606144585' })
  })

  it('with the sequences of centenarians lie in the nineteenth century', () => {
    expect(read('610999880101997')).toMatchObject({ birthDay: '1888-01-01' })
    expect(read('610999880101995')).toMatchObject({ birthDay: '1988-01-01' })
  })

  it('agree with the number of 18 they came from', () => {
    const born1900s = fc
      .integer({ min: dayNumber('1900-01-01'), max: dayNumber('1999-12-31') })
      .map(dayFromNumber)
    fc.assert(
      fc.property(born1900s, sequence, (day, number) => {
        const id = composeResidentId('610999', day, number)
        expect(read(id.slice(0, 6) + id.slice(8, 17))).toMatchObject({ state: 'valid', id })
      }),
    )
  })
})

describe('numbers that cannot be right', () => {
  const problemOf = (raw: string | number) => {
    const reading = read(raw)
    return reading.state === 'invalid' ? reading.problem : reading.state
  }

  it.each([
    ['61099919441222489', 'LENGTH'],
    ['6109991944122248', 'LENGTH'],
    ['6109991944122248999', 'LENGTH'],
    ['6109991933021751X', 'LENGTH'],
    ['61099919340217O18X', 'CHARACTER'],
    ['610999X93302175189', 'CHARACTER'],
    ['610999********2068', 'CHARACTER'],
    ['身份证丢失', 'CHARACTER'],
    ['610999194402305948', 'DATE'],
    ['610999194413285948', 'DATE'],
    ['610999170001015948', 'DATE'],
    ['610999202611225948', 'DATE'],
    ['610999360230458', 'DATE'],
    ['610999194408285941', 'CHECKSUM'],
    ['610999196406147000', 'PRECISION_LOST'],
    ['6.10999E+17', 'PRECISION_LOST'],
    ['6.10999196406147E+17', 'PRECISION_LOST'],
    ['６．１０９９９Ｅ＋１７', 'PRECISION_LOST'],
    [610999196406147000, 'PRECISION_LOST'],
    [610999195001056000, 'PRECISION_LOST'],
  ])('%s has the problem %s', (raw, problem) => {
    expect(problemOf(raw)).toBe(problem)
    expect(read(raw)).toHaveProperty('message', expect.stringMatching(/\p{Script=Han}/u))
  })

  it('trusts no number cell of 18 digits, whatever its check', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const asExcelKeepsIt = Number(`${id.slice(0, 15)}000`)
        const reading = read(asExcelKeepsIt)
        expect(reading).toMatchObject({ problem: 'PRECISION_LOST', kept: id.slice(0, 15) })
        expect(reading).not.toHaveProperty('couldBe')
        expect(reading).toHaveProperty('birthDay')
      }),
    )
  })

  it('notices every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(anyId, fc.nat(16), fc.integer({ min: 1, max: 9 }), (id, at, step) => {
        const digit = (Number(id[at]) + step) % 10
        expect(problemOf(`${id.slice(0, at)}${digit}${id.slice(at + 1)}`)).not.toBe('valid')
        const swapped = id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2)
        if (swapped !== id) expect(problemOf(swapped)).not.toBe('valid')
      }),
    )
  })

  it('keeps birth day and sex of a number that only fails its check, for the override', () => {
    expect(read('610999194408285941')).toMatchObject({
      problem: 'CHECKSUM',
      birthDay: '1944-08-28',
      gender: 'female',
    })
  })

  it('offers the number a usual slip would come from', () => {
    expect(read('61099919441222489')).toHaveProperty('couldBe', '610999194412224899')
    expect(read('61O999193412212O68')).toHaveProperty('couldBe', '610999193412212068')
    expect(read('61099919341221206843')).toHaveProperty('couldBe', '610999193412212068')
    expect(read('610999194408285941')).not.toHaveProperty('couldBe')
  })

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.double()), (raw) => {
        expect(['missing', 'valid', 'invalid']).toContain(read(raw).state)
      }),
    )
  })
})
