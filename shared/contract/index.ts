import type { z } from 'zod'
import { activitiesContract } from './activities'
import { assessmentsContract } from './assessments'
import { attachmentsContract } from './attachments'
import { backupsContract } from './backups'
import { benefitsContract } from './benefits'
import { categoryRulesContract } from './category-rules'
import { changesContract } from './changes'
import { completenessContract } from './completeness'
import { complianceLedgerContract } from './compliance-ledger'
import { contactsContract } from './contacts'
import { creditsContract } from './credits'
import { correctionsContract } from './corrections'
import { customFieldsContract } from './custom-fields'
import { dictionariesContract } from './dictionaries'
import { documentsContract } from './documents'
import { careAgreementsContract } from './care-agreements'
import { outingsContract } from './outings'
import { papersContract } from './papers'
import { evacuationsContract } from './evacuations'
import { feedbackContract } from './feedback'
import { figuresContract } from './figures'
import { helpersContract } from './helpers'
import { homeContract } from './home'
import { importsContract } from './imports'
import { jobsContract } from './jobs'
import { householdsContract } from './households'
import { hazardsContract } from './hazards'
import { incidentsContract } from './incidents'
import { ledgersContract } from './ledgers'
import { needsContract } from './needs'
import { majorChangesContract } from './major-changes'
import type { Op } from './op'
import { pairingSuggestionsContract } from './pairing-suggestions'
import { riskReviewsContract } from './risk-reviews'
import { riskTiersContract } from './risk-tiers'
import { organizationContract } from './organization'
import { formRunsContract } from './form-runs'
import { findingsContract } from './findings'
import { fundsContract } from './funds'
import { inspectionsContract } from './inspections'
import { stationsContract } from './stations'
import { meetingsContract } from './meetings'
import { registersContract } from './registers'
import { tasksContract } from './tasks'
import { templatesContract } from './templates'
import { callsContract } from './calls'
import { calendarContract } from './calendar'
import { warningsContract } from './warnings'
import { auditContract } from './audit'
import { operatorsContract } from './operators'
import { exemptionsContract, rulesContract } from './rules'
import { recipientListsContract } from './recipient-lists'
import { recipientsContract } from './recipients'
import { searchContract } from './search'
import { serviceTiersContract } from './service-tiers'
import { servicesContract } from './services'
import { sessionContract } from './session'
import { teamsContract } from './teams'
import { supportCasesContract } from './support-cases'
import { vaultContract } from './vault'
import { villagesContract } from './villages'
import { visitSheetsContract } from './visit-sheets'
import { vouchersContract } from './vouchers'

/** Every operation of the program, by name. Both hosts and the screens know only this. */
export const contract = {
  ...vaultContract,
  ...backupsContract,
  ...sessionContract,
  ...operatorsContract,
  ...auditContract,
  ...jobsContract,
  ...homeContract,
  ...figuresContract,
  ...helpersContract,
  ...pairingSuggestionsContract,
  ...teamsContract,
  ...careAgreementsContract,
  ...outingsContract,
  ...evacuationsContract,
  ...feedbackContract,
  ...contactsContract,
  ...callsContract,
  ...warningsContract,
  ...calendarContract,
  ...ledgersContract,
  ...needsContract,
  ...hazardsContract,
  ...incidentsContract,
  ...activitiesContract,
  ...visitSheetsContract,
  ...importsContract,
  ...rulesContract,
  ...exemptionsContract,
  ...complianceLedgerContract,
  ...creditsContract,
  ...majorChangesContract,
  ...recipientsContract,
  ...recipientListsContract,
  ...attachmentsContract,
  ...categoryRulesContract,
  ...changesContract,
  ...completenessContract,
  ...householdsContract,
  ...correctionsContract,
  ...customFieldsContract,
  ...dictionariesContract,
  ...searchContract,
  ...villagesContract,
  ...assessmentsContract,
  ...riskReviewsContract,
  ...riskTiersContract,
  ...serviceTiersContract,
  ...benefitsContract,
  ...servicesContract,
  ...vouchersContract,
  ...supportCasesContract,
  ...organizationContract,
  ...meetingsContract,
  ...inspectionsContract,
  ...stationsContract,
  ...findingsContract,
  ...fundsContract,
  ...registersContract,
  ...tasksContract,
  ...documentsContract,
  ...papersContract,
  ...templatesContract,
  ...formRunsContract,
} as const

export type Contract = typeof contract
export type OpName = keyof Contract

/** What a caller sends. */
export type InputOf<Name extends OpName> = z.input<Contract[Name]['input']>
/** What the operation produces (for a job: what `jobs.get` shows as its result). */
export type OutputOf<Name extends OpName> = z.output<Contract[Name]['output']>
/** What the call itself answers. */
export type AnswerOf<Name extends OpName> = Contract[Name]['kind'] extends 'job'
  ? { jobId: number }
  : OutputOf<Name>

export type JobName = {
  [Name in OpName]: Contract[Name]['kind'] extends 'job' ? Name : never
}[OpName]

/** The operations of one area, as an area's contract file declares them. */
export type AreaContract = Readonly<Record<string, Op>>
