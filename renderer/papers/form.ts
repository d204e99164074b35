import type { ComposedDraft } from '@shared/domain/papers/composed'

type Particulars = ComposedDraft['particulars']

/** A draft as the form holds it: empty texts where the paper says nothing. */
export interface PaperForm {
  title: string
  sections: ComposedDraft['sections']
  particulars: Record<Exclude<keyof Particulars, 'sealed'>, string> & { sealed: boolean }
}

export const formOf = ({ title, sections, particulars }: ComposedDraft): PaperForm => ({
  title,
  sections,
  particulars: Object.fromEntries(
    Object.entries(particulars).map(([key, value]) => [key, value ?? '']),
  ) as PaperForm['particulars'],
})

export const draftOf = ({ title, sections, particulars }: PaperForm): ComposedDraft => ({
  title,
  sections,
  particulars: Object.fromEntries(
    Object.entries(particulars).map(([key, value]) => [key, value === '' ? null : value]),
  ) as unknown as Particulars,
})
