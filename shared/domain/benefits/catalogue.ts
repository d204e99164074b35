import type { Day } from '../calendar/types'
import type { Criterion } from '../criteria/criterion'
import { holdsOn, type Period } from '../periods'
import type { BenefitKind, BenefitPayment } from './vocabulary'

/** An amount and for whom it is: an age band, a category, or both. */
export interface BenefitBand {
  readonly conditions: readonly Criterion[]
  /** Yuan per payment; null while the office has not filled in the local rate. */
  readonly amount: number | null
}

/** 待遇: what it is, who should have it and how much of it, in force from a day to a day. */
export interface Benefit extends Period {
  readonly code: string
  readonly title: string
  readonly kind: BenefitKind
  /** Whether the national list of basic care names it. */
  readonly national: boolean
  /** 依据 or a note on how it is granted. */
  readonly basis: string | null
  readonly payment: BenefitPayment
  /** Whether the office keeps a line per person, so that who lacks it can be told. */
  readonly register: boolean
  /** Who should have it: all of these. Null where no fact on file decides it. */
  readonly conditions: readonly Criterion[] | null
  /** The first that holds gives the amount; where there are any, one must hold. */
  readonly bands: readonly BenefitBand[]
}

/**
 * The catalogue on a day: the program's own list, in which the office's wordings take the place of
 * those of the same code from their first day on. One the office has ended is gone.
 */
export function catalogueOn(
  presets: readonly Benefit[],
  stored: readonly Benefit[],
  day: Day,
): Benefit[] {
  const codes = [...new Set([...presets, ...stored].map(({ code }) => code))]
  return codes.flatMap((code) => {
    const begun = stored.filter((one) => one.code === code && one.from <= day)
    if (begun.length === 0) return presets.filter((one) => one.code === code)
    const inForce = begun
      .filter((one) => holdsOn(one, day))
      .sort((a, b) => (a.from < b.from ? 1 : -1))
    return inForce.slice(0, 1)
  })
}
