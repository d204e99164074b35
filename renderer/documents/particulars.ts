import type { InputOf, OutputOf } from '../api'

/** The form's own shape of what no record holds: texts instead of nulls. */
export interface ParticularsForm {
  issuer: string
  documentNumber: string
  redHead: string
  addressee: string
  date: string
  sealed: boolean
  basis: { title: string; number: string }[]
  definition: string
  officeDepartment: string
  officeDirector: string
  copyTo: string
  printedBy: string
}

export function formOf(kept: OutputOf<'documents.workPlanParticulars'>): ParticularsForm {
  return {
    issuer: kept.issuer ?? '',
    documentNumber: kept.documentNumber ?? '',
    redHead: kept.redHead ?? '',
    addressee: kept.addressee ?? '',
    date: kept.date ?? '',
    sealed: kept.sealed,
    basis: kept.basis.map(({ title, number }) => ({ title, number: number ?? '' })),
    definition: kept.definition ?? '',
    officeDepartment: kept.officeDepartment ?? '',
    officeDirector: kept.officeDirector ?? '',
    copyTo: kept.copyTo ?? '',
    printedBy: kept.printedBy ?? '',
  }
}

const wholeDay = /^\d{4}-\d{2}-\d{2}$/

/** What the core takes: blank lines of the list are left out, an unfinished date is none yet. */
export function particularsOf(
  form: ParticularsForm,
): InputOf<'documents.workPlanPreview'>['particulars'] {
  return {
    ...form,
    date: wholeDay.test(form.date) ? form.date : null,
    basis: form.basis
      .filter(({ title }) => title.trim())
      .map(({ title, number }) => ({ title, number: number || null })),
  }
}
