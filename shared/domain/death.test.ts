import { describe, expect, it } from 'vitest'
import { diedBefore } from './death'

const active = { status: 'active', from: '2020-01-01', to: '2026-11-09' } as const
const dead = { status: 'deceased', from: '2026-11-10', to: null } as const

describe('diedBefore', () => {
  it('counts the day of death as one of life', () => {
    expect(diedBefore([active, dead], '2026-11-09')).toBeNull()
    expect(diedBefore([active, dead], '2026-11-10')).toBeNull()
    expect(diedBefore([active, dead], '2026-11-11')).toBe('2026-11-10')
  })

  it('knows no death where the file was reopened because it was a mistake', () => {
    const reopened = { status: 'active', from: '2026-11-13', to: null } as const
    const mistaken = { ...dead, to: '2026-11-12' }
    expect(diedBefore([active, mistaken, reopened], '2026-11-20')).toBeNull()
  })
})
