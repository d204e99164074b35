import { contactKindLabel } from '@shared/domain/vocabulary'
import type { Duty } from './rules'

/** What lists and papers call a duty. */
export const dutyLabel: Readonly<Record<Duty, string>> = { visit: '探访', ...contactKindLabel }
