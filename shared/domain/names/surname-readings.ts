import { pinyin } from 'pinyin-pro'

/** Readings are in small letters without tones, ü as v. */
const plain = { toneType: 'none', type: 'array', v: true } as const

const known = new Map<string, readonly string[]>()

/** Every reading of a single character, the usual first; empty where none is known. */
function characterReadings(character: string): readonly string[] {
  const cached = known.get(character)
  if (cached) return cached
  const readings = pinyin(character, { ...plain, multiple: true }).filter(isReading)
  known.set(character, readings)
  return readings
}

/** The library answers with the character itself, or nothing, where it knows no reading. */
export const isReading = (text: string): boolean => /^[a-z]+$/.test(text)

/**
 * The reading of each character of a name, the surname (of one or two characters) as a surname:
 * 单 shan, 解 xie, 尉迟 yu chi. Null where a character has none.
 */
export function preferredReadings(name: string): (string | null)[] {
  const readings = pinyin(name, { ...plain, surname: 'head' })
  return [...name].map((_, at) => {
    const reading = readings[at] ?? ''
    return isReading(reading) ? reading : null
  })
}

/** Given names where a second reading is as good as the first and people type either. */
const GIVEN_NAMES_READ_TWO_WAYS = new Set('乐长行重朝茜晟盛柏传藏曾单解')

/**
 * Every reading by which somebody may look for the character at a place of a name, the likely first.
 * At the head all readings count, because surnames are read in unexpected ways and offices do not
 * agree: 仇 qiu or chou, 覃 qin or tan, 乐 yue or le.
 */
export function readingsAt(
  characters: readonly string[],
  at: number,
  preferred: string | null,
): string[] {
  const character = characters[at]!
  const everyReading = at === 0 || GIVEN_NAMES_READ_TWO_WAYS.has(character)
  const readings = everyReading || preferred === null ? characterReadings(character) : []
  return [...new Set([...(preferred === null ? [] : [preferred]), ...readings])]
}
