import { describe, expect, it } from 'vitest'
import { strengthOf } from './password-strength'

describe('strengthOf', () => {
  it('refuses what is too short', () => {
    expect(strengthOf('Ab1!').level).toBe(0)
  })

  it.each(['12345678', 'aaaaaaaa', '19580203', 'password', 'qwertyui'])(
    'calls %s weak',
    (password) => expect(strengthOf(password).level).toBe(1),
  )

  it('does not count the operator’s own name', () => {
    expect(strengthOf('wangli88', 'wangli').level).toBe(1)
  })

  it('likes long and mixed passwords', () => {
    expect(strengthOf('heshang78').level).toBe(2)
    expect(strengthOf('河上三月 柳絮飞').level).toBeGreaterThanOrEqual(2)
    expect(strengthOf('Liulin-Qiao-76').level).toBe(3)
  })
})
