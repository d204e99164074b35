/** Whether a row is meant by what was typed: the beginning of its initials, or a part of a word. */
export function fitsText(
  text: string,
  initials: string,
  words: readonly (string | null)[],
): boolean {
  const wanted = text.trim()
  return initials.startsWith(wanted.toUpperCase()) || words.some((word) => word?.includes(wanted))
}
