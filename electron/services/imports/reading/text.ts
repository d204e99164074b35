import iconv from 'iconv-lite'
import { failure } from '@shared/contract/failure'
import type { Cell, TextEncoding } from '@shared/domain/imports/grid'

export interface DecodedText {
  encoding: TextEncoding
  text: string
}

const notText = () =>
  failure(
    'VALIDATION',
    '这个文件既不是 Excel 工作簿，也不是文本表格，无法读取。请选择 xlsx、xls 或 csv 文件。',
  )

/**
 * Valid UTF-8 wins, because text in GB18030 practically never happens to be valid UTF-8;
 * whatever is neither that nor clean GB18030 is no text table.
 */
export function decodeText(bytes: Buffer): DecodedText {
  const marked = decodeByMark(bytes)
  if (marked) return marked
  const utf16 = unmarkedUtf16(bytes)
  if (utf16) return { encoding: 'utf16', text: iconv.decode(bytes, utf16) }
  if (looksBinary(bytes)) throw notText()
  try {
    return { encoding: 'utf8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const text = iconv.decode(bytes, 'gb18030')
    if (text.includes('\ufffd')) throw notText()
    return { encoding: 'gb18030', text }
  }
}

function decodeByMark(bytes: Buffer): DecodedText | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: 'utf8', text: bytes.toString('utf8', 3) }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { encoding: 'utf16', text: iconv.decode(bytes, 'utf-16le') }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { encoding: 'utf16', text: iconv.decode(bytes, 'utf-16be') }
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33)
    return { encoding: 'gb18030', text: iconv.decode(bytes.subarray(4), 'gb18030') }
  return undefined
}

/** Commas, digits and line ends of UTF-16 without a mark show as zero bytes on one side only. */
function unmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  const enough = sample.length / 20
  if (odd > enough && even === 0) return 'utf-16le'
  if (even > enough && odd === 0) return 'utf-16be'
  return undefined
}

function looksBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 65_536)
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++
  }
  return controls > sample.length / 200
}

/**
 * Delimited text to rows. Quotes follow RFC 4180 (doubled inside, line breaks allowed); where a
 * quote is never closed the file is not written that way, and quotes are then ordinary characters.
 */
export function parseDelimited(text: string): (Cell | null)[][] {
  const delimiter = findDelimiter(text)
  const records = splitRecords(text, delimiter, true) ?? splitRecords(text, delimiter, false) ?? []
  return records.map((record) =>
    record.map((raw) => {
      const value = unprotect(raw)
      return value.trim() === '' ? null : { text: value }
    }),
  )
}

/** Exports keep long numbers alive as `="610…"`. */
function unprotect(value: string): string {
  return /^="[^"]*"$/.test(value) ? value.slice(2, -1) : value
}

/** The candidate that cuts the first lines into the most equal number of fields. */
function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of ['\t', ',', ';', '|', '，']) {
    const counts = lines.map((line) => outsideQuotes(line).split(delimiter).length - 1)
    const common = mostCommon(counts.filter((count) => count > 0))
    const score = counts.filter((count) => count === common).length * Math.min(common, 40)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function outsideQuotes(line: string): string {
  return line.replace(/"[^"]*"/g, '')
}

function mostCommon(values: number[]): number {
  const tally = new Map<number, number>()
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1)
  let best = 0
  for (const [value, count] of tally) if (count > (tally.get(best) ?? 0)) best = value
  return best
}

/** `undefined` where quotes are honoured and one is never closed. */
function splitRecords(text: string, delimiter: string, quoting: boolean): string[][] | undefined {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  while (at <= text.length) {
    let field: string
    const quoteAt = quoting ? openingQuote(text, at, delimiter) : -1
    if (quoteAt >= 0) {
      const quoted = readQuoted(text, quoteAt, delimiter)
      if (!quoted) return undefined
      field = quoted.field
      at = quoted.end
    } else {
      const end = fieldEnd(text, at, delimiter)
      field = text.slice(at, end)
      at = end
    }
    record.push(field)
    if (at >= text.length) break
    if (text.startsWith(delimiter, at)) {
      at += delimiter.length
      continue
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    records.push(record)
    record = []
    if (at >= text.length) return records
  }
  if (record.length > 0) records.push(record)
  return records
}

/** Where a field opens with a quote; blanks before it are tolerated. */
function openingQuote(text: string, start: number, delimiter: string): number {
  const blanks = delimiter === '\t' ? ' ' : ' \t'
  let at = start
  while (at < text.length && blanks.includes(text[at] ?? '')) at++
  return text[at] === '"' ? at : -1
}

function fieldEnd(text: string, start: number, delimiter: string): number {
  let at = start
  while (at < text.length) {
    const char = text[at]
    if (char === delimiter || char === '\n' || char === '\r') break
    at++
  }
  return at
}

/** A quote that neither a quote nor the end of the field follows is taken as part of the value. */
function readQuoted(
  text: string,
  quoteAt: number,
  delimiter: string,
): { field: string; end: number } | undefined {
  const parts: string[] = []
  let from = quoteAt + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return undefined
    parts.push(text.slice(from, quote))
    if (text[quote + 1] === '"') {
      parts.push('"')
      from = quote + 2
      continue
    }
    const end = endAfterQuote(text, quote + 1, delimiter)
    if (end >= 0) return { field: parts.join(''), end }
    parts.push('"')
    from = quote + 1
  }
}

function endAfterQuote(text: string, start: number, delimiter: string): number {
  let at = start
  while (text[at] === ' ') at++
  const char = text[at]
  return char === undefined || char === delimiter || char === '\n' || char === '\r' ? at : -1
}
