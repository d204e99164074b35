import type { HeadingLevel } from './model'

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–99 in Chinese numerals, as headings and lists count: 十, 十一, 二十三. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99)
    throw new RangeError(`no heading numeral for ${value}`)
  const tens = Math.floor(value / 10)
  const ones = digits[value % 10]!
  if (tens === 0) return ones
  return `${tens === 1 ? '' : digits[tens]!}十${ones}`
}

/** The number in front of a heading, by level: 一、 / （一） / 1. / （1）. */
export function headingNumber(level: HeadingLevel, position: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(position)}、`
    case 2:
      return `（${chineseNumeral(position)}）`
    case 3:
      return `${position}.`
    case 4:
      return `（${position}）`
  }
}

/** Counts headings in reading order; a heading starts all deeper levels afresh. */
export function headingCounter(): (level: HeadingLevel) => string {
  const counts = [0, 0, 0, 0]
  return (level) => {
    counts[level - 1]! += 1
    counts.fill(0, level)
    return headingNumber(level, counts[level - 1]!)
  }
}
