import { formatLunar, toLunar } from '../calendar/lunar'
import { isComplete } from '../calendar/partial-date'
import { readPartialDate } from '../calendar/read-partial-date'
import { maskBankCard, maskIdNumber, maskPhone } from '../masking'
import { capitalMoney } from './capital-money'

/**
 * What `{名|格式}` in a form may name. Each takes the text a field prints; what it cannot read it
 * leaves blank, to be filled in by hand, and does not print something that looks like an answer.
 */
export const formats = {
  农历: lunarDate,
  脱敏: masked,
  大写: (text: string): string => capitalMoney(text) ?? '',
} as const satisfies Record<string, (text: string) => string>

/** The lunar day of a full solar date; one that is lunar already stays as it is. */
function lunarDate(text: string): string {
  const reading = readPartialDate(text)
  if (reading.state === 'lunar') return text
  if (reading.state !== 'ok' || !isComplete(reading.date)) return ''
  return formatLunar(toLunar(reading.date))
}

/** Residents' IDs, cards and telephones, also several in one text. */
const numbers = /\d[\d -]{5,}[\dXx]/g

/** Hides the middle of numbers; of a name all but the first character. */
function masked(text: string): string {
  if (text.search(numbers) < 0)
    return text.replace(/^(\P{L}*\p{L})(.*)$/su, (_, head: string, tail: string) => {
      return head + '*'.repeat([...tail].length)
    })
  return text.replace(numbers, (number) => {
    const plain = number.replace(/[ -]/g, '')
    if (/^(\d{15}|\d{17}[\dXx])$/.test(plain)) return maskIdNumber(plain)
    return plain.length > 15 ? maskBankCard(plain) : maskPhone(plain)
  })
}
