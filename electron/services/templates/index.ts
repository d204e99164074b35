import type { StoreContext } from '@db/context'
import {
  addTemplate,
  addVersion,
  findTemplate,
  findVersion,
  listTemplates,
  templatesInForce,
  updateTemplate,
  versionsOf,
  voidTemplate,
  type OfficeTemplate,
  type TemplateVersion,
} from '@db/repositories/templates'
import type { InputOf, OutputOf } from '@shared/contract'
import { failure } from '@shared/contract/failure'
import type { templatesContract } from '@shared/contract/templates'
import { fileStem } from '@shared/domain/file-name'
import { formIds, forms, isOwnForm, type FormId } from '@shared/domain/templates/forms'
import type { CommandContext, HandlersOf, PreparingContext, QueryContext } from '../../core/context'
import { requireWholeTownship } from '../../core/rights'
import { digestOf, fieldsFor, shipped, templateOf } from './files'
import { printTrial } from './trial'

type Checked = 'templates.upload' | 'templates.useVersion' | 'templates.setInForce'

export const templatesHandlers: HandlersOf<typeof templatesContract, Checked> = {
  'templates.list': (ctx) => {
    const own = listTemplates(ctx)
    return formIds.map((form) => ({
      form,
      title: forms[form].title,
      scope: forms[form].scope,
      shipped: !isOwnForm(form),
      templates: own.filter((one) => one.form === form).map((one) => shownTemplate(ctx, one)),
    }))
  },

  'templates.get': (ctx, { id }) => {
    const template = requireTemplate(ctx, id)
    return {
      ...shownTemplate(ctx, template),
      formTitle: forms[template.form].title,
      scope: forms[template.form].scope,
      versions: versionsOf(ctx, id).map(({ version, addedAt, addedBy }) => ({
        id: version.id,
        number: version.number,
        fileName: version.fileName,
        size: version.size,
        addedAt,
        addedBy,
        note: version.note,
        isCopy: version.copiedFrom !== null,
        problems: version.problems,
      })),
    }
  },

  'templates.copy': (ctx, { form, name }) => {
    requireWholeTownship(ctx)
    const bytes = shipped(ctx, form)
    const id = addTemplate(ctx, form, name)
    keepVersion(ctx, id, bytes, {
      fileName: forms[form].file ?? '',
      copiedFrom: digestOf(bytes),
      note: null,
      problems: [],
    })
    return { id }
  },

  'templates.upload': {
    async prepare(ctx, input) {
      requireWholeTownship(ctx)
      const form = input.id === undefined ? input.form! : requireTemplate(ctx, input.id).form
      const bytes = new Uint8Array(Buffer.from(input.base64, 'base64'))
      const problems = await faultsOf(ctx, form, bytes)
      return (writing) => {
        requireWholeTownship(writing)
        return keepUpload(writing, input, bytes, problems)
      }
    },
  },

  'templates.rename': (ctx, { id, revision, name }) => {
    requireWholeTownship(ctx)
    requireTemplate(ctx, id)
    updateTemplate(ctx, id, { name }, revision)
    return {}
  },

  'templates.useVersion': {
    async prepare(ctx, { id, revision, versionId }) {
      requireWholeTownship(ctx)
      const { form } = requireTemplate(ctx, id)
      await requireSound(ctx, form, requireVersion(ctx, id, versionId))
      return (writing) => {
        requireWholeTownship(writing)
        updateTemplate(writing, id, { versionId }, revision)
        return {}
      }
    },
  },

  'templates.setInForce': {
    async prepare(ctx, { id, revision, inForce }) {
      requireWholeTownship(ctx)
      const { form, versionId, name } = requireTemplate(ctx, id)
      if (inForce) {
        if (versionId === null)
          throw failure(
            'VALIDATION',
            `“${name}”还没有一个没有错的版本，没有启用。请按提示改好后再传一次。`,
          )
        await requireSound(ctx, form, requireVersion(ctx, id, versionId))
      }
      return (writing) => {
        requireWholeTownship(writing)
        if (inForce && !isOwnForm(form))
          for (const other of templatesInForce(writing, form))
            if (other.id !== id) updateTemplate(writing, other.id, { inForce: false })
        updateTemplate(writing, id, { inForce }, revision)
        return {}
      }
    },
  },

  'templates.void': (ctx, { id, reason }) => {
    requireWholeTownship(ctx)
    requireTemplate(ctx, id)
    voidTemplate(ctx, id, reason)
    return {}
  },

  'templates.download': async (ctx, source) => {
    const { title, template } = templateOf(ctx, source)
    const version = source.versionId === undefined ? null : findVersion(ctx, source.versionId)
    const name = version
      ? `${requireTemplate(ctx, version.templateId).name}_第${version.number}版`
      : `${title}_自带模板`
    return ctx.artifacts.put(name, [{ name: `${fileStem(name, '模板')}.docx`, bytes: template }])
  },

  'templates.trial': printTrial,
}

