import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureKeys, figureOf } from '../figures/registry'
import { composeSections } from './composed'
import { readToken, readWording } from './markup'

describe('the wording of a section', () => {
  it('reads headings with their text, words in braces and lines made from records', () => {
    expect(readWording('# 探访。共{探访次数}次\n\n[[各村情况]]\n平常一段')).toEqual([
      {
        kind: 'heading',
        pieces: [{ text: '探访。' }],
        body: [{ text: '共' }, { token: '探访次数' }, { text: '次' }],
      },
      { kind: 'made', name: '各村情况' },
      { kind: 'paragraph', pieces: [{ text: '平常一段' }] },
    ])
    expect(readToken('在册人数·留守·去年')).toEqual({
      name: '在册人数',
      marks: ['留守'],
      lastYear: true,
    })
  })

  it('loses no character of any text an office may type', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        const { body } = composeSections([{ key: 'a', title: '', on: true, wording: text }], {
          token: (token) => `{${token}}`,
          made: (name) => [{ kind: 'paragraph', text: [name] }],
        })
        const typed = text.replace(/[\s#[\]{}|]/g, '')
        const written = JSON.stringify(
          body.map((block) =>
            block.kind === 'table'
              ? [block.columns.map(({ title }) => title), block.rows]
              : [block.text, block.kind === 'heading' ? block.body : ''],
          ),
        )
        for (const character of typed)
          expect(written).toContain(JSON.stringify(character).slice(1, -1))
      }),
    )
  })

  it('makes one table of the rows between strokes, a short row filled up', () => {
    const wording = '| 月份 | 工作 |\n| 一月 | 走访{探访次数}次 | 余下 |\n平常一段\n| 单 |'
    const { body } = composeSections([{ key: 'a', title: '', on: true, wording }], {
      token: () => '7',
      made: () => null,
    })
    expect(body.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'table'])
    expect(body[0]).toMatchObject({
      columns: [{ title: '月份' }, { title: '工作' }, { title: '' }],
      rows: [[['一月'], ['走访', '7', '次'], ['余下']]],
    })
  })

  it('can name every figure: no two have the same name', () => {
    const names = figureKeys.map((key) => figureOf(key).name)
    expect(new Set(names).size).toBe(names.length)
  })
})
