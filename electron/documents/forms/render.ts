import { createHash } from 'node:crypto'
import { formats } from '@shared/domain/formats/formats'
import {
  compileTemplate,
  type CompiledTemplate,
  type TemplateFields,
  type TemplateRecord,
} from './engine'

export interface Rendering {
  template: Uint8Array
  records: readonly TemplateRecord[]
  /** The tags that templates of this kind may use. */
  fields: TemplateFields
}

/** One file for each record. A faulty template is refused before anything is written. */
export function fillForms({ template, records, fields }: Rendering): Uint8Array[] {
  const compiled = compiledOnce(template, fields)
  return records.map((record) => compiled.render(record))
}

/** One file with everybody in it, each on pages of their own; on new sheets for `duplex`. */
export function mergeForms({
  template,
  records,
  fields,
  duplex,
}: Rendering & { duplex?: boolean }): Uint8Array {
  const steps = compiledOnce(template, fields).merge(records, { duplex })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Refuses a template that could not be filled, in words for the clerk who made it. */
export function checkTemplate(template: Uint8Array, fields: TemplateFields): void {
  compiledOnce(template, fields).check()
}

/**
 * What must be mended in a template, as whole sentences; none for one that can be filled. A file
 * that could do harm is refused with an error.
 */
export function findTemplateFaults({
  template,
  fields,
}: Pick<Rendering, 'template' | 'fields'>): string[] {
  return compiledOnce(template, fields).problems.map(({ message }) => message)
}

/** People are filled in batches, which come one call at a time: the last templates stay compiled. */
const compiled = new Map<string, CompiledTemplate>()
const mostCompiled = 4

function compiledOnce(template: Uint8Array, fields: TemplateFields): CompiledTemplate {
  const key = createHash('sha256').update(template).update(JSON.stringify(fields)).digest('hex')
  const known = compiled.get(key) ?? compileTemplate(template, { fields, formats })
  compiled.delete(key)
  compiled.set(key, known)
  if (compiled.size > mostCompiled) compiled.delete(compiled.keys().next().value!)
  return known
}
