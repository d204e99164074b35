import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeResidentId } from './resident-id'
import { composeDisabilityCertificate, readDisabilityCertificate } from './disability-certificate'

const read = (raw: string | number | null) => readDisabilityCertificate(raw, '2026-11-21')

describe('残疾证号', () => {
  it('is an ID, a class and a level', () => {
    expect(read('61099919341221206843')).toEqual({
      state: 'valid',
      number: '61099919341221206843',
      id: '610999193412212068',
      class: 4,
      level: 3,
      reissue: 0,
    })
  })

  it('may be of a re-issued card, in any spelling', () => {
    expect(read(' 61099919330217518x12b1')).toMatchObject({
      number: '61099919330217518X12B1',
      id: '61099919330217518X',
      class: 1,
      level: 2,
      reissue: 1,
    })
  })

  it('is composed of what it tells and told back the same', () => {
    const days = fc.date({
      min: new Date('1930-01-01'),
      max: new Date('2020-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 4 }),
        (born, sequence, disabilityClass, disabilityLevel) => {
          const idNumber = composeResidentId('610999', born.toISOString().slice(0, 10), sequence)
          const number = composeDisabilityCertificate(
            { idNumber, disabilityClass, disabilityLevel },
            '2026-11-21',
          )
          expect(read(number)).toMatchObject({
            id: idNumber,
            class: disabilityClass,
            level: disabilityLevel,
            reissue: 0,
          })
        },
      ),
    )
  })

  it.each(['610999193412212068', '61099919341221206883', '61099919341221206845', '肢体三级'])(
    'refuses %s',
    (raw) => {
      expect(read(raw)).toMatchObject({
        state: 'invalid',
        message: expect.stringContaining('20 位'),
      })
    },
  )

  it('says what is wrong with the ID inside', () => {
    expect(read('61099919341221206743')).toMatchObject({
      state: 'invalid',
      message: expect.stringContaining('校验不符'),
    })
    expect(read(6.1099919341221e19)).toMatchObject({ state: 'invalid' })
  })

  it.each(['', '无', '/', null])('%j says nothing', (raw) => {
    expect(read(raw)).toEqual({ state: 'missing' })
  })
})
