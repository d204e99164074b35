import type { Right } from '../rights'

interface HolderRights {
  readonly read: Right
  readonly write: Right
}

/**
 * Tables whose records 附件 can hang on, with the rights that open them. A new ledger adds its table
 * here and places `<Attachments>` on its page; who may see a record follows from its person or
 * village (electron/services/attachments/holders.ts).
 */
export const attachmentHolders = {
  recipient: { read: 'recipients.read', write: 'recipients.write' },
  contact: { read: 'contacts.read', write: 'contacts.write' },
  assessment: { read: 'recipients.read', write: 'recipients.write' },
  risk_review: { read: 'recipients.read', write: 'recipients.write' },
  pairing: { read: 'helpers.read', write: 'helpers.write' },
  helper: { read: 'helpers.read', write: 'helpers.write' },
  need: { read: 'needs.read', write: 'needs.write' },
  hazard: { read: 'hazards.read', write: 'hazards.write' },
  support_case: { read: 'recipients.read', write: 'recipients.write' },
  outing: { read: 'recipients.read', write: 'recipients.write' },
  care_agreement: { read: 'hazards.read', write: 'hazards.write' },
  activity: { read: 'activities.read', write: 'activities.write' },
  incident: { read: 'incidents.read', write: 'incidents.write' },
  fund_entry: { read: 'organization.read', write: 'organization.write' },
  meeting: { read: 'organization.read', write: 'organization.write' },
  inspection_sheet: { read: 'organization.read', write: 'organization.write' },
  finding: { read: 'organization.read', write: 'organization.write' },
  station: { read: 'organization.read', write: 'organization.write' },
  task: { read: 'organization.read', write: 'organization.write' },
  register_entry: { read: 'registers.read', write: 'registers.write' },
} as const satisfies Record<string, HolderRights>
export type AttachmentHolder = keyof typeof attachmentHolders

export const attachmentHolderCodes = Object.keys(attachmentHolders) as [
  AttachmentHolder,
  ...AttachmentHolder[],
]
