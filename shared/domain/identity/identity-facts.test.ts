import { describe, expect, it } from 'vitest'
import { settleIdentity, type IdentityFacts } from './identity-facts'
import { composeResidentId } from './resident-id'

const today = '2026-11-21'
const woman = composeResidentId('610999', '1934-12-21', 2)
const wrongCheck = woman.slice(0, 17) + (woman.endsWith('1') ? '2' : '1')
const typed = (facts: Partial<IdentityFacts>): IdentityFacts => ({
  idNumber: null,
  idNumberNote: null,
  birthDate: null,
  gender: null,
  ...facts,
})

describe('settleIdentity', () => {
  it('fills birth and sex from the ID, and the missing parts of a partial birth date', () => {
    for (const birthDate of [null, '1934', '1934-12', '--12-21', '1934-12-21']) {
      expect(settleIdentity(typed({ idNumber: ` ${woman}`, birthDate }), today)).toEqual({
        ok: true,
        facts: { idNumber: woman, idNumberNote: null, birthDate: '1934-12-21', gender: 'female' },
      })
    }
  })

  it('tells each contradiction at its own field, both at once', () => {
    const verdict = settleIdentity(
      typed({ idNumber: woman, birthDate: '1935', gender: 'male' }),
      today,
    )
    expect(verdict).toMatchObject({
      ok: false,
      fields: {
        birthDate: expect.stringContaining('1934-12-21') as string,
        gender: expect.stringContaining('女') as string,
      },
    })
  })

  it('keeps a number with a wrong check only with the reason why', () => {
    expect(settleIdentity(typed({ idNumber: wrongCheck }), today)).toMatchObject({
      ok: false,
      fields: { idNumber: expect.stringContaining('校验') as string },
    })
    const noted = typed({ idNumber: wrongCheck, idNumberNote: '证件原号如此' })
    expect(settleIdentity(noted, today)).toMatchObject({
      ok: true,
      facts: { idNumber: wrongCheck, idNumberNote: '证件原号如此', gender: 'female' },
    })
  })

  it('never lets a reason excuse a wrong length or date', () => {
    for (const idNumber of [woman.slice(1), '610999193413212020']) {
      expect(
        settleIdentity(typed({ idNumber, idNumberNote: '证件原号如此' }), today),
      ).toMatchObject({ ok: false })
    }
  })

  it('leaves what is known without an ID as it is', () => {
    const facts = typed({ birthDate: '1950', gender: 'male' })
    expect(settleIdentity(facts, today)).toEqual({ ok: true, facts })
    expect(settleIdentity(typed({ birthDate: '2027-01-01' }), today)).toMatchObject({ ok: false })
  })
})
