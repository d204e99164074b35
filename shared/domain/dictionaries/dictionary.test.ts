import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusalOf, reordered } from './changes'
import {
  arrange,
  Dictionaries,
  dictionariesFrom,
  presetDictionaries,
  type EntryDecision,
} from './dictionary'
import { dictionaryKeys, presetOf } from './presets'

const key = fc.constantFrom(...dictionaryKeys)
const word = fc.constantFrom('公益岗', '种茶', '邻村亲戚', '务农', '打工', 'other', '其他', '独 居')

/** What an office may have decided about some of a list's entries and some of its own. */
const office = key.chain((key) => {
  const codes = [...Object.keys(presetOf(key).labels), '公益岗', '种茶']
  const decision = fc.record({
    code: fc.constantFrom(...codes),
    label: word,
    aliases: fc.uniqueArray(word, { maxLength: 2 }),
    retired: fc.boolean(),
    position: fc.nat(20),
  })
  return fc.record({
    key: fc.constant(key),
    decisions: fc.uniqueArray(decision, { selector: ({ code }) => code, maxLength: 6 }),
  })
})

describe('a dictionary as an office has it', () => {
  it('loses no entry of the preset and none that was ever added, whatever was decided', () => {
    fc.assert(
      fc.property(office, ({ key, decisions }) => {
        const codes = arrange(key, decisions).map(({ code }) => code)
        expect(new Set(codes).size).toBe(codes.length)
        for (const code of Object.keys(presetOf(key).labels)) expect(codes).toContain(code)
        for (const { code } of decisions) expect(codes).toContain(code)
      }),
    )
  })

  it('keeps the entries a rule reads in use and under their own name, even against a stored row', () => {
    fc.assert(
      fc.property(office, ({ key, decisions }) => {
        for (const entry of arrange(key, decisions)) {
          if (entry.reservedBy === null) continue
          expect(entry).toMatchObject({ retired: false, label: presetOf(key).labels[entry.code] })
        }
      }),
    )
  })

  it('reads every code as a word, and offers just what is in use or already held', () => {
    fc.assert(
      fc.property(office, fc.nat(), ({ key, decisions }, pick) => {
        const dictionaries = dictionariesFrom({ [key]: decisions })
        const entries = dictionaries.entries(key)
        const held = entries[pick % entries.length]!
        for (const { code, label } of entries) expect(dictionaries.label(key, code)).toBe(label)
        const offered = Object.keys(dictionaries.offered(key, [held.code]))
        expect(new Set(offered)).toEqual(
          new Set(entries.filter((one) => !one.retired || one === held).map(({ code }) => code)),
        )
      }),
    )
  })

  it('gives a word that means no entry back as it was written', () => {
    expect(presetDictionaries.label('incomeSource', '卖鸡蛋')).toBe('卖鸡蛋')
    expect(presetDictionaries.meaningOf('incomeSource', '卖鸡蛋')).toBeUndefined()
  })

  it('understands label, code and alias however they are spaced', () => {
    const dictionaries = dictionariesFrom({
      education: [
        { code: 'primary', label: '小学', aliases: ['私塾'], retired: false, position: 1 },
      ],
    })
    for (const written of ['小 学', 'PRIMARY', ' 私塾'])
      expect(dictionaries.meaningOf('education', written)?.code, written).toBe('primary')
    expect(dictionaries.meaningOf('education', '高中、技校、中专')?.code).toBe('seniorHigh')
  })
})

/** A list that was only ever changed by changes that were not refused. */
const grown = fc
  .record({
    key,
    steps: fc.array(
      fc.record({
        at: fc.nat(30),
        label: fc.option(word, { nil: undefined }),
        aliases: fc.option(fc.uniqueArray(word, { maxLength: 2 }), { nil: undefined }),
        retired: fc.option(fc.boolean(), { nil: undefined }),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ key, steps }) => {
    const decided = new Map<string, EntryDecision>()
    for (const { at, ...change } of steps) {
      const entries = arrange(key, [...decided.values()])
      const entry = entries[at] ?? null
      if (entry === null && change.label === undefined) continue
      if (refusalOf(entries, entry, change)) continue
      const code = entry?.code ?? change.label!
      decided.set(code, {
        code,
        label: change.label ?? entry!.label,
        aliases: change.aliases ?? entry?.aliases ?? [],
        retired: change.retired ?? entry?.retired ?? false,
        position: entry ? entries.indexOf(entry) : entries.length,
      })
    }
    return { key, decisions: [...decided.values()] }
  })

describe('changing a dictionary', () => {
  it('never lets two entries go by one word, whatever is added, renamed and retired', () => {
    fc.assert(
      fc.property(grown, ({ key, decisions }) => {
        const entries = arrange(key, decisions)
        const dictionaries = new Dictionaries(new Map([[key, entries]]))
        for (const entry of entries)
          for (const known of [entry.code, entry.label, ...entry.aliases])
            expect(dictionaries.meaningOf(key, known), known).toBe(entry)
        expect(entries.some(({ retired }) => !retired)).toBe(true)
      }),
    )
  })

  it('says which rule forbids to retire or rename, and lets another spelling be added', () => {
    const entries = presetDictionaries.entries('livingArrangement')
    const alone = presetDictionaries.find('livingArrangement', 'alone')!
    expect(refusalOf(entries, alone, { retired: true })?.message).toContain('独居、空巢按居住情况')
    expect(refusalOf(entries, alone, { label: '一人住' })?.field).toBe('label')
    expect(refusalOf(entries, alone, { aliases: ['一人住'] })).toBeNull()
  })

  it('orders a list by any wish without losing or doubling an entry', () => {
    fc.assert(
      fc.property(
        key,
        fc.array(fc.oneof(word, fc.constantFrom('alone', 'son', 'primary'))),
        (key, wish) => {
          const entries = presetDictionaries.entries(key)
          const order = reordered(entries, wish)
          expect([...order].sort()).toEqual(entries.map(({ code }) => code).sort())
        },
      ),
    )
  })
})
