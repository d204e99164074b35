import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreContext } from '@db/context'
import { customFields } from '@db/repositories/custom-fields'
import { findTemplate, findVersion, templatesInForce } from '@db/repositories/templates'
import type { TemplateFields } from '@electron/documents/forms/engine'
import { fieldsOf } from '@electron/documents/forms/fields'
import { failure } from '@shared/contract/failure'
import type { TemplateSource } from '@shared/contract/templates'
import { forms, type FormId, type TemplateScope } from '@shared/domain/templates/forms'
import type { QueryContext } from '../../core/context'

/** A template with what is needed to fill it. */
export interface ReadyTemplate {
  form: FormId
  /** What the paper is called. */
  title: string
  scope: TemplateScope
  template: Uint8Array
  fields: TemplateFields
}

type Reading = Pick<QueryContext, 'attachments' | 'resourcesDir'> & StoreContext

/** The template that forms of this kind are filled from today: the office's own, or the shipped one. */
export function templateInForce(ctx: Reading, form: FormId): ReadyTemplate {
  const [own] = templatesInForce(ctx, form)
  const version = own && own.versionId !== null ? findVersion(ctx, own.versionId) : undefined
  return ready(ctx, form, version ? ctx.attachments.read(version.storageName) : shipped(ctx, form))
}

/** The template that is meant by a form (as shipped) or by a version. */
export function templateOf(ctx: Reading, { form, versionId }: TemplateSource): ReadyTemplate {
  if (versionId === undefined) return ready(ctx, form!, shipped(ctx, form!))
  const version = findVersion(ctx, versionId)
  const template = version && findTemplate(ctx, version.templateId)
  if (!version || !template)
    throw failure('NOT_FOUND', '没有这个版本的模板，它可能已被作废。请刷新后再看。')
  const title = forms[template.form].file === null ? template.name : undefined
  return ready(ctx, template.form, ctx.attachments.read(version.storageName), title)
}

function ready(
  ctx: StoreContext,
  form: FormId,
  template: Uint8Array,
  title: string = forms[form].title,
): ReadyTemplate {
  const { scope } = forms[form]
  return { form, title, scope, template, fields: fieldsFor(ctx, scope) }
}

/** The tags of a scope; 自定义字段 are tags by their names. */
export function fieldsFor(ctx: StoreContext, scope: TemplateScope): TemplateFields {
  return fieldsOf(
    scope,
    customFields(ctx).map(({ name }) => name),
  )
}

/** The template that the program brings. */
export function shipped({ resourcesDir }: Pick<Reading, 'resourcesDir'>, form: FormId): Uint8Array {
  const { file, title } = forms[form]
  if (file === null)
    throw failure('VALIDATION', `“${title}”没有自带的模板，请用 WPS 做一份 .docx 传进来。`)
  return new Uint8Array(readFileSync(join(resourcesDir, 'templates', file)))
}

export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')
