import { allChainLinks } from '@db/repositories/chain'
import { allHelpers, servesOn } from '@db/repositories/helpers'
import { leadingGroupOf } from '@db/repositories/plan'
import { loadVillages, villageNameOn } from '@db/repositories/villages'
import { officePaperData } from '@electron/documents/forms/fields'
import type { OfficePapers } from '@electron/documents/forms/office-fields'
import type { OfficePaperId } from '@shared/contract/documents'
import { failure } from '@shared/contract/failure'
import { addDays, weekday } from '@shared/domain/calendar/days'
import type { ChainLevel } from '@shared/domain/pairings/vocabulary'
import { holdsOn } from '@shared/domain/periods'
import { forms } from '@shared/domain/templates/forms'
import type { StoreContext } from '@db/context'
import type { ArtifactSummary } from '../../core/artifacts'
import type { JobContext } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'
import { templateInForce } from '../templates/files'
import { disclosureFor, officeOf } from './records'

/** A paper of the office itself: 通讯录, 值班表 of a month, a blank 考核表. */
export async function officePaper(
  ctx: JobContext,
  { form, month }: { form: OfficePaperId; month: string | null },
): Promise<ArtifactSummary> {
  if (form === 'directory' && disclosureFor(ctx) !== 'full')
    throw failure('FORBIDDEN', '通讯录上是完整的电话，您没有查看的权限，没有生成文件。')
  const { title, template, fields } = templateInForce(ctx, form)
  const data = officePaperData(officePapersOf(ctx, month ?? ctx.today.slice(0, 7)), officeOf(ctx))
  const [bytes] = await ctx.worker.run(
    'fillForms',
    { template, records: [data], fields },
    ctx.signal,
  )
  ctx.signal.throwIfAborted()
  const name = form === 'dutyRoster' && month ? `${title}_${month}` : forms[form].title
  return ctx.artifacts.put(name, [{ name: `${name}.docx`, bytes: bytes! }])
}

/**
 * Who leads, answers and helps today, and the days of a month (`2026-12`), for those who see the
 * whole township; telephones only for those who may read them.
 */
export function officePapersOf(ctx: StoreContext, month: string): OfficePapers {
  requireWholeTownship(ctx)
  const full = disclosureFor(ctx) === 'full'
  const phoneOf = (phone: string | null | undefined) => (full ? (phone ?? null) : null)
  const villages = loadVillages(ctx)
  const links = allChainLinks(ctx).filter((link) => holdsOn(link, ctx.today))
  const at = (villageId: number, level: ChainLevel) =>
    links.find((link) => link.villageId === villageId && link.level === level)
  const named = new Map(villages.map((one) => [one.id, villageNameOn(one, ctx.today)]))
  const order = new Map(villages.map(({ id }, position) => [id, position]))
  const place = (id: number | null) => (id === null ? undefined : order.get(id)) ?? villages.length
  return {
    month: `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
    leading: leadingGroupOf(ctx).map((one) => ({ ...one, phone: phoneOf(one.phone) })),
    villages: villages
      .filter((one) => holdsOn(one, ctx.today))
      .map(({ id }) => {
        const supervisor = at(id, 'supervisor')
        const responsible = at(id, 'firstResponsible')
        return {
          village: named.get(id)!,
          supervisor: supervisor?.name ?? null,
          supervisorPhone: phoneOf(supervisor?.phone),
          responsible: responsible?.name ?? null,
          responsiblePhone: phoneOf(responsible?.phone),
        }
      }),
    helpers: allHelpers(ctx)
      .filter((helper) => servesOn(helper, ctx.today))
      .map(({ name, villageId, unit, phones }) => ({
        name,
        villageId,
        village: villageId === null ? null : (named.get(villageId) ?? null),
        unit,
        phone: phoneOf(phones[0]),
      }))
      .sort((a, b) => place(a.villageId) - place(b.villageId)),
    days: daysOfMonth(month),
  }
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

function daysOfMonth(month: string): { day: string; weekday: string }[] {
  const days: { day: string; weekday: string }[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1))
    days.push({
      day: `${Number(month.slice(5))}月${Number(day.slice(8))}日`,
      weekday: `星期${weekdays[weekday(day) - 1]}`,
    })
  return days
}
