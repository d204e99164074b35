import type { StoreContext, WriteContext } from '@db/context'
import { readSetting, writeSetting } from '@db/repositories/settings'
import { failure } from '@shared/contract/failure'
import { inspectionStandards } from '@shared/contract/inspections'
import {
  usualStandards,
  type ChecklistItem,
  type InspectionStandards,
} from '@shared/domain/inspections/checklist'

const key = 'inspectionStandards'

/** What the office looks at and how many days it gives; the usual ones where it set nothing. */
export function standardsOf(ctx: StoreContext): InspectionStandards {
  const kept = inspectionStandards.safeParse(readSetting(ctx, key))
  return kept.success ? kept.data : usualStandards
}

export function saveStandards(ctx: WriteContext, standards: InspectionStandards): void {
  refuseTwice(standards.items)
  writeSetting(ctx, key, standards)
}

/** Two items of one key could not be told apart once they are marked. */
export function refuseTwice(items: readonly ChecklistItem[]): void {
  const twice = items.find(
    ({ key: one, text }, at) =>
      items.findIndex((other) => other.key === one || other.text === text) !== at,
  )
  if (twice) throw failure('VALIDATION', `“${twice.text}”列了两次，没有保存。请去掉一个再保存。`)
}
