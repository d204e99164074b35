import { describe, expect, test } from 'vitest'
import type { ImportRow } from '@shared/contract/imports'
import { actionsOn } from './row-actions'

const plain: ImportRow = {
  sheet: 0,
  row: 4,
  line: 5,
  sheetName: '台账',
  kind: 'people',
  state: 'new',
  name: '祁秀云',
  village: '下河村',
  group: null,
  idNumber: null,
  phone: null,
  gender: null,
  birthDate: null,
  age: null,
  gist: '',
  problems: [],
  match: null,
  candidates: [],
  differences: [],
  duplicateOf: null,
  decision: null,
  hasChoices: false,
}

const somebody = {
  recipientId: 7,
  name: '祁秀云',
  gender: null,
  birthDate: null,
  village: '下河村',
  group: '',
  idTail: null,
  reasons: ['同名', '同村'],
  doubtful: false,
}

const badNumber = (code: string, offer: string | null = null): ImportRow['problems'][number] => ({
  field: 'recipient.idNumber',
  column: 2,
  code,
  message: '身份证号不对',
  blocking: true,
  offer,
})

const keysOn = (row: Partial<ImportRow>): string =>
  actionsOn({ ...plain, ...row })
    .map(({ key }) => key)
    .join('')

describe('what can be said of a row', () => {
  test('no two keys mean two things', () => {
    const rows: Partial<ImportRow>[] = [
      { state: 'error', problems: [badNumber('ID_CHECKSUM', '610999194105061287')] },
      { state: 'pending', candidates: [somebody, { ...somebody, recipientId: 8 }] },
      { state: 'duplicate', problems: [badNumber('ID_LENGTH')] },
      { state: 'conflict', match: somebody },
    ]
    for (const row of rows) {
      const keys = keysOn(row)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('only a whole number with a wrong check character may be kept as the card has it', () => {
    expect(keysOn({ state: 'error', problems: [badNumber('ID_CHECKSUM')] })).toBe('ZYB')
    expect(keysOn({ state: 'error', problems: [badNumber('ID_LENGTH')] })).toBe('ZB')
  })

  test('a visit opens no file; a pairing or a person may', () => {
    expect(keysOn({ kind: 'contacts', state: 'pending', candidates: [somebody] })).toBe('1B')
    expect(keysOn({ kind: 'pairings', state: 'pending', candidates: [somebody] })).toBe('1XB')
  })

  test('the same ID number is the same person: no file of its own is offered', () => {
    const byNumber = { ...somebody, reasons: ['身份证号相同'] }
    expect(keysOn({ state: 'same', match: byNumber })).toBe('B')
    expect(keysOn({ state: 'same', match: somebody })).toBe('XB')
  })

  test('what was left out can only be taken back', () => {
    expect(keysOn({ state: 'skipped', decision: 'skip' })).toBe('C')
  })
})
