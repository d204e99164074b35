import { fillTemplate, type TagData } from './engine'
import { mergeDocuments, withUniqueDrawings } from './merge'
import { checkTemplate, type TemplateRules } from './template-check'

export interface RenderOptions extends TemplateRules {
  /** Called after each record. */
  onRecord?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** Fills a template once per record, into one file or one each. Either all files come or an error. */
export async function render(
  template: Uint8Array,
  records: readonly TagData[],
  options: RenderOptions,
): Promise<Uint8Array[]> {
  checkTemplate(template, options)
  if (records.length === 0) return []
  const filled: Uint8Array[] = []
  for (const record of records) {
    options.signal?.throwIfAborted()
    filled.push(await fillTemplate(template, record))
    options.onRecord?.(filled.length, records.length)
  }
  return options.mode === 'merged' ? [mergeDocuments(filled)] : filled.map(withUniqueDrawings)
}
