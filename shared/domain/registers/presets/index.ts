import type { RegisterPreset } from './build'
import { officePresets } from './office'
import { peoplePresets } from './people'
import { reliefPresets } from './relief'

export type { RegisterPreset } from './build'

/** 现成的登记簿, as the list of presets shows them. What has a great ledger of its own is not here. */
export const registerPresets: readonly RegisterPreset[] = [
  ...reliefPresets,
  ...officePresets,
  ...peoplePresets,
]

export const presetOfCode = (code: string): RegisterPreset | undefined =>
  registerPresets.find((one) => one.code === code)
