import type { Day } from '@shared/domain/calendar/types'
import { presetTeams } from '@shared/domain/pairings/vocabulary'
import { sampleHelping } from '@shared/domain/sample/helping'
import type { SampleTownship } from '@shared/domain/sample/township'
import type { ChangeWriter } from '../changes'
import { chainLink, feedback, team, teamMember } from '../schema'
import type { SampleIds } from './sample'

/** Writes the teams, the 责任链 and what people said of their helpers. */
export function writeSampleHelping(
  writer: ChangeWriter,
  township: SampleTownship,
  ids: SampleIds,
  villageIds: readonly number[],
  until: Day,
): void {
  const from = `${until.slice(0, 4)}-01-05`
  const { members, chain, feedback: answers } = sampleHelping(township, until)
  const teamIds = presetTeams.map((preset) => writer.create(team, { ...preset, from }))
  for (const { teamIndex, helperIndex, role } of members)
    writer.create(teamMember, {
      teamId: teamIds[teamIndex]!,
      helperId: ids.helpers[helperIndex]!,
      role,
      from,
    })
  chain.forEach(({ supervisor, firstResponsible }, at) => {
    const villageId = villageIds[at]!
    writer.create(chainLink, { level: 'supervisor', villageId, from, ...supervisor })
    writer.create(chainLink, { level: 'firstResponsible', villageId, from, ...firstResponsible })
  })
  for (const { personIndex, helperIndex, ...said } of answers)
    writer.create(feedback, {
      ...said,
      recipientId: ids.people[personIndex]!,
      helperId: ids.helpers[helperIndex]!,
      askedBy: '村管护站',
      enteredAt: `${said.date}T09:00:00.000Z`,
    })
}
