/** What surveys write where somebody was asked and lives in no hazard zone. */
const none = /^(无|没有|否|不在|不涉及|安全)/

/** 住在隐患区域: whether the file names a zone, and not that there is none. */
export function livesInHazardZone(zone: string | null): zone is string {
  return zone !== null && zone.trim() !== '' && !none.test(zone.trim())
}
