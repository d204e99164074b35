/** Months for a choice, the latest first, beginning `ahead` months after today's. */
export function recentMonths(
  today: string,
  count: number,
  ahead = 0,
): { value: string; label: string }[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: count }, (_, ago) => {
    const months = year * 12 + month - 1 + ahead - ago
    const [y, m] = [Math.floor(months / 12), (months % 12) + 1]
    return { value: `${y}-${String(m).padStart(2, '0')}`, label: `${y}年${m}月` }
  })
}
