import type { InputOf, OutputOf } from '../api'
import { headFormOf, headOf, type HeadForm } from '../papers/head'

/** The form's own shape of what no record holds: texts instead of nulls. */
export interface ParticularsForm extends HeadForm {
  definition: string
  officeDepartment: string
  officeDirector: string
}

export const formOf = (kept: OutputOf<'documents.workPlanParticulars'>): ParticularsForm => ({
  ...headFormOf(kept),
  definition: kept.definition ?? '',
  officeDepartment: kept.officeDepartment ?? '',
  officeDirector: kept.officeDirector ?? '',
})

export const particularsOf = (
  form: ParticularsForm,
): InputOf<'documents.workPlanPreview'>['particulars'] => ({
  ...headOf(form),
  definition: form.definition || null,
  officeDepartment: form.officeDepartment || null,
  officeDirector: form.officeDirector || null,
})
