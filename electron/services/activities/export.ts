import { listActivities, type ActivityFilter } from '@db/repositories/activities'
import type { OutputOf } from '@shared/contract'
import { activityRow, type ActivityRow } from '@shared/contract/activities'
import { failure } from '@shared/contract/failure'
import { activityMachine } from '@shared/domain/activities/machine'
import { activityKindLabel } from '@shared/domain/activities/vocabulary'
import type { JobContext } from '../../core/context'
import { writeList, type LedgerColumn } from '../ledgers/export'
import { shownActivities } from './showing'

const most = 100_000 // lines of one sheet
/** Rows shown between two looks at whether the job was cancelled. */
const batch = 500

const columns: readonly LedgerColumn<ActivityRow>[] = [
  { title: '活动日期', width: 12, text: (row) => row.heldOn },
  { title: '活动名称', width: 28, text: (row) => row.name },
  { title: '类别', width: 10, text: (row) => activityKindLabel[row.kind] },
  { title: '范围', width: 12, text: (row) => row.villageName },
  { title: '地点', width: 20, text: (row) => row.place },
  { title: '主题', width: 28, text: (row) => row.theme },
  { title: '负责人', width: 14, text: (row) => row.helperName ?? row.responsible },
  { title: '邀请（人）', width: 9, text: (row) => row.invited },
  { title: '到场（人）', width: 9, text: (row) => row.present },
  { title: '预算（元）', width: 11, text: (row) => row.planned },
  { title: '实支（元）', width: 11, text: (row) => row.spent },
  { title: '结余（元）', width: 11, text: (row) => row.left },
  { title: '人均（元）', width: 9, text: (row) => row.costPerPerson },
  { title: '状态', width: 10, text: (row) => activityMachine.states[row.state].label },
]

/** 活动台账 as filtered, to .xlsx. */
export async function exportActivities(
  ctx: JobContext,
  filter: ActivityFilter,
): Promise<OutputOf<'activities.export'>> {
  const found = listActivities(ctx, filter, { after: null, limit: most })
  if (found.length === 0) throw failure('VALIDATION', '没有符合条件的活动，没有生成文件。')
  const rows: ActivityRow[] = []
  for (let start = 0; start < found.length; start += batch) {
    ctx.signal.throwIfAborted()
    rows.push(...shownActivities(ctx, found.slice(start, start + batch)))
    ctx.progress(rows.length, found.length, '正在写表格')
  }
  return writeList(ctx, { name: '活动台账', unit: '次', columns, rows, row: activityRow })
}
