/** Acts on pairings and teams that can be taken back where they are done. */
export const pairingActs = {
  'helpers.leave': '离任',
  'pairings.assign': '采用结对建议',
  'pairings.dismiss': '“不配这一位”',
  'pairings.create': '结对',
  'pairings.end': '结束结对',
  'teams.dissolve': '撤销队伍',
} as const
