import { findTemplate } from '@db/repositories/templates'
import { failure } from '@shared/contract/failure'
import { forms, isOwnForm, type FormId } from '@shared/domain/templates/forms'
import type { QueryContext } from '../../core/context'
import { templateInForce, templateOf, type ReadyTemplate } from '../templates/files'

/** The template of a run: of a 自制 form the one that is meant, of any other the one in force. */
export function templateFor(
  ctx: QueryContext,
  { form, templateId }: { form: FormId; templateId?: number | null },
): ReadyTemplate {
  if (forms[form].scope !== 'person')
    throw failure('VALIDATION', `“${forms[form].title}”不是一人一份的表，不能这样批量出。`)
  if (!isOwnForm(form)) return templateInForce(ctx, form)
  const own = templateId == null ? undefined : findTemplate(ctx, templateId)
  if (!own?.inForce || own.form !== form || own.versionId === null)
    throw failure('VALIDATION', '请选择一份已启用的自制表，没有生成文件。')
  return templateOf(ctx, { versionId: own.versionId })
}
