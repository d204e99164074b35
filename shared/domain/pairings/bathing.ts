import type { SelfCare } from '../vocabulary'

/** What tells that somebody must be helped with bathing. */
export interface BathingFacts {
  readonly selfCare: SelfCare | null
  /** 服务需求 in words, as the file holds them. */
  readonly serviceNeeds: readonly string[]
  /** Whether the latest ability assessment says so at its item 洗澡; null where there is none. */
  readonly assessed: boolean | null
}

/**
 * 助浴: whoever asked for it, or was found at the latest assessment not to bathe alone; without an
 * assessment, whoever cannot care for themselves.
 */
export function needsBathing({ selfCare, serviceNeeds, assessed }: BathingFacts): boolean {
  if (serviceNeeds.some((need) => /助浴|洗浴|洗澡|擦身|擦浴/.test(need))) return true
  return assessed ?? selfCare === 'unable'
}
