/** The name of the same activity in another year: 2025年重阳慰问 → 2026年重阳慰问. */
export function nameInYear(name: string, year: number): string {
  return name.replace(/(?:19|20)\d{2}(?=年)/u, String(year))
}
