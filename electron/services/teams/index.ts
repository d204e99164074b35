import type { StoreContext } from '@db/context'
import { loadRoster } from '@db/repositories/roster'
import {
  addTeam,
  addTeamMember,
  endTeamMember,
  findTeam,
  membersByTeam,
  updateTeam,
  type Team,
  type TeamMember,
} from '@db/repositories/teams'
import { allVillages, loadVillages, villageNameOn } from '@db/repositories/villages'
import { failure } from '@shared/contract/failure'
import type { teamsContract } from '@shared/contract/teams'
import { addDays } from '@shared/domain/calendar/days'
import type { Day } from '@shared/domain/calendar/types'
import { presetTeams } from '@shared/domain/pairings/vocabulary'
import { holdsOn } from '@shared/domain/periods'
import type { CommandContext, HandlersOf } from '../../core/context'
import { helperServing, visibleHelpers } from '../helpers/access'
import { caseloads } from '../helpers/caseloads'
import { chainHandlers } from './chain'
import { visibleTeams } from './membership'

type TeamHandlers = Pick<
  HandlersOf<typeof teamsContract>,
  Extract<keyof typeof teamsContract, `teams.${string}`>
>

const teamHandlers: TeamHandlers = {
  'teams.list': (ctx, { withDissolved }) => {
    const visible = new Map(visibleHelpers(ctx).map((helper) => [helper.id, helper.name]))
    const members = membersByTeam(ctx)
    return visibleTeams(ctx)
      .filter((team) => withDissolved || team.to === null || team.to >= ctx.today)
      .map((team) => {
        const today = (members.get(team.id) ?? []).filter((one) => holdsOn(one, ctx.today))
        const ids = new Set(today.map(({ helperId }) => helperId))
        return {
          ...headOf(ctx, team),
          leaders: today
            .filter(({ role }) => role === 'leader')
            .flatMap(({ helperId }) => visible.get(helperId) ?? []),
          members: ids.size,
          helped: loadRoster(ctx).filter(
            ({ status, helpers }) =>
              status === 'active' && helpers.some(({ helperId }) => ids.has(helperId)),
          ).length,
        }
      })
  },

  'teams.file': (ctx, { id }) => {
    const team = teamOnFile(ctx, id)
    const helpers = new Map(visibleHelpers(ctx).map((helper) => [helper.id, helper]))
    const villages = new Map(allVillages(ctx).map((one) => [one.id, one]))
    const loads = caseloads(ctx)
    return {
      ...headOf(ctx, team),
      revision: team.revision,
      note: team.note,
      members: (membersByTeam(ctx).get(id) ?? [])
        .flatMap((member) => {
          const helper = helpers.get(member.helperId)
          if (!helper) return []
          const village = helper.villageId === null ? undefined : villages.get(helper.villageId)
          return {
            memberId: member.id,
            helperId: helper.id,
            helperName: helper.name,
            kind: helper.kind,
            unit: helper.unit,
            post: helper.post,
            phones: helper.phones,
            villageName: village ? villageNameOn(village, ctx.today) : null,
            caseload: loads.get(helper.id)?.caseload ?? 0,
            role: member.role,
            from: member.from,
            to: member.to,
            endReason: member.endReason,
            current: holdsOn(member, ctx.today),
          }
        })
        .sort(
          (a, b) =>
            Number(b.current) - Number(a.current) ||
            Number(b.role === 'leader') - Number(a.role === 'leader'),
        ),
    }
  },

  'teams.create': (ctx, facts) => {
    checkVillage(ctx, facts.villageId)
    refuseNamesake(ctx, facts.name, facts.villageId)
    return { id: addTeam(ctx, facts) }
  },

  'teams.addPresets': (ctx) => {
    checkVillage(ctx, null)
    const taken = new Set(
      visibleTeams(ctx)
        .filter(({ to }) => to === null)
        .map(({ name }) => name),
    )
    const missing = presetTeams.filter(({ name }) => !taken.has(name))
    for (const preset of missing) addTeam(ctx, { ...preset, from: ctx.today })
    return { added: missing.length }
  },

  'teams.update': (ctx, { id, revision, ...facts }) => {
    const team = teamForWriting(ctx, id)
    if (facts.villageId !== team.villageId) checkVillage(ctx, facts.villageId)
    refuseNamesake(ctx, facts.name, facts.villageId, id)
    updateTeam(ctx, id, facts, revision)
    return {}
  },

  'teams.dissolve': (ctx, { id, on, reason }) => {
    const team = teamForWriting(ctx, id)
    if (team.to !== null) throw failure('CONFLICT', `${team.name}已于 ${team.to} 撤销，没有再改。`)
    if (on < team.from) {
      throw failure('VALIDATION', '撤销日期早于成立日期，没有保存。', {
        on: `不能早于 ${team.from}`,
      })
    }
    for (const member of reaching(ctx, id, on)) endTeamMember(ctx, member, on, reason)
    updateTeam(ctx, id, { to: on, endReason: reason })
    return {}
  },

  'teams.addMembers': (ctx, { id, helperIds, role, from }) => {
    const team = teamStanding(ctx, id, from)
    const present = new Map(
      (membersByTeam(ctx).get(id) ?? [])
        .filter((member) => member.to === null || member.to >= from)
        .map((member) => [member.helperId, member]),
    )
    const wanted = [...new Set(helperIds)].map((helperId) => helperServing(ctx, helperId, from))
    const already = wanted.find((helper) => present.has(helper.id))
    if (already) {
      throw failure('CONFLICT', `${already.name}已经在${team.name}里，其他人也没有加入。`)
    }
    for (const helper of wanted) addTeamMember(ctx, { teamId: id, helperId: helper.id, role, from })
    return { added: wanted.length }
  },

  'teams.setRole': (ctx, { memberId, role, from }) => {
    const member = memberOnFile(ctx, memberId)
    teamStanding(ctx, member.teamId, from)
    if (member.to !== null) throw failure('CONFLICT', '这位已经退出队伍，没有改动。')
    if (from < member.from) {
      throw failure('VALIDATION', '日期早于加入队伍的日期，没有保存。', {
        from: `不能早于 ${member.from}`,
      })
    }
    if (member.role === role) return {}
    endTeamMember(ctx, member, addDays(from, -1), null)
    const { teamId, helperId } = member
    addTeamMember(ctx, { teamId, helperId, role, from })
    return {}
  },

  'teams.removeMembers': (ctx, { memberIds, on, reason }) => {
    const members = [...new Set(memberIds)].map((id) => memberOnFile(ctx, id))
    const gone = members.find(({ to }) => to !== null && to <= on)
    if (gone) throw failure('CONFLICT', `有一位已于 ${gone.to} 退出队伍，没有再改。`)
    for (const member of members) endTeamMember(ctx, member, on, reason)
    return {}
  },
}

