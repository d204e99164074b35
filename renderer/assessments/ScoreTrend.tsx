import type { Scale } from '@shared/domain/assessments/scale'
import { riskLevelLabel } from '@shared/domain/vocabulary'
import {
  riskTrendShape,
  trendShape,
  type RiskPoint,
  type TrendPoint,
  type TrendShape,
} from './trend'
import classes from './assessments.module.css'

const plot = { width: 560, height: 150 } // units of the picture
const margin = { left: 40, right: 90, top: 16, bottom: 26 }

/** How one person's score went over the years, before the levels of the scale. */
export function ScoreTrend(props: {
  scale: Scale
  points: readonly TrendPoint[]
}): React.ReactElement {
  const { scale } = props
  const shape = trendShape(props.points, scale.levels, plot)
  const words = shape.points.map(({ date, label }) => `${date} ${label} 分`).join('，')
  return <TrendPicture label={`历次得分：${words}`} shape={shape} top={scale.levels[0]!.label} />
}

/** How grave one person's risk was found over the years, with the sum of each review. */
export function RiskTrend(props: { points: readonly RiskPoint[] }): React.ReactElement {
  const words = props.points
    .map(({ date, level }) => `${date} ${riskLevelLabel[level]}`)
    .toReversed()
    .join('，')
  return (
    <TrendPicture label={`历次风险等级：${words}`} shape={riskTrendShape(props.points, plot)} />
  )
}

interface TrendPictureProps {
  /** The picture in words. */
  label: string
  shape: TrendShape
  /** What the upper edge is called, where it is a level of its own. */
  top?: string
}

function TrendPicture({ label, shape, top }: TrendPictureProps): React.ReactElement {
  const { points, bands } = shape
  return (
    <svg
      className={classes.trend}
      viewBox={`0 0 ${plot.width + margin.left + margin.right} ${plot.height + margin.top + margin.bottom}`}
      role="img"
      aria-label={label}
    >
      <g transform={`translate(${margin.left} ${margin.top})`} fontSize={12}>
        {top && (
          <>
            <line x2={plot.width} stroke="var(--line-strong)" />
            <text x={plot.width + 8} y={4} fill="var(--ink-soft)">
              {top}
            </text>
          </>
        )}
        {bands.map(({ label: band, y, height }, index) => (
          <g key={band}>
            <rect
              x={0}
              y={y}
              width={plot.width}
              height={height}
              fill={index % 2 === 0 ? 'var(--mantine-color-gray-1)' : 'var(--sheet)'}
            />
            <text x={plot.width + 8} y={y + height / 2 + 4} fill="var(--ink-soft)">
              {band}
            </text>
          </g>
        ))}
        <polyline
          points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
          fill="none"
          stroke="var(--mantine-color-pine-7)"
          strokeWidth={2}
        />
        {points.map(({ x, y, date, label: over }, index) => (
          <g key={`${date}-${index}`}>
            <circle cx={x} cy={y} r={4} fill="var(--mantine-color-pine-7)" />
            {/* At the right edge it would run into the name of its band. */}
            <text
              x={x}
              y={y - 8}
              textAnchor={x >= plot.width ? 'end' : 'middle'}
              fontWeight={600}
              fill="var(--ink)"
            >
              {over}
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
