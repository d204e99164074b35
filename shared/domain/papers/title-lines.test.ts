import { assert, property, stringMatching } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { titleLines } from './title-lines'

describe('parting a title', () => {
  it('keeps a short title on one line', () => {
    expect(titleLines('留守老人关爱服务工作方案', 20)).toEqual(['留守老人关爱服务工作方案'])
  })

  it('never cuts a given name, a year or before 的', () => {
    const lines = titleLines(
      '青石镇人民政府关于印发青石镇二〇二六年留守老人关爱服务工作的实施方案的通知',
      20,
      ['青石镇人民政府', '青石镇'],
    )
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.filter((line) => line.includes('二〇二六年'))).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith('的'))).toEqual([])
  })

  it('makes a trapezoid or a diamond, never a block', () => {
    const lines = titleLines('县民政局关于进一步做好农村留守老人定期探访和关爱服务工作的意见', 20)
    const lengths = lines.map((line) => line.length)
    expect(new Set(lengths).size).toBe(lengths.length)
  })

  it('keeps every character, in order, within the width', () => {
    assert(
      property(stringMatching(/^[镇乡村关爱服务工作的方案通知老人]{1,70}$/), (title) => {
        const lines = titleLines(title, 20)
        expect(lines.join('')).toBe(title)
        if (lines.length > 1) for (const line of lines) expect(line.length).toBeLessThanOrEqual(20)
      }),
    )
  })
})
