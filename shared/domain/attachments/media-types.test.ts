import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { attachmentName, mediaTypeCodes, mediaTypes } from './media-types'

it.each([
  ['身份证.jpg', 'image/jpeg', '身份证.jpg'],
  ['身份证.JPEG', 'image/jpeg', '身份证.jpeg'],
  ['病历.exe', 'application/pdf', '病历.pdf'],
  ['检查2026.11', 'application/pdf', '检查2026.11.pdf'],
  ['旧表.et', 'application/x-ole-storage', '旧表.et'],
  ['../../etc/passwd', 'image/png', 'etcpasswd.png'],
  ['C:\\temp\\图.png', 'image/png', 'Ctemp图.png'],
  ['照片\u202egpj.exe', 'image/jpeg', '照片gpj.jpg'],
  ['con', 'image/png', '附件-con.png'],
  ['', 'image/png', '附件.png'],
  [' . ', 'image/png', '附件.png'],
] as const)('keeps %j of %s under the true name %s', (given, type, kept) => {
  expect(attachmentName(given, type)).toBe(kept)
})

it('makes of any text a name that every system stores, with a true ending, once and for all', () => {
  const unsafe = /[\\/:*?"<>|\u202a-\u202e]|^[. ]|[. ]$/
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(...mediaTypeCodes),
      (given, type) => {
        const name = attachmentName(given, type)
        expect(name).not.toMatch(unsafe)
        expect([...name].length).toBeLessThanOrEqual(90)
        const endings: readonly string[] = mediaTypes[type].endings
        expect(endings).toContain(name.split('.').at(-1))
        expect(attachmentName(name, type)).toBe(name)
      },
    ),
  )
})
