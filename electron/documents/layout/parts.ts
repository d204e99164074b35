import {
  AlignmentType,
  BorderStyle,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  Paragraph,
  TabStopType,
  TextWrappingType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
  WpsShapeRun,
  type FileChild,
} from 'docx'
import { inlineText, type Paper } from '@shared/domain/papers/model'
import { titleLines } from '@shared/domain/papers/title-lines'
import { chineseDay, widthInEms } from '@shared/domain/papers/wording'
import { characterTwips, twipsOfMm, twipsOfPt, typeAreaTwips } from './settings'
import type { Typesetter } from './typesetter'

/** The parts of a paper around its text, each at the place GB/T 9704-2012 gives it. */

/** 发文机关标志 is as large as one line allows, up to this size. */
const largestRedHeadPt = 50
/** From the top of the type area to the red head, and from the document number to the red rule. */
const redHeadDropMm = 35
const redRule = { style: BorderStyle.SINGLE, size: 12, color: 'FF0000', space: 5 } as const

/** 红头, 发文字号, 签发人 and the red rule; without a red head only the number, if there is one. */
export function head(paper: Paper, setter: Typesetter): FileChild[] {
  const { settings } = setter
  if (!paper.redHead) return []
  const widthPt = typeAreaTwips(settings) / 20
  const sizePt = Math.min(largestRedHeadPt, Math.floor(widthPt / widthInEms(paper.redHead)))
  const character = characterTwips(settings)
  const redHead = setter.paragraph('redHead', setter.runs(paper.redHead, 'redHead', { sizePt }), {
    spacing: { before: twipsOfMm(redHeadDropMm) },
  })
  const number = paper.documentNumber ?? ''
  const numberLine = paper.signer
    ? setter.paragraph(
        'documentNumber',
        [
          ...setter.runs(number, 'documentNumber'),
          setter.tab('documentNumber'),
          ...setter.runs('签发人：', 'documentNumber'),
          ...setter.runs(paper.signer, 'documentNumber', { font: 'signer' }),
        ],
        {
          alignment: AlignmentType.LEFT,
          indent: { left: character, right: character },
          tabStops: [{ type: TabStopType.RIGHT, position: typeAreaTwips(settings) - character }],
          border: { bottom: redRule },
        },
      )
    : setter.paragraph('documentNumber', number, { border: { bottom: redRule } })
  return [
    redHead,
    setter.blankLine(),
    setter.blankLine(),
    numberLine,
    setter.blankLine(),
    setter.blankLine(),
  ]
}

/** A centred title parted by hand; `whole` are names that must not be cut. */
export function title(text: string, whole: readonly string[], setter: Typesetter): Paragraph {
  const limit = Math.floor(typeAreaTwips(setter.settings) / twipsOfPt(setter.settings.titlePt))
  return setter.paragraph('title', titleLines(text, limit, whole).join('\n'))
}

/** 附件说明: below the text, names aligned under each other, no full stop. */
export function attachmentNote(paper: Paper, setter: Typesetter): FileChild[] {
  const titles = paper.attachments.map((attachment) => attachment.title)
  if (titles.length === 0) return []
  const character = characterTwips(setter.settings)
  const ems = (count: number): number => Math.round(count * character)
  const label = '附件：'
  const indent = 2
  return [
    setter.blankLine({ keepNext: true }),
    ...titles.map((name, position) => {
      const number = titles.length > 1 ? `${position + 1}. ` : ''
      const before = (position === 0 ? label : '') + number
      return setter.paragraph('flush', before + name, {
        indent: {
          left: ems(indent + widthInEms(label) + widthInEms(number)),
          hanging: ems(widthInEms(before)),
        },
        // The signature may not stand alone on a page.
        keepNext: paper.signature !== null,
      })
    }),
  ]
}

/**
 * 落款. Stamped: the date four characters from the right edge, the issuer centred over it, and room
 * for the seal. Unstamped: the issuer two characters from the edge, the date beginning two characters
 * right of the issuer; where the date is longer, it is the date that keeps two characters.
 */
