import type { Day, PartialDate } from '../calendar/types'
import { readPartialDate, type ReadingOptions } from '../calendar/read-partial-date'
import type { CustomField } from '../custom-fields/custom-field'
import type { Dictionaries } from '../dictionaries/dictionary'
import type { DictionaryKey } from '../dictionaries/presets'
import { readPhones } from '../identity/phone'
import { readCode, readCodes } from './codes'
import type { Problem, ProblemCode } from './draft'
import { fieldLabel, type Field, type LedgerKind } from './fields'
import type { SheetHints } from './recognise'
import { VillageNames } from './places'
import type { FieldValue, RowValues } from './row-values'
import { compact, isNothing, tidy } from './wording'

/** What the reading of a row depends on besides the row. */
export interface ReadingContext {
  today: Day
  /** Villages of the office and those named in the file. */
  villages: VillageNames
  /** The office's own words come before the usual ones. */
  dictionaries: Dictionaries
  /** Fields the office defined itself: columns of their names are theirs. */
  customFields: readonly CustomField[]
  hints: SheetHints
  kind: LedgerKind
  /** Where a field that the row leaves blank could be filled in. */
  columnOf: ReadonlyMap<Field, number>
  /** What numbers stand for in a column, where its title says so. */
  legends: ReadonlyMap<number, ReadonlyMap<string, string>>
}

type WordTable<Code> = readonly (readonly [RegExp, Code])[]

/** Reads the values of one row by field and notes what is wrong with them. */
export class RowReader {
  readonly problems: Problem[] = []
  private readonly kept: string[] = []
  private readonly read = new Set<string>()
  private readonly byField = new Map<Field, FieldValue[]>()

  constructor(
    readonly row: RowValues,
    readonly context: ReadingContext,
  ) {
    for (const value of row.values) {
      const known = this.byField.get(value.field)
      if (known) known.push(value)
      else this.byField.set(value.field, [value])
    }
  }

  value(field: Field): FieldValue | undefined {
    return this.byField.get(field)?.[0]
  }

  all(field: Field): FieldValue[] {
    return this.byField.get(field) ?? []
  }

  has(field: Field): boolean {
    return this.byField.has(field)
  }

  /** The text of a field on one line; null where nothing is written (无, / included). */
  text(field: Field): string | null {
    const value = this.value(field)
    const text = value ? tidy(value.cell.text) : ''
    return isNothing(text) ? null : text
  }

  /**
   * What a written word means: an entry of the office's dictionary, or by the usual wordings.
   * Entries no longer in use are not read into new rows.
   */
  meaning<Code extends string>(
    text: string,
    table: WordTable<Code>,
    key: DictionaryKey,
  ): Code | string | undefined {
    const { dictionaries } = this.context
    const entry = dictionaries.meaningOf(key, text)
    const code = entry?.code ?? readCode(text, table)
    return code !== undefined && dictionaries.find(key, code)?.retired ? undefined : code
  }

  /** The code of a field; words that fit none are noted and kept in the remark. */
  code<Code extends string>(field: Field, table: WordTable<Code>): Code | null
  code<Code extends string>(
    field: Field,
    table: WordTable<Code>,
    key: DictionaryKey,
  ): Code | (string & {}) | null
  code<Code extends string>(
    field: Field,
    table: WordTable<Code>,
    key?: DictionaryKey,
  ): Code | string | null {
    const written = this.text(field)
    if (written === null) return null
    const text = this.legend(this.value(field)?.column ?? -1, written)
    const code = key ? this.meaning(text, table, key) : readCode(text, table)
    if (code !== undefined) return code
    this.keep(field, text)
    return null
  }

  /** The codes of a field that lists several; words that fit none are kept among them. */
  codes<Code extends string>(
    field: Field,
    table: WordTable<Code>,
    key: DictionaryKey,
  ): (Code | string)[] {
    const found = new Set<Code | string>()
    for (const value of this.all(field)) {
      const { codes, unknown } = readCodes(value.cell.text, (part) =>
        this.meaning(part, table, key),
      )
      for (const code of codes) found.add(code)
      for (const word of unknown) {
        found.add(word)
        this.note(field, 'WORD', `“${word}”不在${fieldLabel[field]}的选项里，按原文保留`, word)
      }
    }
    return [...found]
  }

