import type { Scale } from '@shared/domain/assessments/scale'
import { trendShape, type TrendPoint } from './trend'
import classes from './assessments.module.css'

const plot = { width: 560, height: 150 } // units of the picture
const margin = { left: 40, right: 90, top: 16, bottom: 26 }

/** How one person's score went over the years, before the levels of the scale. */
export function ScoreTrend(props: {
  scale: Scale
  points: readonly TrendPoint[]
}): React.ReactElement {
  const { scale } = props
  const { points, bands } = trendShape(props.points, scale.levels, plot)
  const words = points.map(({ date, score }) => `${date} ${score} 分`).join('，')
  return (
    <svg
      className={classes.trend}
      viewBox={`0 0 ${plot.width + margin.left + margin.right} ${plot.height + margin.top + margin.bottom}`}
      role="img"
      aria-label={`历次得分：${words}`}
    >
      <g transform={`translate(${margin.left} ${margin.top})`} fontSize={12}>
        <line x2={plot.width} stroke="var(--line-strong)" />
        <text x={plot.width + 8} y={4} fill="var(--ink-soft)">
          {scale.levels[0]!.label}
        </text>
        {bands.map(({ label, y, height }, index) => (
          <g key={label}>
            <rect
              x={0}
              y={y}
              width={plot.width}
              height={height}
              fill={index % 2 === 0 ? 'var(--mantine-color-gray-1)' : 'var(--sheet)'}
            />
            <text x={plot.width + 8} y={y + height / 2 + 4} fill="var(--ink-soft)">
              {label}
            </text>
          </g>
        ))}
        <polyline
          points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
          fill="none"
          stroke="var(--mantine-color-pine-7)"
          strokeWidth={2}
        />
        {points.map(({ x, y, date, score }, index) => (
          <g key={`${date}-${index}`}>
            <circle cx={x} cy={y} r={4} fill="var(--mantine-color-pine-7)" />
            <text x={x} y={y - 8} textAnchor="middle" fontWeight={600} fill="var(--ink)">
              {score}
            </text>
            <text x={x} y={plot.height + 18} textAnchor="middle" fill="var(--ink-soft)">
              {date.slice(0, 7)}
            </text>
          </g>
        ))}
      </g>
    </svg>
  )
}