export const teamsHandlers: HandlersOf<typeof teamsContract> = {
  ...teamHandlers,
  ...chainHandlers,
}

function headOf(ctx: StoreContext, team: Team) {
  const { id, name, purpose, villageId, from, to, endReason } = team
  const village = allVillages(ctx).find((one) => one.id === villageId)
  const villageName = village ? villageNameOn(village, ctx.today) : null
  return { id, name, purpose, villageId, villageName, from, to, endReason }
}

/** The team, if the operator may see it. */
export function teamOnFile(ctx: StoreContext, id: number): Team {
  const team = visibleTeams(ctx).some((one) => one.id === id) ? findTeam(ctx, id) : undefined
  if (!team) throw failure('NOT_FOUND', '找不到这支队伍，可能已被更正隐去。请刷新后再试。')
  return team
}

/** A team of the whole township is changed only by those who see the whole township. */
function teamForWriting(ctx: CommandContext, id: number): Team {
  const team = teamOnFile(ctx, id)
  checkVillage(ctx, team.villageId)
  return team
}

/** The team, if it may be changed and stands on that day. */
function teamStanding(ctx: CommandContext, id: number, day: Day): Team {
  const team = teamForWriting(ctx, id)
  if (team.to !== null && team.to < day) {
    throw failure('CONFLICT', `${team.name}已于 ${team.to} 撤销，不能再改队员。`)
  }
  if (day < team.from) {
    throw failure('VALIDATION', '日期早于队伍成立的日期，没有保存。', {
      from: `不能早于 ${team.from}`,
    })
  }
  return team
}

function memberOnFile(ctx: CommandContext, memberId: number): TeamMember {
  const member = [...membersByTeam(ctx).values()].flat().find(({ id }) => id === memberId)
  if (!member) throw failure('NOT_FOUND', '找不到这位队员，可能已被更正隐去。请刷新后再试。')
  teamForWriting(ctx, member.teamId)
  if (!visibleHelpers(ctx).some(({ id }) => id === member.helperId)) {
    throw failure('NOT_FOUND', '找不到这位队员，可能不在您管的范围内。请刷新后再试。')
  }
  return member
}

/** Memberships that hold after a day, or begin later. */
const reaching = (ctx: StoreContext, teamId: number, on: Day): TeamMember[] =>
  (membersByTeam(ctx).get(teamId) ?? []).filter(({ to }) => to === null || to > on)

function checkVillage(ctx: StoreContext, villageId: number | null): void {
  if (villageId === null) {
    if (ctx.scope.villages === null) return
    throw failure('FORBIDDEN', '全镇的队伍由镇里管理，没有改动。您可以建本村的队伍。', {
      villageId: '请选择本村',
    })
  }
  const village = loadVillages(ctx).find(({ id }) => id === villageId)
  if (!village || !holdsOn(village, ctx.today)) {
    throw failure('VALIDATION', '这个村（社区）不存在或已撤并，请重新选择。', {
      villageId: '请重新选择',
    })
  }
}

function refuseNamesake(
  ctx: StoreContext,
  name: string,
  villageId: number | null,
  except?: number,
): void {
  const taken = visibleTeams(ctx).some(
    (team) =>
      team.id !== except && team.to === null && team.name === name && team.villageId === villageId,
  )
  if (taken) {
    throw failure('CONFLICT', `已经有“${name}”，没有重复建立。`, { name: '名称已有' })
  }
}
