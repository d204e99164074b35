import type { Paper } from '@shared/domain/papers/model'
import type { TagData } from './forms/engine'
import { mergeDocuments } from './forms/merge'
import { fillForms as fill } from './forms/render'
import type { TemplateRules } from './forms/template-check'
import { paperToWord, type PaperOptions } from './layout/paper'
import type { PackageProperties } from './package'
import { writeWorkbook as write, type WorkbookSheet } from './xlsx/workbook'

/** The heavy part of paper making, one plain value in and one out, for the worker thread. */

export function fillForms(input: {
  template: Uint8Array
  records: TagData[]
  rules: TemplateRules
}): Promise<Uint8Array[]> {
  return fill(input.template, input.records, input.rules)
}

export async function mergeForms(documents: Uint8Array[]): Promise<Uint8Array> {
  return mergeDocuments(documents)
}

export function writePaper(input: { paper: Paper; options: PaperOptions }): Promise<Uint8Array> {
  return paperToWord(input.paper, input.options)
}

export function writeWorkbook(input: {
  sheets: WorkbookSheet[]
  properties: PackageProperties
}): Promise<Uint8Array> {
  return write(input.sheets, input.properties)
}
