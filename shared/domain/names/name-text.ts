import { toHalfWidth } from '@shared/domain/cell-text'

/*
 * A person's name as text. Characters are code points: 𬭚 and 𫖯 lie outside the basic plane and are
 * two units of a JavaScript string. No Unicode normalisation, which would replace rare variants.
 */

/** The code points of a name, one string each. */
export const charactersOf = (name: string): string[] => [...name]

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g
const HAN = /\p{Script=Han}/u

/**
 * A name as the office keeps it: no spaces within Han names (`杨  𫖯`, `解 旺`), single ones in
 * others; the dots of minority names (• ・ ‧ .) become ·.
 */
export function normaliseName(raw: string): string {
  const text = toHalfWidth(raw).replace(INVISIBLE, '').trim()
  if (!HAN.test(text)) return text.replace(/\s+/g, ' ')
  return text.replace(/\s+/g, '').replace(/(?<=\p{Script=Han})[•・‧∙⋅.．](?=\p{Script=Han})/gu, '·')
}

/**
 * Private-use characters in a name, each once: a font of one machine draws them (造字), every other
 * shows a box. They must be typed again as the standard character.
 */
export function privateUseCharacters(name: string): string[] {
  return [...new Set(charactersOf(name).filter((c) => /\p{Private_Use}/u.test(c)))]
}
