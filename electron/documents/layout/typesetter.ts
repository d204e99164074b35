import {
  AlignmentType,
  Paragraph,
  Run,
  Tab,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'
import { inlineText, type Inline } from '@shared/domain/papers/model'
import { cleanText, spansByRarity } from '../text'
import { fontSlots } from './fonts'
import { halfPoints, twipsOfPt, type FontRole, type LayoutSettings } from './settings'
import { paragraphStyles, styleIds, type StyleKey } from './styles'

export interface RunLook {
  font?: FontRole
  bold?: boolean
  sizePt?: number
  color?: string
}

export type ParagraphLook = Omit<IParagraphOptions, 'children' | 'text' | 'style'>

/**
 * Turns text into runs and paragraphs of one paper. Fonts and sizes are repeated on every run
 * because WPS reports missing fonts, and substitutes its own, where a run leaves them to a style.
 */
export class Typesetter {
  private readonly styles

  constructor(readonly settings: LayoutSettings) {
    this.styles = paragraphStyles(settings)
  }

  /** Runs of plain text in the look of a style; `\n` breaks the line, rare characters get their font. */
  runs(text: string, key: StyleKey, look: RunLook = {}): TextRun[] {
    const { settings } = this
    const style = this.styles[key]
    const size = look.sizePt ?? style.sizePt
    const color = look.color ?? style.color
    const common = {
      size: halfPoints(size),
      sizeComplexScript: halfPoints(size),
      ...((look.bold ?? style.bold) && { bold: true }),
      ...(color && { color }),
      ...(style.tightened && { characterSpacing: twipsOfPt(settings.characterSpacingPt) }),
    }
    const role = look.font ?? style.font
    const run = (options: IRunOptions, as: FontRole): TextRun =>
      new TextRun({
        ...common,
        font: { ...fontSlots(settings.fonts[as], settings.latinFont), hint: 'eastAsia' },
        ...options,
      })
    return cleanText(text)
      .split('\n')
      .flatMap((line, position) => [
        ...(position > 0 ? [run({ break: 1 }, role)] : []),
        ...spansByRarity(line).map((span) => run({ text: span.text }, span.rare ? 'rare' : role)),
      ])
  }

  inlineRuns(inlines: readonly Inline[], key: StyleKey, look: RunLook = {}): TextRun[] {
    return this.runs(inlineText(inlines), key, look)
  }

  tab(key: StyleKey): TextRun {
    return new TextRun({
      children: [new Tab()],
      size: halfPoints(this.styles[key].sizePt),
      font: fontSlots(this.settings.fonts[this.styles[key].font], this.settings.latinFont),
    })
  }

  paragraph(
    key: StyleKey,
    content: string | readonly Inline[] | Run[],
    look: ParagraphLook = {},
  ): Paragraph {
    const children =
      typeof content === 'string'
        ? this.runs(content, key)
        : isRuns(content)
          ? [...content]
          : this.inlineRuns(content, key)
    return new Paragraph({ ...look, style: styleIds[key], children })
  }

  blankLine(look: ParagraphLook = {}): Paragraph {
    return this.paragraph('flush', '', look)
  }
}

function isRuns(content: readonly (Inline | Run)[]): content is Run[] {
  return content.length > 0 && content.every((item) => item instanceof Run)
}

export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const
