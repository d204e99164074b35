import { fillTemplate, type TagData } from './engine'
import { mergeDocuments, withUniqueDrawings } from './merge'
import { checkTemplate, type TemplateRules } from './template-check'

/** Fills a template once per record; refuses a faulty template before anything is written. */
export async function fillForms(
  template: Uint8Array,
  records: readonly TagData[],
  rules: TemplateRules,
): Promise<Uint8Array[]> {
  checkTemplate(template, rules)
  const filled: Uint8Array[] = []
  for (const record of records) {
    filled.push(withUniqueDrawings(await fillTemplate(template, record)))
  }
  return filled
}

/** Fills a template once per record, into one file or one each. Either all files come or an error. */
export async function render(
  template: Uint8Array,
  records: readonly TagData[],
  rules: TemplateRules,
): Promise<Uint8Array[]> {
  const filled = await fillForms(template, records, rules)
  return rules.mode === 'merged' && filled.length > 0 ? [mergeDocuments(filled)] : filled
}
