import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileName, fileNamesApart, fileStem } from './file-name'

it.each([
  ['../../../启动.docx', '启动.docx'],
  ['C:\\Windows\\System32\\x.xlsx', 'CWindowsSystem32x.xlsx'],
  ['\\\\主机\\共享\\x.xlsx', '主机共享x.xlsx'],
  ['名单.xlsx:流', '名单.xlsx流'],
  ['名单\u0000.exe\u0000.docx', '名单.exe.docx'],
  ['..', '文件'],
  ['.', '文件'],
  ['.docx', '文件.docx'],
  ['名单. . .', '名单'],
  ['nul', '文件-nul'],
  ['AUX.docx', '文件-AUX.docx'],
  ['com1.tar.docx', '文件-com1.tar.docx'],
  ['COM¹.docx', '文件-COM¹.docx'],
  ['CONIN$', '文件-CONIN$'],
  ['lpt9 .docx', '文件-lpt9.docx'],
  ['common.docx', 'common.docx'],
  ['张三/李四?.docx', '张三李四.docx'],
])('makes of %j the name %s', (given, name) => {
  expect(fileName(given, '文件')).toBe(name)
})

// A bug this catches: 80 rare characters are 320 bytes, and Linux stores names of 255.
it('leaves room on every system, of characters of any weight', () => {
  for (const character of ['a', '龘', '𠮷', '👨‍👩‍👧']) {
    const [, last] = fileNamesApart(
      [0, 1].map(() => `${character.repeat(300)}.docx`),
      '文件',
    )
    expect(new TextEncoder().encode(last).length).toBeLessThanOrEqual(255)
    expect(last).not.toMatch(/\p{Surrogate}/u)
  }
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        '..',
        '/',
        '\\',
        'C:',
        '\u0000',
        'nul',
        'con',
        '.',
        ' ',
        '\u202e',
        '名',
        '～',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)
// oxlint-disable-next-line no-control-regex -- control characters are among them
const unsafe = /[\\/:*?"<>|\u0000-\u001f\u202a-\u202e]|^[. ]|[. ]$|^(con|nul)(\.|$)|^$/i

it('never leads out of a folder, whatever the text, and stays as it is the second time', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const name of [fileStem(text, '文件'), fileName(text, '文件')])
        expect(name).not.toMatch(unsafe)
      const once = fileStem(text, '文件')
      expect(fileStem(once, '文件')).toBe(once)
    }),
    { numRuns: 500 },
  )
})

it('keeps names apart that became alike, in their order', () => {
  expect(fileNamesApart(['a/1.docx', 'A1.docx', 'a1.xlsx', '..', '../'], '文件')).toEqual([
    'a1.docx',
    'A1（2）.docx',
    'a1.xlsx',
    '文件',
    '文件（2）',
  ])
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 8 }), (texts) => {
      const names = fileNamesApart(texts, '文件').map((name) => name.toLowerCase())
      expect(new Set(names).size).toBe(texts.length)
    }),
  )
})
