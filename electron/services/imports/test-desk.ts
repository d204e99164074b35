import ExcelJS from 'exceljs'
import { finishedJob, type TestVault } from '@electron/core/test-vault'
import type { ImportResult, ImportRow, ImportState } from '@shared/contract/imports'
import { composeResidentId } from '@shared/domain/identity/resident-id'
import type { TestCell } from './test-workbooks'

/** Imports of one test vault, a step of the wizard at a time. */
export class TestDesk {
  constructor(readonly vault: TestVault) {}

  /** Waits for a job's result; throws its words where it failed. */
  async job<Result>(started: Promise<{ jobId: number }>): Promise<Result> {
    const state = await finishedJob(this.vault.core, (await started).jobId)
    if (state.status !== 'done') throw new Error(state.error?.message ?? state.status)
    return state.result as Result
  }

  async open(bytes: Buffer, fileName = '台账.xlsx'): Promise<string> {
    const content = bytes.toString('base64')
    const { importId } = await this.job<{ importId: string }>(
      this.vault.must('imports.open', { fileName, content }),
    )
    return importId
  }

  state(importId: string): Promise<ImportState> {
    return this.vault.must('imports.state', { importId })
  }

  async rows(importId: string, ...states: ImportRow['state'][]): Promise<ImportRow[]> {
    return (await this.vault.must('imports.preview', { importId, states, limit: 500 })).rows
  }

  apply(importId: string): Promise<ImportResult> {
    return this.job<ImportResult>(this.vault.must('imports.apply', { importId }))
  }

  /** The cells of the workbook of rows left out. */
  async leftOutTexts(result: ImportResult): Promise<string[][]> {
    const { bytes } = this.vault.core.artifacts.get(result.leftOutWorkbook!.artifactId).files[0]!
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Buffer.from(bytes) as never)
    const rows: string[][] = []
    workbook.worksheets[0]!.eachRow((row) => rows.push((row.values as string[]).slice(1)))
    return rows
  }
}

export const id = (birth: string, sequence: number): string =>
  composeResidentId('610999', birth, sequence)
export const mother = id('1941-05-06', 128)
export const father = id('1939-02-11', 131)
export const header: TestCell[] = '姓名 性别 身份证号 出生日期 村 组 电话 健康状况 备注'.split(' ')
export const row = (...cells: TestCell[]): TestCell[] => cells
