import {
  AlignmentType,
  Footer,
  HorizontalPositionRelativeFrom,
  PageNumber,
  Paragraph,
  TextRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
  WpsShapeRun,
} from 'docx'
import { partText, setPartText, type Parts } from '../package'
import { fontSlots } from './fonts'
import { a4Mm, halfPoints, twipsOfPt, type LayoutSettings } from './settings'
import { styleIds } from './styles'

/** “— 1 —”, one 14 pt character in from the outer edge: right on odd pages, left on even ones. */

export interface PageFooters {
  default: Footer
  even: Footer
}

const mmPerPt = 25.4 / 72
/** The dash stands this far below the type area. */
const dropMm = 7

function number(settings: LayoutSettings): TextRun {
  return new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    size: halfPoints(settings.pageNumberPt),
    font: { ...fontSlots(settings.fonts.pageNumber, null), hint: 'eastAsia' },
  })
}

export function uprightFooters(settings: LayoutSettings): PageFooters {
  const indent = twipsOfPt(settings.pageNumberPt)
  const footer = (side: 'left' | 'right'): Footer =>
    new Footer({
      children: [
        new Paragraph({
          style: styleIds.pageNumber,
          alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
          indent: { [side]: indent },
          children: [number(settings)],
        }),
      ],
    })
  return { default: footer('right'), even: footer('left') }
}

/** Distance of an upright footer's lower edge from the page's, with the dash in mid-line. */
export function footerDistanceMm(settings: LayoutSettings): number {
  return settings.marginsMm.bottom - dropMm - lineMm(settings) / 2
}

const lineMm = (settings: LayoutSettings): number => (settings.pageNumberPt + 2) * mmPerPt

/** Room for the number, along the page's edge. */
const roomMm = 40

/**
 * Footers of landscape pages: bound with the upright ones, the number stands where theirs stands. The
 * sheet being turned clockwise, that is the left edge, the text running downwards.
 */
export function landscapeFooters(settings: LayoutSettings): PageFooters {
  const { left, right, bottom } = settings.marginsMm
  const inMm = settings.pageNumberPt * mmPerPt
  const odd = a4Mm.width - right - inMm - roomMm
  const even = left + inMm
  const footer = (topMm: number, alignment: 'left' | 'right', id: string): Footer =>
    new Footer({
      children: [
        new Paragraph({
          style: styleIds.pageNumber,
          children: [
            new WpsShapeRun({
              type: 'wps',
              children: [
                new Paragraph({
                  style: styleIds.pageNumber,
                  alignment: alignment === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
                  children: [number(settings)],
                }),
              ],
              transformation: { width: pixels(lineMm(settings)), height: pixels(roomMm) },
              bodyProperties: {
                margins: { top: 0, bottom: 0, left: 0, right: 0 },
                noAutoFit: true,
              },
              floating: {
                horizontalPosition: {
                  relative: HorizontalPositionRelativeFrom.PAGE,
                  offset: emu(bottom - dropMm - lineMm(settings) / 2),
                },
                verticalPosition: {
                  relative: VerticalPositionRelativeFrom.PAGE,
                  offset: emu(topMm),
                },
                wrap: { type: TextWrappingType.NONE },
              },
              altText: { id, name: '页码', description: '页码' },
            }),
          ],
        }),
      ],
    })
  return { default: footer(odd, 'right', '2'), even: footer(even, 'left', '3') }
}

const pixels = (mm: number): number => (mm / 25.4) * 96
const emu = (mm: number): number => Math.round(mm * 36_000)

const isFooter = /^word\/footer\d+\.xml$/

/** The library has no word for text that runs downwards; boxes in footers are the only such text. */
export function turnFooterBoxes(parts: Parts): void {
  for (const path of parts.keys()) {
    if (!isFooter.test(path)) continue
    const xml = partText(parts, path)
    if (xml.includes('<wps:bodyPr '))
      setPartText(parts, path, xml.replaceAll('<wps:bodyPr ', '<wps:bodyPr vert="vert" '))
  }
}

/** Sections that go back to an earlier orientation share its footers instead of repeating them. */
export function shareEqualFooters(parts: Parts): void {
  const relations = 'word/_rels/document.xml.rels'
  const types = '[Content_Types].xml'
  const kept = new Map<string, string>()
  for (const path of [...parts.keys()].filter((one) => isFooter.test(one)).sort()) {
    const xml = partText(parts, path)
    const first = kept.get(xml)
    if (!first) {
      kept.set(xml, path)
      continue
    }
    const nameOf = (part: string): string => part.slice('word/'.length)
    parts.delete(path)
    parts.delete(`word/_rels/${nameOf(path)}.rels`)
    setPartText(
      parts,
      relations,
      partText(parts, relations).replace(`"${nameOf(path)}"`, `"${nameOf(first)}"`),
    )
    setPartText(
      parts,
      types,
      partText(parts, types).replace(new RegExp(`<Override [^>]*PartName="/${path}"[^>]*/>`), ''),
    )
  }
}