export function signature(paper: Paper, setter: Typesetter): FileChild[] {
  if (!paper.signature) return []
  const { settings } = setter
  const character = characterTwips(settings)
  const issuer = inlineText(paper.signature.issuer)
  const date = chineseDay(paper.signature.date)
  const issuerEms = widthInEms(issuer)
  const dateEms = widthInEms(date)
  const { issuerRight, dateRight } = paper.signature.sealed
    ? { dateRight: 4, issuerRight: Math.max(0, 4 + (dateEms - issuerEms) / 2) }
    : issuerEms - dateEms >= 2
      ? { issuerRight: 2, dateRight: issuerEms - dateEms }
      : { dateRight: 2, issuerRight: 4 + dateEms - issuerEms }
  const line = (text: string, right: number, keepNext: boolean): Paragraph =>
    setter.paragraph('right', text, {
      indent: { right: Math.round(right * character) },
      keepNext,
    })
  const blanks = paper.signature.sealed ? settings.linesBeforeSeal : settings.linesBeforeSignature
  return [
    ...Array.from({ length: blanks }, () => setter.blankLine({ keepNext: true })),
    line(issuer, issuerRight, true),
    line(date, dateRight, false),
  ]
}

/**
 * 版记: ruled lines at the foot of the last page, the last rule on the edge of the type area. A text
 * box holds them there; a floating table does not stay at the foot in every program.
 */
export function colophon(paper: Paper, setter: Typesetter): FileChild[] {
  if (!paper.colophon) return []
  const { settings } = setter
  const { copyTo, printedBy, printedOn } = paper.colophon
  const width = typeAreaTwips(settings)
  const character = twipsOfPt(settings.colophonPt)
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 0 })
  const tabStops = [{ type: TabStopType.RIGHT, position: width - character }]
  const copied = copyTo ? copyLines(copyTo, Math.floor(width / character)) : null
  // 0.35 mm outside, 0.25 mm between, in eighths of a point.
  const lines = [
    ...(copied === null
      ? []
      : [setter.paragraph('colophon', copied, { border: { top: rule(8) } })]),
    setter.paragraph(
      'colophon',
      [
        ...setter.runs(`　${printedBy}`, 'colophon'),
        setter.tab('colophon'),
        ...setter.runs(`${chineseDay(printedOn)}印发`, 'colophon'),
      ],
      { tabStops, border: { top: rule(copied === null ? 8 : 6), bottom: rule(8) } },
    ),
  ]
  const lineCount = 1 + (copied?.split('\n').length ?? 0)
  const heightTwips = lineCount * twipsOfPt(settings.linePitchPt)
  const box = new WpsShapeRun({
    type: 'wps',
    children: lines,
    transformation: { width: pixelsOfTwips(width), height: pixelsOfTwips(heightTwips) },
    bodyProperties: { margins: { top: 0, bottom: 0, left: 0, right: 0 }, noAutoFit: true },
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.MARGIN,
        align: HorizontalPositionAlign.LEFT,
      },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.MARGIN,
        align: VerticalPositionAlign.BOTTOM,
      },
      wrap: { type: TextWrappingType.TOP_AND_BOTTOM },
    },
    altText: { id: '1', name: '版记', description: '版记' },
  })
  return [setter.paragraph('flush', [box])]
}

function pixelsOfTwips(twips: number): number {
  return (twips / 1440) * 96
}

/** 抄送 with one character free on both sides; further lines begin under the first name. */
function copyLines(copyTo: string, ems: number): string {
  const label = '　抄送：'
  const characters = [...`${copyTo}。`]
  const room = ems - 1 - label.length
  const lines: string[] = []
  while (characters.length > 0) lines.push(characters.splice(0, room).join(''))
  return lines.map((line, position) => (position === 0 ? label : '　　　　') + line).join('\n')
}
