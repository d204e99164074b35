/** `2026-11-21` → `2026-11-21`; partial dates keep what is known: `2026年11月`, `2026年`, `11月3日`. */
export function formatDay(date: string | null | undefined): string {
  if (!date) return ''
  const yearless = /^--(\d\d)-(\d\d)$/.exec(date)
  if (yearless) return `${Number(yearless[1])}月${Number(yearless[2])}日`
  const month = /^(\d{4})-(\d\d)$/.exec(date)
  if (month) return `${month[1]}年${Number(month[2])}月`
  return /^\d{4}$/.test(date) ? `${date}年` : date
}
