import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FailureError } from '@shared/contract/failure'
import { compileTemplate } from './compile'
import { docx, p } from './fixture'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const body = p('{姓名}')

function refusal(bytes: Uint8Array): string {
  try {
    compileTemplate(bytes)
  } catch (error) {
    expect(error).toBeInstanceOf(FailureError)
    return (error as FailureError).message
  }
  return 'taken'
}

/** The same file with other bytes at places that a text marks. */
function patched(bytes: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 <= copy.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) change(view, at)
  return copy
}

const external = (kind: string, target: string): Uint8Array =>
  docx(body, {
    relations: `<Relationship Id="rId9" Type="${office}/${kind}" Target="${target}" TargetMode="External"/>`,
  })

const withFile = (path: string, content: string | Uint8Array = 'x'): Uint8Array =>
  docx(body, { files: { [path]: content } })

const instruction = (text: string): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${[...text].map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`

function withContentType(type: string): Uint8Array {
  const parts = unzipSync(docx(body))
  const text = new TextDecoder().decode(parts['[Content_Types].xml'])
  parts['[Content_Types].xml'] = strToU8(
    text.replace(/application\/[^"]*document\.main\+xml/, type),
  )
  return zipSync(parts)
}

describe('a hostile or broken template is refused:', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /不是 Word 文档/],
    ['not a zip', strToU8('这不是压缩包'.repeat(20)), /不是 Word 文档/],
    ['an old .doc or a locked file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /密码/],
    ['more than 20 MB', new Uint8Array(21 * 1024 * 1024), /20 MB/],
    ['another zip', zipSync({ 'a.txt': strToU8('x') }), /不是 Word 文档/],
    ['a part that unpacks a thousandfold', withFile('word/x.xml', new Uint8Array(9e6)), /压缩炸弹/],
    [
      'a part that lies about its size',
      patched(docx(body, { files: { 'word/x.xml': new Uint8Array(500_000) } }), (view, at) => {
        if (view.getUint32(at + 24, true) === 500_000) view.setUint32(at + 24, 1000, true)
      }),
      /压缩炸弹/,
    ],
    ['encrypted parts', patched(docx(body), (view, at) => view.setUint16(at + 8, 1, true)), /密码/],
    [
      'a wrong checksum',
      patched(docx(body), (view, at) => view.setUint32(at + 16, 7, true)),
      /损坏/,
    ],
    ['a path upwards', withFile('word/../../evil.xml'), /伪装的路径/],
    ['an absolute path', withFile('/etc/x.xml'), /伪装的路径/],
    ['a path of Windows', withFile('word\\x.xml'), /伪装的路径/],
    ['one name in two spellings', withFile('word/Document.xml', '<x/>'), /重名/],
    ['a link', external('hyperlink', 'https://example.com/'), /取消超链接/],
    ['a picture from elsewhere', external('image', 'http://example.com/x.png'), /从外面读取/],
    [
      'a template from elsewhere',
      external('attachedTemplate', 'http://example.com/x.dotm'),
      /从外面/,
    ],
    ['a template on a server', external('attachedTemplate', 'file://server/x.dotm'), /从外面/],
    [
      'a relation out of the package',
      docx(body, {
        relations: `<Relationship Id="rId9" Type="${office}/image" Target="../../../x.png"/>`,
      }),
      /伪装的路径/,
    ],
    [
      'an object',
      docx(body, {
        relations: `<Relationship Id="rId9" Type="${office}/oleObject" Target="embeddings/a.bin"/>`,
      }),
      /嵌入/,
    ],
    ['an embedded workbook', withFile('word/embeddings/a.xlsx'), /嵌入/],
    ['macros', withFile('word/vbaProject.bin'), /宏/],
    [
      'the type of a file with macros',
      withContentType('application/vnd.ms-word.document.macroEnabled.main+xml'),
      /宏/,
    ],
    [
      'the type of a template file',
      withContentType(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
      ),
      /\.dotx/,
    ],
    ['a field that starts a program', docx(instruction(' DDEAUTO cmd ')), /DDEAUTO/],
    ['a field that reads a file', docx(instruction('INCLUDETEXT "c:\\x"')), /INCLUDETEXT/],
    [
      'an entity of its own',
      withFile('word/x.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
      /DTD/,
    ],
    ['an entity without declaration', withFile('word/x.xml', '<a>&b;</a>'), /读不出来/],
    ['nesting without end', withFile('word/x.xml', '<a>'.repeat(300)), /层次/],
    ['broken XML', withFile('word/x.xml', '<a><b></a>'), /读不出来/],
  ])('%s', (_, bytes, reason) => {
    expect(refusal(bytes)).toMatch(reason)
  })

  it('whatever bytes are changed, it is taken or refused in words', () => {
    const template = docx(body)
    fc.assert(
      fc.property(fc.nat(template.length - 1), fc.nat(255), (at, value) => {
        const bytes = template.slice()
        bytes[at] = value
        refusal(bytes)
      }),
      { numRuns: 200 },
    )
  })
})

describe('what is harmless is taken:', () => {
  it.each<[string, Uint8Array]>([
    [
      'a template once based on a .dotx of that PC',
      external('attachedTemplate', 'file:///C:\\模板\\a.dotx'),
    ],
    ['page numbers and dates', docx(instruction(' PAGE ') + instruction(' DATE \\@ "yyyy" '))],
    ['a link within the document', docx(instruction(' HYPERLINK \\l "附件" '))],
    [
      'folders in the zip',
      zipSync({ 'word/': new Uint8Array(), ...unzipSync(docx(body)) } as Zippable),
    ],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes)).toBe('taken')
  })
})
