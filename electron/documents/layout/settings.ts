/**
 * Everything an office may change about the look of its papers. The standard values are those of
 * GB/T 9704-2012; lengths are in the unit their name says.
 */

export const fontRoles = [
  'redHead',
  'title',
  'level1',
  'level2',
  'body',
  'signer',
  'pageNumber',
  'tableHead',
  'table',
  'rare',
] as const
export type FontRole = (typeof fontRoles)[number]

export interface LayoutSettings {
  /** 天头, 地脚, 订口, 切口 of an A4 page. */
  marginsMm: { top: number; bottom: number; left: number; right: number }
  /** 22 lines to a page; 29 pt and above give 21. */
  linePitchPt: number
  /** Tightening that lets 28 characters of 16 pt stand on a 156 mm line (27 without it). */
  characterSpacingPt: number
  bodyPt: number
  titlePt: number
  tablePt: number
  compactTablePt: number
  pageNumberPt: number
  colophonPt: number
  fonts: Record<FontRole, string>
  /** Font for digits and Latin letters; null sets them in the Chinese font of the run. */
  latinFont: string | null
  /** Heading levels printed bold: a local habit, none in the standard. */
  boldLevels: readonly number[]
  /** Blank lines between text and signature; a stamped paper needs room for the seal. */
  linesBeforeSeal: number
  linesBeforeSignature: number
}

export const standardLayout: LayoutSettings = {
  marginsMm: { top: 37, bottom: 35, left: 28, right: 26 },
  linePitchPt: 28.95,
  characterSpacingPt: -0.25,
  bodyPt: 16,
  titlePt: 22,
  tablePt: 12,
  compactTablePt: 10.5,
  pageNumberPt: 14,
  colophonPt: 14,
  fonts: {
    redHead: '方正小标宋简体',
    title: '方正小标宋简体',
    level1: '黑体',
    level2: '楷体',
    body: '仿宋',
    signer: '楷体',
    pageNumber: '宋体',
    tableHead: '黑体',
    table: '仿宋',
    rare: 'SimSun-ExtB',
  },
  latinFont: null,
  boldLevels: [],
  linesBeforeSeal: 2,
  linesBeforeSignature: 1,
}

export const a4Mm = { width: 210, height: 297 }

export function twipsOfMm(mm: number): number {
  return Math.round((mm * 1440) / 25.4)
}

export function twipsOfPt(pt: number): number {
  return Math.round(pt * 20)
}

/** Half-points, the unit of `w:sz`. */
export function halfPoints(pt: number): number {
  return Math.round(pt * 2)
}

/** The step from one body character to the next. */
export function characterTwips(settings: LayoutSettings): number {
  return twipsOfPt(settings.bodyPt + settings.characterSpacingPt)
}

/** Width of the type area (版心) of an upright page. */
export function typeAreaTwips(settings: LayoutSettings): number {
  const { left, right } = settings.marginsMm
  return twipsOfMm(a4Mm.width) - twipsOfMm(left) - twipsOfMm(right)
}
