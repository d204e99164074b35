import { barthelVersions } from './barthel'
import { extremePovertySix } from './extreme-poverty'
import { gbt42195Each, gbt42195Once } from './gbt42195'
import type { Scale, ScaleCode } from './scale'

/** Every version that ever shipped, the default of each scale first. Old ones stay for good. */
export const scales: readonly Scale[] = [
  gbt42195Once,
  gbt42195Each,
  ...barthelVersions,
  extremePovertySix,
]

/** A scale in the version it was answered in; undefined where this program does not know it. */
export const findScale = (code: ScaleCode, version: string): Scale | undefined =>
  scales.find((scale) => scale.code === code && scale.version === version)

/** The version an office fills in new: its own choice, or the default. */
export function currentScale(
  code: ScaleCode,
  chosen: Partial<Record<ScaleCode, string>> = {},
): Scale {
  const version = chosen[code]
  return (
    (version === undefined ? undefined : findScale(code, version)) ??
    scales.find((scale) => scale.code === code)!
  )
}

/** The scale whose score decides 失能 among the categories. */
export const abilityScale: ScaleCode = 'gbt42195'
