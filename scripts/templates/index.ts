import type { ShippedFormId } from '@shared/domain/templates/forms'
import { careAgreement, extremePovertyAgreement, familyAgreement } from './agreements'
import { assessmentForm, riskReviewForm } from './assessments'
import { contactCards, wallCard } from './cards'
import { directory, dutyRoster, helperAppraisal } from './office-papers'
import { annualReview, applicationForm, consentNotice } from './person-papers'
import { recipientFile } from './recipient-file'
import { pairingRegister, rosterA3, rosterA4 } from './roster'
import { visitRecord } from './visit-record'

/** How each shipped template is made. */
export const templateBuilders: Record<ShippedFormId, () => Promise<Uint8Array>> = {
  recipientFile,
  rosterA4,
  rosterA3,
  pairingRegister,
  contactCards,
  wallCard,
  visitRecord,
  careAgreement,
  extremePovertyAgreement,
  familyAgreement,
  assessmentForm,
  riskReviewForm,
  annualReview,
  consentNotice,
  applicationForm,
  directory,
  dutyRoster,
  helperAppraisal,
}
