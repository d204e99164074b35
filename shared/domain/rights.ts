import type { Role } from './vocabulary'

/** What an operator may do. Every operation of the contract names exactly one. */
export const rights = [
  'recipients.read',
  'recipients.write',
  'helpers.read',
  'helpers.write',
  /** 满意度反馈. */
  'feedback.read',
  'feedback.write',
  'contacts.read',
  'contacts.write',
  'needs.read',
  'needs.write',
  /** 服务: catalogue, plans, records. */
  'services.read',
  'services.write',
  /** 服务券 are money: issued, handed out and voided by the office alone. */
  'vouchers.write',
  'incidents.read',
  'incidents.write',
  /** 隐患、纠纷、委托照料、外出报备. */
  'hazards.read',
  'hazards.write',
  'activities.read',
  'activities.write',
  'rules.read',
  'rules.write',
  'documents.read',
  'documents.write',
  'organization.read',
  'organization.write',
  /** 登记簿: entries, and what a register asks. */
  'registers.read',
  'registers.write',
  'registers.define',
  'imports.write',
  /** 字典 and 自定义字段: what files are made of. */
  'fields.write',
  /** Sensitive fields in full: ID numbers, phones, health. */
  'sensitive.read',
  'vault.use',
  /** Taking a copy of everything out of the program. */
  'backups.take',
  'vault.admin',
] as const
export type Right = (typeof rights)[number]

const everything = new Set<Right>(rights)
const reading = new Set<Right>([
  'recipients.read',
  'helpers.read',
  'feedback.read',
  'contacts.read',
  'needs.read',
  'services.read',
  'incidents.read',
  'hazards.read',
  'activities.read',
  'rules.read',
  'documents.read',
  'organization.read',
  'registers.read',
  'vault.use',
])
const clerical = new Set<Right>([
  ...reading,
  'recipients.write',
  'helpers.write',
  'feedback.write',
  'contacts.write',
  'needs.write',
  'services.write',
  'vouchers.write',
  'incidents.write',
  'hazards.write',
  'activities.write',
  'documents.write',
  'organization.write',
  'registers.write',
  'imports.write',
  'sensitive.read',
])
const villageWork = new Set<Right>([
  ...reading,
  'recipients.write',
  'feedback.write',
  'contacts.write',
  'needs.write',
  'services.write',
  'incidents.write',
  'hazards.write',
  'activities.write',
  'registers.write',
  'sensitive.read',
])

const rightsByRole: Record<Role, ReadonlySet<Right>> = {
  admin: everything,
  clerk: new Set<Right>([
    ...clerical,
    'rules.write',
    'fields.write',
    'registers.define',
    'backups.take',
  ]),
  village: villageWork,
  groupLead: villageWork,
  reader: reading,
}

export function mayDo(role: Role, right: Right): boolean {
  return rightsByRole[role].has(right)
}
