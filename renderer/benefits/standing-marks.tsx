import { benefitStandingLabel, type BenefitStanding } from '@shared/domain/benefits/vocabulary'

/** Each standing by word and shape; colour only comes beside. */
const marks: Readonly<Record<BenefitStanding, { shape: string; color: string }>> = {
  toStop: { shape: '◆', color: 'var(--mantine-color-cinnabar-7)' },
  wronglyHeld: { shape: '▲', color: 'var(--mantine-color-cinnabar-7)' },
  owed: { shape: '●', color: 'var(--mantine-color-dusk-8)' },
  held: { shape: '✓', color: 'var(--mantine-color-pine-8)' },
  undecided: { shape: '？', color: 'var(--mantine-color-gray-7)' },
  none: { shape: '○', color: 'var(--mantine-color-gray-7)' },
}

export function BenefitMark({ standing }: { standing: BenefitStanding }): React.ReactElement {
  const { shape, color } = marks[standing]
  return (
    <span style={{ color, fontWeight: 600, whiteSpace: 'nowrap' }}>
      {shape} {benefitStandingLabel[standing]}
    </span>
  )
}
