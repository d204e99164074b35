/** What the head and the end of any paper say, as the core keeps it. */
interface Head {
  issuer: string | null
  documentNumber: string | null
  redHead: string | null
  addressee: string | null
  date: string | null
  sealed: boolean
  basis: { title: string; number: string | null }[]
  copyTo: string | null
  printedBy: string | null
}

/** The same as a form holds it: empty texts where the paper says nothing. */
export interface HeadForm {
  issuer: string
  documentNumber: string
  redHead: string
  addressee: string
  date: string
  sealed: boolean
  basis: CitedForm[]
  copyTo: string
  printedBy: string
}

export interface CitedForm {
  title: string
  number: string
}

export const headFormOf = (head: Head): HeadForm => ({
  issuer: head.issuer ?? '',
  documentNumber: head.documentNumber ?? '',
  redHead: head.redHead ?? '',
  addressee: head.addressee ?? '',
  date: head.date ?? '',
  sealed: head.sealed,
  basis: head.basis.map(({ title, number }) => ({ title, number: number ?? '' })),
  copyTo: head.copyTo ?? '',
  printedBy: head.printedBy ?? '',
})

const wholeDay = /^\d{4}-\d{2}-\d{2}$/

/** What the core takes: blank lines of the list are left out, an unfinished date is none yet. */
export const headOf = (form: HeadForm): Head => ({
  issuer: form.issuer || null,
  documentNumber: form.documentNumber || null,
  redHead: form.redHead || null,
  addressee: form.addressee || null,
  date: wholeDay.test(form.date) ? form.date : null,
  sealed: form.sealed,
  basis: form.basis
    .filter(({ title }) => title.trim())
    .map(({ title, number }) => ({ title, number: number || null })),
  copyTo: form.copyTo || null,
  printedBy: form.printedBy || null,
})
