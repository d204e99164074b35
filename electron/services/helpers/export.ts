import { dictionariesOf } from '@db/repositories/dictionaries'
import { getCentre } from '@db/repositories/centre'
import { noteDisclosure } from '@db/repositories/disclosures'
import { servesOn } from '@db/repositories/helpers'
import { allVillages, villageNameOn } from '@db/repositories/villages'
import type { WorkbookSheet } from '@electron/documents/xlsx/workbook'
import type { OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import type { helpersContract } from '@shared/contract/helpers'
import { maskPhone } from '@shared/domain/masking'
import { capacityOf } from '@shared/domain/pairings/capacity'
import { teamRoleLabel } from '@shared/domain/pairings/vocabulary'
import { holdsOn } from '@shared/domain/periods'
import { genderLabel } from '@shared/domain/vocabulary'
import { helperCapacities, type Helper } from '@db/repositories/helpers'
import type { StoreContext } from '@db/context'
import type { z } from 'zod'
import type { JobContext } from '../../core/context'
import { teamOnFile } from '../teams'
import { teamsOfHelpers } from '../teams/membership'
import { visibleHelpers } from './access'
import { caseloads } from './caseloads'

type Input = z.output<(typeof helpersContract)['helpers.export']['input']>
type Artifact = OutputOf<'helpers.export'>

/** 帮扶人名册 or a team's 花名册, phones masked for everybody. */
export const exportHelpers = (ctx: JobContext, input: Input): Promise<Artifact> =>
  write(ctx, rosterOf(ctx, input, maskPhone))

/** Noted first, then written: a file that could not be noted must not exist. */
export function exportHelpersInFull(
  ctx: JobContext,
  { reason, ...input }: Input & { reason: string },
): Promise<Artifact> {
  const roster = rosterOf(ctx, input, (phone) => phone)
  ctx.commit((command) =>
    noteDisclosure(command, { people: roster.helpers.length, columns: ['帮扶人电话'], reason }),
  )
  return write(ctx, roster, '_完整')
}

interface HelperRoster {
  name: string
  helpers: readonly Helper[]
  columns: readonly Column[]
}

interface Column {
  title: string
  width: number
  value: (helper: Helper) => string
}

function rosterOf(
  ctx: StoreContext,
  { serving, teamId }: Input,
  shownPhone: (phone: string) => string,
): HelperRoster {
  const team = teamId === undefined ? null : teamOnFile(ctx, teamId)
  const memberships = teamsOfHelpers(ctx)
  const roleIn = ({ id }: Helper) =>
    (memberships.get(id) ?? []).find(
      (one) => one.team.id === team?.id && holdsOn(one.member, ctx.today),
    )?.member.role
  const helpers = visibleHelpers(ctx)
    .filter((helper) =>
      team
        ? roleIn(helper) !== undefined
        : serving === 'all' || servesOn(helper, ctx.today) === (serving === 'now'),
    )
    .toSorted((a, b) => Number(roleIn(b) === 'leader') - Number(roleIn(a) === 'leader'))
  if (helpers.length === 0) {
    throw failure('VALIDATION', '名单里没有人，没有生成文件。请先登记帮扶人或加入队员。')
  }
  const villages = new Map(allVillages(ctx).map((one) => [one.id, villageNameOn(one, ctx.today)]))
  const village = (id: number | null): string => (id === null ? '' : (villages.get(id) ?? ''))
  const loads = caseloads(ctx)
  const capacities = helperCapacities(ctx)
  const teamNames = ({ id }: Helper): string =>
    (memberships.get(id) ?? [])
      .filter(({ member }) => holdsOn(member, ctx.today))
      .map((one) => one.team.name)
      .join('、')
  const phones = ({ phones: numbers, phoneLabels }: Helper): string =>
    numbers
      .map((number, at) => [phoneLabels[at], shownPhone(number)].filter(Boolean).join(' '))
      .join('、')
  const role = (helper: Helper): string => {
    const held = roleIn(helper)
    return held ? teamRoleLabel[held] : ''
  }
  return {
    name: team ? `${team.name}花名册` : serving === 'left' ? '离任帮扶人名册' : '帮扶人名册',
    helpers,
    columns: [
      ...(team ? [{ title: '队内职务', width: 10, value: role }] : []),
      { title: '姓名', width: 12, value: ({ name }) => name },
      { title: '性别', width: 6, value: ({ gender }) => (gender ? genderLabel[gender] : '') },
      {
        title: '身份',
        width: 10,
        value: ({ kind }) => dictionariesOf(ctx).words('helperKind', kind),
      },
      { title: '单位', width: 20, value: ({ unit }) => unit ?? '' },
      { title: '职务', width: 12, value: ({ post }) => post ?? '' },
      { title: '电话', width: 18, value: phones },
      { title: '村（社区）', width: 14, value: ({ villageId }) => village(villageId) },
      {
        title: '还服务',
        width: 16,
        value: ({ servedVillageIds }) => servedVillageIds.map(village).filter(Boolean).join('、'),
      },
      {
        title: '帮扶人数/最多',
        width: 14,
        value: (helper) =>
          `${loads.get(helper.id)?.caseload ?? 0}/${capacityOf(helper, capacities)}`,
      },
      ...(team ? [] : [{ title: '队伍', width: 20, value: teamNames }]),
      ...(serving === 'now' && !team
        ? []
        : [{ title: '离任日期', width: 12, value: ({ to }: Helper) => to ?? '' }]),
    ],
  }
}

async function write(ctx: JobContext, roster: HelperRoster, ending = ''): Promise<Artifact> {
  const { name: centre, township } = getCentre(ctx)
  const { name, helpers, columns } = roster
  ctx.progress(0, helpers.length, '正在写表格')
  const sheet: WorkbookSheet = {
    name,
    title: `${township}${name}（${helpers.length}人）`,
    paper: 'A4',
    columns: [
      { title: '序号', width: 6, align: 'center' },
      ...columns.map(({ title, width }) => ({ title, width })),
    ],
    rows: helpers.map((helper, at) => [
      String(at + 1),
      ...columns.map(({ value }) => value(helper)),
    ]),
  }
  const bytes = await ctx.worker.run(
    'writeWorkbook',
    { sheets: [sheet], properties: { title: name, author: centre, written: ctx.now } },
    ctx.signal,
  )
  ctx.signal.throwIfAborted()
  const file = `${name}_${helpers.length}人${ending}`
  return ctx.artifacts.put(file, [{ name: `${file}.xlsx`, bytes }])
}
