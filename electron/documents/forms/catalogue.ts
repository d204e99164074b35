import type { TemplateScope } from './fields'

/** A form that ships with the program, as a template in resources/templates. */
export interface ShippedTemplate {
  id: string
  title: string
  file: string
  scope: TemplateScope
}

export const shippedTemplates = [
  { id: 'recipientFile', title: '个人档案表', file: 'recipient-file.docx', scope: 'person' },
  { id: 'rosterA4', title: '花名册（A4横向）', file: 'roster-a4.docx', scope: 'roster' },
  { id: 'rosterA3', title: '花名册（A3横向）', file: 'roster-a3.docx', scope: 'roster' },
  {
    id: 'pairingRegister',
    title: '结对帮扶登记表（A4横向）',
    file: 'pairing-register.docx',
    scope: 'roster',
  },
  {
    id: 'contactCards',
    title: '便民联系卡（每页十张）',
    file: 'contact-cards.docx',
    scope: 'cards',
  },
  { id: 'wallCard', title: '便民联系卡（A5墙贴）', file: 'wall-card.docx', scope: 'person' },
  { id: 'visitRecord', title: '走访记录表', file: 'visit-record.docx', scope: 'visit' },
] as const satisfies readonly ShippedTemplate[]

export type ShippedTemplateId = (typeof shippedTemplates)[number]['id']
