import type {
  Figure,
  FigureSource,
  FrozenFigure,
  HeadingLevel,
  Block,
  Inline,
} from '@shared/domain/papers/model'

/** Collects, while a paper is worded, the figures it cites and the facts it lacks. */
export class PaperDraft {
  readonly figures: Record<string, FrozenFigure> = {}
  readonly missing: string[] = []

  /** A number that can be opened from the text; the same key always carries the same number. */
  figure(key: string, value: number, basis: string, source: FigureSource): Figure {
    this.figures[key] = { value, basis, source }
    return { figure: key, text: value.toLocaleString('en-US', { useGrouping: false }) }
  }

  /** A fact, or a visible blank entered in the list of what is missing. */
  fact(value: string | null | undefined, whatIsMissing: string): Inline {
    const known = value?.trim()
    if (known) return known
    if (!this.missing.includes(whatIsMissing)) this.missing.push(whatIsMissing)
    return { blank: whatIsMissing }
  }
}

/** Text with figures and blanks in it: words`全镇共有${draft.figure(…)}人`. */
export function words(
  strings: TemplateStringsArray,
  ...values: readonly (Inline | readonly Inline[] | number)[]
): Inline[] {
  return strings.flatMap((text, position): Inline[] => {
    const value = values[position]
    const after =
      value === undefined
        ? []
        : Array.isArray(value)
          ? value
          : [typeof value === 'number' ? String(value) : (value as Inline)]
    return text === '' ? [...after] : [text, ...after]
  })
}

export function heading(level: HeadingLevel, text: string | Inline[], body?: Inline[]): Block {
  return {
    kind: 'heading',
    level,
    text: typeof text === 'string' ? [text] : text,
    ...(body && { body }),
  }
}

export function paragraph(text: Inline[]): Block {
  return { kind: 'paragraph', text }
}

/** Puts a separator between phrases: 甲、乙、丙. */
export function joined(phrases: readonly Inline[][], separator: string): Inline[] {
  return phrases.flatMap((phrase, position) => (position === 0 ? phrase : [separator, ...phrase]))
}
