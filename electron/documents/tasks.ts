import type { Paper } from '@shared/domain/papers/model'
import { paperToWord, type PaperOptions } from './layout/paper'
import type { PackageProperties } from './package'
import { writeWorkbook as write, type WorkbookSheet } from './xlsx/workbook'

export { fillForms, findTemplateFaults, mergeForms } from './forms/render'

/** The heavy part of paper making, one plain value in and one out, for the worker thread. */

export function writePaper(input: { paper: Paper; options: PaperOptions }): Promise<Uint8Array> {
  return paperToWord(input.paper, input.options)
}

export function writeWorkbook(input: {
  sheets: WorkbookSheet[]
  properties: PackageProperties
}): Promise<Uint8Array> {
  return write(input.sheets, input.properties)
}
