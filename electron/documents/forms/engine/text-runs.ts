import { cleanText, escapeXml, isRare, spansByRarity } from '../../text'

/** Text that needs no cleaning, escaping, breaking or other font: nearly all of it. */
const plain =
  /^[\u0020-\u0025\u0027-\u003b=\u003f-\u007e\u00a0-\u2027\u202a-\u33ff\u4e00-\ud7ff\uf900-\ufefe\uff00-\ufffd]*$/

/** The run of a value; nothing for empty text. */
export function textRun(open: string, openRare: string, value: string): string {
  if (value === '') return ''
  if (plain.test(value)) return `${open}<w:t xml:space="preserve">${value}</w:t></w:r>`
  const text = cleanText(value)
  if (![...text].some(isRare)) return text === '' ? '' : `${open}${textContent(text)}</w:r>`
  return spansByRarity(text)
    .map((span) => `${span.rare ? openRare : open}${textContent(span.text)}</w:r>`)
    .join('')
}

/** Text inside a run, each `\n` a line break. */
export function textContent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`))
    .join('<w:br/>')
}
