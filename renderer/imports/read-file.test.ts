import { expect, test } from 'vitest'
import { ledgerLimits } from '@shared/domain/imports/grid'
import { refusalOf } from './read-file'

const file = (size: number) => ({ name: '台账.xlsx', size })

test('a file is refused before it is read when it is too large, and two at once', () => {
  expect(refusalOf([file(ledgerLimits.fileBytes)])).toBeNull()
  expect(refusalOf([file(ledgerLimits.fileBytes + 1)])).toContain('31 MB，超过 30 MB，没有读取')
  expect(refusalOf([file(1), file(1)])).toContain('一次导入一个文件')
  expect(refusalOf([])).toContain('没有拿到文件')
})
