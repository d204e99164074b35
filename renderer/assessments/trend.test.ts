import { describe, expect, it } from 'vitest'
import { currentScale } from '@shared/domain/assessments/scales'
import { riskTrendShape, trendShape } from './trend'

const { levels } = currentScale('gbt42195')
const size = { width: 100, height: 90 }

describe('the trend picture', () => {
  it('puts scores by date from left to right and by points from top to bottom', () => {
    const { points } = trendShape(
      [
        { date: '2026-01-11', score: 0 },
        { date: '2026-01-01', score: 90 },
        { date: '2026-01-06', score: 45 },
      ],
      levels,
      size,
    )
    expect(points.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [50, 45],
      [100, 90],
    ])
  })

  it('covers the picture with the levels and puts a single score in the middle', () => {
    const { bands, points } = trendShape([{ date: '2026-01-01', score: 60 }], levels, size)
    expect(bands.reduce((sum, { height }) => sum + height, 0)).toBe(90)
    expect(points[0]!.x).toBe(50)
  })

  it('puts the gravest risk on top, by level and not by sum: weights may have changed', () => {
    const { bands, points } = riskTrendShape(
      [
        { date: '2026-01-11', level: 'high', score: 6 },
        { date: '2026-01-01', level: 'general', score: 8 },
      ],
      size,
    )
    expect(bands.map(({ label, y }) => [label, y])).toEqual([
      ['高风险', 0],
      ['重点', 30],
      ['一般', 60],
    ])
    expect(points.map(({ x, y, label }) => [x, y, label])).toEqual([
      [0, 75, '8'],
      [100, 15, '6'],
    ])
  })
})
