/*
 * Numbers of dates written with Han numerals: 二〇二六 digit by digit, 二十五 / 廿五 by place.
 * Covers 0–99 by place, which is all that dates need.
 */

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** The characters a Han numeral of a date consists of, for use inside a character class. */
export const HAN_NUMERALS = '〇零○一二两三四五六七八九十廿卅'

const run = new RegExp(`[${HAN_NUMERALS}]+`, 'g')

function byPlace(numeral: string): string {
  const [tens = '', ones = ''] = numeral.split('十')
  const ten = tens === '' ? 1 : (digits[tens] ?? 0)
  return String(ten * 10 + (ones === '' ? 0 : (digits[ones] ?? 0)))
}

function toArabic(numeral: string): string {
  const plain = numeral.replace('廿', '二十').replace('卅', '三十').replace('十十', '十')
  if (plain.includes('十')) return byPlace(plain)
  return [...plain].map((c) => String(digits[c] ?? c)).join('')
}

/** Replaces every Han numeral of a date text: `二〇二六年三月廿五日` becomes `2026年3月25日`. */
export function arabicNumerals(text: string): string {
  return text.replace(run, toArabic)
}
