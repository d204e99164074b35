import { linesOf } from '@db/repositories/activities'
import { groupBy } from '@db/group-by'
import { getCentre } from '@db/repositories/centre'
import { attachmentsOf } from '@db/repositories/attachments'
import type { StoreContext } from '@db/context'
import {
  composeActivityPlan,
  composeActivityReport,
  type ActivityReportFacts,
} from '@electron/documents/papers/activity'
import type { InputOf, OutputOf } from '@shared/contract'
import { wasHeld } from '@shared/domain/activities/machine'
import { linesOfText } from '@shared/domain/activities/text'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import type { JobContext } from '../../core/context'
import { fileNames } from '../documents/file-names'
import { visibleActivity } from './access'
import { shownActivities, shownLines, shownPeople, type ShownPerson } from './showing'

/** 活动方案 or 活动小结 in Word: what nobody entered is a visible blank. */
export async function writeActivityPaper(
  ctx: JobContext,
  { id, paper: asked }: InputOf<'activities.paper'>,
): Promise<OutputOf<'activities.paper'>> {
  const facts = reportFacts(ctx, id)
  const paper = asked === 'plan' ? composeActivityPlan(facts) : composeActivityReport(facts)
  const { name, township, county } = getCentre(ctx)
  ctx.progress(0, 1, '正在排版')
  const bytes = await ctx.worker.run(
    'writePaper',
    { paper, options: { author: name, written: ctx.now, wholeNames: [township, county] } },
    ctx.signal,
  )
  ctx.signal.throwIfAborted()
  const [fileName] = fileNames([paper.title])
  const shelved = ctx.artifacts.put(paper.title, [{ name: fileName!, bytes }])
  return { ...shelved, missing: [...paper.missing] }
}

function reportFacts(ctx: StoreContext, id: number): ActivityReportFacts {
  const row = visibleActivity(ctx, id)
  const shown = shownActivities(ctx, [row])[0]!
  const people = shownPeople(ctx, id)
  const guests = people.filter(({ role }) => role === 'guest')
  const others = people.filter(({ role }) => role !== 'guest')
  const isTicked = wasHeld(row.state) && guests.some(({ present }) => present !== null)
  return {
    issuer: getCentre(ctx).name,
    date: ctx.today,
    name: row.name,
    purpose: row.purpose,
    theme: row.theme,
    heldOn: row.heldOn && formatPartialDate(row.heldOn),
    time: row.time,
    place: row.place,
    audience: row.audience,
    participants: row.participants,
    responsible: [shown.helperName, row.responsible].filter(Boolean).join('、') || null,
    schedule: linesOfText(row.schedule),
    duties: linesOfText(row.duties),
    cautions: linesOfText(row.cautions),
    guests: guests.length,
    volunteers: others.filter(({ role }) => role === 'volunteer').length,
    staff: others.filter(({ role }) => role === 'staff').length,
    lines: shownLines(linesOf(ctx, [id])),
    planned: shown.planned,
    present: isTicked ? presence(guests) : null,
    helpersPresent: others.filter(({ present }) => present).length,
    spent: shown.spent,
    left: shown.left,
    costPerPerson: shown.costPerPerson,
    outcome: row.outcome,
    photos: attachmentsOf(ctx, { entity: 'activity', recordId: id }).filter(({ attachment }) =>
      attachment.mime.startsWith('image/'),
    ).length,
  }
}

/** Who came, counted by village, the most first. */
function presence(guests: readonly ShownPerson[]): ActivityReportFacts['present'] {
  const came = guests.filter(({ present }) => present)
  const villages = [...groupBy(came, ({ villageName }) => villageName ?? '其他')]
    .map(([name, people]) => ({ name, count: people.length }))
    .toSorted((a, b) => b.count - a.count)
  return { total: came.length, villages }
}