function shownTemplate(ctx: QueryContext, template: OfficeTemplate) {
  const { id, revision, form, name, inForce, versionId } = template
  const versions = versionsOf(ctx, id).map(({ version }) => version)
  const latest = versions[0]!
  const copiedFrom = versions.find((version) => version.copiedFrom !== null)?.copiedFrom
  return {
    id,
    revision,
    form,
    name,
    inForce,
    versionId,
    versionNumber: versions.find((version) => version.id === versionId)?.number ?? null,
    faults: latest.problems.length,
    latestNumber: latest.number,
    shippedIsNewer: copiedFrom !== undefined && copiedFrom !== digestOf(shipped(ctx, form)),
  }
}

function requireTemplate(ctx: StoreContext, id: number): OfficeTemplate {
  const template = findTemplate(ctx, id)
  if (!template) throw failure('NOT_FOUND', '没有这个模板，它可能已被作废。请刷新后再看。')
  return template
}

function requireVersion(ctx: StoreContext, templateId: number, versionId: number): TemplateVersion {
  const version = findVersion(ctx, versionId)
  if (version?.templateId !== templateId)
    throw failure('NOT_FOUND', '这个模板没有这个版本。请刷新后再看。')
  return version
}

/** A template that takes longer to look through was made to do harm. */
const longestCheck = 20_000 // milliseconds; the largest that is taken needs some two seconds

async function faultsOf(
  ctx: PreparingContext,
  form: FormId,
  template: Uint8Array,
): Promise<string[]> {
  const fields = fieldsFor(ctx, forms[form].scope)
  const time = AbortSignal.timeout(longestCheck)
  try {
    return await ctx.worker.run('findTemplateFaults', { template, fields }, time)
  } catch (error) {
    if (!time.aborted) throw error
    throw failure('VALIDATION', '这个文件太费时，没有看完，不能用作模板。请用 WPS 另存一份再试。')
  }
}

/** Looks again before a version is used: a custom field may be gone since it was handed in. */
async function requireSound(
  ctx: PreparingContext,
  form: FormId,
  { number, storageName }: TemplateVersion,
): Promise<void> {
  const problems = await faultsOf(ctx, form, ctx.attachments.read(storageName))
  if (problems.length > 0)
    throw failure(
      'VALIDATION',
      `第${number}版有 ${problems.length} 处要改，没有换用，原来用的照旧。${problems[0]}`,
    )
}

function keepUpload(
  ctx: CommandContext,
  input: InputOf<'templates.upload'>,
  bytes: Uint8Array,
  problems: string[],
): OutputOf<'templates.upload'> {
  const id = input.id ?? addTemplate(ctx, input.form!, input.name!)
  const number = keepVersion(ctx, id, bytes, {
    fileName: input.fileName,
    copiedFrom: null,
    note: input.note ?? null,
    problems,
  })
  return { id, number, problems }
}

/** Adds a version; one without faults is used from now on. Answers its number. */
function keepVersion(
  ctx: CommandContext,
  templateId: number,
  bytes: Uint8Array,
  about: Pick<TemplateVersion, 'fileName' | 'copiedFrom' | 'note' | 'problems'>,
): number {
  const number = (versionsOf(ctx, templateId)[0]?.version.number ?? 0) + 1
  const versionId = addVersion(ctx, {
    templateId,
    number,
    size: bytes.length,
    storageName: ctx.attachments.store(bytes),
    ...about,
  })
  if (about.problems.length === 0) updateTemplate(ctx, templateId, { versionId })
  return number
}
