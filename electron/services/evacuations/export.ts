import { evacuationRow, type EvacuationRow } from '@shared/contract/evacuations'
import { failure } from '@shared/contract/failure'
import { planStandingLabel } from '@shared/domain/evacuations/vocabulary'
import type { ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { writeList, type LedgerColumn } from '../ledgers/export'

const name = '汛期转移名单'

const columns: readonly LedgerColumn<EvacuationRow>[] = [
  { title: '村（社区）', width: 12, text: (row) => row.villageName },
  { title: '村民小组', width: 12, text: (row) => row.villageGroupName },
  { title: '姓名', width: 10, text: (row) => row.name },
  { title: '年龄', width: 8, text: (row) => row.age ?? '' },
  { title: '行动情况', width: 10, text: (row) => row.frailty.join('、') },
  { title: '电话', width: 14, text: (row) => row.phones[0] ?? '' },
  { title: '转移原因', width: 28, text: (row) => row.reasons.join('；') },
  { title: '转移责任人', width: 12, text: (row) => row.mover ?? '' },
  { title: '责任人电话', width: 14, text: (row) => row.moverPhone ?? '' },
  { title: '协助人', width: 12, text: (row) => row.plan?.assistant ?? '' },
  { title: '交通工具', width: 12, text: (row) => row.plan?.vehicle ?? '' },
  { title: '安置地点', width: 20, text: (row) => row.plan?.shelter ?? '' },
  { title: '转移路线', width: 28, text: (row) => row.plan?.route ?? '' },
  { title: '落实情况', width: 12, text: (row) => planStandingLabel[row.standing] },
  { title: '核对日期', width: 12, text: (row) => row.plan?.confirmedOn ?? '' },
  { title: '备注', width: 20, text: (row) => row.plan?.note ?? '' },
]

/** The list on one A3 sheet; who may not read telephones does not take them out. */
export async function exportList(
  ctx: JobContext,
  found: readonly EvacuationRow[],
): Promise<ArtifactSummary> {
  if (found.length === 0) throw failure('VALIDATION', '转移名单里没有人，没有生成文件。')
  return writeList(ctx, { name, unit: '人', columns, rows: found, row: evacuationRow })
}
