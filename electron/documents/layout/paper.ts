import {
  Document,
  DocumentGridType,
  PageOrientation,
  SectionType,
  type FileChild,
  type ISectionOptions,
} from 'docx'
import type { Paper } from '@shared/domain/papers/model'
import { blocksToWord } from './blocks'
import { footerDistanceMm, landscapeFooters, uprightFooters } from './page-numbers'
import { attachmentNote, colophon, head, signature, title } from './parts'
import {
  a4Mm,
  standardLayout,
  twipsOfMm,
  twipsOfPt,
  typeAreaTwips,
  type LayoutSettings,
} from './settings'
import { sealDocument } from './seal'
import { stylesXml } from './styles'
import { Typesetter } from './typesetter'

export interface PaperOptions {
  author: string
  /** UTC instant recorded in the file: the moment the paper was made, passed in. */
  written: string
  settings?: LayoutSettings
  /** Names that a title must not cut, such as the township's. */
  wholeNames?: readonly string[]
}

interface Stretch {
  landscape: boolean
  children: FileChild[]
}

/**
 * Lays a composed paper out to GB/T 9704-2012. The same paper, options and settings always give the
 * same bytes.
 */
export async function paperToWord(paper: Paper, options: PaperOptions): Promise<Uint8Array> {
  const settings = options.settings ?? standardLayout
  const styles = stylesXml(settings)
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    externalStyles: styles,
    sections: sections(stretches(paper, options, new Typesetter(settings)), settings),
  })
  return sealDocument(document, styles, Object.values(settings.fonts), {
    title: paper.title,
    author: options.author,
    written: options.written,
  })
}

/** Upright and landscape stretches: text and its head first, then each attachment on a new page. */
function stretches(paper: Paper, options: PaperOptions, setter: Typesetter): Stretch[] {
  const { settings } = setter
  const whole = options.wholeNames ?? []
  const addressee = paper.addressee
    ? [setter.blankLine(), setter.paragraph('flush', [...paper.addressee, '：'])]
    : [setter.blankLine()]
  const result: Stretch[] = [
    {
      landscape: false,
      children: [
        ...head(paper, setter),
        title(paper.title, whole, setter),
        ...(paper.redHead === null && paper.documentNumber
          ? [setter.paragraph('documentNumber', paper.documentNumber)]
          : []),
        ...addressee,
        ...blocksToWord(paper.body, typeAreaTwips(settings), setter, paper.signature !== null),
        ...attachmentNote(paper, setter),
        ...signature(paper, setter),
      ],
    },
  ]
  const many = paper.attachments.length > 1
  paper.attachments.forEach(({ title: name, landscape, blocks }, position) => {
    let current = result.at(-1)!
    const turned = current.landscape !== landscape
    if (turned) result.push((current = { landscape, children: [] }))
    current.children.push(
      setter.paragraph('attachmentLabel', `附件${many ? position + 1 : ''}`, {
        pageBreakBefore: !turned,
      }),
      setter.blankLine(),
      title(name, whole, setter),
      setter.blankLine(),
      ...blocksToWord(
        blocks,
        landscape ? landscapeWidth(settings) : typeAreaTwips(settings),
        setter,
      ),
      // A table may not end a section, and a page break needs a paragraph to stand on.
      ...(blocks.at(-1)?.kind === 'table' ? [setter.paragraph('tableCell', '')] : []),
    )
  })
  if (paper.colophon) {
    if (result.at(-1)!.landscape) result.push({ landscape: false, children: [] })
    result.at(-1)!.children.push(...colophon(paper, setter))
  }
  return result
}

/** A section carries footers only where the page is turned; else it goes on with those before. */
function sections(parts: readonly Stretch[], settings: LayoutSettings): ISectionOptions[] {
  const { top, bottom, left, right } = settings.marginsMm
  return parts.map(({ landscape, children }, position) => ({
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: twipsOfMm(a4Mm.width),
          height: twipsOfMm(a4Mm.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        // A landscape page is the upright one turned clockwise: its head lies at the binding edge.
        margin: {
          top: twipsOfMm(landscape ? left : top),
          right: twipsOfMm(landscape ? top : right),
          bottom: twipsOfMm(landscape ? right : bottom),
          left: twipsOfMm(landscape ? bottom : left),
          header: twipsOfMm(15),
          footer: landscape ? twipsOfMm(10) : twipsOfMm(footerDistanceMm(settings)),
        },
      },
      grid: { type: DocumentGridType.LINES, linePitch: twipsOfPt(settings.linePitchPt) },
    },
    ...(parts[position - 1]?.landscape !== landscape && {
      footers: landscape ? landscapeFooters(settings) : uprightFooters(settings),
    }),
    children,
  }))
}

function landscapeWidth(settings: LayoutSettings): number {
  return (
    twipsOfMm(a4Mm.height) -
    twipsOfMm(settings.marginsMm.top) -
    twipsOfMm(settings.marginsMm.bottom)
  )
}
