/** The part of a file that links it with the files of the same home. */
export interface LinkedFile {
  readonly id: number
  readonly spouseRecipientId: number | null
}

/**
 * 同户: the person and whoever is linked with them as husband or wife, from either file. A hazard of
 * a home concerns all of them, whoever's file it was written into.
 */
export function householdOf(files: readonly LinkedFile[], id: number): ReadonlySet<number> {
  const own = files.find((file) => file.id === id)
  const linked = files.filter(({ spouseRecipientId }) => spouseRecipientId === id)
  return new Set([id, own?.spouseRecipientId ?? id, ...linked.map((file) => file.id)])
}