  /** 2 under 困难类别（1.独居2.空巢）is 空巢; anything the title does not explain stays as written. */
  legend(column: number, word: string): string {
    return this.context.legends.get(column)?.get(compact(word)) ?? word
  }

  phones(field: Field): { numbers: string[]; none: boolean } {
    const numbers: string[] = []
    let none = false
    for (const value of this.all(field))
      for (const reading of readPhones(value.cell.number ?? value.cell.text)) {
        if (reading.state === 'valid') {
          numbers.push(reading.number)
          if (reading.note) this.remark(`${fieldLabel[field]}：${reading.note}`)
        } else if (reading.state === 'none') none ||= /无|没有/.test(value.cell.text)
        else {
          this.note(field, 'PHONE', `${fieldLabel[field]}：${reading.message}`, reading.text)
          this.remark(`${fieldLabel[field]}原写“${reading.text}”`)
        }
      }
    return { numbers: [...new Set(numbers)], none: none && numbers.length === 0 }
  }

  /** A date as far as it is known; what cannot be read is noted, lunar days go to `lunar`. */
  date(
    field: Field,
    options: ReadingOptions = {},
  ): { date: PartialDate | null; lunar: string | null; candidates: PartialDate[] } {
    const value = this.value(field)
    const nothing = { date: null, lunar: null, candidates: [] }
    if (!value) return nothing
    const { date, number, text } = value.cell
    const reading = readPartialDate(date ?? number ?? text, options)
    if (reading.state === 'missing') return nothing
    if (reading.state === 'lunar') return { ...nothing, lunar: reading.text }
    if (reading.state === 'ok') {
      if (reading.note) this.note(field, 'DATE', `${fieldLabel[field]}：${reading.note}`, text)
      return { date: reading.date, lunar: null, candidates: reading.candidates ?? [] }
    }
    this.note(field, 'DATE', `${fieldLabel[field]}：${reading.message}`, text)
    return { ...nothing, candidates: reading.candidates ?? [] }
  }

  /** A part of a cell as a date, such as one end of 2025.3—2026.3. */
  dateOf(field: Field, text: string): PartialDate | null {
    const reading = readPartialDate(text)
    if (reading.state === 'ok') return reading.date
    if (reading.state === 'invalid')
      this.note(field, 'DATE', `${fieldLabel[field]}：${reading.message}`, text)
    return null
  }

  note(field: Field | null, code: ProblemCode, message: string, raw = '', offer?: string): void {
    this.add({ field, code, message, raw, blocking: false, ...(offer && { offer }) })
  }

  block(field: Field | null, code: ProblemCode, message: string, raw = '', offer?: string): void {
    this.add({ field, code, message, raw, blocking: true, ...(offer && { offer }) })
  }

  private add(problem: Omit<Problem, 'column'>): void {
    const column = problem.field
      ? (this.value(problem.field)?.column ?? this.context.columnOf.get(problem.field) ?? null)
      : null
    const known = this.problems.some(
      ({ field, code, raw }) =>
        field === problem.field && code === problem.code && raw === problem.raw,
    )
    if (!known) this.problems.push({ ...problem, column })
  }

  /** Keeps words that no field holds; the clerk sees them in 备注. */
  remark(text: string): void {
    if (!this.kept.includes(text)) this.kept.push(text)
  }

  /** Notes words that fit no choice of the field and keeps them in the remark. */
  keep(field: Field, text: string): void {
    this.note(field, 'WORD', `${fieldLabel[field]}“${text}”不在选项里，已写入备注`, text)
    this.remark(`${fieldLabel[field]}：${text}`)
  }

  /** Tells that a column the program does not know has found its place. */
  markRead(title: string): void {
    this.read.add(title)
  }

  /** The remark column, what was kept, and columns the program does not know. */
  remarks(): string | null {
    const written = this.all('record.remark')
      .map(({ cell }) => tidy(cell.text))
      .filter((text) => !isNothing(text))
    const unmapped = this.row.unmapped
      .filter(({ title, text }) => !this.read.has(title) && !isNothing(text))
      .map(({ title, text }) => `${title}：${text}`)
    const parts = [...written, ...this.kept, ...unmapped]
    return parts.length === 0 ? null : parts.join('；')
  }
}
