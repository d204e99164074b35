import type { FormId } from '../templates/forms'

/** 协议类别: who entrusts whom with somebody's care. */
export const agreementKindLabel = {
  /** Supporters who are away entrust somebody near with the elder; the elder has to agree. */
  entrusted: '委托照料协议',
  /** The township, a carer and a 特困 person living at home. */
  extremePoverty: '特困照料服务协议',
  /** The family among themselves: who looks after the elder, and what the others give to it. */
  family: '家庭照料协议',
} as const
export type AgreementKind = keyof typeof agreementKindLabel

/** The form each kind is printed on. */
export const agreementForm = {
  entrusted: 'careAgreement',
  extremePoverty: 'extremePovertyAgreement',
  family: 'familyAgreement',
} as const satisfies Record<AgreementKind, FormId>
