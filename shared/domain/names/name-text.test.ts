import { describe, expect, it } from 'vitest'
import { charactersOf, normaliseName, privateUseCharacters } from './name-text'

describe('names as text', () => {
  it.each([
    ['杨  𫖯', '杨𫖯'],
    ['解　旺', '解旺'],
    [' 尉迟\u200B彩霞 ', '尉迟彩霞'],
    ['古丽•买买提', '古丽·买买提'],
    ['古丽.买买提', '古丽·买买提'],
    ['John  Smith', 'John Smith'],
    ['Ａ单', 'A单'],
  ])('%j is kept as %s', (raw, name) => {
    expect(normaliseName(raw)).toBe(name)
  })

  it('counts rare characters as one and keeps variants apart', () => {
    expect(charactersOf('胡𬭚')).toHaveLength(2)
    // U+F9D1 is the compatibility twin of 六 and must not become it
    expect(normaliseName('\u{F9D1}')).toBe('\u{F9D1}')
  })

  it('finds the characters only one machine can show', () => {
    expect(privateUseCharacters('王\uE123明\uE123')).toEqual(['\uE123'])
    expect(privateUseCharacters('王\u{F0000}')).toEqual(['\u{F0000}'])
    expect(privateUseCharacters('胡𬭚𫖯𱁬')).toEqual([])
  })
})
