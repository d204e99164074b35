import type { ComposedDraft } from '@shared/domain/papers/composed'
import { headFormOf, headOf, type HeadForm } from './head'

/** A draft as the form holds it. */
export interface PaperForm {
  title: string
  sections: ComposedDraft['sections']
  particulars: HeadForm & { signer: string }
}

export const formOf = ({ title, sections, particulars }: ComposedDraft): PaperForm => ({
  title,
  sections,
  particulars: { ...headFormOf(particulars), signer: particulars.signer ?? '' },
})

export const draftOf = ({ title, sections, particulars }: PaperForm): ComposedDraft => ({
  title,
  sections,
  particulars: { ...headOf(particulars), signer: particulars.signer || null },
})
