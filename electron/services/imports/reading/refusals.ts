import { failure } from '@shared/contract/failure'

/** What is said of a workbook whose inside does not hold together. */
export const damaged = () =>
  failure(
    'VALIDATION',
    '这个文件已损坏，打不开。请在 Excel 或 WPS 里重新保存一份再导入；没有改动任何数据。',
  )

export const lockedByPassword = () =>
  failure(
    'VALIDATION',
    '这个工作簿设了打开密码，无法读取。请在 Excel 或 WPS 里去掉密码，另存后再导入。',
  )

export const notLedger = (what: string) =>
  failure('VALIDATION', `这是${what}，不是表格。请选择 xlsx、xls 或 csv 文件。`)
