import { mayMean } from '@shared/domain/calendar/partial-date'
import type { Day, PartialDate } from '@shared/domain/calendar/types'
import { genderLabel, type Gender } from '@shared/domain/vocabulary'
import { readResidentId } from './resident-id'

/** ID number, birth and sex as typed together: the number tells the other two. */
export interface IdentityFacts {
  idNumber: string | null
  /** Why a number with a wrong check character is kept (证件原号如此). */
  idNumberNote: string | null
  birthDate: PartialDate | null
  gender: Gender | null
}

export type IdentityVerdict =
  | { ok: true; facts: IdentityFacts }
  | { ok: false; fields: Partial<Record<keyof IdentityFacts, string>> }

/**
 * Cleans an ID and fills in birth and sex from it. Each contradiction is told at the field a clerk
 * would change, with what to do. The solar birth date is the ID's; a birthday kept by the lunar
 * calendar has a field of its own.
 */
export function settleIdentity(typed: IdentityFacts, today: Day): IdentityVerdict {
  const { birthDate, gender } = typed
  if (birthDate !== null && birthDate > today) {
    return { ok: false, fields: { birthDate: '出生日期晚于今天，请核对' } }
  }
  const id = readResidentId(typed.idNumber, today)
  if (id.state === 'missing') return { ok: true, facts: { ...typed, idNumber: null } }
  const kept = id.state === 'valid' || (id.problem === 'CHECKSUM' && typed.idNumberNote !== null)
  if (!kept) {
    const hint = id.couldBe === undefined ? '' : `；是否应为 ${id.couldBe}`
    return { ok: false, fields: { idNumber: `${id.message}${hint}` } }
  }

  const fields: Partial<Record<keyof IdentityFacts, string>> = {}
  if (birthDate !== null && !mayMean(birthDate, id.birthDay!)) {
    fields.birthDate = `与身份证号不一致（证件为 ${id.birthDay}）。请核对号码；号码无误的按证件填写，家里过的生日填在“农历生日”`
  }
  if (gender !== null && gender !== id.gender) {
    fields.gender = `与身份证号不一致（证件为${genderLabel[id.gender!]}），请核对号码或性别`
  }
  if (Object.keys(fields).length > 0) return { ok: false, fields }
  return {
    ok: true,
    facts: {
      idNumber: id.id,
      // A note is for a number that fails; a good one needs no excuse.
      idNumberNote: id.state === 'valid' ? null : typed.idNumberNote,
      birthDate: id.birthDay!,
      gender: id.gender!,
    },
  }
}
