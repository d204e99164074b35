import { aliasedTable, and, asc, desc, eq, getTableName, isNull } from 'drizzle-orm'
import type { FormId } from '@shared/domain/templates/forms'
import type { NewRecord } from '../changes'
import type { StoreContext, WriteContext } from '../context'
import { change, changeSet, officeTemplate, operator, templateVersion } from '../schema'

/** 模板: the office's own templates and their versions. */
export type OfficeTemplate = typeof officeTemplate.$inferSelect
export type TemplateVersion = typeof templateVersion.$inferSelect

export function listTemplates(ctx: StoreContext): OfficeTemplate[] {
  return ctx.db
    .select()
    .from(officeTemplate)
    .where(isNull(officeTemplate.voidedAt))
    .orderBy(asc(officeTemplate.id))
    .all()
}

export function findTemplate(ctx: StoreContext, id: number): OfficeTemplate | undefined {
  return ctx.db
    .select()
    .from(officeTemplate)
    .where(and(eq(officeTemplate.id, id), isNull(officeTemplate.voidedAt)))
    .get()
}

/** The templates of a form that are in force: at most one, any number of 自制 ones. */
export function templatesInForce(ctx: StoreContext, form: FormId): OfficeTemplate[] {
  return ctx.db
    .select()
    .from(officeTemplate)
    .where(
      and(
        eq(officeTemplate.form, form),
        eq(officeTemplate.inForce, true),
        isNull(officeTemplate.voidedAt),
      ),
    )
    .orderBy(asc(officeTemplate.id))
    .all()
}

export function findVersion(ctx: StoreContext, id: number): TemplateVersion | undefined {
  return ctx.db
    .select()
    .from(templateVersion)
    .where(and(eq(templateVersion.id, id), isNull(templateVersion.voidedAt)))
    .get()
}

/** Newest first, with who handed them in and when. */
export function versionsOf(ctx: StoreContext, templateId: number) {
  const creation = aliasedTable(change, 'creation')
  return ctx.db
    .select({ version: templateVersion, addedAt: changeSet.at, addedBy: operator.name })
    .from(templateVersion)
    .innerJoin(
      creation,
      and(
        eq(creation.recordId, templateVersion.id),
        eq(creation.kind, 'create'),
        eq(creation.entity, getTableName(templateVersion)),
      ),
    )
    .innerJoin(changeSet, eq(changeSet.id, creation.changeSetId))
    .leftJoin(operator, eq(operator.id, changeSet.operatorId))
    .where(and(eq(templateVersion.templateId, templateId), isNull(templateVersion.voidedAt)))
    .orderBy(desc(templateVersion.number))
    .all()
}

export function addTemplate(ctx: WriteContext, form: FormId, name: string): number {
  return ctx.writer.create(officeTemplate, { form, name })
}

export function updateTemplate(
  ctx: WriteContext,
  id: number,
  patch: Partial<Pick<OfficeTemplate, 'name' | 'versionId' | 'inForce'>>,
  revision?: number,
): void {
  ctx.writer.update(officeTemplate, id, patch, { revision })
}

export function addVersion(ctx: WriteContext, values: NewRecord<typeof templateVersion>): number {
  return ctx.writer.create(templateVersion, values)
}

export function voidTemplate(ctx: WriteContext, id: number, reason: string): void {
  ctx.writer.void(officeTemplate, id, reason)
}
