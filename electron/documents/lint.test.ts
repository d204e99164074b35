import { describe, expect, it } from 'vitest'
import { lintWord } from './lint'
import { sealPackage, type Parts } from './package'

function wordFile(body: string): Uint8Array {
  const text = new TextEncoder()
  const parts: Parts = new Map([
    ['word/styles.xml', text.encode('<w:styles><w:style w:styleId="Known"/></w:styles>')],
    ['word/document.xml', text.encode(`<w:document><w:body>${body}</w:body></w:document>`)],
  ])
  return sealPackage(parts)
}

const cell = (inside: string): string =>
  `<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>${inside}</w:tc></w:tr></w:tbl>`

describe('our lint of Word files', () => {
  it('passes a sound file', () => {
    expect(
      lintWord(
        wordFile(
          `<w:p><w:pPr><w:pStyle w:val="Known"/></w:pPr><w:r><w:t>好</w:t></w:r></w:p>${cell('<w:p/>')}`,
        ),
      ),
    ).toEqual([])
  })

  it.each([
    ['a cell without a paragraph', cell(''), /a cell ends with nothing/],
    ['a cell that ends with a table', cell(`<w:p/>${cell('<w:p/>')}`), /a cell ends with w:tbl/],
    [
      'a row that does not fill the grid',
      '<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
      /row 1 fills 1 of 2/,
    ],
    [
      'a span beyond the grid',
      cell('<w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/>'),
      /row 1 fills 2 of 1/,
    ],
    ['a table without a grid', '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>', /no grid/],
    [
      'an unknown style',
      '<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr></w:p>',
      /unknown style Gone/,
    ],
    [
      'a tag split over runs',
      '<w:p><w:r><w:t>{姓</w:t></w:r><w:r><w:t>名}</w:t></w:r></w:p>',
      /leftover “\{姓名\}”/,
    ],
    [
      'a printed missing value',
      '<w:p><w:r><w:t>共undefined人</w:t></w:r></w:p>',
      /leftover “undefined”/,
    ],
    [
      'a percentage width',
      cell('<w:tcPr><w:tcW w:w="50" w:type="pct"/></w:tcPr><w:p/>'),
      /percentage/,
    ],
    ['repeated drawing ids', '<wp:docPr id="1"/><wp:docPr id="1"/>', /drawing id 1 is used twice/],
    ['theme fonts', '<w:rFonts w:asciiTheme="minorHAnsi"/>', /theme/],
  ])('finds %s', (_, body, expected) => {
    expect(lintWord(wordFile(body)).join('\n')).toMatch(expected)
  })
})
