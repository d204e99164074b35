import { activitiesHandlers } from '../services/activities'
import { auditHandlers } from '../services/audit'
import { assessmentsHandlers } from '../services/assessments'
import { riskReviewsHandlers } from '../services/assessments/risk-reviews'
import { riskTiersHandlers } from '../services/risk-tiers'
import { attachmentsHandlers } from '../services/attachments'
import { benefitsHandlers } from '../services/benefits'
import { categoryRulesHandlers } from '../services/classification/definitions'
import { changesHandlers } from '../services/changes'
import { completenessHandlers } from '../services/completeness'
import { callsHandlers } from '../services/calls'
import { calendarHandlers } from '../services/calendar'
import { warningsHandlers } from '../services/warnings'
import { contactsHandlers } from '../services/contacts'
import { customFieldsHandlers } from '../services/custom-fields'
import { dictionariesHandlers } from '../services/dictionaries'
import { documentsHandlers } from '../services/documents'
import { careAgreementsHandlers } from '../services/care-agreements'
import { outingsHandlers } from '../services/outings'
import { evacuationsHandlers } from '../services/evacuations'
import { feedbackHandlers } from '../services/feedback'
import { figuresHandlers } from '../services/figures'
import { helpersHandlers } from '../services/helpers'
import { pairingSuggestionsHandlers } from '../services/helpers/suggestions'
import { homeHandlers } from '../services/home'
import { hazardsHandlers } from '../services/hazards'
import { incidentsHandlers } from '../services/incidents'
import { ledgersHandlers } from '../services/ledgers'
import { needsHandlers } from '../services/needs'
import { papersHandlers } from '../services/papers'
import { organizationHandlers } from '../services/organization'
import { formRunsHandlers } from '../services/form-runs'
import { findingsHandlers } from '../services/findings'
import { inspectionsHandlers } from '../services/inspections'
import { associationsHandlers } from '../services/stations/associations'
import { stationsHandlers } from '../services/stations'
import { fundsHandlers } from '../services/funds'
import { meetingsHandlers } from '../services/meetings'
import { registersHandlers } from '../services/registers'
import { tasksHandlers } from '../services/tasks'
import { templatesHandlers } from '../services/templates'
import { importsHandlers } from '../services/imports'
import { rulesHandlers } from '../services/rules'
import { creditsHandlers } from '../services/rules/credits'
import { exemptionsHandlers } from '../services/rules/exemptions'
import { complianceHandlers } from '../services/compliance'
import { majorChangesHandlers } from '../services/compliance/major-changes'
import { recipientListsHandlers } from '../services/recipient-lists'
import { householdsHandlers } from '../services/households'
import { recipientsHandlers } from '../services/recipients'
import { correctionsHandlers } from '../services/recipients/corrections'
import { searchHandlers } from '../services/search'
import { serviceTiersHandlers } from '../services/service-tiers'
import { servicesHandlers } from '../services/services'
import { sessionHandlers } from '../services/session'
import { teamsHandlers } from '../services/teams'
import { supportCasesHandlers } from '../services/support-cases'
import { villagesHandlers } from '../services/villages'
import { visitSheetsHandlers } from '../services/visit-sheets'
import { vouchersHandlers } from '../services/vouchers'

/** The handlers of every area; those of the vault itself live in the core. */
export const handlers = {
  ...sessionHandlers,
  ...auditHandlers,
  ...homeHandlers,
  ...figuresHandlers,
  ...helpersHandlers,
  ...pairingSuggestionsHandlers,
  ...teamsHandlers,
  ...careAgreementsHandlers,
  ...outingsHandlers,
  ...evacuationsHandlers,
  ...feedbackHandlers,
  ...contactsHandlers,
  ...callsHandlers,
  ...warningsHandlers,
  ...calendarHandlers,
  ...ledgersHandlers,
  ...needsHandlers,
  ...hazardsHandlers,
  ...incidentsHandlers,
  ...activitiesHandlers,
  ...visitSheetsHandlers,
  ...importsHandlers,
  ...rulesHandlers,
  ...exemptionsHandlers,
  ...complianceHandlers,
  ...creditsHandlers,
  ...majorChangesHandlers,
  ...recipientsHandlers,
  ...recipientListsHandlers,
  ...attachmentsHandlers,
  ...categoryRulesHandlers,
  ...changesHandlers,
  ...completenessHandlers,
  ...householdsHandlers,
  ...correctionsHandlers,
  ...customFieldsHandlers,
  ...dictionariesHandlers,
  ...searchHandlers,
  ...villagesHandlers,
  ...assessmentsHandlers,
  ...riskReviewsHandlers,
  ...riskTiersHandlers,
  ...serviceTiersHandlers,
  ...benefitsHandlers,
  ...servicesHandlers,
  ...vouchersHandlers,
  ...supportCasesHandlers,
  ...organizationHandlers,
  ...meetingsHandlers,
  ...inspectionsHandlers,
  ...stationsHandlers,
  ...associationsHandlers,
  ...findingsHandlers,
  ...fundsHandlers,
  ...registersHandlers,
  ...tasksHandlers,
  ...documentsHandlers,
  ...papersHandlers,
  ...templatesHandlers,
  ...formRunsHandlers,
}
