import { failure } from '@shared/contract/failure'
import {
  ledgerLimits,
  type FileFormat,
  type LedgerFile,
  type SheetGrid,
} from '@shared/domain/imports/grid'
import { upright } from '@shared/domain/imports/upright'
import { checkArchive } from './archive'
import { notLedger } from './refusals'
import { decodeText, parseDelimited } from './text'
import { readOldSheets, readSheets } from './workbook'

/**
 * Reads a ledger whatever its file name says. Throws only a `FailureError` whose message a clerk
 * understands; the file itself is never changed.
 */
export function readLedger(bytes: Buffer): LedgerFile {
  if (bytes.length === 0) throw failure('VALIDATION', '这是一个空文件，里面没有任何内容。')
  checkFileSize(bytes.length)
  const file = readByContent(bytes)
  if (file.sheets.every((sheet) => sheet.rows.length === 0))
    throw failure('VALIDATION', '这个文件打开了，但里面没有任何内容。')
  return { ...file, sheets: file.sheets.map(upright) }
}

/** Asked with the declared size before a large file is even taken into memory. */
export function checkFileSize(bytes: number): void {
  if (bytes > ledgerLimits.fileBytes)
    throw failure(
      'VALIDATION',
      `文件有 ${Math.ceil(bytes / 1024 / 1024)} MB，超过 ${ledgerLimits.fileBytes / 1024 / 1024} MB 的上限，没有读取。请删去图片和无关的工作表，另存后再导入。`,
    )
}

function readByContent(bytes: Buffer): LedgerFile {
  if (startsWith(bytes, [0x50, 0x4b])) return readZip(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return sheetsAs('xls', readOldSheets(bytes))
  refuseKnownOthers(bytes)
  const { encoding, text } = decodeText(bytes)
  if (/^\s*(<\?xml|<!doctype html|<html|<table|<meta|<head|<style)/i.test(text.slice(0, 200)))
    return { ...sheetsAs('html', readSheets(text)), encoding }
  const rows = parseDelimited(text)
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === null)) rows.pop()
  checkShape(rows)
  return { format: 'text', encoding, sheets: [{ name: '', hidden: false, rows, merges: [] }] }
}

function readZip(bytes: Buffer): LedgerFile {
  const names = checkArchive(bytes)
  const holds = (part: RegExp) => names.some((name) => part.test(name))
  if (holds(/^word\//)) throw notLedger('一份 Word 文档')
  if (holds(/^ppt\//)) throw notLedger('一份演示文稿')
  if (!holds(/(^|\/)workbook\.(xml|bin)$/i) && !holds(/^content\.xml$/))
    throw notLedger('一个压缩包')
  return sheetsAs('xlsx', readSheets(bytes))
}

function refuseKnownOthers(bytes: Buffer): void {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw notLedger('一份 PDF')
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || startsWith(bytes, [0xff, 0xd8, 0xff]))
    throw notLedger('一张图片')
  if (startsWith(bytes, [0x52, 0x61, 0x72, 0x21]) || startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf]))
    throw notLedger('一个压缩包')
}

function checkShape(rows: unknown[][]): void {
  if (rows.length > ledgerLimits.rows)
    throw failure(
      'VALIDATION',
      `这个文件超过 ${ledgerLimits.rows.toLocaleString('en')} 行，没有读取。请拆成几个文件分次导入。`,
    )
  if (rows.some((row) => row.length > ledgerLimits.columns))
    throw failure('VALIDATION', `这个文件超过 ${ledgerLimits.columns} 列，不像一份台账，没有读取。`)
}

function sheetsAs(format: FileFormat, sheets: SheetGrid[]): LedgerFile {
  return { format, sheets }
}

function startsWith(bytes: Buffer, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
